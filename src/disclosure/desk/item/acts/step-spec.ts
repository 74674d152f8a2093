import { resultLabel } from '../../../../statute/taxonomy.ts'
import { reviewFindingLabel } from '../../../events.ts'
import { closedForItems, validityLabel } from '../../../item.ts'
import type { ItemStep } from '../../../steps.ts'

/** One thing to fill in for a step. */
export interface ItemField {
  readonly name: string
  readonly label: string
  readonly kind: 'words' | 'line' | 'day' | 'moment' | 'choice' | 'person' | 'document'
  readonly optional?: boolean
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  readonly hint?: string
  /** The field that is filled with the number or the title of a document that is chosen. */
  readonly fills?: string
}

/** How a step is filled in and what it does. */
export interface ItemStepSpec {
  readonly fields: readonly ItemField[]
  /** What happens, in a sentence, above the fields. */
  readonly about?: string
}

const words = (name: string, label: string, more: Partial<ItemField> = {}): ItemField => ({
  ...{ name, label, kind: 'words' },
  ...more,
})
const choice = (name: string, label: string, options: Readonly<Record<string, string>>): ItemField => ({
  ...{ name, label, kind: 'choice' },
  options: Object.entries(options).map(([value, said]) => ({ value, label: said })),
})
const reason = (label: string, more: Partial<ItemField> = {}) => words('reason', label, more)
const optional = { optional: true } as const
const grounds = Object.fromEntries(closedForItems.map(ground => [ground, resultLabel[`withheld.${ground}`]]))
const { revised, repealed, expired } = validityLabel

/** Every step but saving, which the editor does by itself. */
export const itemStepSpecs: Readonly<Record<Exclude<ItemStep, 'save'>, ItemStepSpec>> = {
  submit: {
    about: '提交后由局办公室审核；再作修改会退回起草。',
    fields: [words('words', '给审核人的话', optional)],
  },
  check: { about: '审核通过后提交保密审查。', fields: [words('words', '审核意见', optional)] },
  review: {
    about: '审查意见针对现在这份稿件；此后改动一个字都须重新审查。',
    fields: [
      choice('finding', '审查意见', reviewFindingLabel),
      words('ground', '审查的依据', { hint: '如：经审查，不涉及国家秘密、工作秘密和个人隐私' }),
    ],
  },
  sendBack: { fields: [reason('退回的原因和要求')] },
  waive: { about: '检查发现的用语确有必要保留的，由提交人以外的人说明。', fields: [reason('保留的理由')] },
  approve: { about: '批准后由公开专员发布。', fields: [words('words', '批准意见', optional)] },
  publish: {
    about: '发布后公众立即可见，公开日期为今天，不能更改。',
    fields: [reason('修改的原因（首次发布不填；公众将看到）', optional)],
  },
  schedule: { fields: [{ name: 'moment', label: '发布时间（北京时间）', kind: 'moment' }] },
  unschedule: { fields: [reason('取消的原因', optional)] },
  publishUrgently: {
    about: '未经保密审查即公开；须由他人尽快补作审查，此前一直标明。',
    fields: [reason('应急发布的理由')],
  },
  reviewUrgent: { fields: [words('ground', '审查的依据')] },
  openRevision: {
    about: '在新稿上修改，公众仍看到现在的版本；审核、审查、批准后发布为新版本。',
    fields: [reason('为什么修改', optional)],
  },
  dropRevision: {
    about: '删去修改中的稿件，公开的版本不变。不能撤销。',
    fields: [reason('放弃的原因', optional)],
  },
  withdraw: {
    about: '公众不再看到正文，原地址说明撤下的时间和原因。',
    fields: [reason('撤下的原因（公众将看到）')],
  },
  restore: { fields: [reason('恢复公开的原因')] },
  end: {
    about: '登记后仍然公开，并标明有效性。不能撤销。',
    fields: [
      choice('validity', '情形', { revised, repealed, expired }),
      { name: 'endsOn', label: '自哪一天起', kind: 'day' },
      {
        ...{ name: 'byItem', label: '依据的文件（本平台已公开的，选后两件互相链接）', kind: 'document' },
        ...optional,
        fills: 'byWords',
      },
      { name: 'byWords', label: '依据的文件或者原因', kind: 'line', hint: '如：云建发〔2026〕5号' },
    ],
  },
  withhold: {
    about: '列入不予公开台账，到期再作审查（《条例》第十八条）。',
    fields: [
      choice('ground', '不予公开的情形', grounds),
      reason('理由'),
      { name: 'reviewOn', label: '下次审查的日期', kind: 'day' },
    ],
  },
  reconsider: {
    fields: [
      choice('open', '审查结论', { yes: '可以公开，转入起草', no: '继续不予公开' }),
      reason('理由'),
      { name: 'reviewOn', label: '下次审查的日期（继续不予公开的）', kind: 'day', optional: true },
    ],
  },
  abandon: { about: '放弃后不能再编辑，索引号不再使用。', fields: [reason('放弃的原因')] },
  handOver: { fields: [{ name: 'to', label: '移交给', kind: 'person' }, reason('移交的原因', optional)] },
  note: { about: '只供本机关人员查看。', fields: [words('text', '备注')] },
}
