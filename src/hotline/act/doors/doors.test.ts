import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { assert, constantFrom, property } from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { siteOn } from '../../../app/routes.ts'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import type { Reach } from '../../../platform/outbox/webhook.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { isRefusal, type Refusal } from '../../../statute/refusal.ts'
import { nextTry } from '../../doors/client.ts'
import { answer, dispatch } from '../dispatching.ts'
import { clientsOf, makeClient, renewKey, revokeClient } from './clients.ts'
import { deliver } from './delivering.ts'
import { signatureOf } from './signing.ts'
import { deliveriesOf, endSubscription, resendDeliveries, subscribeClient } from './subscriptions.ts'

const secrets = passingSecrets()
const who = (role: Role, agency = 'hotline'): Actor => ({
  id: role,
  name: '演示',
  grants: [{ role, agency }],
})
const admin = who('administrator')
const moment = new Date().toISOString()
const doing = { by: admin, moment, secrets }
let work: TestDb
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  work = await testDb()
  site = siteOn(work, { secrets })
  for (const code of ['hotline', 'other', 'roads'])
    await addAgency(
      work,
      { code, name: `云川市${code}`, shortName: code, kind: 'department', parent: null },
      theSystem,
    )
})
afterAll(() => work.close())
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

function right<T extends object>(done: T | Refusal): T {
  if (isRefusal(done)) throw new Error(done.message)
  return done
}
const system = (name: string, change: object = {}) =>
  makeClient(
    work,
    { agency: 'hotline', name, kind: 'system', channel: 'app', perMinute: 60, ...change },
    doing,
  ).then(right)

interface Call {
  readonly client: string
  readonly key: string
  readonly once?: string
  readonly body?: string
  readonly method?: string
  readonly path?: string
  readonly seconds?: number
  readonly signed?: Readonly<Record<string, string>>
}
const said = { type: 'help', subject: '演示路积水', body: '演示路 8 号积水', caller: { phone: '000-1234' } }
const inbound = '/api/v1/hotline/inbound/demands'

/** Calls as a system does, written by the documentation and not by our own code. */
async function call({ client, key, once = '', body = JSON.stringify(said), ...more }: Call) {
  const { method = 'POST', path = inbound, seconds = Math.floor(Date.now() / 1000), signed = {} } = more
  const covered = {
    stamp: String(seconds),
    method,
    path,
    once,
    body: method === 'GET' ? '' : body,
    ...signed,
  }
  const text = [covered.stamp, covered.method, covered.path, covered.once, covered.body].join('\n')
  const signature = createHmac('sha256', key).update(text).digest('hex')
  const answer = await site.request(`http://localhost${path}`, {
    ...{ method, ...(method === 'GET' ? {} : { body }) },
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': once, 'gongkai-client': client },
      'gongkai-signature': `t=${seconds},v1=${signature}`,
    },
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

test('a signed demand is registered once, whatever is lost on the way, and read by its own system alone', async () => {
  const { id: client, key } = await system('省平台', { channel: 'superior' })
  const once = { client, key, once: 'P-2026-1' }
  const answers = await Promise.all([call(once), call(once), call(once)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(answers[0]?.body).toMatchObject({
    number: expect.any(String),
    trackingCode: expect.stringMatching(/.{20}/),
  })
  const other = await call({ ...once, body: JSON.stringify({ ...said, subject: '另一件' }) })
  expect(other).toMatchObject({ status: 422, body: { detail: expect.stringMatching(/换一个/) } })
  const id = String(answers[0]?.body.id)
  const path = `${inbound}/${id}`
  expect(await call({ client, key, path, method: 'GET' })).toMatchObject({
    ...{ status: 200, body: { state: 'registered', events: [{ kind: 'registered' }] } },
  })
  const stranger = await system('别的平台')
  expect((await call({ client: stranger.id, key: stranger.key, path, method: 'GET' })).status).toBe(404)
  const kept = await work.db.selectFrom('hotline_demands').selectAll().where('id', '=', id).executeTakeFirst()
  expect(kept).toMatchObject({ agency: 'hotline', channel: 'superior' })
  const event = await work.db
    .selectFrom('hotline_events')
    .selectAll()
    .where('demand', '=', id)
    .executeTakeFirst()
  expect(event).toMatchObject({ by: `client ${client}`, by_name: '省平台' })
})

test('a signature opens nothing when any part of the call is another, its time is past, or its key was changed', async () => {
  const { id: client, key } = await system('应用')
  const now = Math.floor(Date.now() / 1000)
  const cases: readonly (readonly [string, Partial<Call>])[] = [
    ['another body', { signed: { body: '{}' } }],
    ['another name', { signed: { once: 'b' } }],
    ['another address', { signed: { path: '/api/v1/x' } }],
    ['another method', { signed: { method: 'PUT' } }],
    ['another time', { signed: { stamp: String(now - 1) } }],
    ['too old', { seconds: now - 400 }],
    ['from the future', { seconds: now + 400 }],
    ['another key', { key: 'x' }],
    ['another client', { client: '00000000-0000-4000-8000-000000000000' }],
  ]
  for (const [what, change] of cases)
    expect([what, (await call({ client, key, once: 'a', ...change })).status]).toEqual([what, 401])
  expect((await call({ client, key })).status).toBe(400)
  expect((await call({ client, key, once: 'a', body: '{"nonsense":' })).status).toBe(400)
  const fresh = right(await renewKey(work, client, doing))
  expect((await call({ client, key, once: 'a' })).status).toBe(401)
  expect((await call({ client, key: fresh.key, once: 'a' })).status).toBe(201)
  right(await revokeClient(work, client, doing))
  expect((await call({ client, key: fresh.key, once: 'a' })).status).toBe(401)
  const exchange = await system('呼叫中心', { kind: 'exchange' })
  expect((await call({ client: exchange.id, key: exchange.key, once: 'a' })).status).toBe(401)
})

test('a flood of one client is slowed and harms no other', async () => {
  const [fast, slow] = [await system('快'), await system('慢', { perMinute: 2 })]
  const of = ({ id, key }: { id: string; key: string }, once: string) => call({ client: id, key, once })
  expect((await of(slow, '1')).status).toBe(201)
  expect((await of(slow, '2')).status).toBe(201)
  expect((await of(slow, '3')).status).toBe(429)
  expect((await of(slow, '2')).status).toBe(201)
  expect((await of(fast, '1')).status).toBe(201)
})

test('clients belong to the administrator of their hotline; their keys are nowhere in the database', async () => {
  const { id, key } = await system('甲')
  const stranger = who('administrator', 'other')
  expect(await renewKey(work, id, { ...doing, by: stranger })).toMatchObject({ kind: 'refusal' })
  expect(await clientsOf(work, stranger)).toEqual([])
  expect(
    await makeClient(work, { ...(await clientsOf(work, admin))[0], agency: 'other' } as never, doing),
  ).toMatchObject({ kind: 'refusal' })
  const rows = await work.db.selectFrom('hotline_clients').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(key)
})

test('two signatures are the same only where every part is', () => {
  const parts = ['', 'a', 'b', 'a\nb'] as const
  const part = constantFrom(...parts.slice(0, 3))
  assert(
    property(part, part, part, part, (once, body, otherOnce, otherBody) => {
      const signed = { stamp: '1', method: 'POST', path: '/p' }
      const same =
        signatureOf({ ...signed, once, body }, 'k') ===
        signatureOf({ ...signed, once: otherOnce, body: otherBody }, 'k')
      return same === (once === otherOnce && body === otherBody)
    }),
  )
})

/** A machine that answers as it is told, and keeps what it was sent. */
async function hook(answers: (n: number) => number | 'never' | 'drip') {
  const got: { headers: Record<string, unknown>; body: string }[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const how = answers(got.length)
      got.push({ headers: request.headers, body: Buffer.concat(pieces).toString() })
      if (how === 'never') return
      if (how !== 'drip') return void response.writeHead(how).end()
      response.writeHead(200)
      const dripping = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(dripping))
    })
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { got, address: `http://127.0.0.1:${port}/hook` }
}
const here: Reach = {
  ...{ protocols: ['http:'], mayConnect: () => true, patience: 200 },
  lookup: (_name, options, told) =>
    options.all === true ? told(null, [{ address: '127.0.0.1', family: 4 }]) : told(null, '127.0.0.1', 4),
}

async function subscribed(
  answers: Parameters<typeof hook>[0],
  change: { readonly confidential?: boolean } = {},
) {
  const kinds = ['registered', 'dispatched', 'answered'] as const
  const { id: client, key } = await system('推送')
  const { got, address } = await hook(answers)
  const asked = { client, address, kinds }
  const subscription = right(await subscribeClient(work, asked, { ...doing, reach: here }))
  const filed = await call({ client, key, once: 'w-1', body: JSON.stringify({ ...said, ...change }) })
  return { got, client, subscription, demand: String(filed.body.id) }
}
const later = (minutes: number) => new Date(Date.parse(moment) + minutes * 60_000).toISOString()
const delivering = (at: string) => deliver({ work, secrets, moment: at, reach: here })

test('who filed it is told what happened, signed, each once and in order', async () => {
  const { got, subscription, demand } = await subscribed(() => 200)
  right(
    await dispatch(
      work,
      { id: demand, by: who('dispatcher'), moment: later(1) },
      { unit: 'roads', basis: '权责清单' },
    ),
  )
  expect(await delivering(later(2))).toEqual({ sent: 2, failed: 0 })
  expect(await delivering(later(3))).toEqual({ sent: 0, failed: 0 })
  expect(got.map(({ body }) => JSON.parse(body))).toMatchObject([
    { type: 'hotline.demand', demand, sequence: 1, kind: 'registered' },
    { demand, sequence: 2, kind: 'dispatched', unit: 'roads' },
  ])
  expect(JSON.stringify(got)).not.toMatch(/1234|积水/)
  const [first] = got
  const [, stamp, signature] =
    /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(first?.headers['gongkai-signature'])) ?? []
  expect(signature).toBe(
    createHmac('sha256', subscription.key).update(`${stamp}.${first?.body}`).digest('hex'),
  )
  right(await endSubscription(work, subscription.id, doing))
})

test.each([
  [false, /已答复/],
  [true, /^((?!已答复).)*$/],
])(
  'the words of an answer go to the system that filed it, unless its caller wished confidence: %s',
  async (confidential, words) => {
    const { got, subscription, demand } = await subscribed(() => 200, { confidential })
    right(await answer(work, { id: demand, by: who('dispatcher'), moment: later(1) }, '已答复。'))
    await delivering(later(2))
    expect(got.map(each => each.body).join(' ')).toMatch(words)
    expect(got.at(-1)?.body).toContain('"kind":"answered"')
    right(await endSubscription(work, subscription.id, doing))
  },
)

test('a hook that fails is tried with growing pauses, then is dead, seen, and sent again by hand', async () => {
  let healthy = false
  const { got, client, subscription } = await subscribed(() => (healthy ? 204 : 500))
  let at = later(10)
  for (let failures = 1; failures <= 12; failures++) {
    expect(await delivering(at)).toEqual({ sent: 0, failed: 1 })
    expect(await delivering(at)).toEqual({ sent: 0, failed: 0 })
    at = nextTry(failures, at) ?? at
  }
  expect(await delivering(later(100_000))).toEqual({ sent: 0, failed: 0 })
  expect(got).toHaveLength(12)
  const { lines } = await deliveriesOf(work, admin, { state: 'dead', client, page: 1, size: 20 })
  expect(lines).toMatchObject([{ what: '登记', failures: 12, lastFailure: '对方答复 500', state: 'dead' }])
  expect(await deliveriesOf(work, who('administrator', 'other'), { page: 1, size: 20 })).toEqual({
    lines: [],
    total: 0,
  })
  const ids = lines.map(({ id }) => id)
  expect(await resendDeliveries(work, ids, { ...doing, by: who('administrator', 'other') })).toEqual({
    count: 0,
  })
  expect(await resendDeliveries(work, ids, { ...doing, moment: at })).toEqual({ count: 1 })
  healthy = true
  expect(await delivering(at)).toEqual({ sent: 1, failed: 0 })
  expect(new Set(got.map(({ headers }) => headers['gongkai-delivery'])).size).toBe(1)
  right(await endSubscription(work, subscription.id, doing))
})

test('a hook that never answers, or never ends, harms nobody else', async () => {
  const never = await subscribed(() => 'never')
  const drip = await subscribed(() => 'drip')
  const well = await subscribed(() => 200)
  right(await answer(work, { id: well.demand, by: who('hotlineAgent'), moment: later(20) }, '已告知'))
  expect(await delivering(later(21))).toEqual({ sent: 2, failed: 2 })
  expect(JSON.parse(well.got[1]?.body ?? '')).toMatchObject({ kind: 'answered', words: '已告知' })
  const { lines } = await deliveriesOf(work, admin, {
    state: 'waiting',
    client: never.client,
    page: 1,
    size: 20,
  })
  expect(lines).toMatchObject([{ failures: 1, lastFailure: '对方没有按时答复' }])
  for (const { subscription } of [never, drip, well])
    right(await endSubscription(work, subscription.id, doing))
})

test('addresses within the office, without encryption or with a password are refused', async () => {
  const { id: client } = await system('内网')
  const cases = [
    'http://hook.example/',
    'https://127.0.0.1/',
    'https://10.0.0.8/x',
    'https://[::1]/',
    'https://u:p@hook.example/',
    'ftp://x',
    '甲',
  ]
  for (const address of cases)
    expect([address, await subscribeClient(work, { client, address, kinds: ['closed'] }, doing)]).toEqual([
      address,
      expect.objectContaining({ kind: 'refusal' }),
    ])
})
