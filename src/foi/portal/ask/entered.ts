import {
  type Applicant,
  type ApplicantKind,
  applicantKinds,
  type GivingForm,
  givingForms,
  type ServingWay,
  servingWays,
} from '../../request.ts'

/** What was typed into the form, field by field, so that nothing is lost. */
export interface Typed {
  readonly kind: string
  readonly name: string
  readonly document: string
  readonly contact: string
  readonly address: string
  readonly agentName: string
  readonly agentDocument: string
  readonly authority: string
  readonly description: string
  readonly giving: string
  readonly serving: string
  readonly agencies: readonly string[]
  /** The secret of this form: sent twice, it is one request. */
  readonly once: string
}

/** What is wrong with which field, in the order of the form. */
export type Wrong = Readonly<Partial<Record<keyof Typed | 'files', string>>>

/** The form as it can be lodged. */
export interface Entered {
  readonly applicantKind: ApplicantKind
  readonly applicant: Applicant
  readonly description: string
  readonly givingForm: GivingForm
  readonly servingWay: ServingWay
  readonly agencies: readonly string[]
}

/** A form before anything was typed. */
export const blank: Omit<Typed, 'once'> = {
  ...{ kind: 'naturalPerson', name: '', document: '', contact: '', address: '' },
  ...{ agentName: '', agentDocument: '', authority: '', description: '' },
  ...{ giving: 'electronic', serving: 'internet', agencies: [] },
}

const limits = {
  ...{ name: 100, document: 60, contact: 100, address: 200 },
  ...{ agentName: 100, agentDocument: 60, authority: 200 },
} as const

/** Reads the form; where something is wrong, says so at its field. */
export function enteredOf(typed: Typed, agencies: readonly string[]): Entered | Wrong {
  const wrong: Partial<Record<keyof Typed, string>> = {}
  const applicantKind = applicantKinds.find(each => each === typed.kind)
  const givingForm = givingForms.find(each => each === typed.giving)
  const servingWay = servingWays.find(each => each === typed.serving)
  for (const [field, message] of missing(typed)) wrong[field] = message
  for (const [field, most] of Object.entries(limits)) {
    if (isLimited(field) && [...typed[field]].length > most) wrong[field] = `不能超过 ${most} 字。`
  }
  const length = [...typed.description].length
  if (length > 5000)
    wrong.description = `现在有 ${length} 字，不能超过 5000 字。请概括，详细材料可以作为附件上传。`
  if (typed.agencies.some(code => !agencies.includes(code)))
    wrong.agencies = '选择的机关不存在或者已撤销，请重新选择。'
  if (typed.agencies.length > 10) wrong.agencies = '一次最多选择 10 个机关。'
  if (applicantKind === undefined) wrong.kind = '请选择申请人类型。'
  if (givingForm === undefined) wrong.giving = '请选择信息的形式。'
  if (servingWay === undefined) wrong.serving = '请选择获取的途径。'
  if (Object.keys(wrong).length > 0) return wrong
  if (applicantKind === undefined || givingForm === undefined || servingWay === undefined) return wrong
  const { description, agencies: chosen } = typed
  return {
    applicantKind,
    applicant: applicantIn(typed),
    description,
    givingForm,
    servingWay,
    agencies: chosen,
  }
}

function isLimited(field: string): field is keyof typeof limits {
  return field in limits
}

function missing(typed: Typed): [keyof Typed, string][] {
  const { agentName, agentDocument, authority } = typed
  const byAgent = [agentName, agentDocument, authority].some(each => each !== '')
  const needed: [keyof Typed, boolean, string][] = [
    ['name', true, '请填写姓名或者单位名称。'],
    ['document', true, '请填写证件号码：居民身份证等证件号码，或者统一社会信用代码。'],
    ['contact', true, '请填写电话或者电子邮箱，本机关要据此与您确认。'],
    ['address', typed.serving === 'post', '选择邮寄的，请填写邮寄地址。'],
    ['agentName', byAgent, '委托他人代理的，请填写代理人的姓名。'],
    ['agentDocument', byAgent, '委托他人代理的，请填写代理人的证件号码。'],
    ['authority', byAgent, '委托他人代理的，请写明授权依据，如授权委托书。'],
    ['description', true, '请写明要申请的政府信息：名称、文号，或者便于查找的其他特征。'],
  ]
  const found = needed.flatMap(([field, need, message]): [keyof Typed, string][] =>
    need && typed[field].length === 0 ? [[field, message]] : [],
  )
  return typed.agencies.length === 0 ? [...found, ['agencies', '请至少选择一个机关。']] : found
}

function applicantIn(typed: Typed): Applicant {
  const { name, document, contact, address, agentName, agentDocument, authority } = typed
  const agent = agentName === '' ? null : { name: agentName, document: agentDocument, authority }
  return { name, document, contact, address, agent }
}
