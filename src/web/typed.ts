/** A text without what no page should show: control characters, and marks that turn the direction of reading. */
export function plainText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)\p{Cc}|\p{Bidi_Control}/gu, '')
    .trim()
}
