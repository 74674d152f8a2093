import { array, assert, asyncProperty, constantFrom, shuffledSubarray } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { addPerson } from '../../../office/people.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal, type Refusal } from '../../../statute/refusal.ts'
import type { CallEvent } from '../../doors/call.ts'
import { registerDemand } from '../registering.ts'
import { callsListed } from './call-list.ts'
import {
  callsFor,
  connection,
  finishCall,
  openRecording,
  type TellingCall,
  takeCall,
  tellCall,
} from './calls.ts'

const secrets = passingSecrets()
let work: TestDb
const agents: Actor[] = []
beforeAll(async () => {
  work = await testDb()
  for (const code of ['hotline', 'other'])
    await addAgency(
      work,
      { code, name: `云川市${code}`, shortName: code, kind: 'department', parent: null },
      theSystem,
    )
  for (const [signIn, agency] of [
    ['agent-a', 'hotline'],
    ['agent-b', 'hotline'],
    ['agent-c', 'other'],
  ] as const) {
    const grants = [{ role: 'hotlineAgent' as const, agency }]
    const told = { signIn, name: `演${signIn}`, grants }
    const person = right(await addPerson(work, told, theSystem, dayOf('2026-01-20')))
    agents.push({ id: person.id, name: told.name, grants })
  }
})
afterAll(() => work.close())

function right<T extends object>(done: T | Refusal): T {
  if (isRefusal(done)) throw new Error(done.message)
  return done
}
const who = (role: Role, agency = 'hotline'): Actor => ({
  id: role,
  name: '演示',
  grants: [{ role, agency }],
})
const at = (time: string, day = '2026-01-20') => new Date(`${day}T${time}+08:00`).toISOString()
const usual = { agency: 'hotline', agent: '', recording: '', simulated: false, number: '13800000000' }
const tell = (telling: Partial<TellingCall> & { call: string; event: CallEvent }, moment = at('09:00:00')) =>
  tellCall(work, { ...usual, ...telling }, { moment, secrets })
const mine = (agent: Actor | undefined, moment: string) =>
  callsFor(work, agent ?? theSystem, { moment, secrets })

test('a call rings masked for every agent of its hotline, is taken by one, and ends in a demand', async () => {
  const [a, b, c] = agents
  if (a === undefined || b === undefined) throw new Error('no agents')
  const { id } = right(await tell({ call: 'one', event: 'ringing' }))
  const doing = { moment: at('09:00:08'), secrets }
  for (const agent of [a, b])
    expect(await mine(agent, doing.moment)).toMatchObject([
      { id, state: 'ringing', number: '138****0000', mine: false },
    ])
  expect(await mine(c, doing.moment)).toEqual([])
  expect(await takeCall(work, id, { ...doing, agent: c ?? a })).toMatchObject({ kind: 'refusal' })
  expect(await takeCall(work, id, { ...doing, agent: a })).toEqual({ id, number: '13800000000' })
  expect(await takeCall(work, id, { ...doing, agent: b })).toMatchObject({
    message: '这个来电已由演agent-a接听。',
  })
  expect(await mine(b, doing.moment)).toEqual([])
  right(await tell({ call: 'one', event: 'ended' }, at('09:05:00')))
  expect(await mine(a, at('09:05:01'))).toMatchObject([{ id, state: 'ended', mine: true, earlier: 0 }])
  const caller = { name: '演来电', phone: '138 0000 0000' }
  const demand = {
    type: 'help',
    channel: 'phone',
    urgency: 'ordinary',
    confidential: false,
    place: '',
  } as const
  const said = { ...demand, agency: 'hotline', subject: '甲', body: '甲', caller }
  const receipt = right(await registerDemand(work, said, { by: a, moment: at('09:05:30'), secrets }))
  right(await finishCall(work, { id, demand: receipt.id }, a))
  expect(await mine(a, at('09:05:31'))).toEqual([])
  right(await tell({ call: 'two', event: 'ringing' }, at('09:06:00')))
  expect(await mine(b, at('09:06:01'))).toMatchObject([{ earlier: 1 }])
  const audited = await work.db.selectFrom('audit').select('act').where('subject', '=', id).execute()
  expect(audited).toEqual([{ act: 'hotline.call' }])
  const rows = await work.db.selectFrom('hotline_calls').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('13800000000')
})

test('what an exchange tells in any order and however often is the same call', async () => {
  const told = [
    { event: 'ringing', at: at('10:00:00') },
    { event: 'answered', at: at('10:00:12'), agent: 'agent-a' },
    { event: 'ended', at: at('10:04:00') },
    { event: 'recorded', at: at('10:04:30'), recording: 'https://exchange.example/r/1?sig=x' },
  ] as const
  let n = 0
  await assert(
    asyncProperty(
      shuffledSubarray([...told], { minLength: 4 }),
      array(constantFrom(...told), { maxLength: 4 }),
      async (order, again) => {
        const call = `any-${n++}`
        for (const each of [...order, ...again]) right(await tell({ call, ...each }, at('10:05:00')))
        const row = await work.db
          .selectFrom('hotline_calls')
          .selectAll()
          .where('call', '=', call)
          .executeTakeFirst()
        expect(row).toMatchObject({
          ...{ rang_at: at('10:00:00'), answered_at: at('10:00:12'), ended_at: at('10:04:00') },
          ...{ answered_by: agents[0]?.id, recording_sealed: expect.stringMatching(/^v1\./) },
        })
      },
    ),
    { numRuns: 25 },
  )
})

test('the connection rate counts what was answered on its day, and within fifteen seconds; never the simulator', async () => {
  const day = '2026-01-10'
  const calls: readonly (readonly [string, string | undefined])[] = [
    ['08:00:00', at('08:00:15', day)],
    ['08:10:00', at('08:10:16', day)],
    ['08:20:00', undefined],
    ['23:59:58', at('00:00:03', '2026-01-11')],
  ]
  for (const [place, [rang, answered]] of calls.entries()) {
    const call = `rate-${place}`
    right(await tell({ call, event: 'ringing', at: at(rang, day) }))
    if (answered !== undefined) right(await tell({ call, event: 'answered', at: answered }))
    right(await tell({ call, event: 'ended', at: at('00:30:00', '2026-01-11') }))
  }
  right(await tell({ call: 'rate-simulated', event: 'ringing', at: at('09:00:00', day), simulated: true }))
  const span = { from: at('00:00:00', day), to: at('00:00:00', '2026-01-11') }
  expect(await connection(work, { agencies: ['hotline'], ...span })).toEqual({
    calls: 4,
    answered: 2,
    answeredSoon: 2,
  })
  expect(await connection(work, { agencies: ['other'], ...span })).toEqual({
    calls: 0,
    answered: 0,
    answeredSoon: 0,
  })
  const asked = { ...span, page: 1, size: 20 }
  const reading = { reader: who('supervisor'), secrets }
  expect((await callsListed(work, { ...asked, state: 'lost' }, reading)).lines).toMatchObject([
    { state: 'lost', waited: null, number: '138****0000' },
  ])
  expect((await callsListed(work, { ...asked, state: 'late' }, reading)).lines).toMatchObject([
    { waited: 16 },
  ])
  expect((await callsListed(work, asked, { reader: who('supervisor', 'other'), secrets })).total).toBe(0)
})

test('a call of the future, of long ago or without a number is refused; an unknown agent is told and still counts', async () => {
  const moment = at('09:00:00')
  const cases: readonly (readonly [Partial<TellingCall>, RegExp])[] = [
    [{ at: at('09:06:00') }, /时间在将来/],
    [{ at: at('09:00:00', '2025-12-01') }, /天前/],
    [{ number: '' }, /须有号码/],
    [{ event: 'recorded', recording: '' }, /录音的地址/],
  ]
  for (const [telling, message] of cases)
    expect(await tell({ call: 'bad', event: 'ringing', ...telling }, moment)).toMatchObject({
      ...{ kind: 'refusal', message: expect.stringMatching(message) },
    })
  expect(await tell({ call: 'odd', event: 'answered', agent: 'agent-c' })).toMatchObject({
    agentKnown: false,
  })
})

test('a recording is opened with a reason by who answered, the supervisor and the administrator', async () => {
  const recording = 'https://exchange.example/r/9?sig=secret'
  const { id } = right(await tell({ call: 'heard', event: 'recorded', recording }))
  const open = (reader: Actor, reason = '核对通话内容') =>
    openRecording(work, { id, reason }, { reader, moment: at('10:00:00'), secrets })
  expect(await open(who('supervisor'))).toEqual({ address: recording })
  expect(await open(who('administrator'))).toEqual({ address: recording })
  for (const [reader, reason] of [
    [who('supervisor'), '看'],
    [who('dispatcher'), '核对通话内容'],
    [who('supervisor', 'other'), '核对通话内容'],
  ] as const)
    expect(await open(reader, reason)).toMatchObject({ kind: 'refusal' })
  const rows = await work.db.selectFrom('hotline_calls').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain('sig=secret')
})
