/** Numbers from 0 up to 1 that look drawn by chance and are the same for the same seed: what is trained must be trained again alike. */
export function chance(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4_294_967_296
  }
}

/** Puts the first so many of a list into an order by chance, in place. */
export function shuffle(list: Int32Array | number[], count: number, draw: () => number): void {
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1))
    const kept = list[at] ?? 0
    list[at] = list[other] ?? 0
    list[other] = kept
  }
}
