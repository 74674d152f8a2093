import type { Day } from '../../statute/day.ts'
import { type ItemForm, type OwnField, theForm } from '../forms.ts'
import { dayIn, dayOfField } from './dates.ts'
import type { TellFault } from './fault.ts'
import type { SiteField, SiteSource } from './mapping.ts'

interface Page {
  readonly says: (source: SiteSource) => string
}

/** The fields that only this form has, as far as the page's table of facts or its list tells them, and what is missing. */
export function ownFields(
  page: Page,
  say: (field: SiteField) => string,
  form: ItemForm,
  { today, tell }: { readonly today: Day; readonly tell: TellFault },
): { readonly own: Readonly<Record<string, string>>; readonly missing: readonly string[] } {
  const own: Record<string, string> = {}
  const missing: string[] = []
  for (const field of theForm(form).fields) {
    const { key, label, required } = field
    const mapped = key === 'effectiveOn' || key === 'expiresOn' ? key : undefined
    const value =
      mapped === undefined ? said(page, field) : dayOfField(say, mapped, { today, later: true }, tell)
    if (value !== undefined) own[key] = value
    else if (required) missing.push(label)
  }
  return { own, missing }
}

function said(page: Page, { label, kind }: OwnField): string | undefined {
  const text = oneLine(page.says({ from: 'label', name: label }) || page.says({ from: 'list', name: label }))
  if (kind === 'day') return dayIn(text)
  if (kind === 'number') return /^\d{1,15}(?:\.\d+)?$/.test(text) ? text : undefined
  return text === '' ? undefined : text.slice(0, 5000)
}

/** Without line breaks, and each blank once. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}
