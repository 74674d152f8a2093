import { afterAll, beforeAll, expect, test } from 'vitest'
import { rollUp } from '../annual-report/act/roll-up.ts'
import { listReports, publishedReport } from '../annual-report/act/views.ts'
import { findingsOf } from '../annual-report/rules/checked.ts'
import type { Actor } from '../office/roles.ts'
import { verifyAudit } from '../platform/audit.ts'
import { type TestDb, testDb } from '../platform/test-db.ts'
import { dayOf } from '../statute/day.ts'
import { city } from './city.ts'
import { tellDemo, toldYears } from './tell.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await tellDemo(work)
})
afterAll(() => work.close())

test('every agency has published every year, and exactly one report stands with an explained error', async () => {
  const wrong: string[] = []
  for (const { code } of city) {
    for (const year of toldYears) {
      const found = await publishedReport(work, { agency: code, year })
      const before = await publishedReport(work, { agency: code, year: year - 1 })
      if (found === undefined) throw new Error(`${code} ${year} is missing`)
      const rules = findingsOf(found.report, before?.report).map(({ rule }) => rule)
      if (rules.length > 0) wrong.push(`${code} ${year} ${[...new Set(rules)].join()}`)
      expect(found.explanations.length).toBe(rules.length)
      expect(JSON.stringify(found.report.narrative)).not.toContain('{{')
    }
  }
  expect(wrong).toEqual(['yunchuan-housing 2023 narrative.remedies'])
  const { total } = await listReports(work, null, { page: 1, size: 10, today: '2025-06-01' })
  expect(total).toBe(city.length * toldYears.length)
})

test('the roll-up finds the cell in which the city differs from its agencies', async () => {
  const reader: Actor = {
    id: 'x',
    name: '演主管',
    grants: [{ role: 'supervisingOffice', agency: 'yunchuan' }],
  }
  for (const year of toldYears) {
    const view = await rollUp(work, { agency: 'yunchuan', year }, reader, dayOf('2025-06-01'))
    expect(view?.agencies).toHaveLength(12)
    expect(view?.findings.map(({ where }) => where)).toEqual(year === 2024 ? [['proactive.penalties']] : [])
    expect(view?.agencies.filter(({ lateDays }) => lateDays > 0).map(({ name }) => name)).toEqual(
      year === 2024 ? ['云川市白石镇人民政府'] : [],
    )
  }
})

test('told in January, the year is under way; told later, the visitor finds one report to make', async () => {
  const later = await testDb()
  await tellDemo(later, dayOf('2026-01-20'))
  const filter = { year: 2025, page: 1, size: 50, today: '2026-01-20' }
  const states = await later.db
    .selectFrom('report_standings')
    .select('state')
    .where('year', '=', 2025)
    .execute()
  const count = (state: string) => states.filter(each => each.state === state).length
  expect(['published', 'approved', 'checked', 'submitted', 'draft'].map(count)).toEqual([5, 2, 2, 2, 0])
  expect(
    (await listReports(later, null, filter)).lines.map(({ publishedOn }) => publishedOn ?? ''),
  ).toSatisfy((days: string[]) => days.every(day => day <= '2026-01-20'))
  const autumn = await testDb()
  await tellDemo(autumn, dayOf('2026-11-24'))
  const { lines, total } = await listReports(autumn, null, { ...filter, today: '2026-11-24' })
  expect(total).toBe(city.length - 2)
  expect(lines.filter(({ lateDays }) => lateDays > 0).map(({ agency }) => agency)).toEqual([
    'yunchuan-transport',
  ])
  for (const { agency } of lines) {
    const found = await publishedReport(autumn, { agency, year: 2025 })
    expect(found?.findings).toEqual([])
  }
  await later.close()
  await autumn.close()
}, 60_000)

test('the trail of the telling is whole', async () => {
  expect((await verifyAudit(work.db)).broken).toEqual([])
})
