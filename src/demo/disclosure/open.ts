import { answerOpinions, giveOpinion } from '../../disclosure/act/citizens/consulting.ts'
import { abandon, saveDraft } from '../../disclosure/act/drafting.ts'
import { publish, publishUrgently, reviewUrgent, schedule } from '../../disclosure/act/publishing.ts'
import { approve, check, review, sendBack, submit, withhold } from '../../disclosure/act/reviewing.ts'
import { openRevision, restore, withdraw } from '../../disclosure/act/revising.ts'
import type { ItemContent } from '../../disclosure/item.ts'
import type { Secrets } from '../../platform/secret.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { momentOn, workdayFrom } from './chance.ts'
import { about, consultation, plain } from './kinds.ts'
import { Desk, type Paper } from './paper.ts'
import { doingOn, done, linked, type StepToShelf, type Telling, tellPaper } from './telling.ts'
import { emergencyText } from './texts/works.ts'
import { housingField } from './topics.ts'

/** What is under way on the day of the telling: a draft in every state, one for each role to go on with, and what became of others. */
export async function tellOpen(telling: Telling, secrets: Secrets): Promise<void> {
  const desk = new Desk({ ...housingField, word: '云建办发' }, 5)
  const day = (ago: number) => workdayFrom(addDays(telling.until, -ago))
  await waiting(telling, desk, day)
  await sentBackAndPassedOn(telling, desk, day)
  await withheldAndGivenUp(telling, desk, day)
  await emergencies(telling, desk, day)
  await changed(telling, desk, day)
  await consulted(telling, desk, secrets)
}

type Ago = (days: number) => Day

/** One draft at each step, and one that is late. */
async function waiting(telling: Telling, desk: Desk, day: Ago): Promise<void> {
  await tellPaper(telling, plain(desk, 'project', day(3), 1), 'begin')
  const steps: readonly StepToShelf[] = ['submit', 'check', 'review', 'approve']
  for (const [at, step] of steps.entries()) {
    await tellPaper(telling, plain(desk, 'document', day(9 - at), 1), step)
    await tellPaper(telling, plain(desk, at % 2 === 0 ? 'livelihood' : 'inspection', day(12 - at), 2), step)
  }
  await tellPaper(telling, plain(desk, 'document', day(48), 3), 'submit')
  const timed = plain(desk, 'news', day(5), 1)
  await tellPaper(telling, timed, 'approve')
  const moment = momentOn(addDays(telling.until, 2), 10)
  const doing = doingOn(telling, timed)('officer', timed.publishedOn, 6)
  await done(schedule(telling.work, doing, moment))
}

async function sentBackAndPassedOn(telling: Telling, desk: Desk, day: Ago): Promise<void> {
  const { work } = telling
  const slip = plain(desk, 'news', day(6), 1)
  const body = `${slip.content.body}<p>施工单位正在按装监控设备，预计月底前全部完成。</p>`
  const wrong = { ...slip, content: { ...slip.content, title: '演示路改造工程加快推进', body } }
  await tellPaper(telling, wrong, 'submit')
  const back = plain(desk, 'inspection', day(8), 1)
  await tellPaper(telling, back, 'submit')
  const reason = '请补充检查对象名单，并核对表中数字。'
  await done(sendBack(work, doingOn(telling, back)('coordinator', back.publishedOn, 5), reason))
  const passed = plain(desk, 'plan', day(11), 1)
  await tellPaper(telling, passed, 'check')
  const told = { finding: 'passedOn', ground: '含地下管线数据，报市保密行政管理部门确定。' } as const
  await done(review(work, doingOn(telling, passed)('secrecyReviewer', passed.publishedOn, 6), told))
}

async function withheldAndGivenUp(telling: Telling, desk: Desk, day: Ago): Promise<void> {
  const { work, until } = telling
  const reviewed = [
    ['关于房屋征收补偿方案的内部研究意见', 'deliberative', day(330), addDays(until, 12)],
    ['建设工程招投标投诉处理案卷', 'enforcementFile', day(140), addDays(until, 225)],
    ['城市供水管网图', 'publicSafety', day(90), addDays(until, 640)],
  ] as const
  for (const [title, ground, on, reviewOn] of reviewed) {
    const made = plain(desk, 'document', on, 1)
    const paper = { ...made, content: { ...made.content, title } }
    await tellPaper(telling, paper, 'check')
    const doing = doingOn(telling, paper)
    const finding = { finding: 'closed', ground: '属于可以不予公开的信息。' } as const
    await done(review(work, doing('secrecyReviewer', paper.publishedOn, 5), finding))
    const told = { ground, reason: '公开可能影响有关工作，经审查不予公开。', reviewOn }
    await done(withhold(work, doing('head', paper.publishedOn, 7), told))
  }
  const given = plain(desk, 'news', day(20), 1)
  await tellPaper(telling, given, 'begin')
  await done(
    abandon(work, doingOn(telling, given)('departmentOfficer', given.publishedOn, 3), '与另一篇重复。'),
  )
}

/** Two went out first and were reviewed after; the second still waits. */
async function emergencies(telling: Telling, desk: Desk, day: Ago): Promise<void> {
  for (const [title, on, reviewed] of [
    ['关于暴雪天气暂停高处施工作业的紧急通告', day(40), true],
    ['关于演示路燃气管道抢修临时停气的紧急通告', day(2), false],
  ] as const) {
    const body = emergencyText(about(desk, on))
    const own = { level: '', area: '演示路片区', phone: '0000-0000110（演示）' }
    const paper = desk.add(on, { form: 'emergency', title, body, genre: '通告', own }, { after: 0 })
    await tellPaper(telling, paper, 'begin')
    const doing = doingOn(telling, paper)
    await done(
      publishUrgently(telling.work, doing('head', paper.publishedOn, 6), '险情紧急，须立即告知公众。'),
    )
    const ground = '经补审，不涉及国家秘密。'
    if (reviewed)
      await done(
        reviewUrgent(telling.work, doing('secrecyReviewer', addDays(paper.publishedOn, 1), 2), ground),
      )
  }
}

/** What was changed, taken down, put back, and is being changed. */
async function changed(telling: Telling, desk: Desk, day: Ago): Promise<void> {
  const { work } = telling
  const guide = plain(desk, 'livelihood', day(70), 2)
  const notice = plain(desk, 'document', day(66), 2)
  const opened = plain(desk, 'document', day(60), 2)
  const gone = plain(desk, 'news', day(58), 2)
  const back = plain(desk, 'procurement', day(55), 2)
  for (const paper of [guide, notice, opened, gone, back]) await tellPaper(telling, paper)
  const cheaper = (body: string) =>
    body.replace('十个工作日内入户核查', '七个工作日内入户核查，行动不便的上门办理')
  await revise(telling, guide, day(30), { reason: '核查时限由十个工作日缩短为七个工作日。', change: cheaper })
  const mended = (body: string) => body.replace('三月底前', '四月十五日前')
  await revise(telling, notice, day(25), { reason: '排查时限有误，予以更正。', change: mended })
  const doing = doingOn(telling, opened)
  await done(openRevision(work, doing('departmentOfficer', day(6), 3), '补充第二批任务。'))
  const why = '照片中含有居民的门牌和姓名，撤下处理。'
  await done(withdraw(work, doingOn(telling, gone)('head', day(50), 4), why))
  const again = doingOn(telling, back)
  await done(withdraw(work, again('head', day(45), 4), '供应商名称有误，核实后恢复。'))
  await done(restore(work, again('head', day(42), 4), '已核实，名称无误。'))
}

interface Revision {
  readonly reason: string
  readonly change: (body: string) => string
}

async function revise(telling: Telling, paper: Paper, on: Day, { reason, change }: Revision): Promise<void> {
  const { work } = telling
  const doing = doingOn(telling, paper)
  await done(openRevision(work, doing('departmentOfficer', on, 1), reason))
  const content: ItemContent = { ...linked(telling, paper), body: change(paper.content.body), madeOn: on }
  const saved = await saveDraft(work, doing('departmentOfficer', on, 2), { content, draftVersion: 1 })
  if ('kind' in saved) throw new Error(saved.kind)
  await done(submit(work, doing('departmentOfficer', on, 3), ''))
  await done(check(work, doing('coordinator', on, 4), ''))
  const told = { finding: 'open', ground: '经审查，不涉及国家秘密。' } as const
  await done(review(work, doing('secrecyReviewer', on, 5), told))
  await done(approve(work, doing('head', on, 6), ''))
  await done(publish(work, doing('officer', on, 7), reason))
}

const voices = [
  '建议把办理时限再缩短一些。',
  '建议增加网上办理的渠道，老年人可以委托子女办。',
  '建议明确收费标准。',
] as const

/** A consultation that is open, with opinions; the first is answered already. */
async function consulted(telling: Telling, desk: Desk, secrets: Secrets): Promise<void> {
  const { work, until } = telling
  const paper = consultation(desk, addDays(until, -20), addDays(until, 14))
  const id = await tellPaper(telling, paper)
  const today = addDays(until, -4)
  for (const [at, text] of voices.entries()) {
    const voice = { name: '演市民', contact: '' }
    const given = { item: id, kind: 'person', text, once: `demo ${id} ${at}`, ...voice } as const
    await done(giveOpinion(work, given, { today, secrets }))
  }
  const by = telling.who('officer', paper.agency)
  const answer = {
    number: 1,
    adopted: 'adopted',
    words: '已在送审稿中缩短为五个工作日。',
    shown: true,
  } as const
  await done(answerOpinions(work, { item: id, by, today }, [answer]))
}
