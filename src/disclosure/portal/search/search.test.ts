import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { aContent, aPublished, theOffice } from '../../act/an-item.ts'
import { handleMissed, searchesMissed } from '../../act/search/missed.ts'
import { disclosurePortal } from '../routes.ts'
import { itemsLike } from './alike.ts'

const agency = 'trial'
const today = '2026-01-20'
let work: TestDb
let portal: Hono<AppEnv>
beforeAll(async () => {
  work = await testDb()
  const trial = { code: agency, name: '云川市试验局', shortName: '试验局', kind: 'department' } as const
  await addAgency(work, { ...trial, parent: null }, theSystem)
  for (let number = 1; number <= 12; number++) {
    const content = aContent({
      form: number > 10 ? 'livelihood' : 'document',
      ...{ summary: `小区充电桩第${number}项` },
      ...{ title: `电动自行车充电设施建设标准之${number}`, documentNumber: `云试发〔2026〕${number}号` },
      ...{ madeOn: dayOf('2026-01-05'), body: `<p>小区<em>充电</em>桩<script>x</script>第${number}项</p>` },
    })
    await aPublished(work, { agency, today, content })
  }
  portal = new Hono<AppEnv>()
  portal.use(async (context, next) => {
    context.set('work', work)
    await next()
  })
  portal.route('/', disclosurePortal())
}, 60_000)
afterAll(() => work?.close())

async function search(query: Record<string, string>): Promise<string> {
  return (await portal.request(`http://site.test/search?${new URLSearchParams(query)}`)).text()
}

test('hits stand in context with marked words, choices with counts, pages below 60 KB', async () => {
  const page = await search({ q: '充电桩' })
  expect(page).toContain('找到 12 条')
  expect(page).toContain('<mark>充电桩</mark>')
  expect(page.match(/<mark>充电桩<\/mark>第9项/g)).toHaveLength(1)
  expect(page).toContain('民生保障（2）')
  expect(page).toContain('第 1 页，共 2 页')
  expect(Buffer.byteLength(page)).toBeLessThan(61_440)
  const second = await search({ q: '充电桩', page: '2', sort: 'newest', year: '2026' })
  expect(second.match(/<li><h2>/g)).toHaveLength(2)
  expect(second).toMatch(/sort=newest[^"]*"[^>]*aria-current/)
})

test('a paper in hand is found by its number, first of all', async () => {
  const page = await search({ q: '云试发(2026)第07号' })
  expect(/<li><h2><a href="([^"]*)"/.exec(page)?.[1]).toBe('/disclosure/items/trial-2026-0007')
})

test('an index number leads to its item, and nothing else is said to be meant that finds no more', async () => {
  const answer = await portal.request('http://site.test/search?q=trial/2026-00007')
  expect(answer.headers.get('location')).toBe('/disclosure/items/trial-2026-0007')
  expect(await search({ q: '建设标准之12' })).not.toContain('您是不是要找')
})

test('a wrong character is put right; nothing found offers what else can be done, and is kept without a person', async () => {
  expect(await search({ q: '店动自行车' })).toContain('您是不是要找：<a href="/search?q=')
  const page = await search({ q: '充电桩 海洋' })
  expect(page).toContain('充电桩</a>”（12 条）')
  expect(page).toContain('/requests/new?about=')
  await search({ q: '充电桩 海洋' })
  for (const q of ['张某某110101199003074514', 'somebody@example.test', '13800138000']) await search({ q })
  const missed = await searchesMissed(work)
  expect(missed.map(({ words, times }) => [words, times])).toEqual([
    ['充电桩 海洋', 2],
    ['店动自行车', 1],
  ])
  const by = theOffice(agency)
  const doing = { by: by.officer, today: dayOf(today) }
  const handled = { words: '充电桩 海洋', done: '不属于本市公开范围' }
  expect(await handleMissed(work, { ...doing, by: by.head }, handled)).toMatchObject({ kind: 'refusal' })
  expect(await handleMissed(work, doing, { ...handled, done: '' })).toMatchObject({ kind: 'refusal' })
  expect(await handleMissed(work, doing, handled)).toEqual({ kind: 'handled' })
  expect((await searchesMissed(work))[0]).toMatchObject({ done: '不属于本市公开范围', doneBy: '演专员' })
})

test('a whole question and a name turned around are read otherwise', async () => {
  expect(await search({ q: '充电桩怎么申请' })).toMatch(/改找“<a[^>]*>充电桩<\/a>”（12 条）/)
  expect(await search({ q: '充电设施电动自行车' })).toMatch(/改找“<a[^>]*>充电设施 电动自行车<\/a>”（12 条）/)
})

test('strange addresses and markup do no harm', async () => {
  for (const [query, status] of [
    ['q=%3Cscript%3Ealert(1)%3C/script%3E', 200],
    ['q=充电桩&page=1&year=abc&form=x&in=y', 200],
    ['q=充电桩&page=9999&year=abc&form=x&in=y', 302],
    ['q=%00', 200],
  ] as const) {
    const answer = await portal.request(`http://site.test/search?${query}`)
    expect(answer.status, query).toBe(status)
    expect(await answer.text()).not.toContain('<script>alert')
  }
})

test('titles and numbers are suggested, and what is public is offered before a request', async () => {
  const answer = await portal.request(`http://site.test/search/suggest?q=${encodeURIComponent('充电设施')}`)
  const lines: { title: string; path: string }[] = await answer.json()
  expect(lines).toHaveLength(8)
  expect(lines[0]?.path).toMatch(/^\/disclosure\/items\/trial-2026-/)
  expect(await itemsLike(work, '申请公开电动自行车充电设施的建设标准')).not.toHaveLength(0)
  const [first] = await itemsLike(work, '我要云试发〔2026〕5号文件')
  expect(first?.title).toContain('标准之5')
})
