import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { decidedBy, learnableAs } from '../../classify/deciding.ts'
import { learnedFromPast } from '../../classify/office-model.ts'
import { categoriesIn, wrongInTree } from '../../classify/tree.ts'
import { someMessages } from '../../some-messages.ts'
import { labelledPast } from '../../store/categories/rows.ts'
import { at, doing, hotline, openHotline, refused, registered, start, toRoads, who } from '../a-hotline.ts'
import { dispatch } from '../dispatching.ts'
import { demandQueue } from '../views/queue.ts'
import {
  categoryAccuracy,
  categoryLines,
  categoryOfDemand,
  decideCategory,
  settleCategories,
} from './deciding.ts'
import { learnCategories, suggestMissing, trainNow } from './training.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const dispatcher = who('dispatcher')
const kinds: Readonly<Record<string, string>> = {
  路灯照明: '城乡建设/城市建设和市政管理/城市公共设施',
  工资社保: '劳动和社会保障/工资福利',
  噪声油烟: '环境保护',
}
const by = { by: dispatcher, at: start }
const held = async (id: string) => (await categoryOfDemand(work, id, dispatcher))?.held
const lights = { subject: '石塔村路灯不亮', body: '夜间照明不足，路灯不亮。' }

test('an office begins with the 15 first-level and 517 third-level categories, and may settle its own', async () => {
  const usual = categoriesIn(await categoryLines(work))
  expect(usual.filter(each => !each.includes('/'))).toHaveLength(15)
  expect(usual.filter(each => each.split('/').length === 3)).toHaveLength(517)
  const lines = [...new Set(Object.values(kinds))].join('\n')
  expect(await settleCategories(work, `${lines}\n甲/乙/丙/丁`, by)).toEqual(
    refused(/第 4 行“甲\/乙\/丙\/丁”/),
  )
  expect(wrongInTree(' \n')).toMatch(/请填写分类/)
  expect(await settleCategories(work, lines, by)).toBeUndefined()
  expect(categoriesIn(await categoryLines(work))).toContain('城乡建设/城市建设和市政管理')
})

test('where there is no model nothing is said; people choose, and only the hotline', async () => {
  const { id } = await registered(work, lights)
  expect(await held(id)).toBeNull()
  const cases = [
    [dispatcher, '没有的', /没有这个分类/],
    [who('auditor'), '环境保护', /话务员、派单员或者督办员/],
  ] as const
  for (const [actor, category, why] of cases)
    expect(await decideCategory(work, { id, by: actor, at: start }, category)).toEqual(refused(why))
  expect(
    await decideCategory(work, { id, by: who('dispatcher', 'water'), at: start }, '环境保护'),
  ).toBeUndefined()
  expect(await learnCategories(work, hotline, start)).toMatch(/满 50 件后开始训练/)
})

test('the night learns from what people chose; what comes in then has a category, and no model undoes a correction', async () => {
  for (const { category, message } of someMessages(25)) {
    const { id } = await registered(work, message)
    await decideCategory(work, { id, by: dispatcher, at: start }, kinds[category] ?? '')
  }
  expect(await learnCategories(work, hotline, start)).toBeUndefined()
  await suggestMissing(work, hotline)
  const { id } = await registered(work, lights)
  expect(await held(id)).toMatchObject({ category: kinds.路灯照明, byHand: false })
  expect((await held(id))?.confidence).toBeGreaterThan(0.6)
  await decideCategory(work, { id, by: dispatcher, at: start }, '环境保护')
  await learnCategories(work, hotline, at('2026-01-17 02:43'))
  await suggestMissing(work, hotline)
  expect(await held(id)).toMatchObject({ category: '环境保护', suggested: kinds.路灯照明, byHand: true })
  const told = { by: dispatcher, at: at('2026-01-17 09:00') }
  expect(await trainNow(work, hotline, { ...told, by: who('hotlineAgent') })).toEqual(refused(/派单员/))
  const twice = await Promise.all([trainNow(work, hotline, told), trainNow(work, hotline, told)])
  expect(twice).toEqual(['trained', refused(/正在训练/)])
  expect((await categoryAccuracy(work, hotline)).model?.at).toBe(told.at)
  const strange = await registered(work, { subject: '咨询', body: '你好' })
  expect(await held(strange.id)).toMatchObject({ category: '' })
  const { model, corrected } = await categoryAccuracy(work, hotline)
  expect(model?.figures).toMatchObject({ byHand: 76, heldOut: { tested: 15 } })
  expect(model?.figures.heldOut.macroF1).toBeGreaterThan(0.9)
  expect(corrected).toMatchObject({
    tested: 1,
    confusion: [{ truth: '环境保护', said: '城乡建设', messages: 1 }],
  })
})

test('what is sent on as it was suggested is learned from too, at half the weight', async () => {
  const { id } = await registered(work, lights)
  const before = (await categoryAccuracy(work, hotline)).confirmed
  await dispatch(work, doing(id, dispatcher), toRoads)
  expect((await categoryAccuracy(work, hotline)).confirmed).toBe(before + 1)
  expect((await labelledPast(work, hotline)).filter(({ byHand }) => !byHand)).toHaveLength(before + 1)
})

test('figures hold every demand under the category that it has, said by the model, at night or by hand', async () => {
  const early = await registered(work, lights)
  await work.db.deleteFrom('hotline_demand_categories').where('demand', '=', early.id).execute()
  await work.db.updateTable('hotline_facts').set({ category: '' }).where('demand', '=', early.id).execute()
  await suggestMissing(work, hotline)
  const { rows } = await sql<{ facts: number; apart: number; said: number }>`
    select count(*)::int as facts, count(*) filter (where f.category <> coalesce(c.category, ''))::int as apart,
      count(*) filter (where f.category <> '' and not c.by_hand)::int as said
    from hotline_facts f left join hotline_demand_categories c on c.demand = f.demand`.execute(work.db)
  expect(rows[0]).toMatchObject({ apart: 0, said: 3 })
  expect(rows[0]?.facts).toBeGreaterThan(70)
})

test('the queue is filtered by a category with those below it', async () => {
  const queue = async (category: string) => {
    const asked = { category, sort: 'filed', page: 1, size: 1 } as const
    return (await demandQueue(work, asked, { reader: dispatcher, moment: start })).total
  }
  expect(await queue('劳动和社会保障')).toBe(25)
  expect(await queue('劳动和社会保障/工资福利')).toBe(25)
  expect(await queue('劳动')).toBe(0)
})

test('a category with few messages is learned as the one above it; the finest of which the model is sure is said', () => {
  const past = [...Array(20).fill('甲/乙/丙'), ...Array(3).fill('甲/丁/戊'), '己/庚']
  const learnedAs = learnableAs(past)
  expect(['甲/乙/丙', '甲/丁/戊', '己/庚'].map(learnedAs)).toEqual(['甲/乙/丙', '甲', '己'])
  const cases = [
    [
      [
        ['甲/乙/丙', 0.7],
        ['己', 0.3],
      ],
      '甲/乙/丙',
    ],
    [
      [
        ['甲/乙/丙', 0.4],
        ['甲/乙', 0.3],
        ['己', 0.3],
      ],
      '甲/乙',
    ],
    [
      [
        ['甲/乙', 0.3],
        ['甲', 0.25],
        ['己', 0.45],
      ],
      '甲',
    ],
  ] as const
  for (const [classified, category] of cases) {
    const told = classified.map(([name, confidence]) => ({ category: name, confidence }))
    expect(decidedBy(told).category).toBe(category)
  }
  expect(decidedBy([])).toEqual({ category: '', confidence: 0 })
})

test('the same past gives the same figures', () => {
  const past = someMessages(30).map(({ category, message }) => ({ category, message, byHand: true }))
  expect(learnedFromPast(past).figures).toEqual(learnedFromPast(past).figures)
})
