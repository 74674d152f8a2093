import { callBackFailureLabel, callBackWayLabel, resolutionLabel, satisfactionLabel } from '../events.ts'
import type { DemandStep } from '../steps.ts'

/** A field of a step's form. */
export interface DemandField {
  readonly name: string
  readonly label: string
  readonly kind: 'words' | 'text' | 'number' | 'day' | 'unit' | 'units' | 'choice'
  readonly optional?: boolean
  /** What stands there before anybody chooses. */
  readonly usual?: string
  /** The largest number. */
  readonly most?: number
  readonly options?: Readonly<Record<string, string>>
}

const words = (label: string): DemandField => ({ name: 'words', label, kind: 'words' })
const reason = (label: string, optional = false): DemandField => ({
  name: 'reason',
  label,
  kind: 'words',
  optional,
})
const unit: DemandField = { name: 'unit', label: '承办单位', kind: 'unit' }
const level = (name: string, label: string): DemandField => ({
  ...{ name, label, kind: 'choice', optional: true, options: satisfactionLabel },
})

const conversionFields: readonly DemandField[] = [
  { ...unit, label: '受理申请的机关' },
  { name: 'name', label: '申请人的姓名或者名称', kind: 'text' },
  { name: 'document', label: '身份证明（没有提供的写“未提供，待补正”）', kind: 'text' },
  { name: 'contact', label: '联系方式', kind: 'text' },
  reason('转办的理由'),
]

/** What each step asks of whoever takes it. */
export const demandStepFields: Readonly<Record<DemandStep, readonly DemandField[]>> = {
  convert: conversionFields,
  answer: [words('答复的内容')],
  dispatch: [unit, { name: 'basis', label: '依据（权责清单）', kind: 'text', optional: true }],
  sign: [],
  return: [reason('退单的理由'), { name: 'responsible', label: '应由谁办理', kind: 'text', optional: true }],
  refuseReturn: [reason('不同意退单的理由')],
  arbitrate: [unit, reason('裁定的理由')],
  askExtension: [
    { name: 'workdays', label: '延长几个工作日', kind: 'number', most: 30 },
    reason('申请延期的理由'),
  ],
  extend: [reason('意见', true)],
  declineExtension: [reason('不同意延期的理由')],
  suspend: [reason('中止的理由')],
  resume: [reason('说明', true)],
  feedBack: [
    { name: 'resolution', label: '办理结果', kind: 'choice', options: resolutionLabel },
    words('办理的情况和结果（告知来电人）'),
  ],
  callBack: [
    level('handling', '对办理过程的评价'),
    level('result', '对办理结果的评价'),
    {
      ...{ name: 'failure', label: '没有评价的原因', kind: 'choice', optional: true },
      options: callBackFailureLabel,
    },
    { name: 'way', label: '回访方式', kind: 'choice', options: callBackWayLabel, usual: 'phone' },
    { ...words('来电人的意见；不满意的写明原因'), optional: true },
  ],
  close: [],
  explain: [words('向来电人解释的情况和不再办理的理由（告知来电人）')],
  reopen: [reason('重办的理由')],
  urge: [words('催办的内容')],
  supervise: [words('督办的内容')],
  escalate: [words('提级督办的内容')],
  coHandle: [
    { name: 'units', label: '会办单位', kind: 'units' },
    { ...words('会办的事项'), optional: true },
  ],
  givePart: [words('本单位办理的情况（供主办单位反馈时采用）')],
  releaseCoHandler: [{ ...unit, label: '会办单位' }, reason('取消会办的理由')],
  changeLimit: [
    { name: 'workdays', label: '一共几个工作日', kind: 'number', most: 250 },
    reason('调整期限的理由'),
  ],
  merge: [{ name: 'into', label: '并入哪一件（编号）', kind: 'text' }, reason('合并的理由')],
  unmerge: [reason('撤销合并的理由')],
  instruct: [
    { name: 'leader', label: '批示的领导', kind: 'text' },
    words('批示的内容'),
    { name: 'dueOn', label: '何日前反馈', kind: 'day', optional: true },
  ],
  answerInstruction: [words('批示办理的情况')],
  // It has a page of its own, which works without a line.
  visit: [],
  note: [words('备注')],
  withdraw: [reason('撤回的理由')],
}

/** What a step says of itself before it is taken; for what cannot be undone. */
export const demandStepAbout: Partial<Record<DemandStep, string>> = {
  callBack: '没有评价的，两项评价都不选，并选择原因。',
  merge:
    '并入后与另一件一并办理、一并反馈，来电人仍各自回访；可以撤销，撤销后恢复原来的办理环节，期限照常计算。',
  changeLimit: '从派单起一共几个工作日；已用的时间不变。',
  feedBack: '有会办单位的，请汇总各单位的意见后反馈。',
  convert:
    '转办后这件诉求结束，另登记一件信息公开申请；收到申请的机关与申请人确认后才起算答复期限（《政府信息公开条例》第三十一条）。',
  close: '办结后只能由回访员或者督办员重办。',
  explain: '来电人不满意、但确已依法办理到位的，说明理由后办结；还能办理的，请重办。',
  return: '退单期间办理期限照常计算；第二次退单由督办员裁定。',
  arbitrate: '裁定后承办单位不能再退单。',
  withdraw: '撤回后不能恢复，需要时请重新登记。',
}
