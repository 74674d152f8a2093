import { zeroReport } from '../annual-report/blank.ts'
import { withCell } from '../annual-report/cells.ts'
import type { AnnualReport, CellPath, FormRow } from '../annual-report/form.ts'
import { applicationPath } from '../annual-report/labels.ts'
import type { Agency } from '../office/roles.ts'
import { rowOf } from '../statute/taxonomy.ts'
import { remediesOfYear } from './foi/contested.ts'
import { everyOutcome } from './foi/every-outcome.ts'
import { handling } from './foi/topics.ts'
import { proseOf } from './words.ts'

/** What one year leaves to the next. */
export interface Left {
  readonly carriedOut: readonly number[]
  readonly inForce: { readonly regulations: number; readonly normativeDocuments: number }
}

/** What stands before the first year. */
export const nothingLeft: Left = {
  carriedOut: [0, 0, 0, 0, 0, 0],
  inForce: { regulations: 0, normativeDocuments: 24 },
}

const outcomes: readonly FormRow[] = [
  ...([
    'granted',
    'granted',
    'granted',
    'partlyGranted',
    'unavailable.notHeld',
    'unavailable.notHeld',
  ] as const),
  ...([
    'withheld.thirdParty',
    'withheld.deliberative',
    'unavailable.needsCreation',
    'unprocessed.petition',
  ] as const),
  ...(['unprocessed.repeated', 'closed.uncorrected', 'withheld.administrativeInquiry', 'granted'] as const),
]

/** Where each request stands behind the figures (`foi/plan.ts`), every row of the form occurs. */
const ofHandling: readonly FormRow[] = everyOutcome.map(rowOf)

/** A year of an agency, the same each time it is told: every request enters, leaves or is carried on. */
export function yearOfAgency(
  agency: Omit<Agency, 'standing'>,
  year: number,
  left: Left,
): { report: AnnualReport; left: Left } {
  const chance = chanceOf(`${agency.code} ${year}`)
  const handled = handling.some(({ agency: code }) => code === agency.code)
  const rows = handled ? ofHandling : outcomes
  let turn = year
  const next = () => (handled ? turn++ : chance(rows.length)) % rows.length
  const cells = new Map<CellPath, number>()
  const add = (path: CellPath, count: number) => cells.set(path, (cells.get(path) ?? 0) + count)
  const carriedOut = left.carriedOut.map((carriedIn, column) => {
    const received = [8 + chance(40), chance(9), chance(2), chance(3), chance(5), chance(2)][column] ?? 0
    const leaves = Math.max(
      handled ? carriedIn : 0,
      received + carriedIn - (column === 0 ? chance(4) : chance(2)),
    )
    add(applicationPath('received', column), received)
    add(applicationPath('carriedIn', column), carriedIn)
    for (let request = 0; request < leaves; request++) {
      add(applicationPath(rows[next()] ?? 'granted', column), 1)
    }
    add(applicationPath('resultTotal', column), leaves)
    add(applicationPath('carriedOut', column), received + carriedIn - leaves)
    return received + carriedIn - leaves
  })
  const inForce = documents(agency, left, chance, add)
  if (handled) remediesTold(add)
  else remedies(chance, add)
  const report = [...withRowTotals(cells)].reduce(
    (all, [path, count]) => withCell(all, path, count),
    zeroReport(agency.name, year),
  )
  return { report: { ...report, narrative: proseOf(agency, year) }, left: { carriedOut, inForce } }
}

type Add = (path: CellPath, count: number) => void
/** A number below the given one. */
export type Chance = (below: number) => number

function documents(agency: Omit<Agency, 'standing'>, left: Left, chance: Chance, add: Add): Left['inForce'] {
  const issued = chance(8)
  const repealed = chance(4)
  const normativeDocuments = left.inForce.normativeDocuments + issued - repealed
  add('proactive.normativeDocuments.issued', issued)
  add('proactive.normativeDocuments.repealed', repealed)
  add('proactive.normativeDocuments.inForce', normativeDocuments)
  if (agency.kind !== 'township') {
    add('proactive.licensing', 200 + chance(4000))
    add('proactive.penalties', chance(600))
    add('proactive.coercion', chance(40))
    add('proactive.feesWan', chance(90_000) / 100)
  }
  return { regulations: left.inForce.regulations, normativeDocuments }
}

function remedies(chance: Chance, add: Add): void {
  for (const group of ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration']) {
    const counts = { upheld: chance(4), corrected: chance(2), other: chance(2), pending: chance(2) }
    for (const [name, count] of Object.entries(counts)) add(`remedies.${group}.${name}`, count)
    add(
      `remedies.${group}.total`,
      Object.values(counts).reduce((sum, count) => sum + count, 0),
    )
  }
}

function remediesTold(add: Add): void {
  for (const [group, column, count] of remediesOfYear) {
    add(`remedies.${group}.${column}`, count)
    add(`remedies.${group}.total`, count)
  }
}

function withRowTotals(cells: ReadonlyMap<CellPath, number>): Map<CellPath, number> {
  const all = new Map(cells)
  for (const [path, count] of cells) {
    const row = /^applications\.(.*)\[\d\]$/.exec(path)?.[1]
    if (row === undefined) continue
    const total = `applications.${row}[6]`
    all.set(total, (all.get(total) ?? 0) + count)
  }
  return all
}

/** Numbers that look like chance and are the same at every telling (xorshift over the words). */
export function chanceOf(words: string): Chance {
  let state = 2_166_136_261
  for (const letter of words) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619)
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
