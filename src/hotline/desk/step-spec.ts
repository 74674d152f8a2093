import { resolutionLabel, satisfactionLabel } from '../events.ts'
import type { DemandStep } from '../steps.ts'

/** A field of a step's form. */
export interface DemandField {
  readonly name: string
  readonly label: string
  readonly kind: 'words' | 'text' | 'number' | 'unit' | 'choice'
  readonly optional?: boolean
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

/** What each step asks of whoever takes it. */
export const demandStepFields: Readonly<Record<DemandStep, readonly DemandField[]>> = {
  answer: [words('答复的内容')],
  dispatch: [unit, { name: 'basis', label: '依据（权责清单）', kind: 'text', optional: true }],
  sign: [],
  return: [reason('退单的理由'), { name: 'responsible', label: '应由谁办理', kind: 'text', optional: true }],
  refuseReturn: [reason('不同意退单的理由')],
  arbitrate: [unit, reason('裁定的理由')],
  askExtension: [{ name: 'workdays', label: '延长几个工作日', kind: 'number' }, reason('申请延期的理由')],
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
    { ...words('来电人的意见'), optional: true },
  ],
  close: [],
  reopen: [reason('重办的理由')],
  urge: [words('催办的内容')],
  note: [words('备注')],
  withdraw: [reason('撤回的理由')],
}

/** What a step says of itself before it is taken; for what cannot be undone. */
export const demandStepAbout: Partial<Record<DemandStep, string>> = {
  callBack: '没有联系上来电人的，两项评价都不选。',
  close: '办结后只能由回访员或者督办员重办。',
  return: '退单期间办理期限照常计算；第二次退单由督办员裁定。',
  arbitrate: '裁定后承办单位不能再退单。',
  withdraw: '撤回后不能恢复，需要时请重新登记。',
}
