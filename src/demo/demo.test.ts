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

test('the trail of the telling is whole', async () => {
  expect((await verifyAudit(work.db)).broken).toEqual([])
})
