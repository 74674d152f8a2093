import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedExtract } from '../../annual-report/act/extract.ts'
import { restatement } from '../../annual-report/act/restated.ts'
import { publishedReport } from '../../annual-report/act/views.ts'
import { reportOfCounts } from '../../annual-report/counted/count.ts'
import { countedYear } from '../../foi/act/figures/count.ts'
import { letterKinds } from '../../foi/letters/letter.ts'
import { applicantKinds, channels } from '../../foi/request.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { theCalendar, workdayAfter } from '../../statute/calendar.ts'
import { dayOf, yearOf } from '../../statute/day.ts'
import { resultRows } from '../../statute/taxonomy.ts'
import { tellDemo } from '../tell.ts'
import { remediesOfYear } from './contested.ts'
import { applicant } from './people.ts'
import { storiesUntil, tellRequests } from './tell.ts'
import { handling } from './topics.ts'

const until = dayOf('2026-11-24')
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await work.transaction(async inner => {
    await tellDemo(inner, until, () => tellRequests(inner, { until, secrets: passingSecrets() }))
  })
}, 240_000)
afterAll(() => work.close())

test('what the published reports say is what the requests count, in tables 3 and 4', async () => {
  let compared = 0
  for (const { agency } of handling) {
    for (const year of [2023, 2024, 2025]) {
      const found = await publishedReport(work, { agency, year })
      if (found === undefined) continue
      const span = { agency, from: dayOf(`${year}-01-01`), until: dayOf(`${year}-12-31`) }
      const figures = await countedYear(work, span)
      const counted = reportOfCounts(agency, year, figures)
      expect(figures.feesYuan).toBe(0)
      expect(counted.applications).toEqual(found.report.applications)
      expect(counted.remedies).toEqual(found.report.remedies)
      expect(await publishedExtract(work, { agency, year, edition: 1 })).toBeDefined()
      expect(await restatement(work, { agency, year })).toMatchObject({ requests: [], remedies: [] })
      compared++
    }
  }
  // The report of 住建局 for 2025 is the visitor's to make.
  expect(compared).toBe(5)
})

/** What stands in a column, each once. */
async function all(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ it: string | null }>`
    select distinct ${sql.ref(column)} as it from ${sql.table(table)}`.execute(work.db)
  return rows.flatMap(({ it }) => it ?? []).toSorted()
}

test('every outcome, every channel, every kind of applicant, every letter is told', async () => {
  expect(await all('foi_standings', 'result_row')).toEqual(resultRows.toSorted())
  expect(await all('foi_requests', 'channel')).toEqual(channels.toSorted())
  expect(await all('foi_requests', 'applicant_kind')).toEqual(applicantKinds.toSorted())
  const unsent = ['recordCorrection']
  expect(await all('foi_letters', 'kind')).toEqual(
    letterKinds.filter(kind => !unsent.includes(kind)).toSorted(),
  )
  expect(await all('foi_standings', 'state')).toEqual(
    expect.arrayContaining(['arrived', 'awaitingCorrection', 'awaitingPayment', 'answered', 'drafted']),
  )
})

test('letters and requests are numbered in the order of their days', async () => {
  const letters = await work.db
    .selectFrom('foi_letters')
    .select(['agency', 'number', 'sent_on'])
    .orderBy('agency')
    .orderBy('sent_on')
    .execute()
  const place = (number: string) => Number(/第(\d+)号/.exec(number)?.[1])
  for (const [, series] of Map.groupBy(letters, each => `${each.agency} ${yearOf(dayOf(each.sent_on))}`)) {
    const latest = series.toSorted((a, b) => place(a.number) - place(b.number)).map(each => each.sent_on)
    expect(latest).toEqual(latest.toSorted())
  }
})

test('on the day of the telling something is due yesterday, today and tomorrow, and waits unconfirmed', async () => {
  const open = await work.db
    .selectFrom('foi_standings')
    .select(['received_on', 'state', 'arrived_on'])
    .where('outcome_on', 'is', null)
    .where('agency', '=', 'yunchuan-housing')
    .execute()
  const due = open.flatMap(each =>
    each.received_on === null ? [] : [workdayAfter(theCalendar, dayOf(each.received_on), 20)],
  )
  expect(due).toEqual(expect.arrayContaining(['2026-11-23', '2026-11-24', '2026-11-25']))
  const waiting = open.filter(({ state, arrived_on: on }) => state === 'arrived' && (on ?? '') < '2026-11-20')
  expect(waiting.length).toBeGreaterThan(0)
})

test('the trail of the telling is whole', async () => {
  expect((await verifyAudit(work.db)).broken).toEqual([])
})

test.each(['2024-12-31', '2025-12-31', '2026-01-01', '2026-01-20', '2026-07-19', '2026-12-20', '2027-03-01'])(
  'told on %s, each year that is over has its remedies within it, and about 240 requests are told',
  day => {
    const stories = storiesUntil(dayOf(day)).filter(({ start }) => start <= day)
    expect(stories.length).toBeGreaterThan(150)
    expect(stories.length).toBeLessThan(400)
    const first = yearOf(dayOf(day)) - 2
    for (const year of [first, first + 1]) {
      for (const { agency } of handling) {
        const ofYear = stories.filter(
          ({ wanted, course }) =>
            wanted.asked.agency === agency && course.endedOn?.startsWith(String(year)) === true,
        )
        const contested = ofYear.filter(({ course }) => course.remedies.length > 0)
        const columns = contested.flatMap(({ course }) => course.remedies)
        for (const [route, result, count] of remediesOfYear)
          expect(columns.filter(each => each.route === route && each.result === result)).toHaveLength(count)
        for (const { decidedOn } of columns) expect(decidedOn <= `${year}-12-31`).toBe(true)
      }
    }
  },
)

test('who asks is plainly invented', () => {
  for (const kind of applicantKinds)
    for (let number = 0; number < 50; number++) {
      const { name, document, address } = applicant(kind, number)
      expect(name).toMatch(/^演/)
      expect(document).toMatch(/^演示/)
      expect(address).toContain('演示路')
    }
})
