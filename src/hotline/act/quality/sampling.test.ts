import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { doing, hotline, openHotline, refused, registered, start, toRoads, who } from '../a-hotline.ts'
import { answer, dispatch, sign } from '../dispatching.ts'
import { feedBack } from '../handling.ts'
import { drawSample, judgeAnswer, sampleSeen, samplesSeen } from './sampling.ts'

let work: TestDb
const [supervisor, day] = [who('supervisor'), dayOf('2026-01-16')]
const by = { by: supervisor, moment: start }
const empty = '您反映的问题我局高度重视，将尽快处理，感谢您的关注。'
const good = '经核实，演示路路灯因镇流器损坏不亮，根据《城市照明管理规定》，1月16日已更换，电话 000-1。'
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
  for (const place of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const { id } = await registered(work, { confidential: place === 0, subject: `演示路路灯不亮${place}` })
    if (place === 1) {
      await answer(work, doing(id, who('hotlineAgent')), '已说明')
      continue
    }
    const unit = doing(id, who('handlingUnit', 'roads'))
    await dispatch(work, doing(id, who('dispatcher')), toRoads)
    await sign(work, unit)
    await feedBack(work, unit, { words: place % 2 === 0 ? empty : good, resolution: 'resolved' })
  }
  await registered(work, { subject: '没有答复的' })
})
afterAll(() => work.close())

const draw = async (change: Partial<Parameters<typeof drawSample>[1]> = {}) => {
  const drawing = { agency: hotline, from: day, to: day, way: 'chance', seed: 7, size: 4, ...change } as const
  const drawn = await drawSample(work, drawing, by)
  if (isRefusal(drawn)) throw new Error(drawn.message)
  const found = await sampleSeen(work, drawn.id, supervisor)
  if (found === undefined) throw new Error('drawn and not found')
  return { id: drawn.id, ...found }
}

test('the same number draws the same answers, another others; out of all that were answered and of nothing else', async () => {
  const numbers = async (seed: number) => (await draw({ seed })).answers.map(({ number }) => number)
  const first = await numbers(7)
  expect(first).toHaveLength(4)
  expect(await numbers(7)).toEqual(first)
  const others = await Promise.all([8, 9, 10].map(numbers))
  expect(others.some(each => each.join() !== first.join())).toBe(true)
  const all = await draw({ size: 500 })
  expect(all.sample).toMatchObject({ among: 8, size: 8, judged: 0, passed: 0 })
  expect(all.answers.some(({ subject }) => subject.includes('没有答复'))).toBe(false)
  expect((await draw({ unit: 'roads', size: 500 })).sample.among).toBe(7)
})

test('the lowest scores come first where they are asked for', async () => {
  const { answers } = await draw({ way: 'weakest', size: 8 })
  const scores = answers.map(({ quality }) => quality.score)
  expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  expect(scores.at(-1)).toBeGreaterThan(scores[0] ?? 100)
})

test('what people find is kept beside the score, said again and not rewritten; units are counted and not ranked', async () => {
  const { id, answers } = await draw({ size: 500 })
  const judge = (place: number, passed: boolean, reason = '', actor = supervisor) =>
    judgeAnswer(work, { sample: id, place }, { passed, reason }, { ...by, by: actor })
  const place = (reply: string) => answers.find(each => each.reply === reply)?.place ?? 0
  expect(await judge(place(empty), false)).toMatchObject(refused(/写明理由/))
  expect(await judge(99, true)).toMatchObject(refused(/没有这件答复/))
  expect(await judge(1, true, '', who('auditor'))).toMatchObject(refused(/由热线的督办员办理/))
  expect(await judge(1, true, '', who('hotlineAgent'))).toMatchObject(refused(/没有这次抽查/))
  await judge(place(empty), true)
  await judge(place(empty), false, '全是套话，没有办理结果')
  await judge(place(good), true)
  await judge(place('已说明'), true)
  const seen = await sampleSeen(work, id, supervisor)
  expect(seen?.sample).toMatchObject({ judged: 3, passed: 2 })
  expect(seen?.summary).toMatchObject({
    ...{ both: 1, neither: 1, scoreAlone: 0, peopleAlone: 1 },
    units: expect.arrayContaining([
      { name: '城管局', passed: 1, failed: 1 },
      { name: '热线直接答复', passed: 1, failed: 0 },
    ]),
  })
  const kept = await work.db
    .selectFrom('hotline_judgement_events')
    .select('passed')
    .where('sample', '=', id)
    .where('place', '=', place(empty))
    .orderBy('number')
    .execute()
  expect(kept).toEqual([{ passed: true }, { passed: false }])
})

test('the auditor reads along without the words of confidential demands; others see no drawing', async () => {
  const { id } = await draw({ size: 500 })
  const words = async (reader = who('auditor')) =>
    JSON.stringify((await sampleSeen(work, id, reader))?.answers)
  expect(await words(supervisor)).toContain('演示路路灯不亮0')
  expect(await words()).toContain('演示路路灯不亮2')
  expect(await words()).not.toContain('演示路路灯不亮0')
  expect(await sampleSeen(work, id, who('dispatcher'))).toBeUndefined()
  expect(await samplesSeen(work, { page: 1, size: 5 }, who('supervisor', 'water'))).toEqual({
    lines: [],
    total: 0,
  })
  const { lines } = await samplesSeen(work, { page: 1, size: 50 }, supervisor)
  expect(lines.map(each => each.id)).toContain(id)
})

test.each([
  ['an agent draws nothing', { agency: hotline }, who('hotlineAgent'), /由热线的督办员办理/],
  [
    'a span without answers',
    { from: dayOf('2025-01-01'), to: dayOf('2025-01-01') },
    supervisor,
    /没有已经答复/,
  ],
  ['a span that ends before it begins', { to: dayOf('2026-01-01') }, supervisor, /不能晚于/],
])('%s', async (_, change, actor, message) => {
  const drawing = { agency: hotline, from: day, to: day, way: 'chance', seed: 1, size: 1, ...change } as const
  expect(await drawSample(work, drawing, { ...by, by: actor })).toMatchObject(refused(message))
})
