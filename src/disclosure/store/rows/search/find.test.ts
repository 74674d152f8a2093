import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../../office/agencies.ts'
import { type TestDb, testDb } from '../../../../platform/test-db.ts'
import { dayOf } from '../../../../statute/day.ts'
import { aContent, aDraft, putOnShelf, stood, theOffice } from '../../../act/an-item.ts'
import { withdraw } from '../../../act/revising.ts'
import { loadLines } from '../../../act/rows/loading.ts'
import { keepUnkept } from '../../../act/search/unkept.ts'
import type { ResultLine } from '../../../rows/line.ts'
import { everyPublicLine, publicLines } from '../public.ts'
import type { ResultsQuery } from './find.ts'

let work: TestDb
let item: string
const [agency, today, count] = ['trial', dayOf('2026-03-10'), 6000]
const { clerk, head } = theOffice(agency)

/** Every tenth is of a usual matter, one in 600 of a rare one; every third party is a person. */
const lines = Array.from({ length: count }, (_, at): ResultLine => {
  const matter = at % 600 === 5 ? '擅自挖掘城市道路' : at % 10 === 0 ? '占道经营' : '未按规定分类投放垃圾'
  return {
    ...{ reference: `云试罚〔${2020 + (at % 6)}〕${at}号`, matter, basis: '', amountYuan: null },
    ...(at % 3 === 0
      ? { party: '张*', partyKind: 'person' as const }
      : { party: `演示100%建材${at % 7}公司`, partyKind: 'organisation' as const }),
    decidedOn: dayOf(`${2020 + (at % 6)}-0${1 + (at % 9)}-1${at % 10}`),
    ...{ shown: at !== 8, unshownReason: at === 8 ? '涉及商业秘密' : '' },
  }
})
const shown = lines.filter(line => line.shown)

beforeAll(async () => {
  work = await testDb()
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
  const content = aContent({ form: 'penaltyResults', documentNumber: null, title: '处罚决定公开' })
  item = await aDraft(work, { agency, today, content })
  const done = await loadLines(work, { id: item, by: clerk, today }, lines)
  if ('kind' in done) throw new Error(done.message)
  await putOnShelf(work, { id: item, agency, today })
})
afterAll(() => work.close())

const find = (query: Omit<ResultsQuery, 'form'>, page = 1) =>
  publicLines(work, { form: 'penaltyResults', ...query }, { page, size: 50 })
const holding = (...words: string[]) =>
  shown.filter(({ reference, party, matter }) =>
    words.every(word => `${reference}\n${party}\n${matter}`.includes(word)),
  ).length

test('a rare word is counted exactly, wherever it stands; a usual one is counted as far as was looked', async () => {
  for (const words of [['挖掘'], ['城市道'], ['100%建材', '挖掘'], ['〔2023〕4503号'], ['9号', '挖掘']]) {
    const found = await find({ q: words.join(' ') })
    expect([found.total, found.more], words.join()).toEqual([holding(...words), false])
  }
  expect((await find({ q: '[2023]4503号' })).lines).toMatchObject([{ reference: '云试罚〔2023〕4503号' }])
  expect(await find({ q: '挖掘' }, 2)).toMatchObject({ total: 10, lines: [] })
  expect((await find({ q: '没有的词' })).total).toBe(0)
  expect((await find({ q: '**' })).total).toBe(shown.length)
  const usual = await find({ q: '占道' })
  expect(usual).toMatchObject({ more: true })
  expect(usual.total).toBeLessThanOrEqual(holding('占道'))
  const last = await find({ q: '占道', sort: 'decidedOn' }, 12)
  expect(last.lines).toHaveLength(holding('占道') % 50 || 50)
  expect([last.total, last.more]).toEqual([holding('占道'), false])
})

test('the newest come first or the oldest, year, batch and party narrow, and the download holds what the table lists', async () => {
  const days = async (query: Omit<ResultsQuery, 'form'>) =>
    (await find(query)).lines.map(each => each.decidedOn)
  expect(await days({ q: '张' })).toEqual((await days({ q: '张' })).toSorted().toReversed())
  expect(await days({ q: '垃圾', sort: 'decidedOn' })).toEqual(
    (await days({ q: '垃圾', sort: 'decidedOn' })).toSorted(),
  )
  const year = await find({ q: '张*', year: 2023 })
  expect(year.total).toBe(shown.filter(one => one.party === '张*' && one.decidedOn.startsWith('2023')).length)
  const [{ batch = '' } = {}] = year.lines
  expect((await find({ batch })).total).toBe(shown.length)
  expect((await find({ batch: '00000000-0000-4000-8000-000000000000' })).total).toBe(0)
  expect((await find({ agency: 'other', q: '张' })).total).toBe(0)
  const all: string[] = []
  for await (const one of everyPublicLine(work, { form: 'penaltyResults', q: '建材' }))
    all.push(one.reference)
  expect(new Set(all).size).toBe(holding('建材'))
  expect(all.slice(0, 50)).toEqual((await find({ q: '建材' })).lines.map(each => each.reference))
})

test('results that the search does not know are brought in from the batches, and gone when the item is withdrawn', async () => {
  expect(await keepUnkept(work)).toBe(0)
  await work.db.deleteFrom('disclosure_results').execute()
  await work.db.deleteFrom('disclosure_result_years').execute()
  expect(await keepUnkept(work)).toBe(1)
  expect((await find({})).total).toBe(shown.length)
  expect((await find({ q: '挖掘' })).total).toBe(holding('挖掘'))
  await stood(withdraw(work, { id: item, by: head, today }, '核实'))
  expect([(await find({})).total, (await find({ q: '挖掘' })).total]).toEqual([0, 0])
  const left = await work.db.selectFrom('disclosure_results').select('id').execute()
  expect(left).toEqual([])
})
