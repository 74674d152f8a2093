/** Is 1 where it holds of a demand and 0 where not; the demands of a period are those registered in it. */
const demandCounters = [
  ...(['total', 'answered', 'waiting', 'dispatched', 'open', 'closed', 'returnedNow', 'converted'] as const),
  ...(['withdrawn', 'fedBack', 'onTime', 'fedBackLate', 'overdue', 'extended', 'reopened', 'urged'] as const),
  ...(['instant5', 'instant10', 'instant15', 'instant30', 'instant60'] as const),
  ...(['signed30', 'signed60', 'signed120', 'signed240', 'signed480'] as const),
  ...(['calledBack', 'reached', 'resolved', 'partly', 'explained', 'unresolved'] as const),
  ...(['resultVerySatisfied', 'resultSatisfied', 'resultBasically'] as const),
  ...(['resultDissatisfied', 'resultVeryDissatisfied', 'resultUnsaid'] as const),
  ...(['handlingVerySatisfied', 'handlingSatisfied', 'handlingBasically'] as const),
  ...(['handlingDissatisfied', 'handlingVeryDissatisfied', 'handlingUnsaid'] as const),
] as const

/** How often something was done to a demand; what a unit did stands with that unit, also after it gave the demand away. */
const eventCounters = ['dispatches', 'returns', 'extensions', 'reopenings', 'urgings', 'callBacks'] as const

/** What is counted of each demand; every figure is a sum of these, or one sum over another. */
export const counters = [...demandCounters, ...eventCounters] as const
export type Counter = (typeof counters)[number]

/** How much of each counter; what is not there is none. */
export type Counts = Readonly<Partial<Record<Counter, number>>>

/** Counts made counter by counter. */
export function countsOf(of: (counter: Counter) => number): Counts {
  const counts: Partial<Record<Counter, number>> = {}
  for (const counter of counters) {
    const count = of(counter)
    if (count !== 0) counts[counter] = count
  }
  return counts
}

/** One count and another. */
export function added(a: Counts, b: Counts): Counts {
  return countsOf(counter => (a[counter] ?? 0) + (b[counter] ?? 0))
}

/** The sum of some counters. */
export function sumOf(counts: Counts, which: readonly Counter[]): number {
  return which.reduce((sum, counter) => sum + (counts[counter] ?? 0), 0)
}

/** The minutes within which a dispatch may be called immediate. */
export const instantMinutes = [5, 10, 15, 30, 60] as const
export type InstantMinutes = (typeof instantMinutes)[number]

/** The working minutes within which signing may be called timely. */
export const signingMinutes = [30, 60, 120, 240, 480] as const
export type SigningMinutes = (typeof signingMinutes)[number]
