import { type DemandType, demandTypes, longest } from '../../demand.ts'

/** What was typed into the form, field by field, so that nothing is lost. */
export interface Typed {
  readonly agency: string
  readonly type: string
  readonly subject: string
  readonly body: string
  readonly place: string
  readonly name: string
  readonly phone: string
  readonly confidential: boolean
  /** The published answer of the same matter; empty where there is none. */
  readonly same: string
  /** The secret of this form: sent twice, it is one demand. */
  readonly once: string
}

/** What is wrong with which field, in the order of the form. */
export type Wrong = Readonly<Partial<Record<keyof Typed | 'files', string>>>

/** A form before anything was typed. */
export const blank: Omit<Typed, 'once' | 'agency'> = {
  ...{ type: '', subject: '', body: '', place: '', name: '', phone: '', confidential: false, same: '' },
}

/** Reads the form; where something is wrong, says so at its field. */
export function enteredOf(
  typed: Typed,
  hotlines: readonly string[],
): (Typed & { readonly type: DemandType }) | { readonly wrong: Wrong } {
  const wrong: Partial<Record<keyof Typed, string>> = {}
  const type = demandTypes.find(each => each === typed.type)
  if (!hotlines.includes(typed.agency)) wrong.agency = '请选择受理热线'
  if (type === undefined) wrong.type = '请选择诉求的类型'
  if (typed.subject === '') wrong.subject = '请用一句话写明您的诉求'
  if (typed.body === '') wrong.body = '请写明时间、地点、经过和您的要求'
  if (typed.phone === '') wrong.phone = '请填写联系电话，办完后要回访您'
  for (const field of ['subject', 'body', 'place', 'name', 'phone'] as const) {
    const length = [...typed[field]].length
    if (length > longest[field]) wrong[field] = `现在有 ${length} 字，不能超过 ${longest[field]} 字`
  }
  return type === undefined || Object.keys(wrong).length > 0 ? { wrong } : { ...typed, type }
}
