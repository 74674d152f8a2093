import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteOn } from '../../../app/routes.ts'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { isPublicAddress } from '../../../platform/outbox/public-address.ts'
import type { Reach } from '../../../platform/outbox/webhook.ts'
import { refusalOfAddress } from '../../../platform/outbox/webhook.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { saveSetting, settingForms } from '../../../platform/settings.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { paths } from '../../../web/paths.ts'
import { forgetSubscriptions, subscriptions } from '../../store/following/subscriptions.ts'
import { aContent, aDraft, aPublished, putOnShelf, savedAs, stood, theOffice } from '../an-item.ts'
import { openRevision, withdraw } from '../revising.ts'
import { subscribe } from './subscribing.ts'
import { tellFollowers } from './telling.ts'

const agency = 'trial'
const secrets = passingSecrets()
const today = dayOf('2026-03-10')
const { clerk, head } = theOffice(agency)
const lookup: Reach['lookup'] = (_, options, told) =>
  options.all === true ? told(null, [{ address: '127.0.0.1', family: 4 }]) : told(null, '127.0.0.1', 4)
const here: Reach = { protocols: ['http:'], mayConnect: () => true, lookup }
let work: TestDb
let site: ReturnType<typeof siteOn>
const letters: { to: string; text: string }[] = []
let down = false
const mail = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] },
  onConnect: (_, told) => told(down ? new Error('closed') : undefined),
  onData(stream, session, told) {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      const raw = Buffer.concat(pieces).toString('utf8')
      const [headers = '', body = ''] = raw.split('\r\n\r\n')
      const text = /base64/i.test(headers) ? Buffer.from(body, 'base64').toString('utf8') : body
      const to = session.envelope.rcptTo.map(({ address }) => address).join(',')
      letters.push({ to, text: `${headers}\n\n${text}` })
      told()
    })
  },
})

beforeAll(async () => {
  work = await testDb()
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
  await new Promise<void>(resolve => mail.listen(0, '127.0.0.1', () => resolve()))
  const address = mail.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const from = { host: '127.0.0.1', port, security: 'none', from: 'gongkai@example.com' }
  await saveSetting(work, 'mail', settingForms.mail.parse(from), theSystem)
  site = siteOn(work, { secrets })
})
afterAll(async () => {
  await new Promise<void>(resolve => mail.close(() => resolve()))
  await work.close()
})

let minute = 0
const tell = (reach: Reach = here) =>
  tellFollowers({
    ...{ work, secrets, base: 'http://localhost', reach },
    at: new Date(Date.now() + minute++ * 3_600_000).toISOString(),
  })
const fresh = (title: string, more = {}) =>
  aPublished(work, { agency, today, content: aContent({ title, documentNumber: null, ...more }) })
async function visit(address: string, method: 'GET' | 'POST' = 'GET', fields?: Record<string, string>) {
  const url = new URL(address, 'http://localhost')
  const headers = { origin: 'http://localhost', host: 'localhost' }
  const body = fields === undefined ? null : new URLSearchParams(fields)
  const answer = await site.request(url.pathname + url.search, { method, headers, body })
  return { status: answer.status, text: await answer.text() }
}

test('by e-mail: asked, confirmed, told once of what moved, and out by one click', async () => {
  await fresh('早先公开的公积金办法')
  const asked = await visit(paths.subscriptions({ q: '公积金' }), 'POST', {
    way: 'email',
    address: 'reader@example.com',
  })
  expect(asked).toMatchObject({ status: 200, text: expect.stringContaining('还差一步') })
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  expect(await tell()).toEqual({ sent: 0, failed: 0 })
  const confirm =
    /http:\/\/localhost\/subscriptions\/\S+\/confirm\?code=\S+/.exec(letters[0]?.text ?? '')?.[0] ?? ''
  expect((await visit(confirm)).text).toContain('确认订阅')
  await fresh('公积金：确认之前的变化不告知')
  expect((await visit(confirm, 'POST')).text).toContain('订阅成功')

  const id = await fresh('关于公积金缴存的通知', { summary: '提高缴存比例' })
  await fresh('与此无关的公告')
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  const told = letters[1]?.text ?? ''
  expect(told).toContain('[新公开] 关于公积金缴存的通知')
  expect(told).not.toContain('无关')
  expect(told).not.toContain('早先公开')
  expect(told).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/)

  await stood(openRevision(work, { id, by: clerk, today }, ''))
  await savedAs(
    work,
    { id, by: clerk, today },
    aContent({ title: '关于公积金缴存的通知（修订）', documentNumber: null }),
  )
  await putOnShelf(work, { id, agency, today, reason: '比例有误' })
  await stood(withdraw(work, { id, by: head, today }, '内容待核实'))
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  expect(letters[2]?.text).toMatch(
    /\[新版本\][\s\S]*修改原因：比例有误[\s\S]*改了什么：\S+\/difference\?from=1&to=2[\s\S]*\[已撤下\][\s\S]*撤下原因：内容待核实/,
  )

  const out =
    /http:\/\/localhost\/subscriptions\/\S+\/out\?code=\S+/.exec(told)?.[0]?.replace(/[>\s].*$/, '') ?? ''
  expect((await visit(out.replace(/code=..../, 'code=xxxx'))).status).toBe(404)
  expect((await visit(out)).text).toContain('已退订')
  await fresh('公积金又一件')
  expect(await tell()).toEqual({ sent: 0, failed: 0 })
})

test('a mail server that is down loses nothing and tells nothing twice', async () => {
  const before = letters.length
  const done = await subscribe(
    work,
    { way: 'email', address: 'b@example.com', about: { agency } },
    { secrets },
  )
  if (done.kind === 'refusal') throw new Error(done.message)
  down = true
  expect(await tell()).toEqual({ sent: 0, failed: 1 })
  down = false
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  const { lines } = await subscriptions(work, { standing: 'waiting', page: 1, size: 10 })
  expect(lines[0]).toMatchObject({ id: done.id, failures: 0, words: '云川市试验局的信息' })
  expect(letters.length).toBe(before + 1)
  expect(await forgetSubscriptions(work, new Date(Date.now() + 1000).toISOString())).toBeGreaterThan(0)
})

test('a webhook answers a challenge, is told with a signature, and is given up after ten failures', async () => {
  const calls: { body: { type: string; challenge?: string; items?: unknown[] }; signature: string }[] = []
  let status = 200
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', piece => {
      body += piece
    })
    request.on('end', () => {
      calls.push({ body: JSON.parse(body), signature: String(request.headers['gongkai-signature']) })
      answer.writeHead(status).end(body)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const asked = { way: 'webhook', address: `http://hook.example:${port}/`, about: {} } as const
  await subscribe(work, asked, { secrets, reach: here })
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  expect(calls[0]).toMatchObject({
    body: { type: 'subscription.confirm' },
    signature: /^t=\d+,v1=[\da-f]{64}$/,
  })
  await fresh('新的公告')
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  expect(calls[1]?.body).toMatchObject({
    type: 'disclosure.changed',
    items: [{ title: '新的公告', what: 'published' }],
  })
  status = 500
  await fresh('再一件公告')
  minute += 10_000
  for (let time = 0; time < 12; time++) {
    await tell()
    minute += 1000
  }
  const { lines } = await subscriptions(work, { standing: 'dead', page: 1, size: 10 })
  expect(lines).toMatchObject([{ way: 'webhook', failures: 10, whyEnded: 'failures' }])
  await new Promise(resolve => server.close(resolve))
})

const closed = [
  '127.0.0.1',
  '10.1.2.3',
  '192.168.1.1',
  '169.254.169.254',
  '::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '0.0.0.0',
  '100.64.1.1',
]
test.each(closed)('%s is no address of the open internet', address => {
  expect(isPublicAddress(address)).toBe(false)
})

test('a webhook inside, without encryption, or with a password is refused, and so is no address', async () => {
  expect(isPublicAddress('1.2.4.8')).toBe(true)
  const open = { protocols: ['https:'], mayConnect: isPublicAddress, lookup }
  for (const address of [
    'http://a.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://a:b@c.example/',
    'x',
  ]) {
    expect(refusalOfAddress(address, open), address).toBeDefined()
  }
  expect(await subscribe(work, { way: 'email', address: '没有', about: {} }, { secrets })).toMatchObject({
    message: expect.stringContaining('电子邮箱'),
  })
  const draft = await aDraft(work, { agency, today, content: aContent() })
  const about = { item: draft }
  expect(await subscribe(work, { way: 'email', address: 'a@example.com', about }, { secrets })).toMatchObject(
    {
      message: expect.stringContaining('没有公开过'),
    },
  )
})

test('feeds and the map of the site tell what is public, and what was withdrawn', async () => {
  const atom = await visit(paths.itemsFeed({ q: '公积金' }))
  expect(atom.text).toContain('【已撤下】关于公积金缴存的通知（修订）')
  expect(atom.text).not.toContain('无关')
  // The item was withdrawn: what a feed told of it before keeps its titles, each of its time, and none of its words.
  expect(atom.text).toContain('<title>关于公积金缴存的通知</title>')
  expect(atom.text).not.toContain('提高缴存比例')
  expect((await visit(paths.itemsRss({ agency }))).text).toContain('<title>与此无关的公告</title>')
  expect(atom.text).toMatch(/<link href="[^"]*\/search\?q=%E5%85%AC/)
  for (const name of ['columns', '1']) {
    expect((await visit(paths.sitemap())).text).toContain(`/sitemap-${name}.xml`)
  }
  const columns = (await visit(paths.sitemapPart('columns'))).text
  for (const path of [paths.disclosure(), paths.guide(), paths.documents(), paths.catalogue({ agency })]) {
    expect(columns).toContain(`${path}</loc>`)
  }
  const part = (await visit(paths.sitemapPart(1))).text
  expect(part.match(/<loc>/g)?.length).toBeGreaterThan(3)
  expect((await visit(paths.sitemapPart(9))).status).toBe(404)
})
