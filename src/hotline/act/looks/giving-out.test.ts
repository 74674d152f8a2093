import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { siteOn } from '../../../app/routes.ts'
import { theSystem } from '../../../office/agencies.ts'
import { addPerson } from '../../../office/people.ts'
import { openSession } from '../../../platform/sign-in/sessions.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { at, openHotline, refused, registered, secrets, start, who } from '../a-hotline.ts'
import { joinWaiting } from '../topics/joining.ts'
import { demandsCsv } from '../views/export.ts'
import { giveOutDemands } from './giving-out.ts'
import { countReading } from './reading.ts'
import { settleWatch, watchSettings } from './record.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
  for (const subject of ['=HYPERLINK("http://演.example","甲")', '<b>甲</b>', '路灯不亮'])
    await registered(work, { subject })
  await settleWatch(
    work,
    { ...(await watchSettings(work)), exportRowsPerDay: 7, readDemandsPerDay: 5 },
    who('administrator'),
  )
})
afterAll(() => work.close())

const agent = who('hotlineAgent')
const csv = (reader = agent, moment = start) =>
  demandsCsv(work, { page: 1, size: 1, sort: '-filed' }, { reader, moment })
const list = (rows: number, moment = start) =>
  giveOutDemands(
    work,
    { act: 'hotline.exportList', what: '重复诉求', rows, agency: null, detail: {} },
    { by: agent, moment },
  )
async function textOf(given: Awaited<ReturnType<typeof csv>>): Promise<string> {
  if (isRefusal(given)) return given.message
  let text = ''
  for await (const piece of given) text += piece
  return text
}

test('an agent exports so many demands a day and no more; each export is recorded with its rows, the refusal too', async () => {
  const text = await textOf(await csv())
  expect(text.split('\r\n')).toHaveLength(5)
  expect(text).toContain(`'=HYPERLINK`)
  expect(text).not.toContain('13800000000')
  expect(await list(3)).toBeUndefined()
  const refusal = refused(
    /每天最多导出 7 行诉求，今天已导出 6 行，这次有 3 行，没有导出。请用筛选缩小范围，或者请督办员导出。/,
  )
  expect(await csv()).toMatchObject(refusal)
  expect(await list(2)).toMatchObject(refused(/今天已导出 6 行/))
  expect(await list(1)).toBeUndefined()
  expect(await csv(agent, at('2026-01-17 09:00'))).not.toMatchObject({ kind: 'refusal' })
  const trail = await work.db
    .selectFrom('audit')
    .select(['act', 'detail'])
    .where('by', '=', agent.id)
    .where('act', 'like', 'hotline.export%')
    .orderBy('id')
    .execute()
  const rows = (detail: unknown) => (Object(detail) as { rows?: number }).rows
  expect(trail.map(({ act, detail }) => [act, rows(detail)])).toEqual([
    ['hotline.export', 3],
    ['hotline.exportList', 3],
    ['hotline.exportRefused', 3],
    ['hotline.exportRefused', 2],
    ['hotline.exportList', 1],
    ['hotline.export', 3],
  ])
})

test('exports at the same moment do not pass the limit together', async () => {
  const day = at('2026-01-18 09:00')
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => list(3, day)))
  expect(answers.filter(answer => answer === undefined)).toHaveLength(2)
})

test.each(['supervisor', 'supervisingOffice', 'auditor', 'administrator'] as const)(
  'a %s exports without a limit, and it is recorded',
  async role => {
    for (const _ of [1, 2, 3]) expect(isRefusal(await csv(who(role)))).toBe(false)
    const kept = await work.db
      .selectFrom('hotline_exports')
      .select('rows')
      .where('person', '=', who(role).id)
      .execute()
    expect(kept).toEqual([{ rows: 3 }, { rows: 3 }, { rows: 3 }])
  },
)

const some = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, place) => `00000000-0000-4000-8000-${String(from + place).padStart(12, '0')}`,
  )

test('who reads lists reads so many demands a day, each counted once; a page beyond it is not given and does not count', async () => {
  const reader = { by: who('dispatcher'), moment: at('2026-01-19 09:00') }
  const read = (ids: readonly string[]) => countReading(work, ids, reader)
  expect(await read(some(1, 3))).toBeUndefined()
  for (const _ of [1, 2, 3, 4]) expect(await read(some(1, 3))).toBeUndefined()
  const refusal = refused(/每天最多在列表中查看 5 件诉求，今天已查看 3 件。.*请督办员办理/)
  expect(await read(some(3, 4))).toMatchObject(refusal)
  expect(await read(some(20, 3))).toMatchObject(refusal)
  expect(await read(some(3, 3))).toBeUndefined()
  expect(await read(some(1, 5))).toBeUndefined()
  expect(await read(some(6, 1))).toMatchObject(refused(/已查看 5 件/))
  expect(await countReading(work, some(6, 5), { ...reader, moment: at('2026-01-20 09:00') })).toBeUndefined()
  const noted = await work.db
    .selectFrom('audit')
    .select('detail')
    .where('act', '=', 'hotline.readRefused')
    .execute()
  expect(noted).toEqual([{ detail: { demands: 3 } }])
})

test('pages read at the same moment do not pass the bound together; wider roles have none', async () => {
  const moment = at('2026-01-21 09:00')
  const [agentReads, supervisorReads] = [who('hotlineAgent'), who('supervisor')].map(by =>
    Promise.all([0, 1, 2, 3].map(place => countReading(work, some(place * 10, 2), { by, moment }))),
  )
  expect((await agentReads)?.filter(answer => answer === undefined)).toHaveLength(2)
  expect((await supervisorReads)?.filter(answer => answer === undefined)).toHaveLength(4)
})

test('the interface answers 429 with the sentence, and the page of a demand stays open', async () => {
  const told = {
    ...{ signIn: 'reader1', name: '演读者' },
    grants: [{ role: 'dispatcher', agency: 'hotline' } as const],
  }
  const person = await addPerson(work, told, theSystem, dayOf('2026-01-01'))
  if ('kind' in person) throw new Error(person.message)
  const cookie = `gongkai_session=${await openSession(work, person.id, 'browser')}`
  const site = siteOn(work, { secrets })
  const get = (path: string) =>
    site.request(`http://localhost/api/v1${path}`, { headers: { cookie, host: 'localhost' } })
  const { lines } = z
    .object({ lines: z.array(z.object({ id: z.string() })) })
    .parse(await (await get('/demands?size=2')).json())
  expect(lines).toHaveLength(2)
  await settleWatch(work, { ...(await watchSettings(work)), readDemandsPerDay: 2 }, who('administrator'))
  expect((await get('/demands?size=2')).status).toBe(200)
  const refusal = await get('/demands?size=3')
  expect(refusal.status).toBe(429)
  expect(await refusal.text()).toContain('每天最多在列表中查看 2 件诉求')
  expect((await get(`/demands/${lines[0]?.id}`)).status).toBe(200)
  // What a matter tells of its demands counts like a list.
  const { id } = await registered(work, { subject: '望月小区电梯停运', body: '望月小区三号楼电梯停运。' })
  await joinWaiting(work, 'hotline', dayOf(start.slice(0, 10)))
  const { matter } = z
    .object({ matter: z.object({ id: z.string() }) })
    .parse(await (await get(`/demands/${id}/matter`)).json())
  expect((await get(`/hotline/topics/${matter.id}`)).status).toBe(429)
})
