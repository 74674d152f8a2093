import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { demandOf } from '../../store/history.ts'
import { at, hotline, openHotline, refused, registered, start, who } from '../a-hotline.ts'
import { alarmRegister, alarmsFor, escalateUnnoticed, noticeAlarm } from './noticing.ts'
import { putOnDuty, takeOffDuty } from './rostering.ts'
import { dangerSettings, settleDanger } from './words.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const [dispatcher, supervisor] = [who('dispatcher'), who('supervisor')]
const gas = { subject: '楼道有煤气味', body: '演示路 8 号楼道燃气泄漏。' }

test('danger raises the demand and waits for who is on duty; after some minutes the supervisor is told besides', async () => {
  const { id } = await registered(work, gas)
  expect((await demandOf(work, id))?.demand.urgency).toBe('danger')
  expect(await alarmsFor(work, dispatcher, start)).toMatchObject([
    { demand: id, kinds: ['燃气'], words: ['燃气泄漏', '煤气味'] },
  ])
  expect(await alarmsFor(work, who('hotlineAgent'), start)).toEqual([])

  const { id: person } = await work.db
    .insertInto('people')
    .values({ sign_in: 'duty', name: '演值班', added_on: '2026-01-01' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await work.db.insertInto('grants').values({ person, role: 'dispatcher', agency: hotline }).execute()
  const duty = { agency: hotline, person, from: start, until: at('2026-01-16 18:00') }
  expect(await putOnDuty(work, duty, dispatcher)).toMatchObject(refused(/由本热线的督办员安排/))
  const put = await putOnDuty(work, duty, supervisor)
  expect(await alarmsFor(work, dispatcher, start)).toEqual([])
  expect(await alarmsFor(work, supervisor, start)).toEqual([])
  expect(await alarmsFor(work, { ...dispatcher, id: person }, start)).toHaveLength(1)

  expect(await escalateUnnoticed(work, at('2026-01-16 10:04'))).toBe(0)
  expect(await escalateUnnoticed(work, at('2026-01-16 10:06'))).toBe(1)
  expect(await escalateUnnoticed(work, at('2026-01-16 10:07'))).toBe(0)
  expect(await alarmsFor(work, supervisor, start)).toHaveLength(1)

  const noticing = { by: supervisor, moment: at('2026-01-16 10:08') }
  expect(await noticeAlarm(work, id, { ...noticing, by: who('hotlineAgent') })).toMatchObject(refused(/没有/))
  expect(await noticeAlarm(work, id, noticing)).toEqual({})
  expect(await noticeAlarm(work, id, noticing)).toMatchObject(refused(/已经确认过/))
  expect(await alarmsFor(work, supervisor, start)).toEqual([])
  const { lines } = await alarmRegister(work, { waiting: false, page: 1, size: 20 }, supervisor)
  expect(lines).toMatchObject([{ demand: id, noticedAt: noticing.moment, noticedByName: '演示' }])
  if ('kind' in put) throw new Error(put.message)
  expect(await takeOffDuty(work, put.id, supervisor)).toEqual({})
})

test('an everyday matter raises nothing, and changed words hold from the next demand on', async () => {
  const quiet = await registered(work, { subject: '燃气费怎么交', body: '咨询燃气费的缴纳。' })
  expect((await demandOf(work, quiet.id))?.demand.urgency).toBe('ordinary')
  expect(await alarmsFor(work, dispatcher, start)).toEqual([])
  const { kinds, escalateMinutes } = await dangerSettings(work)
  const flood = { label: '内涝', urgency: 'urgent' as const, words: ['水漫进屋'], harmless: [] }
  await settleDanger(work, { kinds: [...kinds, flood], escalateMinutes }, supervisor)
  const { id } = await registered(work, { body: '演示路水漫进屋了。' })
  expect((await demandOf(work, id))?.demand.urgency).toBe('urgent')
  expect(await alarmsFor(work, dispatcher, start)).toMatchObject([{ demand: id, kinds: ['内涝'] }])
})
