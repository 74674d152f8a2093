import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteOn } from '../../../app/routes.ts'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { aContent, aDraft, putOnShelf, stood, theOffice } from '../../act/an-item.ts'
import { withdraw } from '../../act/revising.ts'
import { loadLines } from '../../act/rows/loading.ts'
import type { ResultLine } from '../../rows/line.ts'

let work: TestDb
let site: ReturnType<typeof siteOn>
const agency = 'trial'
const today = dayOf('2026-03-10')
const { clerk, head } = theOffice(agency)

const lineOf = (number: number): ResultLine => ({
  ...{ reference: `云试罚〔2026〕${number}号`, party: number % 2 === 0 ? '张*' : '演示100%建材<有限>公司' },
  ...{ partyKind: number % 2 === 0 ? 'person' : 'organisation', matter: '占道经营', basis: '《条例》第五条' },
  ...{ decidedOn: dayOf(number > 60 ? '2025-12-30' : '2026-01-05'), amountYuan: '200.00' },
  ...{ shown: number !== 7, unshownReason: number === 7 ? '当事人为未成年人' : '' },
})

async function loaded(publish: boolean): Promise<string> {
  const content = aContent({ form: 'penaltyResults', documentNumber: null, title: '处罚决定公开' })
  const id = await aDraft(work, { agency, today, content })
  const done = await loadLines(
    work,
    { id, by: clerk, today },
    Array.from({ length: 120 }, (_, at) => lineOf(at + 1)),
  )
  if ('kind' in done) throw new Error(done.message)
  if (publish) await putOnShelf(work, { id, agency, today })
  return id
}

beforeAll(async () => {
  work = await testDb()
  site = siteOn(work)
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
})
afterAll(() => work.close())

const get = async (path: string) => {
  const response = await site.request(`http://localhost${path}`)
  return { status: response.status, text: await response.text() }
}
const table = '/disclosure/results/penaltyResults'
const linked = (text: string) => [...text.matchAll(/<li><h2><a href="([^"]*)"/g)].map(([, to]) => to)

test('what is a draft is in no table; what is public is found by party, number, agency and year', async () => {
  await loaded(false)
  expect((await get(table)).text).toContain('共 0 条')
  const id = await loaded(true)
  const all = await get(table)
  expect(all.text).toContain('共 119 条，第 1 页，共 3 页')
  expect(all.text).not.toContain('未成年')
  expect((await get(`${table}?q=100%25&year=2025`)).text).toContain('共 30 条')
  expect((await get(`${table}?q=${encodeURIComponent('〔2026〕12号')}`)).text).toContain('共 1 条')
  expect((await get(`${table}?agency=other`)).text).toContain('申请公开')
  const [, row = ''] = /href="(\/disclosure\/results\/penaltyResults\/[^"]+\/\d+)"/.exec(all.text) ?? []
  expect((await get(row)).text).toContain(`/disclosure/items/${id}`)
  const [, batch = ''] = /href="([^"]*\?batch=[^"]*)"/.exec((await get(`/disclosure/items/${id}`)).text) ?? []
  expect((await get(batch)).text).toMatch(/共 119 条.*?/s)
  expect((await get(batch)).text).toContain('只列出一件信息所附的结果')
  expect(
    (await get(batch.replace(/[^=]+$/, `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`))).text,
  ).toContain('共 0 条')
  expect(all.text.length).toBeLessThan(60_000)
  expect((await get('/disclosure/results/news')).status).toBe(404)
  expect((await get(`${table}/${'0'.repeat(36)}/1`)).status).toBe(404)
})

test('the files hold exactly what the table lists, and the page of open data counts it', async () => {
  const csv = (await get(`${table}/rows.csv?year=2025`)).text
  expect(csv.split('\r\n')).toHaveLength(62)
  expect(csv).toContain('文号,当事人,当事人类别')
  const json: unknown = JSON.parse((await get(`${table}/rows.json`)).text)
  expect(json).toHaveLength(119)
  const page = await get('/disclosure/open-data')
  expect(page.text).toMatch(/行政处罚决定<\/a><\/td>.*?119/s)
})

test('what is withdrawn leaves the table at once', async () => {
  const { item } = await work.db
    .selectFrom('disclosure_standings')
    .select('item')
    .where('shelf', '=', 'public')
    .executeTakeFirstOrThrow()
  await stood(withdraw(work, { id: item, by: head, today }, '核实'))
  expect((await get(table)).text).toContain('共 0 条')
  expect(JSON.parse((await get(`${table}/rows.json`)).text)).toEqual([])
})

test('the search of the site finds a result by its number and its party, a page at a time', async () => {
  await loaded(true)
  const one = await get(`/search?${new URLSearchParams({ q: '云试罚〔2026〕33号' })}`)
  expect(one.text).toMatch(/许可、处罚等结果（\d+）/)
  expect(one.text).toContain('云试罚〔2026〕33号')
  const party = (page: number) =>
    get(`/search?${new URLSearchParams({ q: '建材', in: 'results', page: String(page) })}`)
  const pages = (await Promise.all([party(1), party(2), party(3)])).flatMap(({ text }) => linked(text))
  expect(pages).toHaveLength(30)
  expect(new Set(pages).size).toBe(30)
})
