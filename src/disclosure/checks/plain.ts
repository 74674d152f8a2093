import { theForm } from '../forms.ts'
import type { ItemContent } from '../item.ts'

/** The words of a field as a reader sees them. */
export interface FieldText {
  /** `title`, `summary`, `body`, `own.phone`. */
  readonly field: string
  readonly label: string
  readonly text: string
}

const named: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' },
}

/** Clean HTML as plain text: a line for each paragraph, item and row; cells stand apart by a tab. */
export function plainText(body: string): string {
  return unescaped(
    body
      .replace(/<\/(?:td|th)>/g, '\t')
      .replace(/<\/(?:p|h[2-4]|li|tr|caption|blockquote|figcaption)>|<(?:br|hr)\s*\/?>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  )
}

/** Markup's ways of writing a character, as the character. */
export function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, number, hex, name) => {
    const code =
      number === undefined ? (hex === undefined ? undefined : Number.parseInt(hex, 16)) : Number(number)
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return named[String(name).toLowerCase()] ?? whole
  })
}

/** Every field of a content that holds words, as plain text; empty ones are left out. */
export function fieldTexts(content: ItemContent): readonly FieldText[] {
  const { title, summary, body, keywords, own, form } = content
  const labels = new Map(theForm(form).fields.map(({ key, label }) => [key, label]))
  return [
    { field: 'title', label: '标题', text: title },
    { field: 'summary', label: '摘要', text: summary },
    { field: 'keywords', label: '关键词', text: keywords.join(' ') },
    { field: 'body', label: '正文', text: plainText(body) },
    ...Object.entries(own).map(([key, text]) => ({
      field: `own.${key}`,
      label: labels.get(key) ?? key,
      text,
    })),
  ].filter(({ text }) => text.trim() !== '')
}

/** Full-width digits, letters and blanks as half-width ones, character for character, so that places stay what they are. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ＠．－＋　]/g, sign =>
    sign === '　' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}
