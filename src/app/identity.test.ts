import { createServer, type Server } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { demoSignIns } from '../demo/staff.ts'
import { tellDemo } from '../demo/tell.ts'
import { freePort } from '../platform/embedded/server.ts'
import { type TestDb, testDb } from '../platform/test-db.ts'
import { type Listening, listen } from './server.ts'

const oidc = { clientId: 'gongkai', clientSecret: 'client-secret-of-the-trial', label: '云川市统一身份认证' }
let [work, site, provider]: [TestDb?, Listening?, Server?] = []
let [issuer, address, admin, officerId] = ['', '', '', '']

beforeAll(async () => {
  work = await testDb()
  await work.transaction(tellDemo)
  site = await listen(work, 0, '127.0.0.1')
  address = `http://127.0.0.1:${site.port}`
  const port = await freePort()
  issuer = `http://127.0.0.1:${port}`
  provider = await serveProvider(port)
  admin = await passwordSignIn('admin')
  await save({ ...oidc, issuer })
  const { people } = (await (await call('/people', { cookie: admin })).json()) as {
    people: { id: string; signIn: string }[]
  }
  officerId = people.find(({ signIn }) => signIn === 'officer')?.id ?? ''
}, 60_000)
afterAll(async () => {
  provider?.close()
  await site?.stop()
  await work?.close()
})
beforeEach(() => {
  jar = new Map()
})

/** The real server; whoever comes is the account that the test names. */
async function serveProvider(port: number): Promise<Server> {
  const server = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        ...{ client_id: oidc.clientId, client_secret: oidc.clientSecret },
        redirect_uris: [`${address}/api/v1/session/oidc/callback`],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: `工号-${id}` }),
    }),
    interactions: { url: (_, { uid }) => `/come/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['trial'] },
    ttl: { Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, Interaction: 600 },
  })
  const answer = server.callback()
  const listening = createServer(async (request, response) => {
    if (request.url?.startsWith('/come/') !== true) return answer(request, response)
    const { params } = await server.interactionDetails(request, response)
    if (account === '') return server.interactionFinished(request, response, { error: 'access_denied' })
    const grant = new server.Grant({ accountId: account, clientId: String(params.client_id) })
    grant.addOIDCScope('openid profile')
    return server.interactionFinished(request, response, {
      login: { accountId: account },
      consent: { grantId: await grant.save() },
    })
  })
  await new Promise<void>(resolve => listening.listen(port, '127.0.0.1', resolve))
  return listening
}

let account = ''
let jar = new Map<string, string>()

/** A browser with its cookies, for both servers, one step at a time. */
async function step(url: string): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } })
  for (const line of answer.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (value.join('=') === '' || /max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, value.join('='))
  }
  return answer
}

/** Goes where it is sent until it stands in the desk; keeps the address at which it came back to us. */
async function goThrough(from: string): Promise<{ end: URL; cameBackTo: string }> {
  let cameBackTo = ''
  for (let at = from, steps = 0; steps < 12; steps++) {
    if (at.startsWith(`${address}/desk`)) return { end: new URL(at), cameBackTo }
    if (at.includes('/oidc/callback')) cameBackTo = at
    const answer = await step(at)
    at = new URL(answer.headers.get('location') ?? '', at).href
  }
  throw new Error('sent in circles')
}

const door = (back = '') => `${address}/api/v1/session/oidc${back}`
/** The words that the sign-in page shows: they travel sealed, and words of anybody else's are not shown. */
async function refusalAt(end: URL): Promise<string> {
  const answer = await fetch(`${address}/api/v1/session/doors${end.search}`)
  return ((await answer.json()) as { refusal: string | null }).refusal ?? ''
}

function call(
  path: string,
  { cookie = '', method = 'GET', json }: { cookie?: string; method?: string; json?: unknown },
) {
  const headers = { cookie, origin: address, 'content-type': 'application/json' }
  const body = json === undefined ? {} : { body: JSON.stringify(json) }
  return fetch(`${address}/api/v1${path}`, { method, headers, ...body })
}

async function passwordSignIn(name: string): Promise<string> {
  const password = demoSignIns.find(({ signIn }) => signIn === name)?.password
  const answer = await call('/session', { method: 'POST', json: { name, password } })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function save(setting: object): Promise<void> {
  const answer = await call('/settings/oidc', { method: 'PUT', cookie: admin, json: setting })
  expect(answer.status).toBe(204)
}

const enterMark = (identity: string | null) =>
  call(`/people/${officerId}/identity`, { method: 'PUT', cookie: admin, json: { identity } })

test('the door is named, and the secret stands nowhere in clear', async () => {
  expect(await (await call('/session/doors', {})).json()).toMatchObject({
    oidc: { label: oidc.label, path: '/api/v1/session/oidc' },
  })
  const settings = await (await call('/settings', { cookie: admin })).text()
  const rows = JSON.stringify([
    await work?.db.selectFrom('settings').selectAll().execute(),
    await work?.db.selectFrom('audit').selectAll().execute(),
  ])
  expect(settings + rows).not.toContain(oidc.clientSecret)
  expect(rows).toContain('v1.')
})

test('an unknown person is told which mark the administrator must enter; then the person comes in', async () => {
  account = 'u-1001'
  const { end } = await goThrough(door())
  expect(await refusalAt(end)).toMatch(/“u-1001”.*系统管理员.*“人员”/)
  expect((await enterMark('u-1001')).status).toBe(200)
  jar = new Map([['gongkai_session', 'planted-by-somebody']])
  const came = await goThrough(door('?back=/desk/reports'))
  expect(came.end.pathname).toBe('/desk/reports')
  const cookie = `gongkai_session=${jar.get('gongkai_session')}`
  expect(await (await call('/session', { cookie })).json()).toMatchObject({ signIn: 'officer' })
  expect((await call('/session', { cookie, method: 'DELETE' })).status).toBe(204)
  expect((await call('/session', { cookie })).status).toBe(401)
})

test('a code that is replayed, a wrong state, and an answer without a beginning are refused', async () => {
  account = 'u-1001'
  const begun = await step(door())
  const trip = jar.get('gongkai_trip') ?? ''
  const { end, cameBackTo } = await goThrough(begun.headers.get('location') ?? '')
  expect(end.pathname).toBe('/desk/')
  const back = async (url: string, cookie: string) => {
    jar = new Map(cookie === '' ? [] : [['gongkai_trip', cookie]])
    const { end: at } = await goThrough(url)
    expect(jar.has('gongkai_session')).toBe(false)
    return refusalAt(at)
  }
  expect(await back(cameBackTo, trip)).toContain('已经用过')
  expect(await back(cameBackTo, '')).toContain('已过期或已经用过')
  const changed = `${trip.slice(0, -9)}${trip.at(-9) === 'A' ? 'B' : 'A'}${trip.slice(-8)}`
  expect(await back(cameBackTo, changed)).toContain('已过期或已经用过')
  expect(await back(cameBackTo.replace(/state=[^&]+/, 'state=other'), trip)).toContain('没有通过校验')
  jar = new Map()
  await step(door())
  expect(await back(cameBackTo, jar.get('gongkai_trip') ?? '')).toContain('没有通过校验')
})

test('a person who was shut out, or who cancels, is told so', async () => {
  account = 'u-1001'
  const shut = (disabled: boolean) =>
    call(`/people/${officerId}`, { method: 'PATCH', cookie: admin, json: { disabled } })
  expect((await shut(true)).status).toBe(200)
  expect(await refusalAt((await goThrough(door())).end)).toContain('已停用')
  await shut(false)
  jar = new Map()
  account = ''
  expect(await refusalAt((await goThrough(door())).end)).toContain('取消了登录')
})

test('the mark may be the name that the service gives; one mark belongs to one person', async () => {
  account = 'u-7'
  await save({ ...oidc, issuer, claim: 'preferred_username', clientSecret: '' })
  expect(await refusalAt((await goThrough(door())).end)).toContain('“工号-u-7”')
  expect((await enterMark('工号-u-7')).status).toBe(200)
  expect((await goThrough(door('?back=//elsewhere.example/'))).end.pathname).toBe('/desk/')
  const other = await call('/people', { cookie: admin })
  const { people } = (await other.json()) as { people: { id: string; signIn: string }[] }
  const head = people.find(({ signIn }) => signIn === 'head')?.id
  const taken = await call(`/people/${head}/identity`, {
    ...{ method: 'PUT', cookie: admin, json: { identity: '工号-u-7' } },
  })
  expect(await taken.json()).toMatchObject({ status: 422, detail: expect.stringContaining('officer') })
  const intruder = await passwordSignIn('other-officer')
  expect((await call(`/people/${officerId}/identity`, { cookie: intruder })).status).toBe(403)
})

test('a wrong secret, a service that is down, and none at all: each says what to do', async () => {
  account = 'u-7'
  await save({ ...oidc, issuer, clientSecret: 'wrong' })
  expect(await refusalAt((await goThrough(door())).end)).toContain('核对设置')
  await save({ ...oidc, issuer: `http://127.0.0.1:${await freePort()}` })
  expect(await refusalAt((await goThrough(door())).end)).toMatch(/暂时无法连接.*登录名和密码/)
  await save({ ...oidc, issuer: '' })
  expect(await refusalAt((await goThrough(door())).end)).toContain('没有设置统一身份认证')
})
