import { isDay } from '../../statute/day.ts'
import { theForm } from '../forms.ts'
import type { ItemContent } from '../item.ts'

/** What a reader could not do without and is still missing, by the names of the fields; Art. 12 and the form's own. */
export function missingOf(content: ItemContent): string[] {
  const { title, madeOn, body, attachments, rows, form, documentNumber } = content
  const own = theForm(form)
  const says = body.replace(/<[^>]*>/g, '').trim() !== '' || attachments.length > 0 || rows !== null
  return [
    ...(title.trim() === '' ? ['标题'] : []),
    ...(madeOn === null ? ['成文日期'] : []),
    ...(own.inForce === true && documentNumber === null ? ['发文字号'] : []),
    ...(own.rows === true && rows === null ? ['结果明细（表格）'] : []),
    ...(says ? [] : ['正文或者附件']),
    ...own.fields
      .filter(({ key, required }) => required && (content.own[key] ?? '').trim() === '')
      .map(({ label }) => label),
  ]
}

/** The own fields of the form that say a day or a number and hold something else, each in a sentence. */
export function misfilledIn({ form, own }: Pick<ItemContent, 'form' | 'own'>): string[] {
  return theForm(form).fields.flatMap(({ key, label, kind }) => {
    const said = (own[key] ?? '').trim()
    if (said === '') return []
    if (kind === 'day' && !isDay(said)) return [`“${label}”写的是“${said}”，请写成 2026-03-02 这样的日期`]
    return kind === 'number' && !/^-?\d+(?:\.\d+)?$/.test(said)
      ? [`“${label}”写的是“${said}”，请只写数字`]
      : []
  })
}
