import { expect, test } from 'vitest'
import { actLabel } from '../office/act-names.ts'
import { type Actor, roles } from '../office/roles.ts'
import { dayOf } from '../statute/day.ts'
import { type FoiStanding, foiStates, standingAfter } from './standing.ts'
import { foiSteps, foiStepTable, refusalOfFoi } from './steps.ts'

const today = dayOf('2025-03-03')
const inState = (state: FoiStanding['state']): FoiStanding => ({
  ...standingAfter([]),
  state,
  opinions:
    state === 'drafted' ? [{ of: '某公司', party: 'thirdParty', soughtOn: today, answerBy: today }] : [],
  extensionProposed: state === 'checked' ? 5 : null,
})
const actor = (role: (typeof roles)[number]): Actor => ({
  id: role,
  name: role,
  grants: [{ role, agency: 'a' }],
})

test('the grid of steps, states and roles', () => {
  const grid = foiSteps.map(step => {
    const allowed = foiStates.flatMap(state => {
      const by = roles.filter(
        role =>
          refusalOfFoi(step, { agency: 'a', standing: inState(state) }, actor(role), today) === undefined,
      )
      return by.length === 0 ? [] : [`${state}: ${by.join(' ')}`]
    })
    return `${step} ← ${allowed.join('; ')}`
  })
  expect(grid).toMatchInlineSnapshot(`
    [
      "receive ← arrived: officer",
      "assign ← received: officer coordinator; assigned: officer coordinator",
      "handOver ← received: officer departmentOfficer coordinator head; assigned: officer departmentOfficer coordinator head; awaitingCorrection: officer departmentOfficer coordinator head; awaitingPayment: officer departmentOfficer coordinator head; drafted: officer departmentOfficer coordinator head; checked: officer departmentOfficer coordinator head; consented: officer departmentOfficer coordinator head",
      "askForCorrection ← received: officer; assigned: officer",
      "receiveCorrection ← awaitingCorrection: officer",
      "lapse ← awaitingCorrection: officer",
      "seekOpinion ← received: officer departmentOfficer; assigned: officer departmentOfficer",
      "receiveOpinion ← drafted: officer departmentOfficer",
      "weigh ← ",
      "proposeExtension ← received: officer departmentOfficer; assigned: officer departmentOfficer",
      "declineExtension ← checked: head",
      "extend ← checked: head",
      "askForReasons ← received: officer; assigned: officer",
      "receiveReasons ← ",
      "delay ← ",
      "hintTransfer ← received: officer; assigned: officer",
      "notifyFee ← received: officer; assigned: officer",
      "receivePayment ← awaitingPayment: officer",
      "closeUnpaid ← awaitingPayment: officer",
      "draft ← received: officer departmentOfficer; assigned: officer departmentOfficer",
      "check ← drafted: coordinator",
      "sendBack ← drafted: coordinator head; checked: coordinator head; consented: coordinator head",
      "consent ← checked: head",
      "answer ← consented: officer",
      "serve ← answered: officer",
      "withdraw ← arrived: officer; received: officer; assigned: officer; awaitingCorrection: officer; awaitingPayment: officer; drafted: officer; checked: officer; consented: officer",
      "note ← arrived: officer departmentOfficer coordinator head; received: officer departmentOfficer coordinator head; assigned: officer departmentOfficer coordinator head; awaitingCorrection: officer departmentOfficer coordinator head; awaitingPayment: officer departmentOfficer coordinator head; drafted: officer departmentOfficer coordinator head; checked: officer departmentOfficer coordinator head; consented: officer departmentOfficer coordinator head; answered: officer departmentOfficer coordinator head; served: officer departmentOfficer coordinator head; ended: officer departmentOfficer coordinator head",
      "attach ← arrived: officer departmentOfficer coordinator head; received: officer departmentOfficer coordinator head; assigned: officer departmentOfficer coordinator head; awaitingCorrection: officer departmentOfficer coordinator head; awaitingPayment: officer departmentOfficer coordinator head; drafted: officer departmentOfficer coordinator head; checked: officer departmentOfficer coordinator head; consented: officer departmentOfficer coordinator head; answered: officer departmentOfficer coordinator head; served: officer departmentOfficer coordinator head; ended: officer departmentOfficer coordinator head",
      "submit ← ",
      "rate ← ",
      "lodgeRemedy ← arrived: officer; received: officer; assigned: officer; awaitingCorrection: officer; awaitingPayment: officer; drafted: officer; checked: officer; consented: officer; answered: officer; served: officer; ended: officer",
      "noteRemedy ← ",
      "decideRemedy ← ",
      "openRound ← ",
      "proposePublication ← answered: officer departmentOfficer; served: officer departmentOfficer",
      "decidePublication ← answered: head; served: head",
    ]
  `)
})

test('every step stands once in the table, with its article, and the trail has a name for it', () => {
  expect(foiStepTable.map(({ step }) => step)).toEqual([...foiSteps])
  for (const { step, law } of foiStepTable) {
    expect([step, law]).toEqual([step, expect.stringMatching(/^Art \d+$|109号/)])
    expect([step, actLabel[`foi.${step}`]]).toEqual([step, expect.any(String)])
  }
})

test('every refusal says why, with its article', () => {
  for (const step of foiSteps) {
    for (const state of foiStates) {
      for (const role of roles) {
        const refusal = refusalOfFoi(step, { agency: 'a', standing: inState(state) }, actor(role), today)
        if (refusal !== undefined) expect(refusal).toMatchObject({ law: expect.any(String) })
      }
    }
  }
})
