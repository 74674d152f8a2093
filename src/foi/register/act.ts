import { createHash, randomUUID } from 'node:crypto'
import { type Actor, holds } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import {
  closedGrounds,
  type Outcome,
  type ResultRow,
  rowOf,
  unavailableGrounds,
  unprocessedGrounds,
  withheldGrounds,
} from '../../statute/taxonomy.ts'
import type { FoiEvent, ToldEvent } from '../events.ts'
import { type Checked, checkRegister, type OldRequest, type OldRow } from '../old-register/check.ts'
import { headingRow, type Mapping, proposedMapping } from '../old-register/fields.ts'
import { servingWayLabel } from '../request.ts'
import { countOnAfter, keepOldRequests, numbersOf, type OldRecord } from '../store/old.ts'
import type { RegisterSheet } from './read.ts'
import { sheetsOf } from './read-in-thread.ts'

/** A register as it is handed in: the file, which of its sheets, and how its columns are to be read where that is known. */
export interface RegisterAsked {
  readonly agency: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly sheet?: string | undefined
  readonly mapping?: Mapping | undefined
  readonly by: Actor
  readonly today: Day
}

/** The dry run of a register: what was read, how, and what is wrong. */
export interface RegisterRun extends Checked {
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly headings: readonly string[]
  /** The first rows under the headings. */
  readonly samples: readonly (readonly string[])[]
  readonly mapping: Mapping
}

/** Reads a register without writing anything. */
export async function tryRegister(work: Work, asked: RegisterAsked): Promise<RegisterRun | Refusal> {
  const refusal = refusalOf(asked)
  if (refusal !== undefined) return refusal
  const sheets = await sheetsOf(asked.bytes)
  return isRefusal(sheets) ? sheets : await work.transaction(inner => run(inner, asked, sheets))
}

function refusalOf({ by, agency }: RegisterAsked): Refusal | undefined {
  return holds(by, 'officer', agency) ? undefined : refuse('“导入原登记簿”由本机关的公开专员办理。', 'Art 45')
}

async function run(work: Work, asked: RegisterAsked, sheets: readonly RegisterSheet[]): Promise<RegisterRun> {
  const sheet = sheets.find(({ name }) => name === asked.sheet) ?? mostNamed(sheets)
  const head = headingRow(sheet.rows.map(({ cells }) => cells))
  const headings = widened(sheet.rows[head]?.cells ?? [], sheet.rows)
  const mapping = asked.mapping ?? proposedMapping(headings)
  const rows = sheet.rows.slice(head + 1)
  const numbers = await numbersOf(work, asked.agency)
  return {
    ...checkRegister(rows, { mapping, today: asked.today, numbers }),
    ...{ sheets: sheets.map(({ name }) => name), sheet: sheet.name, headings, mapping },
    samples: rows.slice(0, 3).map(({ cells }) => headings.map((_, at) => (cells[at] ?? '').slice(0, 60))),
  }
}

/** The sheet whose headings name most fields. */
function mostNamed(sheets: readonly RegisterSheet[]): RegisterSheet {
  const named = ({ rows }: RegisterSheet) => {
    const cells = rows.map(row => row.cells)
    return Object.keys(proposedMapping(cells[headingRow(cells)] ?? []).columns).length
  }
  const [most] = sheets.toSorted((a, b) => named(b) - named(a))
  return most ?? { name: '', rows: [] }
}

function widened(headings: readonly string[], rows: readonly OldRow[]): readonly string[] {
  const width = Math.max(headings.length, ...rows.slice(0, 50).map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, at) => headings[at] ?? '')
}

/** What was imported. */
export interface RegisterImported {
  readonly count: number
}

/** Imports a register: every row, or nothing. What the dry run finds wrong is asked anew, in the transaction that writes. */
export async function importRegister(
  work: Work,
  asked: RegisterAsked,
  secrets: Secrets,
): Promise<RegisterImported | Refusal> {
  const refusal = refusalOf(asked)
  if (refusal !== undefined) return refusal
  const sheets = await sheetsOf(asked.bytes)
  if (isRefusal(sheets)) return sheets
  return await work.transaction(async inner => {
    const { faults, requests, sheet } = await run(inner, asked, sheets)
    if (faults.length > 0) return refuse(`还有 ${faults.length} 处问题，一件也没有导入；请先改正。`)
    if (requests.length === 0) return refuse('表中没有可以导入的申请。')
    const records = requests.map(request => recordOf(request, asked))
    await keepOldRequests(inner, records, secrets)
    const numbers = requests.map(({ number }) => number)
    await countOnAfter(inner, asked.agency, numbers)
    const sha256 = createHash('sha256').update(asked.bytes).digest('hex')
    const { by, agency, name } = asked
    const entry = { by: by.id, byName: by.name, agency, act: 'foi.import', subject: agency }
    await audit(inner, { ...entry, detail: { name, sheet, count: requests.length, sha256 } })
    return { count: requests.length }
  })
}

function recordOf(old: OldRequest, { agency, name, by }: RegisterAsked): OldRecord {
  const { number, channel, applicantKind, description, givingForm, servingWay, receivedOn } = old
  const request = {
    ...{ id: randomUUID(), agency, number, channel, applicantKind, description, givingForm, servingWay },
    arrivedOn: receivedOn,
  }
  const who = { at: now(), by: by.id, byName: by.name }
  const events: FoiEvent[] = told(old, name).map(event => ({ ...event, ...who }))
  return { request, applicant: old.applicant, events }
}

/** The history that a row tells: it says of itself that it was imported, and from where. */
function told(old: OldRequest, file: string): readonly ToldEvent[] {
  const { receivedOn: on, ended, servedOn, note, row } = old
  const source = `由原登记簿导入：“${file}”第 ${row} 行。${note === '' ? '' : `原备注：${note}`}`
  const events: ToldEvent[] = [
    { kind: 'arrived', on },
    { kind: 'received', on, evidence: '据原登记簿记载' },
    { kind: 'noted', on, text: source },
  ]
  if (ended !== null) events.push(endOf(ended))
  if (servedOn !== null && ended !== null && !ended.row.startsWith('closed.')) {
    const proof = `据原登记簿记载（${servingWayLabel[old.servingWay]}）`
    events.push({ kind: 'served', on: servedOn, way: old.servingWay, proof })
  }
  return events
}

const outcomes: readonly Outcome[] = [
  { kind: 'granted' },
  { kind: 'partlyGranted' },
  ...withheldGrounds.map(ground => ({ kind: 'withheld', ground }) as const),
  ...unavailableGrounds.map(ground => ({ kind: 'unavailable', ground }) as const),
  ...unprocessedGrounds.map(ground => ({ kind: 'unprocessed', ground }) as const),
  ...closedGrounds.map(ground => ({ kind: 'closed', ground }) as const),
]

function outcomeOf(row: ResultRow): Outcome {
  const found = outcomes.find(outcome => rowOf(outcome) === row)
  if (found === undefined) throw new RangeError(`no such row: ${row}`)
  return found
}

/** An answer of which we have no letter: it was sent before, by the office's old ways. */
function endOf({ row, on, reasoning }: NonNullable<OldRequest['ended']>): ToldEvent {
  const outcome = outcomeOf(row)
  return outcome.kind === 'closed'
    ? { kind: 'closed', on, outcome, reason: reasoning || '据原登记簿记载' }
    : { kind: 'answered', on, outcome, reasoning, letter: '' }
}
