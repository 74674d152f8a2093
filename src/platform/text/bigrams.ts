/**
 * The pairs of neighbouring characters of a text, each once, in small letters and full-width folded; what is neither
 * letter nor number parts words. A word of one character stands alone. Texts are found by the pairs that they share.
 */
export function bigrams(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const found = new Set<string>()
  for (const word of words) {
    const characters = [...word]
    if (characters.length === 1) found.add(word)
    for (let at = 0; at + 1 < characters.length; at++) found.add(`${characters[at]}${characters[at + 1]}`)
  }
  return [...found]
}
