import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { aContent, aDraft, putOnShelf, theOffice } from '../../src/disclosure/act/an-item.ts'
import { loadRows } from '../../src/disclosure/act/rows/loading.ts'
import { type RowField, rowFieldLabel } from '../../src/disclosure/rows/columns.ts'
import type { ResultLine } from '../../src/disclosure/rows/line.ts'
import { publicLines } from '../../src/disclosure/store/rows/public.ts'
import { addAgency, theSystem } from '../../src/office/agencies.ts'
import type { Work } from '../../src/platform/work.ts'
import { csvOf } from '../../src/web/sheet.ts'
import { line, p95 } from '../measure.ts'
import { copyRows } from './copying.ts'
import { agencies, lastDay } from './items.ts'
import { batches, buildResults, fieldsOf, inBatch, resultsOf, rowColumns } from './result-rows.ts'

const loaded = 100_000
const times = 100

/**
 * Results in bulk: a file of 100,000 rows into a draft against a plain COPY of the same rows, its way to the shelf, and the
 * public tables of a million rows, which are built where they are missing.
 */
export async function resultLines(work: Work, url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await theAgencies(work)
    await buildResults(client)
    const lines = resultsOf(Math.floor(Math.random() * 10_000), loaded)
    const plain = await plainCopy(client, lines)
    return [...(await loading(work, lines, plain)), ...(await searching(work))]
  } finally {
    await client.end()
  }
}

async function theAgencies(work: Work): Promise<void> {
  const known = await work.db.selectFrom('agencies').select('code').execute()
  for (const code of agencies.filter(each => !known.some(one => one.code === each))) {
    const agency = { code, name: `演示测速局${code}`, shortName: `测速${code}` }
    await addAgency(work, { ...agency, kind: 'department', parent: null }, theSystem)
  }
}

async function taken(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

/** Into a table of the same columns and indexes. */
async function plainCopy(client: pg.Client, lines: readonly ResultLine[]): Promise<number> {
  await client.query('create table plain_rows (like disclosure_rows including indexes)')
  const rows = lines.map((each, at) => fieldsOf('00000000-0000-4000-8000-000000000000', at + 1, each))
  const time = await taken(() => copyRows(client, { table: 'plain_rows', columns: rowColumns }, rows))
  await client.query('drop table plain_rows')
  return time
}

const heads = [
  ...(['reference', 'party', 'partyKind', 'matter', 'basis', 'decidedOn', 'amountYuan'] as const),
] satisfies RowField[]

/** The file is read, checked, hashed and kept; then it goes to the shelf, where it is found by its words. */
async function loading(work: Work, lines: readonly ResultLine[], plain: number) {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-results-'))
  const path = join(folder, 'rows.csv')
  const cells = lines.map(each => heads.map(head => each[head]))
  await writeFile(path, csvOf([heads.map(head => rowFieldLabel[head]), ...cells]))
  const agency = agencies[0] ?? ''
  const content = aContent({
    form: 'penaltyResults',
    documentNumber: null,
    title: '测速处罚决定公开',
    madeOn: lastDay,
  })
  const id = await aDraft(work, { agency, today: lastDay, content })
  const doing = { id, by: theOffice(agency).clerk, today: lastDay }
  const load = await taken(async () => {
    const done = await loadRows(work, doing, { path, name: 'rows.csv' })
    if ('kind' in done) throw new Error(done.message)
  })
  const shelve = await taken(() => putOnShelf(work, { id, agency, today: lastDay }))
  await rm(folder, { recursive: true })
  return [
    line(`plain COPY of ${loaded} results`, plain),
    line(`a file of ${loaded} results into a draft`, load, 15_000),
    {
      ...{ what: 'the same against the plain COPY', figure: `${(load / plain).toFixed(2)} times` },
      ratio: `${(load / plain / 3).toFixed(2)} of 3`,
    },
    line('its review, approval and way into the search', shelve),
  ]
}

/** Page 1 of the public table by what people type: usual and rare words, a name, a number; narrowed or not. */
async function searching(work: Work) {
  const typed = resultsOf(110, 2 * times)
  const at = (place: number) => typed[place % typed.length] ?? lineMissing()
  const word = (place: number, length: number) => {
    const { matter } = at(place)
    return matter.slice((place * 3) % Math.max(1, matter.length - length)).slice(0, length)
  }
  const million = `${(batches * inBatch) / 1_000_000} million results`
  const asked = async (what: string, ask: (place: number) => object) => {
    const one = (place: number) =>
      publicLines(work, { form: 'permitResults', ...ask(place) }, { page: 1, size: 50 })
    // The other half of the words first: the table is read in, no answer is remembered.
    for (let place = times; place < 2 * times; place++) await one(place)
    return line(`${million}: ${what}, page 1, p95`, await p95(times, one), 30)
  }
  return [
    await asked('a word', place => ({ q: word(place, 2 + (place % 3)) })),
    await asked('a name', place => ({ q: at(place).party })),
    await asked('a number', place => ({ q: at(place).reference })),
    await asked('two words', place => ({ q: `${word(place, 2)} ${at(place).party.slice(0, 5)}` })),
    await asked('a word of one agency and year', place => ({
      ...{ q: word(place, 2), agency: agencies[place % 12], year: 2021 + (place % 5) },
    })),
    await asked('all of one year', place => ({ year: 2021 + (place % 5) })),
  ]
}

function lineMissing(): never {
  throw new Error('no result was made')
}
