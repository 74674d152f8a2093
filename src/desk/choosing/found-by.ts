/** Something that is chosen by its name. */
export interface Named {
  readonly label: string
  /** The first letters of its names as they are spoken, parted by blanks. */
  readonly initials: string
}

/**
 * Those whose name has the characters or whose spoken name has the first letters, the nearest first: 住建局 and zjj find
 * 住房和城乡建设局 too, whose characters they are in order.
 */
export function foundBy<T extends Named>(sought: string, all: readonly T[]): T[] {
  // Input methods part the letters that they have not composed yet.
  const said = sought.toLowerCase().replaceAll(/[\s'’]/g, '')
  if (said === '') return [...all]
  return all
    .map(each => ({ each, far: distanceOf(said, each) }))
    .filter(({ far }) => far < unlike)
    .toSorted((a, b) => a.far - b.far)
    .map(({ each }) => each)
}

const unlike = 5

function distanceOf(said: string, { label, initials }: Named): number {
  if (label.toLowerCase().includes(said)) return 0
  const spoken = initials.split(' ')
  if (spoken.some(word => word.startsWith(said))) return 1
  if (spoken.some(word => word.includes(said))) return 2
  const names = [...spoken, label.toLowerCase()].filter(word => isWithin(said, word))
  if (names.length === 0) return unlike
  return names.some(word => word.startsWith(said.slice(0, 1))) ? 3 : 4
}

/** Do the characters stand in the word, in their order? */
function isWithin(said: string, word: string): boolean {
  let at = 0
  for (const sign of word) if (sign === said[at]) at++
  return at === said.length
}
