/** Where a word stands among single signs: from and to (not included), not minding gaps, width and capitals. */
export function placesOf(signs: readonly string[], word: string): readonly (readonly [number, number])[] {
  const said = signs.flatMap((sign, at) => (sign.trim() === '' ? [] : [{ sign: fold(sign), at }]))
  const wanted = [...word].filter(sign => sign.trim() !== '').map(fold)
  if (wanted.length === 0) return []
  const places: (readonly [number, number])[] = []
  for (let from = 0; from + wanted.length <= said.length; from++) {
    if (!wanted.every((sign, offset) => said[from + offset]?.sign === sign)) continue
    places.push([said[from]?.at ?? 0, (said[from + wanted.length - 1]?.at ?? 0) + 1])
  }
  return places
}

/** Full-width and half-width letters, capitals and small ones are the same. */
function fold(sign: string): string {
  return sign.normalize('NFKC').toLowerCase()
}

/** What stands for a sign that is not given out. */
export const blackSign = '█'

/** Texts that are read as one, with the words blacked out in them, sign for sign; `found` names the words that stood there. */
export function blackedOut(
  texts: readonly string[],
  words: readonly string[],
  found: Set<string>,
): readonly string[] {
  const signs = texts.flatMap((text, piece) => [...text].map(sign => ({ sign, piece })))
  const all = signs.map(({ sign }) => sign)
  for (const word of words) {
    for (const [from, to] of placesOf(
      signs.map(({ sign }) => sign),
      word,
    )) {
      found.add(word)
      all.fill(blackSign, from, to)
    }
  }
  const out = texts.map(() => '')
  for (const [at, { piece }] of signs.entries()) out[piece] += all[at] ?? ''
  return out
}
