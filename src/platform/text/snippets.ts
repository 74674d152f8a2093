/** A piece of a text: found words, or what stands around them. */
export interface Piece {
  readonly text: string
  readonly found: boolean
}

const around = 28

/** Up to so many places of the text where one of the words stands, each with what stands around it. */
export function snippetsOf(text: string, words: readonly string[], most = 3): Piece[][] {
  return text
    .split('\n')
    .flatMap(line => {
      const places = words.map(word => line.toLowerCase().indexOf(word.toLowerCase())).filter(at => at >= 0)
      if (places.length === 0) return []
      const first = Math.min(...places)
      const from = Math.max(0, first - around)
      const to = Math.min(line.length, first + around * 3)
      const cut = `${from > 0 ? '……' : ''}${line.slice(from, to)}${to < line.length ? '……' : ''}`
      return [markedIn(cut, words)]
    })
    .slice(0, most)
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
