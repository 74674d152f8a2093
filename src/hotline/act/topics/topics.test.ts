import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { addDays, dayOf } from '../../../statute/day.ts'
import { at, doing, hotline, openHotline, refused, registered, start, toRoads, who } from '../a-hotline.ts'
import { answer, dispatch, returnDemand } from '../dispatching.ts'
import { repeatsSeen } from '../repeats/repeats.ts'
import { correctMatter } from './correcting.ts'
import { joinWaiting } from './joining.ts'
import { askToRegroup, doWaitingRun, regroup } from './regrouping.ts'
import { hotTopics, matterOfDemand, matterView } from './views.ts'

const on = dayOf('2026-01-16')
const span = { agency: hotline, from: addDays(on, -29), to: on, most: 20 }
const supervisor = who('supervisor')
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

let phone = 0
const momentAfter = (seconds: number) => new Date(Date.parse(start) + seconds * 1000).toISOString()
const said = async (subject: string, change: Partial<Parameters<typeof registered>[1]> = {}) => {
  phone++
  const caller = { name: '演来电', phone: `000-${1000 + phone}` }
  const told = { subject, body: `${subject}，请处理。`, place: '', caller, ...change }
  // Each a second later: in the order of filing they join.
  return (await registered(work, told, momentAfter(phone))).id
}
const joinAll = async () => {
  while ((await joinWaiting(work, hotline, on)) > 0);
}
const matterOf = async (id: string, reader = supervisor) => await matterOfDemand(work, id, reader)
const fountain = [
  '丽泽新城小区旁搅拌站粉尘污染严重',
  '丽泽新城小区附近搅拌站，粉尘噪音扰民',
  '投诉丽泽新城小区旁边的搅拌站噪音和粉尘',
]
const lift = ['锦园小区电梯停运半个月', '反映锦园小区电梯停运无人维修']

test('what comes in joins its matter with its reason; one caller counts once; the same words of a confidential demand stay hidden', async () => {
  const ids: string[] = []
  for (const subject of [...fountain, ...lift]) ids.push(await said(subject))
  const caller = { name: '演来电', phone: '000-1001' }
  const repeating = { subject: fountain[0] ?? '', body: '还没有处理。', place: '', caller }
  const { id: again } = await registered(work, repeating, at('2026-01-16 10:05'))
  const secret = await said('丽泽新城小区搅拌站粉尘，要求保密', { confidential: true })
  expect(await matterOf(ids[0] ?? '')).toBeNull()
  await joinAll()
  const [mill, lifts] = await hotTopics(work, span)
  expect(mill).toMatchObject({ rank: 1, callers: 4, demands: 5, place: '丽泽新城' })
  expect(fountain).toContain(mill?.title)
  expect(lifts).toMatchObject({ callers: 2, demands: 2 })
  const panel = await matterOf(ids[1] ?? '')
  expect(panel).toMatchObject({ id: mill?.id, callers: 4, demands: 5, mayOpen: true })
  expect(panel?.why.places.join()).toContain('丽泽')
  const seen = await matterView(work, mill?.id ?? '', { reader: who('auditor'), today: on })
  expect(seen?.members.find(({ demand }) => demand === secret)).toMatchObject({
    subject: '要求保密，不显示内容',
    words: [],
    places: [],
  })
  expect(seen?.members.find(({ demand }) => demand === again)).toMatchObject({ sameCaller: true })
  const open = await matterView(work, mill?.id ?? '', { reader: supervisor, today: on })
  expect(open?.members.find(({ demand }) => demand === secret)?.subject).toContain('保密')
  expect(open?.days).toEqual([{ on, demands: 5 }])
  expect(
    await matterView(work, mill?.id ?? '', { reader: who('supervisor', 'water'), today: on }),
  ).toBeUndefined()
  await dispatch(work, doing(ids[0] ?? '', who('dispatcher')), toRoads)
  const unit = await matterOf(ids[0] ?? '', who('handlingUnit', 'roads'))
  expect(unit).toMatchObject({ mayOpen: false, neighbours: [] })
})

test('praise alone is no hot topic', async () => {
  for (const subject of ['表扬枫桥派出所民警热心', '表扬枫桥派出所民警热心助人'])
    await said(subject, { type: 'praise' })
  await joinAll()
  const titles = async () => (await hotTopics(work, { ...span, most: 200 })).map(({ title }) => title).join()
  expect(await titles()).not.toContain('枫桥')
  await said('枫桥派出所民警热心但是门前路灯不亮')
  await said('枫桥派出所民警热心助人')
  await joinAll()
  expect(await titles()).toContain('枫桥')
})

test('what comes after closing raises the heat', async () => {
  const first = await said('竹溪村自来水浑浊发黄')
  await answer(work, doing(first, who('dispatcher'), at('2026-01-16 10:30')), '已经修好。')
  const caller = { name: '演来电', phone: '000-9' }
  const change = { subject: '竹溪村自来水又浑浊发黄', body: '发黄。', place: '', caller }
  await registered(work, change, at('2026-01-16 11:00'))
  await joinAll()
  const water = (await hotTopics(work, span)).find(({ place }) => place.includes('竹溪'))
  expect(water).toMatchObject({ callers: 2, repeated: 0.5, heat: 3.8 })
})

test('two that join at once agree: each demand is in one matter', async () => {
  const ids = [await said('福临市场卖注水猪肉'), await said('福临市场有人卖注水猪肉')]
  await Promise.all([joinWaiting(work, hotline, on), joinWaiting(work, hotline, on)])
  const [one, two] = await Promise.all(ids.map(id => matterOf(id)))
  expect(one?.id).toBe(two?.id)
})

test('only dispatcher and supervisor correct; what cannot be corrected says why', async () => {
  const id = (await matterOf(await firstOf('丽泽')))?.id ?? ''
  const by = (role: 'hotlineAgent' | 'supervisor') => ({ matter: id, by: who(role) })
  const cases = [
    [by('hotlineAgent'), { kind: 'rename', title: '甲' }, /由热线的派单员或者督办员更正/],
    [by('supervisor'), { kind: 'rename', title: ' ' }, /请填写事项的名称/],
    [by('supervisor'), { kind: 'takeOut', demands: ['x'] }, /请选择/],
    [by('supervisor'), { kind: 'putIn', number: '20000101-00001' }, /没有这个编号/],
  ] as const
  for (const [doer, correction, why] of cases)
    expect(await correctMatter(work, doer, correction)).toEqual(refused(why))
})

const firstOf = async (word: string) => {
  const { id } = await work.db
    .selectFrom('hotline_demands')
    .select('id')
    .where('subject', 'like', `%${word}%`)
    .orderBy('filed_at')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return id
}

test('a correction sticks through every later run, and what is named by hand keeps its name', async () => {
  const rows = await work.db.selectFrom('hotline_demands').select(['id', 'number']).execute()
  const step = record({
    kind: constantFrom('takeOut', 'putIn', 'merge', 'rename'),
    one: integer({ min: 0, max: rows.length - 1 }),
    two: integer({ min: 0, max: rows.length - 1 }),
  })
  const placed = async () =>
    new Map(
      (
        await work.db
          .selectFrom('hotline_matter_members')
          .select(['demand', 'matter', 'by_hand'])
          .where('by_hand', '=', true)
          .execute()
      ).map(({ demand, matter }) => [demand, matter]),
    )
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 5 }), async steps => {
      for (const { kind, one, two } of steps) {
        const [id, number] = [rows[one]?.id ?? '', rows[two]?.number ?? '']
        const matter = (await matterOf(id))?.id ?? ''
        const correction =
          kind === 'takeOut'
            ? { kind, demands: [id] }
            : kind === 'rename'
              ? { kind, title: `名称${one}` }
              : { kind, number }
        await correctMatter(work, { matter, by: supervisor }, correction)
      }
      const before = await placed()
      const named = await work.db
        .selectFrom('hotline_matters')
        .selectAll()
        .where('renamed', '=', true)
        .execute()
      await regroup(work, { agency: hotline, from: span.from, until: on })
      await said('丽泽新城小区搅拌站粉尘仍然没有解决')
      await joinAll()
      await regroup(work, { agency: hotline, from: span.from, until: on })
      const after = await placed()
      for (const [demand, matter] of before) expect(after.get(demand)).toBe(matter)
      for (const { id, title } of named) {
        const now = await work.db
          .selectFrom('hotline_matters')
          .select('title')
          .where('id', '=', id)
          .executeTakeFirst()
        expect(now?.title).toBe(title)
      }
    }),
    { numRuns: 6 },
  )
})

test('who calls three times, what is sent back twice and what was opened again stand in lists; no number is told', async () => {
  const caller = { name: '演来电', phone: '000-7770777' }
  const ids: string[] = []
  for (const word of ['一', '二', '三']) ids.push(await said(`竹溪村第${word}件`, { caller }))
  await joinAll()
  const asked = { from: span.from, to: on, page: 1, size: 20 }
  const { lines } = await repeatsSeen(work, { ...asked, kind: 'callers' }, supervisor)
  const mine = lines.find(({ demands }) => demands.some(({ id }) => ids.includes(id)))
  expect(mine).toMatchObject({ times: 3 })
  expect(mine?.demands.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  expect(JSON.stringify(lines)).not.toContain('7770777')
  expect(mine?.key).toMatch(/^来电人 \d+$/)
  const [first = ''] = ids
  await dispatch(work, doing(first, who('dispatcher')), toRoads)
  const unit = who('handlingUnit', 'roads')
  for (const again of [true, false]) {
    await returnDemand(work, doing(first, unit), { reason: '不归本单位', responsible: '' })
    if (again) await dispatch(work, doing(first, who('dispatcher')), toRoads)
  }
  const returned = await repeatsSeen(work, { ...asked, kind: 'returned' }, supervisor)
  expect(returned).toMatchObject({ total: 1, lines: [{ times: 2, demands: [{ id: first }] }] })
  expect((await repeatsSeen(work, { ...asked, kind: 'reopened' }, supervisor)).total).toBe(0)
  expect((await repeatsSeen(work, { ...asked, kind: 'returned' }, who('supervisor', 'water'))).total).toBe(0)
})

test('a run that is asked for is done once, and a span that is too long is refused', async () => {
  const by = { by: who('dispatcher'), at: start }
  const long = await askToRegroup(work, { agency: hotline, from: dayOf('2025-01-01'), until: on }, by)
  expect(long).toEqual(refused(/最多归集 92 日/))
  expect(await askToRegroup(work, { agency: hotline, from: span.from, until: on }, by)).toBeUndefined()
  expect(await doWaitingRun(work, start)).toBe(true)
  expect(await doWaitingRun(work, start)).toBe(false)
})
