import { expect, test } from 'vitest'
import { theSystem } from '../../../office/agencies.ts'
import { saveSetting, settingForms } from '../../../platform/settings.ts'
import type { TestDb } from '../../../platform/test-db.ts'
import { at, doing, notReached, refused, secrets, toRoads, who } from '../a-hotline.ts'
import { dispatch, sign } from '../dispatching.ts'
import { callBack, close, feedBack, reopen } from '../handling.ts'
import { demandQueue } from '../views/queue.ts'
import { fedBackDemand, type Gateway, withGateway } from './a-gateway.ts'
import { askByMessage, callbackMessages, resendMessage } from './asking.ts'
import { chooseWays } from './choosing.ts'
import { handMessages } from './handing.ts'
import { rateByLink } from './rating.ts'
import { callbackRules, settleCallbackRules } from './rules.ts'
import { simulatedLink } from './simulated.ts'

let work: TestDb
let gateway: Gateway
withGateway((opened, started) => {
  work = opened
  gateway = started
})

const callback = who('callbackAgent')
const everybody = { consultation: 100, help: 100, complaint: 100, report: 100, suggestion: 100, praise: 100 }
const usual = { byMessage: everybody, from: '09:00', to: '20:00', perDay: 1, waitDays: 3 }
const rule = async (change: object = {}) => {
  const rules = settingForms.callbackRules.parse({ ...usual, ...change })
  expect(await settleCallbackRules(work, rules, theSystem)).toBeUndefined()
}
/** One minute of the job. */
const minute = async (moment: string) => {
  const chosen = await chooseWays({ work, secrets, moment })
  return { ...chosen, ...(await handMessages({ work, secrets, moment, reach: gateway.reach })) }
}
/** Which demands stand in a list of the callback agent. */
const listed = async (way: 'phone' | 'message') => {
  const asked = { callback: way, sort: 'filed', page: 1, size: 200 } as const
  const { lines } = await demandQueue(work, asked, { reader: callback, moment: at('2026-03-01 10:00') })
  return lines.map(({ id }) => id)
}
let people = 0
/** Nobody of a test has a number twice. */
const caller = () => ({ name: '演来电', phone: `000${String(++people).padStart(8, '0')}` })
const nothing = { queued: 0, byPhone: 0, moved: 0, handed: 0, failed: 0 }
const decided = async (id: string) => (await callbackMessages(work, id)).decided

test('without a gateway or a domain nothing is decided, and all stay on the telephone list', async () => {
  await rule()
  const moment = at('2026-01-16 10:00')
  const id = await fedBackDemand(work, { caller: caller() }, moment)
  expect(await minute(moment)).toEqual(nothing)
  expect([await decided(id), await listed('phone')]).toEqual([null, [id]])
  expect(await callbackRules(work, callback)).toMatchObject({ gateway: false, due: { phone: 1, message: 0 } })
  await gateway.set()
  await saveSetting(work, 'site', settingForms.site.parse({ domain: 'localhost' }), theSystem)
  expect([await minute(moment), await decided(id)]).toEqual([nothing, null])
  await gateway.set()
  expect(await minute(moment)).toEqual({ ...nothing, queued: 1, handed: 1 })
  expect(await callbackRules(work, callback)).toMatchObject({ gateway: true, due: { phone: 0, message: 1 } })
})

test.each([
  ['everybody by message', {}, {}, { way: 'message', why: 'share' }],
  ['nobody by message', { byMessage: {} }, {}, { way: 'phone', why: 'share' }],
  ['another type', { byMessage: { ...everybody, complaint: 0 } }, {}, { way: 'phone', why: 'share' }],
  ['who stays unknown', {}, { confidential: true }, { way: 'phone', why: 'confidential' }],
  [
    'unless the rule says so',
    { confidential: true },
    { confidential: true },
    { way: 'message', why: 'share' },
  ],
  [
    'a number that takes none',
    {},
    { caller: { name: '演', phone: '010-12345678' } },
    { way: 'phone', why: 'noMobile' },
  ],
])('%s', async (_, rules, demand, way) => {
  await rule(rules)
  const moment = at('2026-01-20 10:00')
  const id = await fedBackDemand(work, { caller: caller(), ...demand }, moment)
  await minute(moment)
  expect(await decided(id)).toMatchObject(way)
  expect(await listed(way.way === 'message' ? 'message' : 'phone')).toContain(id)
  expect(gateway.taken).toHaveLength(way.way === 'message' ? 1 : 0)
  await rule()
  expect(await minute(moment)).toEqual(nothing)
  expect(await decided(id)).toMatchObject(way)
})

test('a message goes out in its hours alone, also one that is tried again', async () => {
  await rule()
  const id = await fedBackDemand(work, { caller: caller() }, at('2026-01-21 17:00'))
  for (const time of ['2026-01-21 20:00', '2026-01-21 23:59', '2026-01-22 08:59'])
    expect(await minute(at(time))).toEqual(nothing)
  expect([await decided(id), (await listed('phone')).includes(id)]).toEqual([null, true])
  gateway.answers = 503
  expect(await minute(at('2026-01-22 19:59'))).toMatchObject({ queued: 1, failed: 1 })
  gateway.answers = 200
  expect(await minute(at('2026-01-22 20:05'))).toEqual(nothing)
  expect(await minute(at('2026-01-23 09:00'))).toEqual({ ...nothing, handed: 1 })
})

test('a caller gets no more in a day than the rule says, and never two about one feedback', async () => {
  await rule()
  const mine = caller()
  const moment = at('2026-01-26 10:00')
  await fedBackDemand(work, { caller: mine }, moment)
  const second = await fedBackDemand(work, { caller: mine }, moment)
  expect(await minute(moment)).toMatchObject({ queued: 1, handed: 1 })
  expect(await minute(at('2026-01-26 19:00'))).toEqual(nothing)
  const both = await Promise.all(
    [1, 2, 3].map(() => chooseWays({ work, secrets, moment: at('2026-01-27 09:00') })),
  )
  expect(both.map(({ queued }) => queued).toSorted()).toEqual([0, 0, 1])
  expect((await callbackMessages(work, second)).lines).toHaveLength(1)

  const byHand = await fedBackDemand(work, { caller: caller() }, at('2026-01-27 10:00'))
  const asking = { by: callback, moment: at('2026-01-27 10:00'), secrets }
  expect(await askByMessage(work, byHand, asking)).toHaveProperty('id')
  await minute(at('2026-01-27 10:01'))
  expect(await decided(byHand)).toMatchObject({ way: 'phone', why: 'earlier' })
  expect((await callbackMessages(work, byHand)).lines).toHaveLength(1)
})

test('what nobody answers in so many days goes to the telephone; the link still rates', async () => {
  await rule()
  const id = await fedBackDemand(work, { caller: caller() }, at('2026-02-02 10:00'))
  await minute(at('2026-02-02 10:00'))
  const code = /\/hotline\/rate\/([\w-]{44}) /.exec(gateway.taken[0]?.body ?? '')?.[1] ?? ''
  expect((await minute(at('2026-02-05 09:59'))).moved).toBe(0)
  expect(await listed('message')).toContain(id)
  expect((await minute(at('2026-02-05 10:00'))).moved).toBe(1)
  expect(await listed('phone')).toContain(id)
  expect((await minute(at('2026-02-05 10:01'))).moved).toBe(0)
  const rated = { handling: 'satisfied', result: 'satisfied' }
  expect(await rateByLink(work, { code, moment: at('2026-02-06 10:00'), secrets }, rated)).toEqual({})
  expect([...(await listed('phone')), ...(await listed('message'))]).not.toContain(id)
})

test('a message that the gateway never took leaves its caller with the telephone', async () => {
  await rule()
  const id = await fedBackDemand(work, { caller: caller() }, at('2026-02-09 10:00'))
  gateway.answers = 500
  for (const time of ['10:00', '10:01', '10:06']) await minute(at(`2026-02-09 ${time}`))
  expect(await listed('message')).toContain(id)
  expect(await minute(at('2026-02-09 10:26'))).toMatchObject({ failed: 1 })
  expect(await listed('phone')).toContain(id)
})

test('the second callback: who did not answer the telephone is asked by message, who did is left alone', async () => {
  await rule({ byMessage: {} })
  const moment = at('2026-02-11 10:00')
  const ids = await Promise.all([1, 2].map(() => fedBackDemand(work, { caller: caller() }, moment)))
  const [silent = '', heard = ''] = ids
  await minute(moment)
  const said = { handling: 'satisfied', result: 'satisfied', words: '' } as const
  await callBack(work, doing(silent, callback, moment), { ...notReached, way: 'phone' })
  await callBack(work, doing(heard, callback, moment), { ...said, way: 'phone' })
  expect(await minute(moment)).toEqual({ ...nothing, queued: 1, handed: 1, byPhone: 1 })
  expect(await decided(silent)).toMatchObject({ way: 'message', why: 'second' })
  expect(await decided(heard)).toMatchObject({ way: 'phone', why: 'heard' })
  expect(await listed('message')).toContain(silent)
  expect((await minute(at('2026-02-14 10:00'))).moved).toBe(1)
  expect(await listed('phone')).toContain(silent)
  expect(await close(work, doing(silent, callback))).not.toMatchObject({ kind: 'refusal' })
  expect(await listed('phone')).not.toContain(silent)
})

test('what is handled again is asked again, as a new callback', async () => {
  await rule()
  const id = await fedBackDemand(work, { caller: caller() }, at('2026-02-16 10:00'))
  await minute(at('2026-02-16 10:00'))
  const [clerk, next] = [who('handlingUnit', 'roads'), at('2026-02-17 10:00')]
  await reopen(work, doing(id, callback, next), '又不亮了')
  await dispatch(work, doing(id, who('dispatcher'), next), toRoads)
  await sign(work, doing(id, clerk, next))
  await feedBack(work, doing(id, clerk, next), { words: '又换了灯。', resolution: 'resolved' })
  expect(await minute(next)).toMatchObject({ queued: 1, handed: 1 })
  expect((await callbackMessages(work, id)).lines).toMatchObject([{ byItself: true }, { byItself: true }])
})

test('hours that end before they begin are no hours', async () => {
  const backwards = settingForms.callbackRules.parse({ ...usual, from: '20:00', to: '09:00' })
  expect(await settleCallbackRules(work, backwards, theSystem)).toMatchObject(refused(/从早到晚/))
  expect(settingForms.callbackRules.safeParse({ ...usual, from: '9点' }).success).toBe(false)
  await saveSetting(work, 'callbackRules', settingForms.callbackRules.parse({}), theSystem)
  expect((await callbackRules(work, callback)).rules.byMessage.complaint).toBe(0)
})

test('the simulator sends to numbers of invented people alone, fails where they end in 9, and gives its links to the callback agent', async () => {
  await rule()
  const simulated = settingForms.messages.parse({ simulated: true })
  await saveSetting(work, 'messages', simulated, theSystem)
  await saveSetting(work, 'site', settingForms.site.parse({ domain: 'localhost' }), theSystem)
  expect(await callbackRules(work, callback)).toMatchObject({ gateway: true, simulated: true })
  const moment = at('2026-02-24 10:00')
  const of = (phone: string) => fedBackDemand(work, { caller: { name: '演来电', phone } }, moment)
  const [good, bad, real] = [await of('00077770001'), await of('00077770009'), await of('13877770001')]
  const before = gateway.taken.length
  expect(await minute(moment)).toMatchObject({ queued: 2, byPhone: 1, handed: 1, failed: 1 })
  expect(gateway.taken).toHaveLength(before)
  expect(await decided(real)).toMatchObject({ way: 'phone', why: 'real' })
  const asking = { by: callback, moment, secrets }
  expect(await askByMessage(work, real, asking)).toMatchObject(refused(/只给 000 开头/))
  const message = async (id: string) => (await callbackMessages(work, id)).lines[0]
  expect(await message(bad)).toMatchObject({ state: 'failed', lastFailure: expect.stringMatching(/空号/) })
  // Who is called instead, and his demand closed, gets no message any more.
  const failed = (await message(bad))?.id ?? ''
  const spoken = { handling: 'satisfied', result: 'satisfied', words: '' } as const
  await callBack(work, doing(bad, callback, moment), spoken)
  expect(await message(bad)).toMatchObject({ over: false })
  await close(work, doing(bad, callback, moment))
  expect(await message(bad)).toMatchObject({ over: true })
  expect(await resendMessage(work, failed, asking)).toMatchObject(refused(/已办结，不能回访/))
  const { id = '' } = (await message(good)) ?? {}
  const link = (by = callback) => simulatedLink(work, id, { by, secrets })
  expect(await link(who('handlingUnit', 'roads'))).toMatchObject(refused(/回访员/))
  const opened = await link()
  const code = 'path' in opened ? opened.path.replace(/.*\//, '') : ''
  const rating = { handling: 'satisfied', result: 'satisfied', words: '' }
  expect(await rateByLink(work, { code, moment, secrets }, rating)).toEqual({})
  // What an operator was given stays between the caller and him.
  await gateway.set()
  expect(await link()).toMatchObject(refused(/模拟网关/))
})
