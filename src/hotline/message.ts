import type { Day } from '../statute/day.ts'

/** What a citizen wrote or said: the words alone, without who and when. Either part may be empty. */
export interface Message {
  readonly subject: string
  readonly body: string
}

/** A message with its number, who sent it and the day; `citizen` is whatever tells one caller from another. */
export interface FiledMessage extends Message {
  readonly id: string
  readonly citizen: string
  readonly on: Day
}

// Not a citizen's words: signs that a spreadsheet left, addresses of pages, numbers blacked out with zeros.
const leftOver = /_x000d_|https?:\/\/[\w./?=&%-]*|0000-0+|&nbsp;?/gi

/** A text in small letters with full-width forms folded, without what is not the citizen's words. */
export function cleaned(text: string): string {
  return text.normalize('NFKC').replace(leftOver, ' ').toLowerCase()
}

/** Subject and body as one cleaned text. */
export function textOf({ subject, body }: Message): string {
  return cleaned(`${subject}\n${body}`)
}

/** The subject of a demand of which only the words were written: its first sentence, of at most 40 characters. */
export function firstSentence(words: string): string {
  return [...(words.trim().split(/[\n。！？!?]/)[0] ?? '')].slice(0, 40).join('').trim()
}
