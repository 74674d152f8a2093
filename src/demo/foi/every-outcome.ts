import {
  closedGrounds,
  type Outcome,
  unavailableGrounds,
  unprocessedGrounds,
  withheldGrounds,
} from '../../statute/taxonomy.ts'

const granted: Outcome = { kind: 'granted' }
const partly: Outcome = { kind: 'partlyGranted' }

const refused: readonly Outcome[] = [
  ...withheldGrounds.map(ground => ({ kind: 'withheld', ground }) as const),
  ...unavailableGrounds.map(ground => ({ kind: 'unavailable', ground }) as const),
  ...unprocessedGrounds.map(ground => ({ kind: 'unprocessed', ground }) as const),
  ...closedGrounds.map(ground => ({ kind: 'closed', ground }) as const),
]

/** Every outcome of the form in turn; what is granted comes as often as all others together. */
export const everyOutcome: readonly Outcome[] = refused.flatMap((outcome, at) => [
  outcome,
  at % 4 === 3 ? partly : granted,
])
