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
