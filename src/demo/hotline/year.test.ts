import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicBulletin, publicBulletins } from '../../hotline/act/bulletins/public.ts'
import { countFigures } from '../../hotline/act/figures/counting.ts'
import { entryLines } from '../../hotline/act/knowledge/entries.ts'
import { chance } from '../../hotline/chance.ts'
import { qualityOf } from '../../hotline/quality/score.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { instantOf } from '../../platform/clock.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, dayOf } from '../../statute/day.ts'
import { government } from '../city.ts'
import { tellCity } from '../tell.ts'
import { whoIsWho } from '../who.ts'
import { tellKnowledge } from './knowledge.ts'
import { tellDemands } from './tell.ts'
import { writtenAnswer } from './texts/answers.ts'
import { grievances } from './texts/grievances.ts'
import { beginYear, unfinishedYear } from './told.ts'
import { aboutWhat } from './year/matters.ts'
import { tellYear } from './year.ts'

const until = dayOf('2026-01-20')
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await work.transaction(tellCity)
})
afterAll(() => work.close())

const secrets = passingSecrets()
const telling = { until, secrets, demands: 40, ticketsBefore: 44 }
const many = async (table: 'hotline_demands' | 'hotline_projects') =>
  (await work.db.selectFrom(table).select('id').execute()).length -
  (table === 'hotline_demands' ? await tickets() : 0)
const tickets = async () =>
  (await work.db.selectFrom('hotline_demands').select('id').where('number', 'like', 'GD%').execute()).length

test('a year that was cut off is told to its end at the next start, without doubles', async () => {
  await beginYear(work, until)
  await tellKnowledge({ work, until, who: await whoIsWho(work) })
  const cut = new AbortController()
  // As the process ends: one demand is not committed, the others of its time are.
  const dying = {
    ...work,
    transaction: async <T>(run: (inner: Work) => Promise<T>): Promise<T> =>
      await work.transaction(async inner => {
        const done = await run(inner)
        if ((await many('hotline_demands')) < 9) return done
        cut.abort()
        throw new Error('killed')
      }),
  }
  await expect(tellYear(dying, telling)).rejects.toThrow('killed')
  const told = await many('hotline_demands')
  expect(told).toBeGreaterThan(0)
  expect(told).toBeLessThan(40)
  expect(await unfinishedYear(work)).toBe(until)
  expect(await many('hotline_projects')).toBe(0)
  expect(await tellYear(work, { ...telling, signal: AbortSignal.abort() })).toBe(0)
  expect(await unfinishedYear(work)).toBe(until)

  const before = await many('hotline_demands')
  expect(await tellYear(work, telling)).toBe(40 - before)
  expect(await many('hotline_demands')).toBe(40)
  expect(await unfinishedYear(work)).toBeUndefined()
  expect(await many('hotline_projects')).toBe(1)
  expect(await tellYear(work, telling)).toBe(0)
  expect(await many('hotline_projects')).toBe(1)
  const samples = await work.db.selectFrom('hotline_samples').select('size').execute()
  expect(samples.map(({ size }) => size > 0)).toEqual([true])
  const asked = await work.db.selectFrom('hotline_matter_runs').select('from_day').execute()
  expect(asked).toHaveLength(4)
  const { lines } = await publicBulletins(work, 1, 10)
  expect(lines.map(({ kind, from }) => [kind, from])).toEqual([['month', '2025-12-01']])
  const bulletin = (await publicBulletin(work, lines[0]?.id ?? '')) ?? expect.fail()
  expect(bulletin.content.cases).toHaveLength(1)
  expect(bulletin.content.sections[0]?.words).toMatch(/^2025年12月，全市12345热线共受理诉求 [1-9]\d* 件/)
  const { rows, broken } = await verifyAudit(work.db)
  expect(broken).toEqual([])
  expect(rows).toBeGreaterThan(40 * 2)
  const states = await work.db.selectFrom('hotline_standings').select('state').distinct().execute()
  expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['answered', 'closed']))
  const open = work.db.selectFrom('hotline_standings').select('filed_at').where('closed_at', 'is', null)
  for (const { filed_at } of await open.execute())
    expect(filed_at > instantOf(addDays(until, -60), '00:00:00')).toBe(true)

  expect(await tickets()).toBe(44)
  const { whole, lines: bySpan } = await countFigures(
    work,
    {
      ...{
        agencies: [government],
        from: addDays(until, -728),
        until: addDays(until, -365),
        by: ['category'],
      },
    },
    instantOf(until, '10:00:00'),
  )
  expect(whole).toMatchObject({ total: { numerator: 44 }, open: { numerator: 0 } })
  expect(whole.satisfactionRate.denominator).toBeGreaterThan(5)
  expect(bySpan.length).toBeGreaterThan(5)
}, 30_000)

test('the knowledge base is told by several units, and answers calls of the year', async () => {
  const asked = { page: 1, size: 100 } as const
  const lines = (await entryLines(work, asked, (await whoIsWho(work))('supervisor', government))).lines
  expect(new Set(lines.map(({ state }) => state)).size).toBe(4)
  expect(new Set(lines.map(({ unitName }) => unitName)).size).toBeGreaterThan(5)
  expect(lines.some(({ used }) => used > 0)).toBe(true)
  expect(lines.some(({ unhelpful }) => unhelpful > 0)).toBe(true)
})

test('a hot matter comes in its time of the year, and hardly any more once its cause was removed', () => {
  const from = addDays(until, -364)
  const draw = chance(7)
  const called = (day: number) =>
    Array.from({ length: 400 }, () => aboutWhat({ from, on: addDays(from, day), draw }))
  const ofMatter = (day: number) =>
    called(day).filter(({ place, grievance }) => place === '鹿鸣花园12号' && grievance.subject === '电梯停运')
      .length
  expect(ofMatter(200)).toBeGreaterThan(4)
  expect(ofMatter(220)).toBeLessThan(4)
})

test('units answer with causes and days, briefly or in empty phrases, so that scores of answers are spread', () => {
  const draw = chance(11)
  const ofUnits = grievances.filter(({ unit }) => unit !== null)
  const scores = ofUnits.flatMap(({ subject, body, answer, urgency }) =>
    Array.from({ length: 10 }, () => {
      const told = { subject, answer, place: '青杉路8号', on: until, urgent: urgency === 'danger', draw }
      const message = { subject: `青杉路8号${subject}`, body }
      return qualityOf({ message, reply: writtenAnswer(told), days: 3 }).score
    }),
  )
  const share = (from: number, to: number) =>
    scores.filter(score => score >= from && score < to).length / scores.length
  expect(share(0, 35)).toBeGreaterThan(0.1)
  expect(share(35, 75)).toBeGreaterThan(0.2)
  expect(share(75, 101)).toBeGreaterThan(0.2)
})

test('of the newest weeks, what is dangerous was handled on its day and nothing dangerous is overdue', async () => {
  const other = await testDb()
  await other.transaction(async inner => {
    await tellCity(inner)
    await tellDemands(inner, { until, secrets })
  })
  const dangerous = await other.db
    .selectFrom('hotline_standings')
    .select(['filed_at', 'fed_back_at'])
    .where('urgency', '=', 'danger')
    .execute()
  await other.close()
  expect(dangerous.length).toBeGreaterThan(2)
  for (const { filed_at, fed_back_at } of dangerous)
    expect(fed_back_at?.slice(0, 10)).toBe(filed_at.slice(0, 10))
}, 30_000)
