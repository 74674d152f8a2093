import { unescaped } from '../../checks/plain.ts'

const ends =
  /<\/?(?:p|h[1-6]|li|ul|ol|tr|td|th|table|caption|thead|tbody|tfoot|br|hr|blockquote|figure|figcaption)\b[^>]*>/gi
/** The words of a clean body: what stood in one paragraph stays together, tags within it leave no gap. */
export function readable(body: string): string {
  const text = body
    .replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/gi, '$1')
    .replace(ends, '\n')
    .replace(/<[^>]*>/g, '')
  return even(unescaped(text))
}

/** Full-width letters and digits become plain, old forms of characters their usual ones; punctuation stays. */
export function folded(text: string): string {
  return text
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, sign =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, sign => sign.normalize('NFKC'))
    .replace(/\0/g, '')
    .replace(/[^\S\n]+/g, ' ')
}

/** A text as it is searched and quoted: folded, and gaps between Chinese characters closed. */
export function even(text: string): string {
  return folded(text)
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replace(/ *\n\s*/g, '\n')
    .trim()
}

/** The same without anything but letters and numbers, in small letters: how a title is compared whole. */
export function plainOf(text: string): string {
  return even(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
