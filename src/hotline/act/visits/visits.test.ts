import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { at, doing, openHotline, refused, registered, secrets, start, toRoads, who } from '../a-hotline.ts'
import { dispatch, sign } from '../dispatching.ts'
import { close, feedBack, noteDemand } from '../handling.ts'
import { papersIn } from '../papers/papers.ts'
import { coHandle, givePart } from '../together.ts'
import { demandView } from '../views/demand.ts'
import { demandsToVisit } from './to-visit.ts'
import { enterVisit, keepPhoto } from './visits.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const roads = who('handlingUnit', 'roads')
const later = at('2026-01-19 15:00')
const key = '00000000-0000-4000-8000-000000000001'
const visit = { key, seen: '灯杆倒伏，线缆裸露。', visitedAt: at('2026-01-19 10:30'), photos: 2 }

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function inHand(): Promise<string> {
  const { id } = await registered(work)
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  await sign(work, doing(id, roads))
  return id
}

test('a visit that is sent again is entered once, also at once and also after the feedback', async () => {
  const id = await inHand()
  const enter = (change: Partial<typeof visit> = {}, by = roads) =>
    enterVisit(work, doing(id, by, later), { ...visit, ...change })
  expect(await enter({}, who('handlingUnit', 'water'))).toMatchObject(refused(/由承办单位或会办单位办理/))
  expect(await enter({ seen: ' ' })).toMatchObject(refused(/现场看到的情况/))
  expect(await enter({ visitedAt: at('2026-01-19 15:11') })).toMatchObject(refused(/不能晚于现在/))
  expect(await enter({ visitedAt: at('2026-01-16 09:59') })).toMatchObject(refused(/不能早于诉求登记/))
  await Promise.all([enter(), enter(), enter()])
  await feedBack(work, doing(id, roads, later), { words: '已扶正。', resolution: 'resolved' })
  expect(await enter({ key: key.replace(/1$/, '2'), photos: 0 })).toMatchObject({ state: 'fedBack' })
  expect(await enter()).toMatchObject({ state: 'fedBack' })
  const view = await demandView(work, id, { reader: roads, moment: later, secrets })
  expect(view?.events.filter(({ kind }) => kind === 'visited')).toMatchObject([
    { ...visit, unit: 'roads', unitName: '云川市城管局' },
    { seen: visit.seen, photos: 0 },
  ])
})

test('its photos come one by one, each kept once, for those who see the papers and not for the caller', async () => {
  const id = await inHand()
  const send = (place: number, bytes: Uint8Array = png, by = roads) =>
    keepPhoto(
      work,
      { ...doing(id, by, later), secrets },
      { visit: key, place, file: { name: '杆.png', bytes } },
    )
  expect(await send(0)).toMatchObject(refused(/请先送出.*文字/))
  await enterVisit(work, doing(id, roads, later), visit)
  expect(await send(0, Buffer.from('words'))).toMatchObject(refused(/不是照片/))
  expect(await send(0, png, who('handlingUnit', 'water'))).toMatchObject(refused(/请先送出/))
  expect(await Promise.all([send(0), send(0), send(1), send(1)])).toEqual(Array(4).fill(undefined))
  expect(await send(2)).toMatchObject(refused(/只有 2 张照片/))
  expect(await papersIn(work, id)).toMatchObject(
    Array(2).fill({ name: '杆.png', ofCaller: false, openToCaller: false }),
  )
})

test('who works on it beside the leading unit visits too, in the name of his own unit', async () => {
  const id = await inHand()
  await coHandle(work, doing(id, who('dispatcher')), { units: ['water'], words: '' })
  const water = who('handlingUnit', 'water')
  await enterVisit(work, doing(id, water, later), visit)
  const view = await demandView(work, id, { reader: water, moment: later, secrets })
  expect(view?.events.at(-1)).toMatchObject({ kind: 'visited', unit: 'water' })
  expect(await close(work, doing(id, water, start))).toMatchObject(refused(/回访员/))
})

test('a visit or a note that arrives while a form is open does not refuse it; a step that moves the demand does', async () => {
  const id = await inHand()
  const version = 3
  await enterVisit(work, doing(id, roads, later), visit)
  await noteDemand(work, doing(id, who('dispatcher'), later), '来电人补充：晚上更危险。')
  const told = { words: '已扶正。', resolution: 'resolved' } as const
  const seen = { ...doing(id, roads, later), version }
  expect(await noteDemand(work, seen, '再注')).toMatchObject({ kind: 'conflict' })
  expect(await feedBack(work, { ...seen, version: 99 }, told)).toMatchObject({ kind: 'conflict' })
  expect(await feedBack(work, { ...seen, version: 2 }, told)).toMatchObject({ kind: 'conflict' })
  expect(await feedBack(work, seen, told)).toMatchObject({ state: 'fedBack', version: 6 })
  // Whose form no longer fits hears that somebody else was faster, not only that it may not be.
  expect(await feedBack(work, seen, told)).toMatchObject(refused(/^他人刚刚办理过.*待回访，不能反馈/))
  const fresh = { ...seen, version: 6 }
  expect(await feedBack(work, fresh, told)).toMatchObject(refused(/^诉求待回访，不能反馈/))
})

test('the list of visits has every demand in hand once, led or beside, page by page, whatever leaves it meanwhile', async () => {
  const told = { words: '已扶正。', resolution: 'resolved' } as const
  const water = who('handlingUnit', 'water')
  const pages = async (reader: typeof water, between: () => Promise<unknown>) => {
    const ids: string[] = []
    let after: Parameters<typeof demandsToVisit>[1]['after']
    do {
      const page = await demandsToVisit(work, { after, size: 2 }, { reader, moment: later })
      ids.push(...page.lines.map(({ id }) => id))
      after = page.next ?? undefined
      if (ids.length === 2) await between()
    } while (after !== undefined)
    return ids
  }
  const nothing = async () => undefined
  const before = await pages(water, nothing)
  const mine = []
  for (let place = 0; place < 3; place++) mine.push(await inHand())
  for (const id of mine) await coHandle(work, doing(id, who('dispatcher')), { units: ['water'], words: '' })
  // One that it leads, three beside: none of them twice.
  const { id: own } = await registered(work)
  await dispatch(work, doing(own, who('dispatcher')), { unit: 'water', basis: '权责清单：供水' })
  await sign(work, doing(own, water))
  const all = await pages(water, nothing)
  expect(all.toSorted()).toEqual([...before, ...mine, own].toSorted())
  // What was shown on the first page and is fed back since does not push another one out of the second.
  const [first = ''] = all
  const again = await pages(water, async () => {
    for (const unit of ['water']) await givePart(work, doing(first, who('handlingUnit', unit)), '管网正常')
    await feedBack(work, doing(first, first === own ? water : roads, later), told)
  })
  expect(again).toEqual(all)
  expect(
    await demandsToVisit(work, { after: undefined, size: 9 }, { reader: water, moment: later }),
  ).toMatchObject({
    ...{ next: null, total: all.length - 1 },
  })
  const stranger = { reader: who('dispatcher', 'water'), moment: later }
  expect(await demandsToVisit(work, { after: undefined, size: 9 }, stranger)).toMatchObject({
    lines: [],
    total: 0,
  })
})
