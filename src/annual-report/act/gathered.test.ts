import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { Actor, Role } from '../../office/roles.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { aReport } from '../a-report.ts'
import { cellAt } from '../cells.ts'
import type { ReportStep } from '../view.ts'
import { type Done, saveDraft, startReport, takeStep } from './act.ts'
import { remind, rollUp, startFromSum } from './roll-up.ts'
import { todayTasks } from './today.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  const agency = (code: string, kind: 'government' | 'department', parent: string | null) =>
    addAgency(work, { code, name: `云川${code}`, shortName: code, kind, parent }, theSystem)
  await agency('city', 'government', null)
  for (const code of ['first', 'second', 'third']) await agency(code, 'department', 'city')
  for (const year of [2022, 2024]) await upTo('publish', 'first', year)
  await upTo('check', 'second', 2024)
})
afterAll(() => work.close())

const today = dayOf('2025-02-03')
const someone = (agency: string, ...roles: readonly Role[]): Actor => ({
  id: `${agency} ${roles.join()}`,
  name: '云川某',
  grants: roles.map(role => ({ role, agency })),
})
const above = someone('city', 'supervisingOffice')

async function upTo(last: ReportStep, agency: string, year: number) {
  const day = dayOf(`${year + 1}-01-20`)
  const as = (role: Role) => ({ agency, year, by: someone(agency, role), today: day })
  await standing(startReport(work, as('officer'), 'blank'))
  await standing(saveDraft(work, as('officer'), aReport({ 'proactive.licensing': 5 })))
  for (const [step, role] of [
    ['submit', 'officer'],
    ['check', 'coordinator'],
    ['approve', 'head'],
    ['publish', 'officer'],
  ] as const) {
    await standing(takeStep(work, as(role), step))
    if (step === last) return
  }
}

async function standing(done: Promise<Done>) {
  const answer = await done
  if ('kind' in answer) throw new Error(answer.kind === 'refusal' ? answer.message : answer.kind)
  return answer
}

test('what is published is handed in; the rest is late from 1 February, and counts for nothing', async () => {
  const view = await rollUp(work, { agency: 'city', year: 2024 }, above, today)
  expect(view?.agencies.map(({ agency, state, lateDays }) => [agency, state, lateDays])).toEqual([
    ['first', 'published', 0],
    ['second', 'checked', 3],
    ['third', 'missing', 3],
  ])
  expect(view === undefined ? null : cellAt(view.sum, 'proactive.licensing')).toBe(5)
  expect(view?.agencies[1]?.report).toBeNull()
})

test('a colleague of the government who does not supervise sees nobody’s unpublished state', async () => {
  const view = await rollUp(work, { agency: 'city', year: 2024 }, someone('city', 'officer'), today)
  expect(view?.agencies.map(({ state }) => state)).toEqual(['published', 'missing', 'missing'])
  expect(await rollUp(work, { agency: 'city', year: 2024 }, someone('first', 'head'), today)).toBeUndefined()
})

test('only what is missing is reminded, once a day, by the supervising office alone', async () => {
  const doing = { agency: 'city', year: 2024, by: above, today }
  const all = ['first', 'second', 'third', 'city', 'elsewhere']
  expect(isRefusal(await remind(work, { ...doing, by: someone('city', 'officer') }, all))).toBe(true)
  expect(await remind(work, doing, all)).toEqual({ sent: 2 })
  expect(await remind(work, doing, all)).toEqual({ sent: 0 })
  const view = await rollUp(work, doing, above, today)
  expect(view?.reminders.map(({ agency }) => agency).toSorted()).toEqual(['second', 'third'])
  const { reminders } = await todayTasks(work, someone('second', 'officer'), today)
  expect(reminders).toMatchObject([{ agency: 'second', year: 2024, sentOn: today, byName: '云川某' }])
})

test('the day begins with what is late longest; a year that was never told is owed for last year alone', async () => {
  const { tasks, waiting } = await todayTasks(work, above, dayOf('2026-01-20'))
  expect(tasks.map(({ kind, year, daysLeft }) => [kind, year, daysLeft])).toEqual([
    ['remind', 2023, -720],
    ['remind', 2024, -354],
    ['remind', 2025, 11],
  ])
  const owed = waiting.map(({ agency, year }) => `${agency} ${year}`)
  expect(owed.slice(0, 2)).toEqual(['first 2023', 'second 2024'])
  const rest = ['city 2025', 'first 2025', 'second 2025', 'third 2025']
  expect(owed.slice(2).toSorted()).toEqual(rest)
})

test('who must act next finds the task with its step; the others wait for that role', async () => {
  const head = await todayTasks(work, someone('second', 'head'), today)
  expect(head.tasks).toMatchObject([
    { kind: 'approve', title: '批准：云川second 2024 年度报告', daysLeft: -3 },
  ])
  const officer = await todayTasks(work, someone('second', 'officer'), today)
  expect(officer.waiting).toMatchObject([{ holder: '分管领导', restingDays: 14 }])
})

test('what changed since the last working day is told, over a weekend too', async () => {
  const monday = dayOf('2025-01-20')
  expect(await todayTasks(work, someone('second', 'officer'), monday)).toMatchObject({ since: '2025-01-17' })
  const { changes } = await todayTasks(work, someone('second', 'officer'), dayOf('2025-01-21'))
  expect(changes.map(({ label }) => label)).toContain('提交审核')
})

test('the government begins its own report with the sum; its prose is its own to write', async () => {
  const doing = { agency: 'city', year: 2024, by: someone('city', 'officer'), today }
  expect(isRefusal(await startFromSum(work, { ...doing, by: above }))).toBe(true)
  expect(isRefusal(await startFromSum(work, { ...doing, year: 2023 }))).toBe(true)
  const started = await standing(startFromSum(work, doing))
  expect(cellAt(started.draft, 'proactive.licensing')).toBe(5)
  expect(started.draft.narrative.overview).toBe('')
  expect(isRefusal(await startFromSum(work, doing))).toBe(true)
  expect(await rollUp(work, doing, above, today)).toMatchObject({ findings: [], ownState: 'draft' })
})
