/**
 * How far apart two characters stand in a dictionary ordered by sound: those that are typed for one another, since they
 * sound alike, stand close together.
 */
export function soundDistance(one: string, other: string): number {
  const places = placesBySound()
  const [a, b] = [places.get(one), places.get(other)]
  return a === undefined || b === undefined ? Number.POSITIVE_INFINITY : Math.abs(a - b)
}

let known: ReadonlyMap<string, number> | undefined

/** The place of each character in that dictionary; made at the first question, some tens of milliseconds. */
function placesBySound(): ReadonlyMap<string, number> {
  if (known !== undefined) return known
  const order = new Intl.Collator('zh-u-co-pinyin')
  const all = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at))
  known = new Map(all.toSorted(order.compare).map((sign, place) => [sign, place]))
  return known
}
