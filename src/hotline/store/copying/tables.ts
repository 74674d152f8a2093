import type { CopiedTable, Field } from '../../../platform/copying/rows.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { WholeDemand } from '../../copying/whole.ts'
import { counters } from '../../figures/counters.ts'
import { factsOf } from '../../figures/fact.ts'
import { demandAfter } from '../../standing.ts'
import type { WorkingTime } from '../../working-time.ts'
import { sealedCaller } from '../callers.ts'
import { columnOf } from '../figures/columns.ts'
import { wordsOf } from '../queue/words.ts'
import { type DemandRecord, standingRow } from '../standing-row.ts'

/** With what rows are made. */
export interface CopyingWith {
  readonly secrets: Secrets
  readonly time: WorkingTime
}

type Whole = WholeDemand & DemandRecord

/** A table with the rows that a demand has in it. */
export interface RowsOf extends CopiedTable {
  rows(whole: Whole): readonly (readonly Field[])[]
}

/** The whole of it, with where it stands by its events. */
export function withStanding(whole: WholeDemand): Whole {
  return { ...whole, standing: demandAfter(whole.events) }
}

/** Every table that a demand has rows in, with the rows as the verbs would have kept them. */
export function copiedTables({ secrets, time }: CopyingWith): readonly RowsOf[] {
  return [demands, callers(secrets), events, standings(time), coHandlers, words, categories, facts(time)]
}

const demands: RowsOf = {
  table: 'hotline_demands',
  columns: [
    ...['id', 'agency', 'number', 'type', 'channel', 'urgency', 'subject', 'body', 'place'],
    ...['confidential', 'filed_at', 'tracking_hash'],
  ],
  rows: ({ demand: d, trackingHash }) => [
    [
      ...[d.id, d.agency, d.number, d.type, d.channel, d.urgency, d.subject, d.body, d.place],
      ...[d.confidential, d.filedAt, trackingHash],
    ],
  ],
}

function callers(secrets: Secrets): RowsOf {
  return {
    ...{ table: 'hotline_callers', columns: ['demand', 'sealed', 'same_person'] },
    rows: ({ demand, caller }) => {
      const row = sealedCaller(caller, secrets)
      return [[demand.id, row.sealed, row.same_person]]
    },
  }
}

const events: RowsOf = {
  table: 'hotline_events',
  columns: ['demand', 'number', 'kind', 'at', 'by', 'by_name', 'told'],
  rows: ({ demand, events: all }) =>
    all.map(({ at, by, byName, ...told }, place) => [
      ...[demand.id, place + 1, told.kind, at, by, byName, JSON.stringify(told)],
    ]),
}

const columns = [
  ...(['unit', 'state', 'version', 'due_at', 'dispatched_at', 'fed_back_at', 'closed_at'] as const),
  ...(['half_at', 'near_at', 'follows', 'to_be_called_back', 'call_backs'] as const),
] as const satisfies readonly (keyof ReturnType<typeof standingRow>['row'])[]

function standings(time: WorkingTime): RowsOf {
  return {
    ...{ table: 'hotline_standings' },
    columns: ['demand', 'agency', 'filed_at', 'type', 'urgency', ...columns],
    rows: whole => {
      const { whose, row } = standingRow(whole, time)
      const { demand, agency, filed_at, type, urgency } = whose
      return [[demand, agency, filed_at, type, urgency, ...columns.map(column => row[column])]]
    },
  }
}

const coHandlers: RowsOf = {
  ...{ table: 'hotline_co_handlers', columns: ['unit', 'demand', 'given'] },
  rows: ({ demand, standing }) =>
    standing.coHandlers.map(({ unit, part }) => [unit, demand.id, part !== null]),
}

const factColumns = [
  ...['demand', 'agency', 'unit', 'type', 'channel', 'day', 'filed_at', 'due_at', 'fed_back_at', 'changed_at'],
  ...['area', 'spot', 'category'],
  ...counters.map(columnOf),
]

function facts(time: WorkingTime): RowsOf {
  return {
    ...{ table: 'hotline_facts', columns: factColumns },
    rows: ({ demand, events: all, category }) =>
      factsOf({ ...demand, category }, all, time).map(f => [
        ...[f.demand, f.agency, f.unit, f.type, f.channel, f.day, f.filedAt, f.dueAt, f.fedBackAt, f.changedAt],
        ...[f.area, f.spot, f.category],
        ...counters.map(counter => f.counts[counter] ?? 0),
      ]),
  }
}

const words: RowsOf = {
  ...{ table: 'hotline_words', columns: ['demand', 'filed_at', 'words'] },
  rows: ({ demand }) => [[demand.id, demand.filedAt, wordsOf(demand)]],
}

const categories: RowsOf = {
  table: 'hotline_demand_categories',
  columns: ['demand', 'agency', 'category', 'by_hand', 'decided_by', 'decided_at'],
  rows: ({ demand: { id, agency, filedAt }, category, events: [registered] }) =>
    category ? [[id, agency, category, true, registered?.byName ?? '', filedAt]] : [],
}
