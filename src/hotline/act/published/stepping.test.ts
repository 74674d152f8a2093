import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import type { AnswerState } from '../../published/published.ts'
import { answerAfter, answerSteps, answerStepTable } from '../../published/steps.ts'
import { publicAnswerOf } from '../../store/published/history.ts'
import { doing, openHotline, refused, registered, secrets, start, toRoads, who } from '../a-hotline.ts'
import { answer, dispatch } from '../dispatching.ts'
import { publishedDemand, publishedDemands, publishedList } from './publishing.ts'
import { type AnswerDoing, type AnswerTold, takeAnswerStep } from './stepping.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

const [agent, dispatcher, supervisor] = [who('hotlineAgent'), who('dispatcher'), who('supervisor')]
const content = { title: '路灯不亮找谁', question: '门前路灯不亮。', answer: '由城管局负责，已修好。' }

async function answered(): Promise<string> {
  const { id } = await registered(work, { caller: { name: '演来电', phone: '000-8000001' } })
  await answer(work, doing(id, agent), '由城管局负责，已修好。')
  return id
}

const take = (id: string, step: AnswerDoing['step'], by: AnswerDoing['by'], told?: AnswerTold) =>
  takeAnswerStep(work, { id, step, by, moment: start, secrets }, told)

/** The steps that lead to a state, each by somebody who may. */
const ways: Readonly<
  Record<AnswerState, readonly (readonly [AnswerDoing['step'], AnswerDoing['by'], AnswerTold?])[]>
> = {
  proposed: [['propose', agent]],
  draft: [
    ['propose', agent],
    ['draft', dispatcher, { content }],
  ],
  checked: [
    ['propose', agent],
    ['draft', dispatcher, { content }],
    ['check', supervisor],
  ],
  published: [
    ...([
      ['propose', agent],
      ['draft', dispatcher, { content }],
      ['check', supervisor],
    ] as const),
    ['publish', supervisor],
  ],
  withdrawn: [
    ['propose', agent],
    ['withdraw', supervisor, { reason: '不合适' }],
  ],
}

async function standingAt(state: AnswerState | null): Promise<string> {
  const id = await answered()
  for (const [step, by, told] of state === null ? [] : ways[state])
    expect(await take(id, step, by, told)).not.toHaveProperty('message')
  expect((await publicAnswerOf(work, id)).standing.state).toBe(state)
  return id
}

const states = [null, 'proposed', 'draft', 'checked', 'published', 'withdrawn'] as const
test.each(states.flatMap(state => answerSteps.map(step => [state, step] as const)))(
  'from %s, %s is what the table says, and nobody else than its roles may',
  async (state, step) => {
    const id = await standingAt(state)
    const told = { content, reason: '另有说法' }
    const strangers = [
      who('officer'),
      who('auditor'),
      who('handlingUnit', 'roads'),
      who('supervisor', 'water'),
    ]
    for (const by of strangers) expect(await take(id, step, by, told)).toMatchObject(refused(/由热线的/))
    const done = await take(id, step, step === 'draft' ? dispatcher : supervisor, told)
    if (answerStepTable[step].from.includes(state)) expect(done).toHaveProperty('version')
    else expect(done).toMatchObject(refused(/不能/))
  },
)

test('public is what was published alone, in the words that were checked, until it is withdrawn', async () => {
  const id = await standingAt('checked')
  const isPublic = async () =>
    (await publishedDemands(work, { q: '', page: 1, size: 100 })).lines.some(({ demand }) => demand === id)
  expect([await publishedDemand(work, id), await isPublic()]).toEqual([undefined, false])
  await take(id, 'publish', supervisor)
  expect(await publishedDemand(work, id)).toMatchObject({ ...content, withdrawnAt: null })
  expect(await take(id, 'draft', dispatcher, { content })).toMatchObject(refused(/公开中，不能编辑/))
  expect(await take(id, 'withdraw', supervisor)).toMatchObject(refused(/写明撤下的理由/))
  await take(id, 'withdraw', supervisor, { reason: '政策已变' })
  expect(await isPublic()).toBe(false)
  const anew = { ...content, answer: '由城管局负责，两天内修好。' }
  await take(id, 'draft', dispatcher, { content: anew })
  expect(await isPublic()).toBe(false)
  await take(id, 'check', supervisor)
  await take(id, 'publish', supervisor)
  expect(await publishedDemand(work, id)).toMatchObject(anew)
  const { events } = await publicAnswerOf(work, id)
  expect(events.map(({ kind }) => kind).join(' ')).toBe(
    'proposed drafted checked published withdrawn drafted checked published',
  )
  await expect(work.db.deleteFrom('hotline_public_answer_events').execute()).rejects.toThrow(/never changes/)
})

test('nobody checks what he wrote last, and a change after the check wants another one', async () => {
  const id = await standingAt('proposed')
  await take(id, 'draft', supervisor, { content })
  expect(await take(id, 'check', supervisor)).toMatchObject(refused(/由另一人核对/))
  await take(id, 'check', dispatcher)
  await take(id, 'draft', dispatcher, { content: { ...content, title: '路灯' } })
  expect(await take(id, 'publish', supervisor)).toMatchObject(refused(/待核对，不能公开/))
  expect(await take(id, 'check', dispatcher)).toMatchObject(refused(/由另一人核对/))
})

test.each([
  ['a mobile number', { answer: '请打 13912345678' }, [], /个人信息/],
  ['one that somebody would clear', { answer: '请打 13912345678' }, ['13912345678'], /个人信息/],
  ['the caller by name', { question: '演来电问：灯不亮' }, [], /来电人的姓名或者电话/],
  ['the caller by number', { question: '回电 000-8000001' }, [], /来电人的姓名或者电话/],
])('%s keeps the words from everybody', async (_, change, cleared, why) => {
  const id = await standingAt('proposed')
  await take(id, 'draft', dispatcher, { content: { ...content, ...change } })
  expect(await take(id, 'check', supervisor, { cleared })).toMatchObject(refused(why))
})

test('words that may be the office’s own are public after somebody said so, and only those', async () => {
  const id = await standingAt('proposed')
  const own = { ...content, answer: '请到演示区演示路8号3单元502室办理。' }
  await take(id, 'draft', dispatcher, { content: own })
  const refusal = await take(id, 'check', supervisor)
  const marked = 'message' in refusal ? /“(.+?)”可能是/.exec(refusal.message)?.[1] : undefined
  expect(marked).toBeDefined()
  expect(await take(id, 'check', supervisor, { cleared: [marked ?? ''] })).toMatchObject({ state: 'checked' })
  expect(await take(id, 'publish', supervisor)).toMatchObject({ state: 'published' })
})

test.each([
  ['nothing to read', { title: ' ' }, /填写公开的标题/],
  ['a title that is a text', { title: '长'.repeat(61) }, /不能超过 60 字/],
])('%s is no draft', async (_, change, why) => {
  const id = await standingAt('proposed')
  expect(await take(id, 'draft', dispatcher, { content: { ...content, ...change } })).toMatchObject(
    refused(why),
  )
})

test('who saw an older version, or a demand that goes on, publishes nothing', async () => {
  const id = await standingAt('checked')
  expect(
    await takeAnswerStep(work, { id, step: 'publish', by: supervisor, moment: start, secrets, version: 1 }),
  ).toMatchObject(refused(/他人刚刚办理过/))
  const { id: open } = await registered(work)
  await dispatch(work, doing(open, dispatcher), toRoads)
  expect(await take(open, 'propose', agent)).toMatchObject(refused(/办结或者直接办复以后/))
})

test('the list has each state; what was public before drafts stands in it as public', async () => {
  const asked = { q: '', page: 1, size: 200 }
  for (const state of ['proposed', 'draft', 'checked', 'published', 'withdrawn'] as const) {
    const id = await standingAt(state)
    const { lines } = await publishedList(work, { ...asked, state }, supervisor)
    expect(lines.map(({ demand }) => demand)).toContain(id)
    expect(lines.every(line => line.state === state)).toBe(true)
    expect((await publishedList(work, { ...asked, state }, who('supervisor', 'water'))).total).toBe(0)
  }
  const before = { kind: 'publishedBefore', content, at: start, by: 'system', byName: '系统' } as const
  expect(answerAfter([before])).toMatchObject({ state: 'published', content })
})
