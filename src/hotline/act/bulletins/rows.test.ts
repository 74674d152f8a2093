import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { addDays, type Day, dayOf } from '../../../statute/day.ts'
import { usualIndustries } from '../../bulletins/industry.ts'
import { spanOf } from '../../bulletins/period.ts'
import type { BulletinCell } from '../../bulletins/tables.ts'
import type { BulletinView } from '../../bulletins/view.ts'
import { at, given, hotline, openHotline, secrets, who } from '../a-hotline.ts'
import { dispatch, returnDemand } from '../dispatching.ts'
import { demandsBehind, everyDemandBehind } from '../figures/behind.ts'
import { registerDemand } from '../registering.ts'
import { joinWaiting } from '../topics/joining.ts'
import { behindRowOf } from './behind.ts'
import { makeBulletin } from './making.ts'
import { setIndustries } from './settling.ts'
import { approveBulletin, saveBulletin, submitBulletin } from './steps.ts'
import { bulletinView } from './views.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const supervisor = who('supervisor')
const now = at('2026-01-16 10:00')
let callers = 100

async function told(
  on: Day,
  subject: string,
  phone = `000-${callers++}`,
  confidential = false,
): Promise<string> {
  const place = phone === '000-2' ? '青禾县演示路 8 号' : given.place
  const registering = { ...given, subject, confidential, place, caller: { name: '演来电', phone } }
  const receipt = await registerDemand(work, registering, {
    ...{ by: who('hotlineAgent'), moment: at(`${on} 10:00`), secrets },
  })
  if ('kind' in receipt) throw new Error(receipt.message)
  await sent(receipt.id, on, 'roads')
  return receipt.id
}

async function sent(id: string, on: Day, unit: string): Promise<void> {
  const doing = { id, by: who('dispatcher'), moment: at(`${on} 10:05`) }
  expect(await dispatch(work, doing, { unit, basis: '权责清单' })).toMatchObject({ unit })
}

async function made(kind: 'month' | 'quarter', on: string, moment = now): Promise<BulletinView> {
  const bulletin = { hotline, kind, span: spanOf(kind, dayOf(on)) } as const
  const done = await makeBulletin(work, bulletin, { by: supervisor, moment })
  if ('kind' in done) throw new Error(done.message)
  return await view(done.id)
}
const view = async (id: string) =>
  (await bulletinView(work, id, { reader: supervisor, moment: now })) ?? expect.fail()
const rowsOf = ({ tables }: BulletinView, table: string) =>
  tables.find(({ key }) => key === table)?.rows ?? []
const rowOf = (seen: BulletinView, table: string, name: string) =>
  rowsOf(seen, table).find(([first]) => first?.text === name) ?? []

/** How many demands a number of the page opens to. */
async function opened(seen: BulletinView, cell: BulletinCell | undefined): Promise<string> {
  const { asOf } = seen.content.numbers
  if (cell?.opens === undefined) return 'opens to nothing'
  const only = cell.of && (await behindRowOf(work, { bulletin: seen.id, asOf, ...cell.of }, reading))
  if (cell.of !== undefined && only === undefined) return 'no such row'
  const asked = { agencies: [hotline], hotline, ...cell.opens, asOf, part: 'numerator', only } as const
  const { lines, total } = await demandsBehind(work, { ...asked, size: 200, page: 1 }, reading)
  expect(lines).toHaveLength(total)
  return String(total)
}

test('industries are told with their change on last year, by the words of their time, and open to both years', async () => {
  const some: readonly (readonly [string, string, number])[] = [
    ['2024-07-09', '演示小区物业供暖不足', 4],
    ['2025-08-05', '演示小区物业供暖不足', 6],
    ['2024-09-30', '公交车晚点', 5],
    ['2025-07-01', '公交车晚点', 4],
    ['2025-09-30', '演示小区旁施工噪声', 2],
    ['2025-10-01', '演示路施工噪声', 3],
  ]
  for (const [on, subject, times] of some)
    for (let time = 0; time < times; time++) await told(dayOf(on), subject)
  expect(usualIndustries).toHaveLength(10)
  const seen = await made('quarter', '2025-08-01')
  const textsOf = (name: string) => rowOf(seen, 'industries', name).map(({ text }) => text)
  expect(textsOf('供热')).toEqual(['供热', '6', '4', '上升 50.0%'])
  expect(textsOf('公共交通')).toEqual(['公共交通', '4', '5', '下降 20.0%'])
  expect(textsOf('工程建设')).toEqual(['工程建设', '2', '0', '没有可比数字'])
  expect(textsOf('物业')).toEqual(['物业', '6', '4', '上升 50.0%'])
  expect(textsOf('燃气')).toEqual(['燃气', '0', '0', '没有可比数字'])
  for (const { name } of usualIndustries)
    for (const cell of rowOf(seen, 'industries', name).slice(1, 3))
      expect([name, await opened(seen, cell)]).toEqual([name, cell.text])
  const doing = (role: 'supervisor' | 'head') => ({ id: seen.id, by: who(role), moment: now })
  // What only people can write stands as a note until they did, and goes to nobody.
  const { draft, span } = seen
  expect(await submitBulletin(work, doing('supervisor'))).toMatchObject({
    message: expect.stringContaining('“原因分析”一节还没有写'),
  })
  const sections = draft.words.sections.filter(({ title }) => title !== '原因分析')
  const saving = { version: draft.version, cutOff: span.until, topics: [], findAnew: false }
  const words = { ...draft.words, sections }
  expect(await saveBulletin(work, doing('supervisor'), { ...saving, words })).toBeUndefined()
  expect(await submitBulletin(work, doing('supervisor'))).toBeUndefined()
  expect(await approveBulletin(work, doing('head'))).toBeUndefined()
  await setIndustries(work, { hotline, industries: [{ name: '供热', words: ['煤'] }] }, supervisor)
  const fixed = await view(seen.id)
  expect(await opened(fixed, rowOf(fixed, 'industries', '供热')[1])).toBe('6')
})

const row = { asOf: now, table: 'repeated', row: 'roads' } as const
const reading = { reader: supervisor, moment: now }

test('repetitions open to their demands, with the units of the cut-off, to those who may see the bulletin', async () => {
  const on = dayOf('2025-11-03')
  await told(on, '井盖异响', '000-1')
  await told(on, '井盖异响', '000-1')
  const again = await told(on, '井盖异响', '000-1')
  await told(on, '井盖异响', '000-2')
  await told(on, '井盖异响', '000-2')
  await told(on, '井盖异响', '000-3')
  const seen = await made('month', '2025-11-01')
  const textsOf = (of: BulletinView) => rowsOf(of, 'repeated').map(row => row.map(({ text }) => text))
  expect(textsOf(seen)).toEqual([['云川市城管局', '2', '5']])
  for (const cell of rowOf(seen, 'repeated', '云川市城管局').slice(1))
    expect(await opened(seen, cell)).toBe('5')
  const only = (await behindRowOf(work, { ...row, bulletin: seen.id }, reading)) ?? expect.fail()
  const span = { from: on, until: addDays(on, 1), figure: 'total', part: 'numerator' } as const
  const asked = { agencies: [hotline], hotline, unit: 'roads', ...span, only }
  const pages = await everyDemandBehind(work, asked, { by: supervisor, moment: now })
  if ('kind' in pages) throw new Error(pages.message)
  for await (const some of pages) expect(some).toHaveLength(5)
  const areas = rowsOf(seen, 'areas')
  expect(areas.map(row => row.slice(0, 2).map(({ text }) => text))).toEqual([
    ['地点没有写明县区、乡镇', '4'],
    ['青禾县', '2'],
  ])
  for (const [, cell] of areas) expect(await opened(seen, cell)).toBe(cell?.text)
  // What goes to another unit, or comes, after the cut-off changes neither the number nor what is behind it.
  const back = { id: again, by: who('handlingUnit', 'roads'), moment: at('2025-12-03 09:00') }
  await returnDemand(work, back, { reason: '不属于本单位职责。', responsible: '' })
  await sent(again, dayOf('2025-12-04'), 'water')
  const later = await view(seen.id)
  expect(textsOf(later)).toEqual(textsOf(seen))
  expect(await opened(later, rowOf(later, 'repeated', '云川市城管局')[2])).toBe('5')
  const unit = { reader: who('handlingUnit', 'water'), moment: now }
  expect(await behindRowOf(work, { ...row, bulletin: seen.id }, unit)).toBeUndefined()
})

test('what confidential callers alone complain of is no topic of a bulletin, which everybody reads', async () => {
  const on = dayOf('2025-05-06')
  for (const isConfidential of [true, true]) await told(on, '食堂克扣工人伙食费', undefined, isConfidential)
  for (const isConfidential of [false, false]) await told(on, '桥头路灯整夜不亮', undefined, isConfidential)
  while ((await joinWaiting(work, hotline, on)) > 0);
  const { content } = await made('month', '2025-05-01')
  expect(content.numbers.topics.map(({ title }) => title)).toEqual(['桥头路灯整夜不亮'])
})

test('the month before is compared as it stood as many days after its end, not with what became of it since', async () => {
  const id = await told(dayOf('2025-02-27'), '井盖松动')
  await told(dayOf('2025-03-27'), '井盖松动')
  const back = { id, by: who('handlingUnit', 'roads'), moment: at('2025-03-20 09:00') }
  await returnDemand(work, back, { reason: '不属于本单位职责。', responsible: '' })
  const seen = await made('month', '2025-03-01')
  expect(rowOf(seen, 'overview', '退单率').map(({ text }) => text)).toEqual([
    ...['退单率', '0.0%', '持平', '没有可比数字'],
  ])
  expect(seen.content.numbers.comparedAsOf).toEqual({
    before: at('2025-03-01 00:00'),
    yearEarlier: at('2024-04-01 00:00'),
  })
})
