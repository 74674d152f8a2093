import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellDemo } from '../../demo/tell.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { takeStep } from '../act/act.ts'
import { reportLines } from './lines.ts'

const housing = 'yunchuan-housing'
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await work.transaction(tellDemo)
  const by = { id: 'officer', name: '某', grants: [{ role: 'officer' as const, agency: housing }] }
  const doing = { agency: housing, year: 2024, by, today: dayOf('2026-01-20') }
  const answer = await takeStep(work, doing, 'correct', '漏填一格')
  if ('kind' in answer) throw new Error(answer.kind)
}, 60_000)
afterAll(() => work.close())

const asked = { page: 1, size: 50, today: '2026-01-20' }
const names = async (filter: object) =>
  (await reportLines(work, { ...asked, ...filter })).lines.map(line => `${line.agencyName} ${line.year}`)

test('whoever may not see it does not learn that a correction is being drafted, by filter, order or date', async () => {
  expect(await names({ state: 'draft' })).toEqual([])
  expect(await names({ state: 'draft', agencies: [housing] })).toEqual(['云川市住房和城乡建设局 2024'])
  const [seen] = (await reportLines(work, { ...asked, agency: housing, year: 2024 })).lines
  const [own] = (await reportLines(work, { ...asked, agency: housing, year: 2024, agencies: [housing] }))
    .lines
  expect(seen).toMatchObject({ state: 'published', edition: 1 })
  expect(own).toMatchObject({ state: 'draft', edition: 2 })
  expect(seen?.changedAt).not.toBe(own?.changedAt)
})

test('words find the name, the short name and the year together; wild cards are letters', async () => {
  expect(await names({ q: '卫健委 2023' })).toEqual(['云川市卫生健康委员会 2023'])
  expect(await names({ q: '%' })).toEqual([])
  expect(await names({ q: "' or 1=1" })).toEqual([])
})

test('the list is ordered by how late, and by what it is asked; an unknown order is no order', async () => {
  expect((await names({ sort: '-late' }))[0]).toBe('云川市白石镇人民政府 2024')
  expect((await names({ sort: 'year' }))[0]).toContain('2021')
  expect((await names({ sort: 'draft; drop table people' }))[0]).toContain('2024')
})
