import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { at, doing, openHotline, refused, registered, start, toRoads, who } from '../a-hotline.ts'
import { dispatch, sign } from '../dispatching.ts'
import { feedBack } from '../handling.ts'
import { changeTemplate, makeTemplate, retireTemplate, templatesSeen } from './templates.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const roads = { by: who('handlingUnit', 'roads'), moment: start }
const water = { by: who('handlingUnit', 'water'), moment: start }
const told = { name: '路灯', words: '{地点}的路灯已于{修复日期}修好。' }

test('a unit keeps its templates: others neither see nor change them', async () => {
  const make = (change: Partial<typeof told> & { unit?: string } = {}, by = roads) =>
    makeTemplate(work, by, { unit: 'roads', ...told, ...change })
  expect(await make({}, water)).toMatchObject(refused(/由承办单位自己维护/))
  expect(await make({ words: '联系13812345678。' })).toMatchObject(refused(/模板中的“13812345678”是手机号码/))
  const id = String(await make())
  expect(await make()).toMatchObject(refused(/已有叫“路灯”的模板/))
  expect(await templatesSeen(work, water.by, {})).toEqual([])
  expect(await templatesSeen(work, roads.by, {})).toMatchObject([{ id, ...told, version: 1, retired: false }])
  const change = { id, version: 1, name: '路灯维修', words: '已修。' }
  expect(await changeTemplate(work, water, change)).toMatchObject(refused(/不由您的单位维护/))
  const later = { ...roads, moment: at('2026-01-19 09:00') }
  expect(await changeTemplate(work, later, change)).toBeUndefined()
  expect(await changeTemplate(work, later, change)).toMatchObject(refused(/他人刚刚改过/))
  expect(await retireTemplate(work, water, id)).toMatchObject(refused(/不由您的单位维护/))
  expect(await retireTemplate(work, later, id)).toBeUndefined()
  expect(await changeTemplate(work, later, { ...change, version: 3 })).toMatchObject(refused(/已经停用/))
  expect(await templatesSeen(work, roads.by, { state: 'inUse' })).toEqual([])
  expect(await templatesSeen(work, roads.by, { state: 'retired', q: '已修' })).toMatchObject([
    { name: '路灯维修', version: 3, changedAt: later.moment },
  ])
  // Its name is free again.
  expect(await make({ name: '路灯维修' })).toEqual(expect.any(String))
})

test('feedback with a place that nobody filled is not sent', async () => {
  const { id } = await registered(work)
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  await sign(work, doing(id, roads.by))
  const said = { words: told.words, resolution: 'resolved' } as const
  expect(await feedBack(work, doing(id, roads.by), said)).toMatchObject(refused(/\{地点\}、\{修复日期\}/))
  const filled = { ...said, words: '演示路的路灯已于1月19日修好。' }
  expect(await feedBack(work, doing(id, roads.by), filled)).toMatchObject({ state: 'fedBack' })
})
