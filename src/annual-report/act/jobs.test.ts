import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellDemo } from '../../demo/tell.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { formats } from '../printed/format.ts'
import { editionsWithoutFiles } from '../store/files.ts'
import { keepFiles, reportFile } from './files.ts'
import { annualReportJobs } from './jobs.ts'
import { remindOnDay } from './remind.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await work.transaction(inner => tellDemo(inner, dayOf('2026-01-05')))
}, 60_000)
afterAll(() => work.close())

test('on a day for reminders each agency without a report is reminded once, and the trail says so', async () => {
  expect(await remindOnDay(work, dayOf('2026-01-20'))).toEqual([])
  const reminded = await remindOnDay(work, dayOf('2026-01-21'))
  expect(reminded).toContain('yunchuan-housing')
  expect(reminded).not.toContain('yunchuan')
  expect(await remindOnDay(work, dayOf('2026-01-21'))).toEqual([])
  const rows = await work.db.selectFrom('audit').selectAll().where('act', '=', 'report.remind').execute()
  expect(rows.at(-1)).toMatchObject({ by: 'system', detail: { agencies: reminded } })
  expect(await remindOnDay(work, dayOf('2026-03-30'))).toEqual(['yunchuan'])
})

test('the job asks for the files of each edition that lacks them, and the kept bytes are what is given out', async () => {
  const due = annualReportJobs.find(({ name }) => name === 'report-files-due')
  const make = annualReportJobs.find(({ name }) => name === 'report-files')
  const asked: { name: string; data: object; key: string }[] = []
  const context = {
    work,
    send: async (name: string, data: object, { key }: { key: string }) => {
      asked.push({ name, data, key })
    },
  }
  await due?.run(context, null)
  const before = (await editionsWithoutFiles(work, 1000)).length
  expect(asked).toHaveLength(before)
  const mine = asked.find(({ key }) => key === 'yunchuan-housing/2024/1')
  await make?.run(context, mine?.data)
  expect(await editionsWithoutFiles(work, 1000)).toHaveLength(before - 1)
  const key = { agency: 'yunchuan-housing', year: 2024, edition: 1 }
  const rows = await work.db.selectFrom('report_files').selectAll().execute()
  expect(rows.map(({ format }) => format).toSorted()).toEqual([...formats].toSorted())
  await work.db
    .updateTable('report_files')
    .set({ bytes: Buffer.from('kept') })
    .where('format', '=', 'md')
    .execute()
  expect(Buffer.from((await reportFile(work, key, 'md')) ?? []).toString()).toBe('kept')
  expect(await keepFiles(work, key)).toBe(0)
  const other = { ...key, year: 2023 }
  expect((await reportFile(work, other, 'json'))?.length).toBeGreaterThan(100)
  expect(await keepFiles(work, { ...key, edition: 9 })).toBe(0)
  await expect(make?.run(context, { agency: 1 })).rejects.toThrow()
})
