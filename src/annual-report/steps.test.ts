import { expect, test } from 'vitest'
import { type Actor, type Role, roles } from '../office/roles.ts'
import { refusalOf, type Situation, steps } from './steps.ts'
import type { ReportState } from './view.ts'

const states: readonly (ReportState | null)[] = [
  null,
  'draft',
  'submitted',
  'checked',
  'approved',
  'published',
]
const actor = (role: Role, agency = 'a'): Actor => ({ id: role, name: role, grants: [{ role, agency }] })
const situation = (state: ReportState | null): Situation => ({
  ...{ agency: 'a', state, submittedBy: 'somebody', findings: [], explanations: [] },
})

test('the grid of steps, states and roles', () => {
  const grid = steps.flatMap(({ step }) =>
    states.flatMap(state =>
      roles
        .filter(role => refusalOf(step, situation(state), actor(role)) === undefined)
        .map(role => `${step} from ${state ?? 'nothing'} by ${role}`),
    ),
  )
  expect(grid).toMatchInlineSnapshot(`
    [
      "start from nothing by officer",
      "import from nothing by officer",
      "import from draft by officer",
      "save from draft by officer",
      "explain from draft by officer",
      "submit from draft by officer",
      "return from submitted by coordinator",
      "return from submitted by head",
      "return from checked by coordinator",
      "return from checked by head",
      "return from approved by coordinator",
      "return from approved by head",
      "check from submitted by coordinator",
      "approve from checked by head",
      "publish from approved by officer",
      "correct from published by officer",
    ]
  `)
})

test('nobody of another agency may do anything', () => {
  for (const { step } of steps) {
    for (const state of states) {
      for (const role of roles) expect(refusalOf(step, situation(state), actor(role, 'b'))).toBeDefined()
    }
  }
})

test('nobody checks or approves what they handed in themselves', () => {
  const both: Actor = {
    id: 'x',
    name: 'x',
    grants: [
      { role: 'coordinator', agency: 'a' },
      { role: 'head', agency: 'a' },
    ],
  }
  expect(refusalOf('check', { ...situation('submitted'), submittedBy: 'x' }, both)?.message).toMatch('他人')
  expect(refusalOf('approve', { ...situation('checked'), submittedBy: 'x' }, both)?.message).toMatch('他人')
})

test('an error is published only with its explanation', () => {
  const finding = {
    rule: 'remedies.total',
    severity: 'error',
    where: ['r'],
    expected: 1,
    actual: 2,
    message: 'm',
  } as const
  const wrong = { ...situation('approved'), findings: [finding] }
  expect(refusalOf('publish', wrong, actor('officer'))?.message).toMatch('1 处错误')
  const explanations = [{ rule: 'remedies.total', where: ['r'], text: '并案审理' }]
  expect(refusalOf('publish', { ...wrong, explanations }, actor('officer'))).toBeUndefined()
})
