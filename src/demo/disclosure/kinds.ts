import type { ItemForm } from '../../disclosure/forms.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { pick } from './chance.ts'
import { type Desk, dayIn, type Paper } from './paper.ts'
import {
  type About,
  interpretationText,
  nameOfRules,
  noticeText,
  planText,
  questionsText,
  rulesText,
} from './texts/documents.ts'
import {
  conferenceText,
  consultationResultText,
  consultationText,
  guideText,
  interviewText,
  newsText,
  ruleText,
} from './texts/voices.ts'
import {
  budgetText,
  emergencyText,
  inspectionText,
  institutionText,
  livelihoodText,
  procurementText,
  projectText,
  recruitmentText,
  statisticsText,
} from './texts/works.ts'

/** What is written about on a day, by turn or as it is named. */
export function about(desk: Desk, on: Day, turn = desk.turn): About {
  const { field } = desk
  const topic = pick(field.topics, turn)
  return { field, topic, year: Number(on.slice(0, 4)), on, turn: Math.floor(turn / field.topics.length) }
}

/** A normative document that may repeal an earlier one, made in turn `turn`. */
export function rules(
  desk: Desk,
  on: Day,
  turn: number,
  more: Partial<Paper> & { after?: number } = {},
): Paper {
  const said = about(desk, on, turn)
  const name = nameOfRules(said)
  const again = more.repeals === undefined ? '' : `（${said.year}年修订）`
  return desk.add(
    on,
    {
      ...{ form: 'normativeDocument', title: `关于印发《${name}${again}》的通知`, body: rulesText(said) },
      ...{
        genre: '通知',
        own: { effectiveOn: on, expiresOn: '', drafter: pick(desk.field.departments, turn) },
      },
    },
    { ...more, numbered: true },
  )
}

/** The interpretation of a document, text or questions in turn. */
export function interpretation(desk: Desk, of: Paper, turn: number): Paper {
  const on = of.content.madeOn ?? of.publishedOn
  const said = about(desk, on, turn)
  const name = of.content.title.replace(/^关于印发《|》的通知$/g, '')
  const questions = turn % 4 === 3
  const body = questions ? questionsText(said) : interpretationText(said, name)
  const own = {
    by: desk.field.name,
    medium: questions ? '问答' : '文字',
    changes: '压缩时限、减少材料、增加复核程序。',
  }
  const add = { form: 'interpretation' as const, title: `《${name}》政策解读`, body, own }
  return desk.add(of.publishedOn, add, { after: turn % 3, interprets: of.key })
}

/** A consultation of the public, and its result two months later. */
export function consultation(desk: Desk, on: Day, until?: Day): Paper {
  const said = about(desk, on)
  const name = nameOfRules(said)
  const closesOn = until ?? addDays(on, 37)
  return desk.add(on, {
    ...{ form: 'consultation', title: `关于公开征求《${name}（征求意见稿）》意见的公告`, genre: '公告' },
    body: consultationText(said, name, closesOn),
    own: { opensOn: addDays(on, 7), closesOn, contact: '0000-0000000（演示）' },
  })
}

/** What a consultation led to. */
export function consultationResult(desk: Desk, of: Paper): Paper {
  const name = of.content.title.replace(/^关于公开征求《|（征求意见稿）》意见的公告$/g, '')
  const on = addDays(of.content.madeOn ?? of.publishedOn, 58)
  const title = `《${name}（征求意见稿）》公开征求意见采纳情况`
  const body = consultationResultText(name, desk.turn)
  return desk.add(on, { form: 'consultationResult', title, body }, { interprets: of.key })
}

/** A budget in February, or the account of it in September, ten days after its approval. */
export function budget(desk: Desk, year: number, stage: '预算' | '决算'): Paper {
  const of = stage === '预算' ? year : year - 1
  const approvedOn = stage === '预算' ? dayIn(year, 2, 6) : dayIn(year, 9, 4)
  return desk.add(
    approvedOn,
    {
      ...{ form: 'budget', title: `${desk.field.name}${of}年度部门${stage}公开` },
      body: budgetText(about(desk, approvedOn), of, stage),
      own: { year: String(of), stage, approvedOn },
    },
    { after: 10 },
  )
}

type Plain = (said: About) => {
  readonly title: string
  readonly body: string
  readonly own?: Readonly<Record<string, string>>
  readonly numbered?: true
}

/** The forms of which one example a time is enough: title, body, own fields. */
export const plainForms = {
  document: said => ({
    ...{
      title: `关于做好${said.year}年${said.topic.name}工作的通知`,
      body: noticeText(said),
      numbered: true,
    },
  }),
  news: said => ({ title: `${said.field.name}开展${said.topic.name}走访调研`, body: newsText(said) }),
  plan: said => ({
    ...{ title: `云川市${said.topic.name}发展规划（${said.year}—${said.year + 4}年）`, body: planText(said) },
    own: { term: `${said.year}—${said.year + 4}年` },
  }),
  policyQuestions: said => ({
    ...{
      title: `${said.topic.name}政策问答`,
      body: questionsText(said),
      own: { source: '12345热线高频问题' },
    },
  }),
  procurement: said => ({
    title: `${said.topic.name}信息化服务项目成交结果公告`,
    body: procurementText(said, '演示信息技术有限公司', 86.5),
    own: { project: `${said.topic.name}信息化服务`, amountWan: '86.5', winner: '演示信息技术有限公司' },
  }),
  project: said => ({
    title: `${said.topic.name}工程建设情况公示`,
    body: projectText(said, '演示城市建设投资有限公司'),
    own: { project: `${said.topic.name}工程`, stage: '实施', unit: '演示城市建设投资有限公司' },
  }),
  emergency: said => ({
    title: `${said.topic.name}应急响应公告`,
    body: emergencyText(said),
    own: { level: 'Ⅳ级', area: '全市', phone: '0000-0000110（演示）' },
  }),
  recruitment: said => ({
    title: `${said.field.name}${said.year}年公开招聘公告`,
    body: recruitmentText(said, 6),
    own: { places: '6', enrolUntil: addDays(said.on, 15), stage: '报名' },
  }),
  institution: said => ({
    title: `${said.field.name}机构职能`,
    body: institutionText(said),
    own: {
      ...{ address: '云川市演示路一号', hours: '工作日 9:00—12:00，13:30—17:30' },
      ...{ phone: '0000-0000000（演示）', leader: '演局长' },
    },
  }),
  inspection: said => ({
    title: `${said.year}年${said.topic.name}专项检查结果`,
    body: inspectionText(said),
    own: { subject: said.topic.who, inspectedOn: addDays(said.on, -9) },
  }),
  livelihood: said => ({
    ...{ title: `${said.year}年${said.topic.name}申请指南`, body: livelihoodText(said) },
    own: { audience: said.topic.who },
  }),
  pressConference: said => ({
    title: `${said.topic.name}工作新闻发布会`,
    body: conferenceText(said),
    own: {
      heldOn: addDays(said.on, -1),
      place: '市政府新闻发布厅',
      speakers: `${said.field.name}负责人 演局长`,
    },
  }),
  interview: said => ({
    title: `政策访谈：${said.topic.name}怎么办`,
    body: interviewText(said),
    own: {
      heldOn: addDays(said.on, -2),
      guest: `${said.field.name} 演局长`,
      medium: '云川广播电视台（演示）',
    },
  }),
  story: said => ({
    title: `《云川日报》：${said.topic.name}暖民心`,
    body: newsText(said),
    own: { medium: '云川日报（演示）', printedOn: addDays(said.on, -1), page: '第二版' },
  }),
  guide: said => ({ title: `${said.field.name}政府信息公开指南`, body: guideText(said) }),
  rule: said => ({ title: `${said.field.name}政府信息公开工作制度`, body: ruleText(said) }),
} as const satisfies Partial<Record<ItemForm, Plain>>
export type PlainForm = keyof typeof plainForms

/** One paper of a plain form. */
export function plain(desk: Desk, form: PlainForm, on: Day, after?: number): Paper {
  const make: Plain = plainForms[form]
  const { title, body, own = {}, numbered = false } = make(about(desk, on))
  const genre =
    form === 'document' ? '通知' : form === 'recruitment' || form === 'emergency' ? '公告' : '其他'
  return desk.add(
    on,
    { form, title, body, own, genre },
    after === undefined ? { numbered } : { numbered, after },
  )
}

/** The figures of a period. */
export function statistics(desk: Desk, on: Day, period: string): Paper {
  const said = about(desk, on)
  const title = `${period}${said.topic.name}统计数据`
  return desk.add(on, { form: 'statistics', title, body: statisticsText(said, period), own: { period } })
}
