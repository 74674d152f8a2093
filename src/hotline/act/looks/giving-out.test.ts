import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { at, openHotline, refused, registered, start, who } from '../a-hotline.ts'
import { demandsCsv } from '../views/export.ts'
import { giveOutDemands } from './giving-out.ts'
import { settleWatch, watchSettings } from './record.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
  for (const subject of ['=HYPERLINK("http://演.example","甲")', '<b>甲</b>', '路灯不亮'])
    await registered(work, { subject })
  await settleWatch(work, { ...(await watchSettings(work)), exportRowsPerDay: 7 }, who('administrator'))
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
