import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import type { StatisticGroup } from '../../figures/statistics.ts'
import { aLodging } from '../a-lodging.ts'
import { answer, check, consent, draft, withdraw } from '../answering.ts'
import { assign } from '../handling.ts'
import { lodge } from '../lodge.ts'
import type { Sending } from '../sending.ts'
import { statisticsOf } from './statistics.ts'

let work: TestDb
const on = dayOf
const sending: Sending = {
  secrets: passingSecrets(),
  remedies: { reconsideration: '云川市人民政府', court: '云川市人民法院', internetAddress: '' },
}
const actor = (id: string, role: Role): Actor => ({
  id,
  name: `演${id}`,
  grants: [{ role, agency: 'trial' }],
})
const officer = actor('公开', 'officer')

async function asked(received: Day): Promise<string> {
  const receipt = await lodge(work, aLodging(), { by: officer, today: received, ...sending })
  if (isRefusal(receipt)) throw new Error(receipt.message)
  return receipt.id
}

async function answered(received: Day, today: Day, department: string): Promise<void> {
  const id = await asked(received)
  const doing = (by: Actor) => ({ id, by, today, ...sending })
  const outcome = { kind: 'withheld', ground: 'deliberative' } as const
  const done = [
    await assign(work, { ...doing(officer), today: received }, { department, limit: today }),
    await draft(work, doing(officer), { outcome, reasoning: '属于讨论记录。' }),
    await check(work, doing(actor('审核', 'coordinator'))),
    await consent(work, doing(actor('分管', 'head'))),
    await answer(work, doing(officer)),
  ]
  expect(done.filter(each => 'kind' in each)).toEqual([])
}

beforeAll(async () => {
  work = await testDb()
  const agency = { code: 'trial', name: '云川市试验局', shortName: '试验局', parent: null } as const
  await addAgency(work, { ...agency, kind: 'department' }, theSystem)
  await answered(on('2025-03-03'), on('2025-03-05'), '甲处')
  await answered(on('2025-03-03'), on('2025-03-12'), '甲处')
  await answered(on('2025-03-03'), on('2025-04-03'), '乙处')
  const id = await asked(on('2025-03-03'))
  await withdraw(work, { id, by: officer, today: on('2025-03-10'), ...sending })
  await asked(on('2025-03-03'))
})
afterAll(() => work.close())

const year = { agencies: ['trial'], from: '2025-01-01', until: '2025-12-31' }
const statistics = (group: StatisticGroup, agencies = ['trial']) =>
  statisticsOf(work, { ...year, agencies, group }, on('2025-05-06'))

test('the spread of the working days is told, what ended without an answer took none, and what is late is named', async () => {
  const view = await statistics('department')
  expect(view.all).toEqual({ closed: 4, timed: 3, median: 7, ninetieth: 23, longest: 23, late: 1 })
  expect(view.classes).toEqual([1, 1, 0, 0, 1, 0, 0, 0])
  expect(view.late).toMatchObject([
    { department: '乙处', due: '2025-03-31', outcomeOn: '2025-04-03', workdays: 23 },
  ])
  expect(view.open).toEqual({ count: 1, late: 1 })
  expect(view.lines).toMatchObject([
    { label: '甲处', closed: 2, median: 2, late: 0 },
    { label: '未交办', closed: 1, median: null, late: 0 },
    { label: '乙处', closed: 1, median: 23, late: 1 },
  ])
})

const groups: readonly [StatisticGroup, readonly (readonly [string, number])[]][] = [
  [
    'outcome',
    [
      ['属于四类过程性信息', 3],
      ['其他处理·其他', 1],
    ],
  ],
  ['ground', [['属于四类过程性信息', 3]]],
  ['channel', [['当面提交', 4]]],
  ['applicantKind', [['自然人', 4]]],
]
test.each(groups)('compared by %s', async (group, lines) => {
  const view = await statistics(group)
  expect(view.lines.map(({ label, closed }) => [label, closed])).toEqual(lines)
})

test('of agencies that nobody may see, nothing is told', async () => {
  const view = await statistics('outcome', [])
  expect([view.all.closed, view.open.count, view.lines]).toEqual([0, 0, []])
})
