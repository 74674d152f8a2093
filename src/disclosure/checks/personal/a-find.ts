/** Personal data found in a text: which rule, where, how grave, and the masked form that could stand there. */
export interface PersonalFind {
  readonly rule: `personal.${string}`
  readonly severity: 'severe' | 'mild'
  readonly start: number
  readonly text: string
  readonly what: string
  readonly proposal: string
}

/** The signs between the first and the last so many, as stars; blanks and dashes stay. */
export function starred(text: string, first: number, last: number): string {
  const signs = [...text]
  const said = signs.flatMap((sign, at) => (/[\s-]/.test(sign) ? [] : [at]))
  const hidden = new Set(said.slice(first, Math.max(first, said.length - last)))
  return signs.map((sign, at) => (hidden.has(at) ? '*' : sign)).join('')
}

/** The words shortly before and after a place. */
export function around(text: string, start: number, length: number, reach = 20): string {
  return text.slice(Math.max(0, start - reach), start + length + reach)
}

/** The words shortly before a place, within its line. */
export function before(text: string, start: number, reach = 20): string {
  return text.slice(Math.max(0, start - reach), start).replace(/^[\s\S]*\n/, '')
}
