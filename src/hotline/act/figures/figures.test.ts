import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { demandTypes } from '../../demand.ts'
import { satisfactions } from '../../events.ts'
import { type FiguresView, figuresOf } from '../../figures/count.ts'
import { added, type Counts } from '../../figures/counters.ts'
import { countsAt, factsOf } from '../../figures/fact.ts'
import { usualVersion } from '../../figures/version.ts'
import { historiesOf } from '../../store/figures/histories.ts'
import { gatherSums } from '../../store/figures/sums.ts'
import { minuteOf, momentOf } from '../../working-time.ts'
import { workingTime } from '../act.ts'
import { answer, arbitrate, dispatch, refuseReturn, returnDemand, sign } from '../dispatching.ts'
import * as handling from '../handling.ts'
import { registerDemand } from '../registering.ts'
import { countFigures } from './counting.ts'
import { rebuildFigures } from './rebuilding.ts'

const secrets = passingSecrets()
/** The hotline of the run: each has one of its own, so that it counts its own demands alone. */
let hotline = ''
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  for (const code of ['water', 'roads']) await agency(code)
})
afterAll(() => work.close())

async function agency(code: string): Promise<void> {
  const named = { name: `演示${code}`, shortName: code, kind: 'department' } as const
  await addAgency(work, { code, ...named, parent: null }, theSystem)
}

const who = (role: Role, agency = hotline): Actor => ({
  ...{ id: `${role} ${agency}`, name: '演示' },
  grants: [{ role, agency }],
})
const steps = [
  ...(['register', 'register', 'answer', 'toRoads', 'toWater', 'sign', 'return', 'refuse'] as const),
  ...(['arbitrate', 'ask', 'extend', 'suspend', 'resume', 'feedBack', 'feedBack', 'callBack'] as const),
  ...(['close', 'reopen', 'urge', 'withdraw', 'rest'] as const),
] as const
const acts = array(
  record({
    ...{ step: constantFrom(...steps), which: integer({ min: 0, max: 5 }) },
    ...{ minutes: integer({ min: 1, max: 5000 }), level: constantFrom(...satisfactions, null) },
  }),
  { minLength: 20, maxLength: 45 },
)
type Act = Parameters<Parameters<typeof acts.map>[0]>[0][number]
const start = minuteOf('2026-01-05T02:00:00Z')
const scopeNow = () => ({ agencies: [hotline], from: dayOf('2026-01-01'), until: dayOf('2026-12-31') })

async function taken({ step, level }: Act, id: string, moment: string): Promise<void> {
  const at = (role: Role, agency?: string) => ({ id, by: who(role, agency), moment })
  const units = (['roads', 'water'] as const).map(unit => at('handlingUnit', unit))
  const byUnit = async (act: (doing: (typeof units)[number]) => Promise<unknown>) => {
    for (const doing of units) await act(doing)
  }
  const why = '演示的理由'
  const way: Record<Exclude<Act['step'], 'register' | 'rest'>, () => Promise<unknown>> = {
    answer: () => answer(work, at('hotlineAgent'), '可在窗口办理。'),
    toRoads: () => dispatch(work, at('dispatcher'), { unit: 'roads', basis: '' }),
    toWater: () => dispatch(work, at('dispatcher'), { unit: 'water', basis: '' }),
    sign: () => byUnit(doing => sign(work, doing)),
    return: () => byUnit(doing => returnDemand(work, doing, { reason: why, responsible: '' })),
    refuse: () => refuseReturn(work, at('dispatcher'), why),
    arbitrate: () => arbitrate(work, at('supervisor'), { unit: 'water', reason: why }),
    ask: () => byUnit(doing => handling.askExtension(work, doing, { workdays: 3, reason: why })),
    extend: () => handling.extend(work, at('dispatcher'), why),
    suspend: () => handling.suspend(work, at('supervisor'), why),
    resume: () => handling.resume(work, at('supervisor'), why),
    feedBack: () => byUnit(doing => handling.feedBack(work, doing, { words: why, resolution: 'partly' })),
    callBack: () =>
      handling.callBack(work, at('callbackAgent'), { handling: level, result: level, words: '' }),
    close: () => handling.close(work, at('callbackAgent')),
    reopen: () => handling.reopen(work, at('supervisor'), why),
    urge: () => handling.urge(work, at('supervisor'), why),
    withdraw: () => handling.withdrawDemand(work, at('hotlineAgent'), why),
  }
  if (step !== 'register' && step !== 'rest') await way[step]()
}

async function register({ which }: Act, moment: string): Promise<string> {
  const type = demandTypes[which] ?? 'help'
  const told = { subject: '演示路路灯不亮', body: '演示路路灯三天不亮。', place: '演示路' }
  const receipt = await registerDemand(
    work,
    {
      ...{ agency: hotline, type, channel: which % 2 === 0 ? 'phone' : 'web', urgency: 'ordinary' },
      ...{ ...told, confidential: false, caller: { name: '演来电', phone: `000-${which % 3}` } },
    },
    { by: who('hotlineAgent'), moment, secrets },
  )
  if ('kind' in receipt) throw new Error(receipt.message)
  return receipt.id
}

/** Every history read again and counted by hand, without a sum and without a fact that is kept. */
async function recounted(ids: readonly string[], moment: string) {
  const time = await workingTime(work)
  const facts = (await historiesOf(work, ids, moment)).flatMap(({ demand, events }) =>
    factsOf(demand, events, time),
  )
  const counts = facts.reduce<Counts>((sum, fact) => added(sum, countsAt(fact, moment)), {})
  return figuresOf([{ version: { ...usualVersion, from: dayOf('2000-01-01') }, counts }], 0)
}

const toldOf = ({ whole, lines }: FiguresView) => ({ whole, lines })

test('after any acts the kept sums equal a recount, an earlier moment is told as it was told then, and nothing dispatched is lost', async () => {
  let run = 0
  const hold = async (given: Act[]) => {
    hotline = `hotline-${run++}`
    await agency(hotline)
    const scope = scopeNow()
    let minute = start
    const ids: string[] = []
    const then: { moment: string; told: object }[] = []
    for (const act of given) {
      minute += act.minutes
      const moment = momentOf(minute)
      const id = ids[act.which % Math.max(1, ids.length)]
      if (act.step === 'register' || id === undefined) ids.push(await register(act, moment))
      else await taken(act, id, moment)
      if (act.step !== 'rest') continue
      const view = await countFigures(work, { ...scope, by: ['unit', 'month'] }, moment)
      then.push({ moment, told: toldOf(view) })
      await gatherSums(work)
    }
    const moment = momentOf(minute)
    const view = await countFigures(work, { ...scope, by: ['unit', 'type', 'week'] }, moment)
    const { callers, ...figures } = view.whole
    const { callers: _, ...recount } = await recounted(ids, moment)
    expect(figures).toEqual(recount)
    expect(callers.numerator).toBe(Math.min(callers.numerator, ids.length))
    const { dispatched, open, closed, returnedNow, converted } = view.whole
    const placed = [open, closed, returnedNow, converted].map(({ numerator }) => numerator)
    expect(placed.reduce((a, b) => a + b)).toBe(dispatched.numerator)
    for (const { moment: earlier, told } of then) {
      const again = await countFigures(
        work,
        { ...scope, by: ['unit', 'month'], asOf: earlier },
        momentOf(minute + 1),
      )
      expect(toldOf(again)).toEqual(told)
    }
    await rebuildFigures(work)
    expect(toldOf(await countFigures(work, { ...scope, by: ['unit', 'type', 'week'] }, moment))).toEqual(
      toldOf(view),
    )
  }
  await assert(asyncProperty(acts, hold), { numRuns: 15 })
}, 60_000)
