import type { ItemFinding } from '../checks/finding.ts'

/** The event by which the body shows words that were found in it. */
export const foundInBody = 'gongkai-found-in-body'

/** The id of the field of a draft on the page: `own.phone` is `field-own-phone`. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}

/** Leads to the field in which something was found, and in the body to the very words. */
export function jumpTo({ field, at }: Pick<ItemFinding, 'field' | 'at'>): void {
  const place =
    document.getElementById(fieldId(field)) ??
    document.getElementById(fieldId(field.split('.')[0] ?? '')) ??
    document.getElementById('draft')
  place?.scrollIntoView({ block: 'center' })
  if (field === 'body') dispatchEvent(new CustomEvent(foundInBody, { detail: at }))
  else place?.focus()
}
