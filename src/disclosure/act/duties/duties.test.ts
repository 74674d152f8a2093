import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAgency, agencyTree, theSystem } from '../../../office/agencies.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import type { ChannelTold } from '../../channels/channel.ts'
import type { ItemForm } from '../../forms.ts'
import { channelCounts, channelRecords } from '../../store/duties/channels.ts'
import { seriesLines, seriesStories } from '../../store/duties/series.ts'
import { selfCheckOf, siteColumns } from '../../store/duties/site.ts'
import { aContent, aDraft, aPublished, savedAs, stood, theOffice } from '../an-item.ts'
import { openRevision } from '../revising.ts'
import { importChannels, planSeries, recordChannel } from './channels.ts'
import { owedBy, recordOccasion, setDuty, stopDuty } from './duties.ts'
import { ledgerPage, ledgerSummary, provenLines } from './ledger.ts'
import { checkSite, keepTodaysCheck, setColumn, visitFrontPage } from './self-check.ts'

const agency = 'trial'
const today = dayOf('2026-03-31')
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  const root = {
    code: 'city',
    name: '试验市人民政府',
    shortName: '市政府',
    kind: 'government' as const,
    parent: null,
  }
  const office = {
    code: agency,
    name: '试验局',
    shortName: '试验局',
    kind: 'department' as const,
    parent: 'city',
  }
  for (const each of [root, office]) {
    const added = await addAgency(work, each, theSystem)
    if (isRefusal(added)) throw new Error(added.message)
  }
}, 60_000)
afterAll(async () => work?.close())

const of = (form: ItemForm, madeOn: string, change = {}) =>
  aContent({
    form,
    title: `${form} ${madeOn}`,
    madeOn: dayOf(madeOn),
    ...change,
  })
const put = (form: ItemForm, madeOn: string, on: string, change = {}) =>
  aPublished(work, { agency, today: on, content: of(form, madeOn, change) })
const actor = (role: Role, at: string): Actor => ({ id: role, name: '演', grants: [{ role, agency: at }] })
const officer = actor('officer', agency)

describe('the ledger of timeliness, Art. 26', () => {
  const asked = { agencies: [agency], sort: 'due', descending: false, page: 1, size: 50 } as const
  let revised: string
  beforeAll(async () => {
    await put('news', '2026-01-05', '2026-02-02')
    await put('news', '2026-01-05', '2026-02-03')
    await aDraft(work, { agency, today: '2026-03-02', content: of('document', '2026-02-24') })
    await aDraft(work, {
      agency,
      today: '2026-03-30',
      content: of('document', '2026-03-30', { documentNumber: null }),
    })
    revised = await put('plan', '2026-01-05', '2026-01-06')
    const by = theOffice(agency).clerk
    await stood(openRevision(work, { id: revised, by, today: dayOf('2026-03-02') }, '修订'))
    await savedAs(work, { id: revised, by, today: dayOf('2026-03-02') }, of('plan', '2026-03-02'))
  })

  test('what is late, due, disclosed late or in time, drafts of a change too', async () => {
    const { lines, total } = await ledgerPage(work, asked, today)
    expect(total).toBe(6)
    expect(lines.map(({ title, standing, due }) => `${title} ${due} ${standing}`)).toEqual([
      'news 2026-01-05 2026-02-02 inTime',
      'news 2026-01-05 2026-02-02 publishedLate',
      'plan 2026-01-05 2026-02-02 inTime',
      'document 2026-02-24 2026-03-23 late',
      'plan 2026-03-02 2026-03-30 late',
      'document 2026-03-30 2026-04-28 due',
    ])
    const late = await ledgerPage(work, { ...asked, standing: 'late' }, today)
    expect(late.lines.map(({ form }) => form)).toEqual(['document', 'plan'])
    expect((await ledgerPage(work, { ...asked, page: 9 }, today)).total).toBe(6)
  })

  test('added up by form and month, and each line with its proof', async () => {
    const sums = await ledgerSummary(work, { agencies: [agency], group: 'form' }, today)
    expect(
      sums.map(({ key, late, due, publishedLate, inTime }) => [key, late, due, publishedLate, inTime]),
    ).toEqual([
      ['document', 1, 1, 0, 0],
      ['news', 0, 0, 1, 1],
      ['plan', 1, 0, 0, 1],
    ])
    const months = await ledgerSummary(work, { agencies: [agency], group: 'month' }, today)
    expect(months.map(({ key }) => key)).toEqual(['2026-01', '2026-02', '2026-03'])
    const proven = await provenLines(work, revised, today)
    expect(proven).toHaveLength(2)
    expect(proven.every(({ days, due }) => days.at(-1)?.on === due && days.at(-1)?.number === 20)).toBe(true)
  })
})

describe('what should exist but does not', () => {
  const reports = async () => [
    { agency, item: `${agency}/2025`, title: '', on: dayOf('2026-02-02'), ofYear: 2025 },
  ]
  const owed = async (title: RegExp, on: Day = today) => {
    const trial = (await agencyTree(work)).filter(({ code }) => code === agency)
    const lines = await owedBy(work, trial, { today: on, reports })
    return lines.filter(each => title.test(each.duty.title)).map(({ due, standing }) => `${due} ${standing}`)
  }

  test('the duties that come with the house: guide, annual report, budget after its approval, officials after a change', async () => {
    expect(await owed(/指南/)).toEqual(['2025-01-01 missing'])
    await put('guide', '2026-03-01', '2026-03-02')
    expect(await owed(/指南/)).toEqual(['2025-01-01 doneLate'])
    expect(await owed(/年度报告/)).toEqual(['2026-01-31 doneLate', '2025-01-31 missing'])
    const own = { year: '2026', stage: '预算', approvedOn: '2026-03-02' }
    await aDraft(work, { agency, today: '2026-03-10', content: of('budget', '2026-03-02', { own }) })
    expect(await owed(/预算/)).toEqual(['2026-03-22 missing'])
    const [changed] = (await owedDuties()).filter(({ title }) => title.startsWith('负责人变动'))
    const told = { duty: changed?.id ?? '', agency, on: dayOf('2026-03-30'), words: '局长变动', today }
    expect(await recordOccasion(work, actor('head', agency), told)).toMatchObject({ kind: 'refusal' })
    expect(await recordOccasion(work, officer, { ...told, on: dayOf('2026-04-01') })).toMatchObject({
      kind: 'refusal',
    })
    expect(await recordOccasion(work, officer, told)).toEqual({ id: told.duty })
    expect(await owed(/负责人变动/)).toEqual(['2026-04-28 waiting'])
  })

  test('a duty is set and ended by who supervises all, and nobody else', async () => {
    const since = dayOf('2026-01-01')
    const duty = {
      title: '统计月报',
      scope: { kind: 'all' },
      form: 'statistics',
      law: 'Art 20 (4)',
      since,
    } as const
    const monthly = { ...duty, rhythm: { kind: 'every', months: 1 } } as const
    expect(await setDuty(work, officer, monthly)).toMatchObject({ kind: 'refusal' })
    const above = actor('supervisingOffice', 'city')
    const set = await setDuty(work, above, monthly)
    if (isRefusal(set)) throw new Error(set.message)
    expect(await owed(/统计月报/)).toEqual(['2026-03-31 waiting', '2026-02-28 missing', '2026-01-31 missing'])
    await stopDuty(work, above, { id: set.id, endedOn: dayOf('2026-02-01') })
    expect(await owed(/统计月报/)).toEqual(['2026-01-31 missing'])
  })

  async function owedDuties() {
    return work.db.selectFrom('disclosure_duties').select(['id', 'title']).execute()
  }
})

describe('the other channels, Arts 23 to 25', () => {
  const told: ChannelTold = {
    ...{
      channel: 'newspaper',
      medium: '试验日报',
      title: '第一篇',
      series: '营商故事',
      plannedOn: today,
      heldOn: null,
    },
    ...{ link: '', evidence: '', item: null, dropped: null },
  }
  const record = (
    change: Partial<ChannelTold>,
    which: Parameters<typeof recordChannel>[2]['which'] = { agency },
  ) => recordChannel(work, officer, { which, told: { ...told, ...change }, today })

  test('a series of nothing is refused, until it is listed as planned', async () => {
    expect(await record({})).toMatchObject({ message: expect.stringMatching(/请先登记系列/) })
    const series = { agency, name: '营商故事', channel: 'newspaper', note: '' } as const
    expect(await planSeries(work, actor('officer', 'city'), series)).toMatchObject({ kind: 'refusal' })
    expect(await planSeries(work, officer, series)).toEqual({ name: '营商故事' })
    expect(await planSeries(work, officer, series)).toMatchObject({ kind: 'refusal' })
    expect(await seriesLines(work)).toMatchObject([{ name: '营商故事', held: 0, planned: 0 }])
  })

  test('planned, then held with its evidence; what others changed in between is not overwritten', async () => {
    const planned = await record({})
    if (isRefusal(planned)) throw new Error(planned.message)
    const which = { id: planned.id, version: 1 }
    expect(await record({ heldOn: today }, which)).toMatchObject({ message: expect.stringMatching(/佐证/) })
    expect(await record({ heldOn: dayOf('2026-04-01'), evidence: '3 版' }, which)).toMatchObject({
      kind: 'refusal',
    })
    expect(await record({ heldOn: today, evidence: '3 版' }, which)).toEqual({ id: planned.id })
    expect(await record({ heldOn: today, evidence: '4 版' }, which)).toMatchObject({
      message: expect.stringMatching(/他人刚刚改过/),
    })
  })

  test("a year's stories come in from one sheet, or none with what is wrong in which row", async () => {
    const head = ['渠道', '媒体', '标题', '系列', '日期', '版面']
    const row = (at: number, ...cells: string[]) => ({ row: at, cells })
    const good = Array.from({ length: 300 }, (_, at) =>
      row(at + 2, '报刊', '试验日报', `故事 ${at}`, '营商故事', '2025/3/2', '2 版'),
    )
    const bad = [
      row(302, '报刊', '试验日报', '无此系列', '没有的系列', '2025-03-02', '2 版'),
      row(303, '飞鸽', '试验日报', '渠道不对', '', '2025-03-02', '2 版'),
      row(304, '报刊', '试验日报', '日期不对', '', '2025-02-30', '2 版'),
      row(305, '报刊', '试验日报', '没有佐证', '', '2025-03-02', ''),
    ]
    const sheet = { agency, today, rows: [row(1, ...head), ...good, ...bad] }
    const refused = await importChannels(work, officer, sheet)
    expect(refused).toMatchObject({
      kept: 0,
      faults: [{ row: 302 }, { row: 303 }, { row: 304 }, { row: 305 }],
    })
    const kept = await importChannels(work, officer, { ...sheet, rows: [row(1, ...head), ...good] })
    expect(kept).toEqual({ kept: 300, faults: [] })
    const page = { name: '营商故事', agency, page: 1, size: 20 }
    expect((await seriesStories(work, { ...page, year: 2025 })).total).toBe(300)
    expect((await seriesStories(work, page)).total).toBe(301)
  })

  test('an information is counted once, however often it is written down', async () => {
    const own = { heldOn: '2026-03-20', speakers: '局长' }
    const item = await put('pressConference', '2026-03-20', '2026-03-21', { own })
    await put('pressConference', '2026-03-20', '2026-03-21', { own })
    const held = {
      channel: 'pressConference',
      series: '',
      heldOn: dayOf('2026-03-20'),
      evidence: '新闻厅',
      item,
    } as const
    await record(held)
    await record(held)
    expect(await record({ ...held, item: 'nobody' })).toMatchObject({
      message: expect.stringMatching(/不存在/),
    })
    const year = { agencies: [agency], from: dayOf('2026-01-01'), until: dayOf('2026-12-31') }
    expect(await channelCounts(work, year)).toEqual([
      { channel: 'newspaper', count: 1 },
      { channel: 'pressConference', count: 2 },
    ])
    const counted = {
      agencies: [agency],
      channel: 'pressConference',
      counted: true,
      sort: 'day',
      descending: true,
    } as const
    expect((await channelRecords(work, { ...counted, page: 1, size: 10 })).total).toBe(1)
  })
})

describe('the site checks itself', () => {
  test('each rule has its line; the day is kept; a column and its limit are settings', async () => {
    const lines = await checkSite(work, today)
    const of = (rule: string) => lines.find(each => each.rule === rule)
    expect(of('forged')?.verdict).toBe('fails')
    expect(of('forged')?.findings[0]?.words).toMatch(/：标为 \d+年\d+月\d+日，实际\d+年\d+月\d+日$/)
    expect(of('blank')?.verdict).toBe('fails')
    expect(of('home')).toMatchObject({ verdict: 'near', daysLeft: 4 })
    expect(of('reach')?.verdict).toBe('unknown')
    await keepTodaysCheck(work, today)
    await keepTodaysCheck(work, today)
    expect(await selfCheckOf(work, today)).toHaveLength(lines.length)
    expect(await selfCheckOf(work, dayOf('2026-03-30'))).toBeUndefined()
    const [column] = await siteColumns(work)
    if (column === undefined) throw new Error('no column')
    expect(await setColumn(work, officer, column)).toMatchObject({ kind: 'refusal' })
    await setColumn(work, actor('administrator', 'city'), { ...column, limitDays: 20, department: '宣传处' })
    expect((await siteColumns(work)).find(({ id }) => id === column.id)).toMatchObject({
      limitDays: 20,
      department: '宣传处',
    })
  })

  test('a visit to a site that does not answer is written down as such', async () => {
    expect(await visitFrontPage(work, 'http://127.0.0.1:9/')).toMatchObject({ status: 0 })
    const visits = await work.db.selectFrom('disclosure_visits').select('status').execute()
    expect(visits).toEqual([{ status: 0 }])
  })
})
