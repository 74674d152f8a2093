/**
 * Words as whole numbers. A pair of neighbouring characters is its two code units side by side, so two pairs are never
 * taken for one; what narrows a search stands in the same list, under private code units that no text holds.
 */
export type Token = number

/** Two code units as one number. */
export function joined(high: number, low: number): Token {
  return (high << 16) | low
}

/** The runs of letters and numbers of a text, in small letters: between them stands what is neither. */
export function runsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The pairs of one run. A run of one character has none. */
export function pairsOf(run: string): Token[] {
  return [...pairsOfText(run)]
}

/** The pairs of a text, each once, in their order as numbers. */
export function pairsOfText(text: string): Token[] {
  const pairs = new Int32Array(text.length)
  let count = 0
  for (const run of runsOf(text)) {
    for (let at = 0; at + 1 < run.length; at++) {
      pairs[count++] = joined(run.charCodeAt(at), run.charCodeAt(at + 1))
    }
  }
  const sorted = pairs.subarray(0, count).sort()
  return [...sorted.filter((pair, at) => pair !== sorted[at - 1])]
}

/** The single characters of a short text: by them one character alone is found. */
export function charactersOf(text: string): Token[] {
  return [...new Set(runsOf(text).join(''))].map(character => joined(0, character.charCodeAt(0)))
}
