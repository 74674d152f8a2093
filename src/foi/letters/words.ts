// What would turn the reading direction of a letter around, and what no printed page can hold.
const unprintable = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu

/**
 * Words typed by anybody as they stand in a letter: a line is a paragraph, empty ones fall away. The marks that change
 * the direction of reading are taken out, so that nobody's words can rearrange the office's.
 */
export function paragraphsOf(text: string): string[] {
  const printable = wellFormed(text).replace(unprintable, '')
  return printable.split(/\r\n|[\n\r\u2028\u2029]/).flatMap(line => {
    const words = line.replaceAll('\t', ' ').trim()
    return words === '' ? [] : [words]
  })
}

/** The same in one line, for a name. */
export function oneLine(text: string): string {
  return paragraphsOf(text).join(' ')
}

/** Half a character, which no file can hold, becomes the sign for what cannot be shown. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Paragraphs of which the first follows the office's own opening. */
export function opening(words: string, text: string): string[] {
  const [first = '', ...rest] = paragraphsOf(text)
  return [`${words}${first}`, ...rest]
}
