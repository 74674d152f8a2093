/** A piece of a text: found words, or what stands around them. */
export interface Piece {
  readonly text: string
  readonly found: boolean
}

const around = 28

/** Up to so many places of the text where one of the words stands, each with what stands around it; what a summary says as the text does is said once. */
export function snippetsOf(text: string, words: readonly string[], most = 3): Piece[][] {
  return distinct(quotesOf(text, words), most).map(quote => markedIn(quote, words))
}

function distinct(quotes: readonly string[], most: number): string[] {
  const said: string[] = []
  for (const quote of quotes) {
    if (said.length === most) break
    const core = quote.replaceAll('……', '')
    if (!said.some(each => each.includes(core) || core.includes(each.replaceAll('……', '')))) said.push(quote)
  }
  return said
}

function quotesOf(text: string, words: readonly string[]): string[] {
  return text.split('\n').flatMap(line => {
    const places = words.map(word => line.toLowerCase().indexOf(word.toLowerCase())).filter(at => at >= 0)
    if (places.length === 0) return []
    const first = Math.min(...places)
    const from = Math.max(0, first - around)
    const to = Math.min(line.length, first + around * 3)
    return [`${from > 0 ? '……' : ''}${line.slice(from, to)}${to < line.length ? '……' : ''}`]
  })
}

/** The text cut where the words begin and end. */
export function markedIn(text: string, words: readonly string[]): Piece[] {
  const escaped = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (escaped.length === 0) return [{ text, found: false }]
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'gi'))
    .map((piece, place) => ({ text: piece, found: place % 2 === 1 }))
    .filter(piece => piece.text !== '')
}
