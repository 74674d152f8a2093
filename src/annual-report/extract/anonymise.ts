import { type CountedLine, type ExtractLine, rangeOf } from './extract.ts'

/** Fewer than so many alike are not shown apart (decision 0009). */
export const fewestAlike = 5

/**
 * The lines of the public extract. Table 3 already publishes how many of each kind entered and left how; the extract adds
 * two things, and each only where no small group is left: which entered with which left, and how long it took.
 * `nextId` draws an identifier that says nothing; the lines stand in the order of what was drawn.
 */
export function anonymised(lines: readonly CountedLine[], nextId: () => string): ExtractLine[] {
  const parts: Omit<ExtractLine, 'id'>[] = []
  for (const ofKind of groupsOf(lines, ({ applicantKind }) => applicantKind)) {
    const joined = mayBeJoined(ofKind)
    for (const alike of groupsOf(ofKind, ({ left }) => left)) {
      const timed = mayBeTimed(alike)
      for (const { applicantKind, entered, left, workdays: taken } of alike) {
        const workdays = timed && taken !== null ? rangeOf(taken) : null
        if (joined) parts.push({ applicantKind, entered, left, workdays })
        else {
          parts.push({ applicantKind, entered, left: null, workdays: null })
          parts.push({ applicantKind, entered: null, left, workdays })
        }
      }
    }
  }
  return parts
    .map(part => ({ id: nextId(), ...part }))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

/**
 * May how a request entered stand beside how it left? Where all of a kind entered alike it tells nothing new; else every
 * group must be large, and neither way of entering may have led to one outcome alone.
 */
function mayBeJoined(ofKind: readonly CountedLine[]): boolean {
  const ways = groupsOf(ofKind, ({ entered }) => entered)
  if (ways.length < 2) return true
  return ways.every(way => {
    const outcomes = groupsOf(way, ({ left }) => left)
    return outcomes.length > 1 && outcomes.every(({ length }) => length >= fewestAlike)
  })
}

/** May the working days be shown of requests of one kind and one outcome? Only where each range holds enough of them. */
function mayBeTimed(alike: readonly CountedLine[]): boolean {
  return groupsOf(alike, ({ workdays }) => (workdays === null ? '' : rangeOf(workdays))).every(
    ({ length }) => length >= fewestAlike,
  )
}

function groupsOf<T>(items: readonly T[], key: (item: T) => string): T[][] {
  return [...Map.groupBy(items, key).values()]
}
