import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { theSystem } from '../../../office/agencies.ts'
import type { Reach } from '../../../platform/outbox/webhook.ts'
import { saveSetting, settingForms, withSecretsSealed } from '../../../platform/settings.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import type { Work } from '../../../platform/work.ts'
import { doing, openHotline, registered, secrets, start, toRoads, who } from '../a-hotline.ts'
import { dispatch, sign } from '../dispatching.ts'
import { feedBack } from '../handling.ts'

/** An operator's gateway on this machine, as a test asks it. */
export interface Gateway {
  readonly key: string
  /** What it was given, the first first. */
  readonly taken: { readonly body: string; readonly signature: string }[]
  /** The status with which it answers. */
  answers: number
  /** The gateway of a test stands on this machine. */
  readonly reach: Reach
  /** Writes it into the settings, with a domain for the links. */
  set(): Promise<void>
  close(): void
}

const onThisMachine: Reach = {
  ...{ protocols: ['http:'], mayConnect: () => true },
  lookup: (_, options, done) =>
    options.all === true ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
}

/** Gives each test of a file a hotline and a gateway that takes what it is given; nothing is set yet. */
export function withGateway(given: (work: TestDb, gateway: Gateway) => void): void {
  let [work, gateway]: [TestDb | undefined, Gateway | undefined] = [undefined, undefined]
  beforeAll(async () => {
    work = await testDb()
    await openHotline(work)
    gateway = await aGateway(work)
    given(work, gateway)
  })
  beforeEach(() => {
    if (gateway === undefined) return
    gateway.taken.length = 0
    gateway.answers = 200
  })
  afterAll(async () => {
    gateway?.close()
    await work?.close()
  })
}

async function aGateway(work: Work): Promise<Gateway> {
  const gateway: Gateway = {
    ...{ key: '演示密钥', taken: [], answers: 200, reach: onThisMachine },
    set: () => setGateway(work, server.address(), gateway.key),
    close: () => server.close(),
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => {
      body += piece.toString()
    })
    request.on('end', () => {
      gateway.taken.push({ body, signature: String(request.headers['gongkai-signature']) })
      response.writeHead(gateway.answers).end()
    })
  })
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done)
  })
  return gateway
}

async function setGateway(work: Work, at: unknown, keySecret: string): Promise<void> {
  const port = at !== null && typeof at === 'object' && 'port' in at ? String(at.port) : ''
  const value = { address: `http://gateway.example:${port}/sms`, keySecret, days: 7 }
  const form = settingForms.messages.parse(value)
  await saveSetting(work, 'messages', await withSecretsSealed(work.db, 'messages', form, secrets), theSystem)
  await saveSetting(work, 'site', settingForms.site.parse({ domain: 'gov.example.org' }), theSystem)
}

/** A demand that its unit fed back at a moment. */
export async function fedBackDemand(
  work: Work,
  change: Parameters<typeof registered>[1] = {},
  moment = start,
): Promise<string> {
  const { id } = await registered(work, change, moment)
  const clerk = who('handlingUnit', 'roads')
  await dispatch(work, doing(id, who('dispatcher'), moment), toRoads)
  await sign(work, doing(id, clerk, moment))
  await feedBack(work, doing(id, clerk, moment), { words: '已换灯。', resolution: 'resolved' })
  return id
}
