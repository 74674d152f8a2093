import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { itemForms } from '../../disclosure/forms.ts'
import { cleanBody } from '../../disclosure/read/clean.ts'
import { draftStates } from '../../disclosure/standing.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { tellDemo } from '../tell.ts'
import { bureauFigures, onThePortal } from './bureau.ts'
import { tellItems } from './tell.ts'

let work: TestDb
const until = dayOf('2026-01-20')
beforeAll(async () => {
  work = await testDb()
  const told = { until, secrets: passingSecrets() }
  await work.transaction(inner => tellDemo(inner, until, () => tellItems(inner, told)))
}, 240_000)
afterAll(() => work.close())

const standings = () => work.db.selectFrom('disclosure_standings').selectAll().execute()
const housing = 'yunchuan-housing'

test('every form stands on the shelf, four years of it, and nothing lies in the future', async () => {
  const all = await standings()
  const shown = all.filter(({ shelf }) => shelf === 'public')
  expect([...new Set(shown.map(({ form }) => form))].toSorted()).toEqual([...itemForms].toSorted())
  expect(shown.every(({ published_on }) => (published_on ?? '9') <= until)).toBe(true)
  expect(shown.every(({ made_on, published_on }) => (made_on ?? '9') <= (published_on ?? ''))).toBe(true)
  expect(shown.length).toBeGreaterThan(800)
  expect(new Set(shown.map(({ published_on }) => published_on?.slice(0, 4))).size).toBeGreaterThanOrEqual(5)
  const ours = shown.filter(
    ({ agency, first_published_on: on }) => agency === housing && on?.startsWith('2025'),
  )
  expect(ours.length).toBeGreaterThanOrEqual(onThePortal)
  const sheets = await work.db.selectFrom('disclosure_files').select('name').distinct().execute()
  expect(sheets.filter(({ name }) => /统计数据\.xlsx$/.test(name)).length).toBeGreaterThanOrEqual(2)
})

test('over three hundred stories stand in named series', async () => {
  const stories = await work.db
    .selectFrom('disclosure_channel_records')
    .select(['series', 'held_on'])
    .execute()
  expect(stories.filter(({ held_on }) => held_on?.startsWith('2025')).length).toBeGreaterThan(300)
  expect(stories.every(({ series }) => series !== '')).toBe(true)
})

test('a draft waits for each role, and every course that an item may take was taken', async () => {
  const all = await standings()
  const drafts = new Set(all.map(({ draft }) => draft))
  expect([...drafts].toSorted()).toEqual([...draftStates].toSorted())
  expect(all.filter(({ urgent_by }) => urgent_by !== null)).toHaveLength(1)
  expect(all.filter(({ shelf }) => shelf === 'withdrawn')).toHaveLength(1)
  expect(all.filter(({ edition }) => edition > 1).length).toBeGreaterThanOrEqual(2)
})

test('what the bureau disclosed is what the second table of its reports says', async () => {
  const all = (await standings()).filter(({ agency }) => agency === housing)
  const documents = all.filter(({ form }) => form === 'normativeDocument')
  for (const year of [2022, 2023, 2024, 2025]) {
    const { issued, repealed, before, results, feesFen } = bureauFigures(year)
    const made = documents.filter(({ made_on }) => made_on?.startsWith(String(year)))
    const ended = documents.filter(({ ends_on }) => ends_on?.startsWith(String(year)))
    const stood = documents.filter(
      ({ made_on, ends_on }) => (made_on ?? '') < `${year}` && (ends_on === null || ends_on >= `${year}`),
    )
    expect([year, made.length, ended.length, stood.length]).toEqual([year, issued, repealed, before])
    const { rows } = await sql<{ form: string; count: number; yuan: string | null }>`
      select s.form, count(*)::int as count, sum(r.amount_yuan)::text as yuan
      from disclosure_rows r join disclosure_standings s on s.rows_batch = r.batch
      where s.agency = ${housing} and s.shelf = 'public' and extract(year from r.decided_on) = ${year}
      group by 1`.execute(work.db)
    const counted = Object.fromEntries(rows.map(({ form, count }) => [form, count]))
    for (const form of ['permitResults', 'penaltyResults', 'coercionResults'] as const)
      expect([year, form, counted[form] ?? 0]).toEqual([year, form, results[form]])
    const fees = rows.find(({ form }) => form === 'fees')?.yuan ?? '0'
    expect([year, Math.round(Number(fees) * 100)]).toEqual([year, feesFen])
  }
})

test('its bodies are clean, its severe findings are the deliberate one, and the trail holds', async () => {
  const editions = await work.db.selectFrom('disclosure_editions').select('content').execute()
  const bodies = new Set(editions.map(({ content }) => z.object({ body: z.string() }).parse(content).body))
  const some = [...bodies].filter((_, at) => at % 40 === 0)
  for (const body of some) expect(cleanBody(body)).toBe(cleanBody(cleanBody(body)))
  expect((await verifyAudit(work.db)).broken).toEqual([])
})
