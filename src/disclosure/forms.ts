import type { DutyKind } from '../statute/proactive.ts'

/** The forms in which information is disclosed 信息形式: each has fields of its own and a place on the shelf. */
export const itemForms = [
  ...(['regulation', 'normativeDocument', 'document', 'interpretation', 'policyQuestions'] as const),
  ...(['permitResults', 'penaltyResults', 'coercionResults', 'fees', 'budget', 'procurement'] as const),
  ...(['project', 'emergency', 'recruitment', 'institution', 'plan', 'statistics', 'inspection'] as const),
  ...(['livelihood', 'pressConference', 'interview', 'story', 'consultation', 'consultationResult'] as const),
  ...(['guide', 'rule', 'news'] as const),
] as const
export type ItemForm = (typeof itemForms)[number]

/** A field that only one form has. */
export interface OwnField {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'long' | 'day' | 'number'
  readonly required: boolean
}

/** What a form is: its name, the kind of Art. 20 that it usually fulfils, its own fields. */
export interface FormOfItem {
  readonly label: string
  readonly duty: DutyKind
  readonly fields: readonly OwnField[]
  /** Is it in force or repealed, and counted as such? */
  readonly inForce?: true
  /** Its rows come in bulk from a sheet or the interface. */
  readonly rows?: true
}

const text = (key: string, label: string, required = false): OwnField => ({
  key,
  label,
  kind: 'text',
  required,
})
const long = (key: string, label: string, required = false): OwnField => ({
  key,
  label,
  kind: 'long',
  required,
})
const day = (key: string, label: string, required = false): OwnField => ({
  key,
  label,
  kind: 'day',
  required,
})
const number = (key: string, label: string, required = false): OwnField => ({
  ...{ key, label, kind: 'number', required },
})

const lasting = [
  day('effectiveOn', '施行日期', true),
  day('expiresOn', '有效期至'),
  text('drafter', '起草处室'),
]

/** Every form with its own fields; the editor, the checks and the item page all read this table. */
export const formOf = {
  regulation: { label: '规章', duty: '20.1', fields: lasting, inForce: true },
  normativeDocument: { label: '行政规范性文件', duty: '20.1', fields: lasting, inForce: true },
  document: { label: '其他文件', duty: '20.15', fields: [] },
  interpretation: {
    label: '政策解读',
    duty: '20.3',
    fields: [
      text('by', '解读单位', true),
      text('medium', '解读形式', true),
      long('changes', '与原政策的不同'),
    ],
  },
  policyQuestions: { label: '政策问答', duty: '20.3', fields: [text('source', '问题来源')] },
  permitResults: {
    label: '行政许可结果',
    duty: '20.5',
    fields: [text('period', '所属时段', true)],
    rows: true,
  },
  penaltyResults: {
    label: '行政处罚决定',
    duty: '20.6',
    fields: [text('period', '所属时段', true)],
    rows: true,
  },
  coercionResults: {
    label: '行政强制决定',
    duty: '20.6',
    fields: [text('period', '所属时段', true)],
    rows: true,
  },
  fees: {
    ...{ label: '行政事业性收费', duty: '20.8', rows: true },
    fields: [text('period', '所属时段', true), text('basis', '收费依据', true), text('standard', '收费标准')],
  },
  budget: {
    ...{ label: '财政预算、决算', duty: '20.7' },
    fields: [
      number('year', '年度', true),
      text('stage', '预算或者决算', true),
      day('approvedOn', '批复日期', true),
    ],
  },
  procurement: {
    ...{ label: '政府采购', duty: '20.9' },
    fields: [
      text('project', '采购项目', true),
      number('amountWan', '金额（万元）'),
      text('winner', '成交供应商'),
    ],
  },
  project: {
    ...{ label: '重大建设项目', duty: '20.10' },
    fields: [text('project', '项目名称', true), text('stage', '公开阶段', true), text('unit', '建设单位')],
  },
  emergency: {
    ...{ label: '应急管理', duty: '20.12' },
    fields: [text('level', '预警级别'), text('area', '影响范围'), text('phone', '求助电话')],
  },
  recruitment: {
    ...{ label: '招考录用', duty: '20.14' },
    fields: [number('places', '名额'), day('enrolUntil', '报名截止'), text('stage', '公开阶段', true)],
  },
  institution: {
    ...{ label: '机构职能', duty: '20.2' },
    fields: [
      ...[
        text('address', '办公地址', true),
        text('hours', '办公时间', true),
        text('phone', '联系电话', true),
      ],
      text('leader', '负责人', true),
    ],
  },
  plan: { label: '规划计划', duty: '20.3', fields: [text('term', '规划期')] },
  statistics: { label: '统计信息', duty: '20.4', fields: [text('period', '统计时段', true)] },
  inspection: {
    ...{ label: '监督检查', duty: '20.13' },
    fields: [text('subject', '检查对象'), day('inspectedOn', '检查日期')],
  },
  livelihood: { label: '民生保障', duty: '20.11', fields: [text('audience', '面向对象')] },
  pressConference: {
    ...{ label: '新闻发布会', duty: '20.15' },
    fields: [day('heldOn', '举行日期', true), text('place', '地点'), long('speakers', '发布人', true)],
  },
  interview: {
    ...{ label: '访谈', duty: '20.15' },
    fields: [day('heldOn', '访谈日期', true), text('guest', '嘉宾', true), text('medium', '媒体')],
  },
  story: {
    ...{ label: '报刊广播电视报道', duty: '20.15' },
    fields: [text('medium', '媒体', true), day('printedOn', '刊播日期', true), text('page', '版面或者频道')],
  },
  consultation: {
    ...{ label: '意见征集', duty: '20.15' },
    fields: [
      ...[day('opensOn', '开始日期', true), day('closesOn', '截止日期', true)],
      text('contact', '联系方式', true),
    ],
  },
  consultationResult: { label: '意见征集结果', duty: '20.15', fields: [] },
  guide: { label: '政府信息公开指南', duty: '20.15', fields: [] },
  rule: { label: '政府信息公开制度', duty: '20.15', fields: [] },
  news: { label: '动态、公告', duty: '20.15', fields: [] },
} as const satisfies Record<ItemForm, FormOfItem>

/** Is this text a form? */
export function isItemForm(text: string): text is ItemForm {
  return itemForms.some(form => form === text)
}

/** The form with its fields, as every reader of the table takes it. */
export function theForm(form: ItemForm): FormOfItem {
  return formOf[form]
}

/** Is it a form whose results come in bulk? */
export function hasRows(form: string): form is ItemForm {
  return isItemForm(form) && theForm(form).rows === true
}
