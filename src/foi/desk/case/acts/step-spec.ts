import type { FoiStep } from '../../../steps.ts'
import { opinionAnswerLabel, remedyResultLabel } from '../event-words.ts'

/** One thing to fill in for a step. */
export interface StepField {
  readonly name: string
  readonly label: string
  readonly kind: 'words' | 'line' | 'day' | 'number' | 'choice' | 'person' | 'party' | 'objection' | 'remedy'
  /** May be left empty; then it is not sent. */
  readonly optional?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly hint?: string
  readonly most?: number
  /** A day that begins as today. */
  readonly fromToday?: boolean
}

/** How a step is filled in and what it does. */
export interface StepSpec {
  readonly fields: readonly StepField[]
  /** What happens, in a sentence, above the fields. */
  readonly about?: string
  /** `sends`: its letter may be edited; `shows`: a letter is seen as it will be; absent: no letter. */
  readonly letter?: 'sends' | 'shows'
}

const reason = (label: string, hint?: string): StepField => ({
  ...{ name: 'reason', label, kind: 'words', most: 2000 },
  ...(hint === undefined ? {} : { hint }),
})
const choice = (name: string, label: string, options: Readonly<Record<string, string>>): StepField => ({
  ...{ name, label, kind: 'choice' },
  options: Object.entries(options).map(([value, words]) => ({ value, label: words })),
})
const today = { kind: 'day', fromToday: true } as const
const line = (name: string, label: string, more: Partial<StepField> = {}): StepField => ({
  ...{ name, label, kind: 'line', most: 200 },
  ...more,
})

const onTheWay = {
  receive: {
    about: '收到之日起算答复期限，并发出登记回执。',
    fields: [
      { name: 'on', label: '收到之日', ...today },
      line('evidence', '依据', { hint: '如：1月20日电话与申请人确认', most: 500 }),
    ],
    letter: 'sends',
  },
  assign: {
    fields: [
      line('department', '承办处室', { most: 100 }),
      { name: 'limit', label: '处室办理期限（应早于答复期限）', kind: 'day' },
      { name: 'handler', label: '经办人', kind: 'person', optional: true },
    ],
  },
  handOver: {
    fields: [{ name: 'to', label: '移交给', kind: 'person' }, reason('移交原因', '如：休假、调离')],
  },
  askForCorrection: {
    about: '补正只能通知一次；收到补正后期限重新计算。',
    fields: [{ name: 'answerBy', label: '补正期限', kind: 'day' }, reason('何处不明确、需要补正什么')],
    letter: 'sends',
  },
  receiveCorrection: {
    about: '自收到补正之日起，答复期限重新计算。',
    fields: [
      { name: 'on', label: '收到补正之日', ...today },
      { name: 'description', label: '补正后的申请内容', kind: 'words', most: 5000 },
    ],
  },
  lapse: { about: '视为放弃申请，不再处理，计入“其他处理”。发出后不能撤销。', fields: [], letter: 'sends' },
} as const satisfies Partial<Record<FoiStep, StepSpec>>

const ofOthers = {
  seekOpinion: {
    about: '征求意见的时间不计入答复期限；对方有 15 个工作日。',
    fields: [
      choice('party', '向谁征求', {
        thirdParty: '第三方（第三十二条）',
        coMaker: '共同制作机关（第三十四条）',
      }),
      line('of', '名称'),
    ],
    letter: 'sends',
  },
  receiveOpinion: {
    fields: [
      { name: 'of', label: '哪一方的意见', kind: 'party' },
      choice('answer', '是否同意公开', opinionAnswerLabel),
      { name: 'words', label: '意见内容', kind: 'words', optional: true, most: 2000 },
    ],
  },
  weigh: {
    about: '理由合理的不予公开；不公开会对公共利益造成重大影响的，可以公开，并书面告知第三方。',
    fields: [
      { name: 'of', label: '哪一方的反对意见', kind: 'objection' },
      choice('finding', '审查结果', {
        reasonable: '理由合理，不予公开',
        unreasonable: '理由不合理',
        outweighed: '公共利益更为重要，予以公开',
      }),
      reason('审查的理由'),
    ],
    letter: 'sends',
  },
  proposeExtension: {
    about: '最多延长 20 个工作日，须经负责人同意，并在期限届满前告知申请人。',
    fields: [{ name: 'workdays', label: '延长几个工作日', kind: 'number' }, reason('为什么不能按期答复')],
  },
  declineExtension: { fields: [reason('不同意的原因')] },
  extend: { about: '同意后发出延期告知书。', fields: [reason('延长的理由（写入告知书）')], letter: 'sends' },
  askForReasons: {
    fields: [
      { name: 'answerBy', label: '说明理由的期限', kind: 'day' },
      reason('申请的数量、频次，为什么明显超过合理范围'),
    ],
    letter: 'sends',
  },
  receiveReasons: { fields: [{ name: 'words', label: '申请人说明的理由', kind: 'words', most: 2000 }] },
  delay: {
    fields: [{ name: 'until', label: '延迟到哪一天答复', kind: 'day' }, reason('为什么不能按期答复')],
    letter: 'sends',
  },
  hintTransfer: {
    about: '信息由其他机关负责公开的，先告知申请人该找谁；本机关仍须在期限内答复。',
    fields: [
      line('agency', '负责公开的机关', { most: 200 }),
      line('contact', '其联系方式（可以不填）', { most: 200 }),
    ],
    letter: 'sends',
  },
  notifyFee: {
    about: '自发出通知至缴费的时间不计入答复期限；按件与按量只能选一种。',
    fields: [
      choice('basis', '计算方式', { pieces: '按件（当月申请件数）', pages: '按量（提供的页数）' }),
      { name: 'count', label: '件数或者页数', kind: 'number' },
    ],
    letter: 'sends',
  },
  receivePayment: { fields: [{ name: 'on', label: '缴费之日', ...today }] },
  closeUnpaid: {
    about: '逾期不缴费，不再处理，计入“其他处理”。发出后不能撤销。',
    fields: [],
    letter: 'sends',
  },
} as const satisfies Partial<Record<FoiStep, StepSpec>>

const towardsAnswer = {
  check: { about: '审核通过后提交负责人。答复书如下。', fields: [], letter: 'shows' },
  sendBack: { fields: [reason('退回的原因')] },
  consent: { about: '同意后由公开专员发出答复。答复书如下。', fields: [], letter: 'shows' },
  answer: { about: '编号并发出答复书，计入年度报告。发出后不能撤销。', fields: [], letter: 'shows' },
  serve: {
    fields: [
      choice('way', '送达方式', { internet: '网上获取', post: '邮寄', counter: '自行领取' }),
      line('proof', '送达凭证', { hint: '如：邮件号、签收人', most: 500 }),
    ],
  },
  withdraw: {
    about: '申请人撤回后不再处理，计入“其他处理”。登记后不能撤销。',
    fields: [],
    letter: 'sends',
  },
  note: {
    about: '只供本机关人员查看。',
    fields: [{ name: 'text', label: '备注', kind: 'words', most: 2000 }],
  },
} as const satisfies Partial<Record<FoiStep, StepSpec>>

const afterwards = {
  lodgeRemedy: {
    about: '登记针对本件答复（或者未答复）的复议、诉讼，计入年报表四。',
    fields: [
      choice('route', '途径', {
        reconsideration: '行政复议',
        litigationDirect: '未经复议直接起诉',
        litigationAfterReconsideration: '复议后起诉',
      }),
      line('body', '复议机关或者法院'),
      line('reference', '案号', { optional: true, most: 100 }),
      { name: 'on', label: '提出之日', ...today },
      { ...reason('需要说明的情况'), optional: true },
    ],
  },
  noteRemedy: {
    fields: [
      { name: 'remedy', label: '哪一件复议或者诉讼', kind: 'remedy' },
      { name: 'text', label: '进展（二审、再审也记在这里）', kind: 'words', most: 2000 },
    ],
  },
  decideRemedy: {
    fields: [
      { name: 'remedy', label: '哪一件复议或者诉讼', kind: 'remedy' },
      choice('result', '结果', remedyResultLabel),
      choice('answerAgain', '是否责令重新答复', { no: '否', yes: '是' }),
      { name: 'on', label: '审结之日', ...today },
      { name: 'words', label: '决定或者判决的要点', kind: 'words', most: 2000 },
    ],
  },
  openRound: {
    about: '开立新的一件申请重新办理，期限自收到决定或者判决之日起算。',
    fields: [{ name: 'orderCameOn', label: '收到决定或者判决之日', ...today }],
  },
  proposePublication: { fields: [reason('建议主动公开的理由')] },
  decidePublication: {
    about: '决定公开的，标题和正文将在门户公布，不得含有申请人的个人信息。公布后不能撤销。',
    fields: [
      choice('publish', '决定', { yes: '主动公开', no: '不主动公开' }),
      reason('决定的理由'),
      line('title', '公布的标题', { optional: true }),
      { name: 'text', label: '公布的正文', kind: 'words', optional: true, most: 50_000 },
    ],
    letter: 'sends',
  },
} as const satisfies Partial<Record<FoiStep, StepSpec>>

const specs: Partial<Record<FoiStep, StepSpec>> = {
  ...onTheWay,
  ...ofOthers,
  ...towardsAnswer,
  ...afterwards,
}

/** How this step is filled in; undefined for those that have a form of their own. */
export function specOf(step: FoiStep): StepSpec | undefined {
  return specs[step]
}
