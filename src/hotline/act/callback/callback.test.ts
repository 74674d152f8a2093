import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { siteOn } from '../../../app/routes.ts'
import { theSystem } from '../../../office/agencies.ts'
import { saveSetting, settingForms } from '../../../platform/settings.ts'
import type { TestDb } from '../../../platform/test-db.ts'
import { doing, refused, registered, secrets, start, who } from '../a-hotline.ts'
import { sign } from '../dispatching.ts'
import { callBack, close, feedBack, reopen } from '../handling.ts'
import { demandSeen } from '../views/demand.ts'
import { fedBackDemand, type Gateway, withGateway } from './a-gateway.ts'
import {
  askByMessage,
  callbackMessageLines,
  callbackMessages,
  queueMessage,
  resendMessage,
} from './asking.ts'
import { handMessages } from './handing.ts'
import { rateByLink, ratedByLink } from './rating.ts'

let work: TestDb
let gateway: Gateway
withGateway((opened, started) => {
  work = opened
  gateway = started
})

const [callback, clerk] = [who('callbackAgent'), who('handlingUnit', 'roads')]
const asking = { by: callback, moment: start, secrets }
const later = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()
const hand = (moment = start) => handMessages({ work, secrets, moment, reach: gateway.reach })

const fedBack = (change: Parameters<typeof registered>[1] = {}) => fedBackDemand(work, change)

/** Asks and hands over; the code of the link that the gateway was given. */
async function linked(change: Parameters<typeof registered>[1] = {}) {
  const id = await fedBack(change)
  const asked = await askByMessage(work, id, asking)
  if ('kind' in asked) throw new Error(asked.message)
  expect(await hand()).toEqual({ handed: 1, failed: 0 })
  const code = /\/hotline\/rate\/([\w-]{44}) /.exec(gateway.taken.at(-1)?.body ?? '')?.[1] ?? ''
  expect(code).not.toBe('')
  return { id, code, message: asked.id, opening: { code, moment: start, secrets } }
}

const good = { handling: 'satisfied', result: 'basically', words: '' }

test('without a gateway, a mobile number or the right to ask, no message is made', async () => {
  const id = await fedBack()
  expect(await askByMessage(work, id, asking)).toMatchObject(refused(/没有设置短信网关/))
  await gateway.set()
  expect(await askByMessage(work, id, { ...asking, by: clerk })).toMatchObject(refused(/回访员/))
  const landline = await fedBack({ caller: { name: '演', phone: '010-12345678' } })
  expect(await askByMessage(work, landline, asking)).toMatchObject(refused(/不是手机号码/))
  const { id: fresh } = await registered(work)
  expect(await askByMessage(work, fresh, asking)).toMatchObject(refused(/不能回访/))
  expect(await hand()).toEqual({ handed: 0, failed: 0 })
  expect(await callbackMessages(work, id)).toEqual({ lines: [], decided: null })
})

test('the gateway is given number, words and link, signed; nothing of the demand; then it is 已交网关, once', async () => {
  const { id } = await linked({ caller: { name: '演来电', phone: '138-0000-0001' } })
  const [{ body, signature } = { body: '', signature: '' }] = gateway.taken
  expect(JSON.parse(body)).toMatchObject({ type: 'hotline.message', to: '13800000001' })
  expect(body).not.toMatch(/路灯|演来电/)
  const [, stamp = '', hash = ''] = /^t=(\d+),v1=(\w+)$/.exec(signature) ?? []
  expect(hash).toBe(createHmac('sha256', gateway.key).update(`${stamp}.${body}`).digest('hex'))
  expect((await callbackMessages(work, id)).lines).toMatchObject([{ state: 'handed', usedAt: null }])
  expect(await askByMessage(work, id, asking)).toMatchObject(refused(/已经在进行/))
  expect(await hand(later(60))).toEqual({ handed: 0, failed: 0 })
})

test('a gateway that fails is tried again, given up, and the message sent again by hand', async () => {
  gateway.answers = 503
  const id = await fedBack()
  const asked = await askByMessage(work, id, asking)
  if ('kind' in asked) throw new Error(asked.message)
  const again = (by = callback) => resendMessage(work, asked.id, { by, moment: later(40) })
  for (const minutes of [0, 1, 6, 26]) {
    expect(await again()).toMatchObject(refused(/只有失败/))
    expect(await hand(later(minutes))).toEqual({ handed: 0, failed: 1 })
  }
  expect((await callbackMessages(work, id)).lines).toMatchObject([
    { state: 'failed', failures: 4, lastFailure: '对方答复 503', handedAt: null },
  ])
  expect(await hand(later(60))).toEqual({ handed: 0, failed: 0 })
  expect(await again(clerk)).toMatchObject(refused(/回访员/))
  expect(await again()).toEqual({})
  gateway.answers = 200
  expect(await hand(later(40))).toEqual({ handed: 1, failed: 0 })
  const asOf = { page: 1, size: 50 }
  expect((await callbackMessageLines(work, asOf, callback)).lines).toContainEqual(
    expect.objectContaining({ id: asked.id, state: 'handed' }),
  )
  expect(await callbackMessageLines(work, asOf, clerk)).toEqual({ lines: [], total: 0 })
})

test('without a domain no link is made up: the message failed and says why', async () => {
  await saveSetting(work, 'site', settingForms.site.parse({ domain: 'localhost' }), theSystem)
  const id = await fedBack()
  await askByMessage(work, id, asking)
  await hand()
  expect(gateway.taken).toEqual([])
  expect((await callbackMessages(work, id)).lines).toMatchObject([
    { state: 'failed', lastFailure: expect.stringContaining('域名') },
  ])
  await gateway.set()
})

test('what waited for the gateway while the demand went on is sent no more', async () => {
  const id = await fedBack()
  await askByMessage(work, id, asking)
  const told = { handling: 'satisfied', result: 'dissatisfied', words: '又灭了' } as const
  await callBack(work, doing(id, callback), told)
  await reopen(work, doing(id, callback), '又灭了')
  expect(await hand(later(1))).toEqual({ handed: 0, failed: 1 })
  expect(gateway.taken).toEqual([])
  expect((await callbackMessages(work, id)).lines).toMatchObject([
    { state: 'failed', lastFailure: expect.stringContaining('已经重新办理') },
  ])
  const rated = await fedBack()
  const record = (await demandSeen(work, rated, callback)) ?? expect.fail()
  await queueMessage(work, record, { by: theSystem, moment: start, days: 7, byItself: true })
  await callBack(work, doing(rated, callback), { ...told, result: 'satisfied' })
  expect(await hand(later(2))).toEqual({ handed: 0, failed: 1 })
  expect((await callbackMessages(work, rated)).lines).toMatchObject([
    { state: 'failed', lastFailure: expect.stringContaining('已经评价') },
  ])
})

test('a link rates once, handling and result apart; a refused try does not use it up', async () => {
  const { id, opening } = await linked()
  const sad = { handling: 'satisfied', result: 'veryDissatisfied', words: '' }
  expect(await rateByLink(work, opening, { handling: 'satisfied' })).toMatchObject(refused(/分别选择/))
  expect(await rateByLink(work, opening, sad)).toMatchObject(refused(/写明原因/))
  const both = await Promise.all([1, 2].map(() => rateByLink(work, opening, { ...sad, words: '还是不亮' })))
  expect(both.filter(each => !('kind' in each))).toHaveLength(1)
  expect(await rateByLink(work, opening, good)).toMatchObject(refused(/已经用这个链接评价过/))
  const told = (await demandSeen(work, id, callback))?.events.filter(({ kind }) => kind === 'calledBack')
  expect(told).toMatchObject([
    { way: 'sms', handling: 'satisfied', result: 'veryDissatisfied', words: '还是不亮', by: 'caller' },
  ])
  expect((await callbackMessages(work, id)).lines).toMatchObject([{ usedAt: start }])
})

test('who did not file it, or does not want to rate, says so: a callback without effect', async () => {
  const { id, opening } = await linked()
  expect(await rateByLink(work, opening, { failure: 'noAnswer' })).toMatchObject(refused(/选择一项/))
  expect(await rateByLink(work, opening, { failure: 'wrongNumber' })).toEqual({})
  const record = await demandSeen(work, id, callback)
  expect(record?.events.at(-1)).toMatchObject({ kind: 'calledBack', result: null, failure: 'wrongNumber' })
})

test('a forged, a foreign, an expired and an overtaken link rate nothing', async () => {
  const { id, opening, code } = await linked()
  const { code: other } = await linked()
  const forged = [
    ...['', 'x', code.slice(0, -1), `${code}A`, `${code.slice(0, 22)}${other.slice(22)}`],
    ...[...code].map((sign, at) => `${code.slice(0, at)}${sign === 'A' ? 'Q' : 'A'}${code.slice(at + 1)}`),
  ].filter(each => each !== code)
  for (const each of forged)
    expect(await rateByLink(work, { ...opening, code: each }, good)).toMatchObject(refused(/链接不正确/))
  const week = 7 * 24 * 60
  const ended = { ...opening, moment: later(week) }
  expect(await rateByLink(work, ended, good)).toMatchObject(refused(/有效期已过/))
  expect('kind' in (await ratedByLink(work, { ...opening, moment: later(week - 1) }))).toBe(false)
  await reopen(work, doing(id, callback), '还要再办')
  expect(await rateByLink(work, opening, good)).toMatchObject(refused(/不再需要/))
  await sign(work, doing(id, clerk))
  await feedBack(work, doing(id, clerk), { words: '又换了灯。', resolution: 'resolved' })
  expect(await rateByLink(work, opening, good)).toMatchObject(refused(/不再需要/))
  expect(await askByMessage(work, id, asking)).toHaveProperty('id')
  expect(await hand()).toEqual({ handed: 1, failed: 0 })
  expect((await demandSeen(work, id, callback))?.events.some(({ kind }) => kind === 'calledBack')).toBe(false)
})

test('the page of a link shows a confidential demand by its number alone, and looking uses nothing up', async () => {
  const site = siteOn(work, { secrets })
  const at = async (code: string, body?: URLSearchParams) => {
    const headers = { origin: 'http://localhost', host: 'localhost' }
    const asked = body === undefined ? { headers } : { method: 'POST', body, headers }
    const answer = await site.request(`http://localhost/hotline/rate/${code}`, asked)
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }
  const [open, secret] = [await linked(), await linked({ confidential: true })]
  // The links of this test ended long ago by the clock of the site.
  await work.db
    .updateTable('hotline_callback_messages')
    .set({ expires_at: '2999-01-01T00:00:00.000Z' })
    .where('id', '=', open.message)
    .execute()
  const { ratingCode } = await import('./links.ts')
  const code = ratingCode({ id: open.message, expiresAt: '2999-01-01T00:00:00.000Z' }, secrets)
  expect(await at(open.code)).toMatchObject({ status: 410 })
  const shown = await at(code)
  expect(shown).toMatchObject({ status: 200, text: expect.stringContaining('已换灯') })
  expect(shown.headers.get('referrer-policy')).toBe('same-origin')
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(await at(code, new URLSearchParams({ handling: 'satisfied' }))).toMatchObject({ status: 422 })
  expect((await at(code, new URLSearchParams(good))).text).toContain('已收到您的评价')
  expect(await at(code)).toMatchObject({ status: 410, text: expect.stringContaining('评价过') })

  await work.db
    .updateTable('hotline_callback_messages')
    .set({ expires_at: '2999-01-01T00:00:00.000Z' })
    .where('id', '=', secret.message)
    .execute()
  const hidden = await at(ratingCode({ id: secret.message, expiresAt: '2999-01-01T00:00:00.000Z' }, secrets))
  expect(hidden.status).toBe(200)
  expect(hidden.text).not.toMatch(/路灯|已换灯/)
  expect(await close(work, doing(secret.id, callback))).toMatchObject(refused(/请先回访/))
})
