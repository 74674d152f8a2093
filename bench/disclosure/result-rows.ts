import { createHash } from 'node:crypto'
import type pg from 'pg'
import { aContent } from '../../src/disclosure/act/an-item.ts'
import { masked, type ResultLine } from '../../src/disclosure/rows/line.ts'
import { resultText, resultWords } from '../../src/disclosure/store/rows/search/words.ts'
import { addDays } from '../../src/statute/day.ts'
import { copyRows, type Field } from './copying.ts'
import { agencies, lastDay } from './items.ts'
import { numbersFrom, wordDrawer } from './text.ts'

/** The public tables are searched with so many batches of so many rows. */
export const batches = 20
/** See `batches`. */
export const inBatch = 50_000

/** The columns of a kept row, as they are copied. */
export const rowColumns = [
  ...['batch', 'place', 'reference', 'party', 'party_kind', 'matter', 'basis', 'decided_on', 'amount_yuan'],
  ...['shown', 'unshown_reason'],
]

/** A row as it is copied. */
export function fieldsOf(batch: string, place: number, line: ResultLine): Field[] {
  const { reference, party, partyKind, matter, basis, decidedOn, amountYuan, shown, unshownReason } = line
  return [
    batch,
    place,
    reference,
    party,
    partyKind,
    matter,
    basis,
    decidedOn,
    amountYuan,
    shown,
    unshownReason,
  ]
}

const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const draw = wordDrawer(20260120)
const matters = Array.from({ length: 400 }, () => Array.from({ length: 6 }, draw).join(''))

/**
 * Results, the same for the same seed: half of natural persons, two thirds of usual matters, of so many days up to the last.
 */
export function resultsOf(seed: number, count: number, { last = lastDay, days = 1825 } = {}): ResultLine[] {
  const next = numbersFrom(seed)
  const one = <T>(list: ArrayLike<T>) => list[Math.floor(next() * list.length)]
  return Array.from({ length: count }, (_, at) => {
    const person = next() < 0.5
    const party = person ? masked(`${one(surnames)}演示`) : `云川市${draw()}${draw()}有限公司`
    const decidedOn = addDays(last, -Math.floor(next() * days))
    const matter = next() < 0.66 ? (one(matters) ?? '') : Array.from({ length: 7 }, draw).join('')
    return {
      ...{
        reference: `云测决〔${decidedOn.slice(0, 4)}〕${seed * 100_000 + at}号`,
        party,
        matter,
        decidedOn,
      },
      ...{ partyKind: person ? 'person' : 'organisation', basis: '《中华人民共和国行政许可法》第三十八条' },
      ...{
        amountYuan: next() < 0.5 ? null : `${Math.floor(next() * 9000)}.00`,
        shown: true,
        unshownReason: '',
      },
    }
  })
}

/** Builds the public rows by COPY, unless they stand: items, batches, rows, and what they are searched by. */
export async function buildResults(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from disclosure_items where id = '${idOf(0)}'`)
  if (rowCount !== 0) return
  await client.query('drop index disclosure_results_by_words')
  for (let at = 0; at < batches; at++) await buildBatch(client, at)
  await client.query("set maintenance_work_mem = '1GB'")
  await client.query(
    'create index disclosure_results_by_words on disclosure_results using gin (words) with (gin_pending_list_limit = 1000000)',
  )
  await client.query('vacuum analyze')
}

const idOf = (at: number) => `bench-results-${at}`

async function buildBatch(client: pg.Client, at: number): Promise<void> {
  const [id, agency, form] = [idOf(at), agencies[at % agencies.length] ?? '', 'permitResults']
  const days = Math.floor(1825 / batches)
  const lines = resultsOf(100 + at, inBatch, { last: addDays(lastDay, -days * at), days })
  await client.query('begin')
  await client.query(
    'insert into disclosure_items (id, agency, index_number, started_on) values ($1, $2, $1, $3)',
    [...[id, agency, '2025-12-31']],
  )
  const { rows } = await client.query<{ id: string }>(
    `insert into disclosure_batches (item, form, row_count, shown_count, sha256, loaded_at, loaded_by)
     values ($1, $2, $3, $3, $4, now(), '演测速') returning id`,
    [id, form, inBatch, createHash('sha256').update(id).digest('hex')],
  )
  const batch = rows[0]?.id ?? ''
  await copyRows(
    client,
    { table: 'disclosure_rows', columns: rowColumns },
    lines.map((each, place) => fieldsOf(batch, place + 1, each)),
  )
  await copyRows(
    client,
    {
      table: 'disclosure_results',
      columns: ['batch', 'place', 'form', 'agency', 'decided_on', 'text', 'words'],
    },
    lines.map((each, place) => {
      const text = resultText(each)
      return [batch, place + 1, form, agency, each.decidedOn, text, resultWords(text, each)]
    }),
  )
  await client.query(
    `insert into disclosure_result_years select $1, batch, form, agency,
    extract(year from decided_on)::int, count(*) from disclosure_results where batch = $2 group by 2, 3, 4, 5`,
    [id, batch],
  )
  await stand(client, { id, agency, form, batch })
  await client.query('commit')
}

async function stand(
  client: pg.Client,
  { id, agency, form, batch }: Readonly<Record<'id' | 'agency' | 'form' | 'batch', string>>,
): Promise<void> {
  const { duty, genre } = aContent({ form: 'permitResults' })
  const told = {
    ...{
      item: id,
      agency,
      index_number: id,
      form,
      duty,
      theme: '',
      genre,
      title: '测速许可决定公开',
      series: '',
    },
    ...{ draft: 'none', shelf: 'public', version: 1, edition: 1, first_published_on: '2025-12-31' },
    ...{
      published_on: '2025-12-31',
      published_at: '2025-12-31T02:00:00Z',
      validity: 'inForce',
      rows_batch: batch,
    },
    ...{ row_count: inBatch, moved_at: '2025-12-31T02:00:00Z' },
  }
  const columns = Object.keys(told)
  await client.query(
    `insert into disclosure_standings (${columns}) values (${columns.map((_, at) => `$${at + 1}`)})`,
    Object.values(told),
  )
}
