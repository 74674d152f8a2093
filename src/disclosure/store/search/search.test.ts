import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { aContent, aDraft, aPublished, putOnShelf, savedAs, stood, theOffice } from '../../act/an-item.ts'
import { attachFile } from '../../act/drafting.ts'
import { end } from '../../act/ending.ts'
import { withdraw } from '../../act/revising.ts'
import { keepUnkept } from '../../act/search/unkept.ts'
import type { ItemContent } from '../../item.ts'
import { movedAfter } from '../following/changes.ts'
import { concerns } from '../following/concerns.ts'
import { askedFor, type Narrowing } from './asked.ts'
import { correctionsOf } from './correct.ts'
import { countsOf } from './counts.ts'
import { hitsAt } from './hits.ts'
import { placesFound, type SearchOrder } from './search.ts'
import { suggestionsFor } from './suggest.ts'

const agency = 'search-bureau'
let work: TestDb
const ids: Record<string, string> = {}

beforeAll(async () => {
  work = await testDb()
  const named = { code: agency, name: '演示搜索局', shortName: '搜索局' }
  await addAgency(work, { ...named, kind: 'department', parent: null }, theSystem)
  const body = '<p>第十二条　申请人可以提取住房公积金，<strong>账</strong>户余额ＡＢＣ不受影响。</p>'
  await published('fund', '2024-05-06', {
    ...{
      title: '住房公积金提取管理办法',
      form: 'normativeDocument',
      documentNumber: '云建发〔2024〕3号',
      body,
    },
    own: { effectiveOn: '2024-05-06', drafter: '演处室' },
  })
  await published('news', '2026-01-15', { title: '关于窗口服务的通知', documentNumber: null, body })
  await published('other', '2025-03-03', {
    ...{ title: '住房保障情况', documentNumber: null, body: '<p>公积与金额无关，房公示。积金</p>' },
  })
  await withAttachment()
}, 60_000)
afterAll(() => work?.close())

async function published(name: string, today: string, content: Partial<ItemContent>): Promise<void> {
  const whole = aContent({ madeOn: dayOf(today), ...content })
  ids[name] = await aPublished(work, { agency, today, content: whole })
}

async function withAttachment(): Promise<void> {
  const content = aContent({ title: '办事指南', documentNumber: null, madeOn: dayOf('2025-06-01') })
  const id = await aDraft(work, { agency, today: '2025-06-02', content })
  const doing = { id, by: theOffice(agency).clerk, today: dayOf('2025-06-02') }
  const bytes = new TextEncoder().encode('依据云建发(2024)第03号办理，须交门牌照片。')
  const file = await attachFile(work, doing, { name: '依据.txt', bytes })
  if ('kind' in file) throw new Error(file.message)
  await savedAs(work, doing, { ...content, attachments: [file] })
  await putOnShelf(work, { id, agency, today: '2025-06-02' })
  ids.guide = id
}

async function found(q: string, order: SearchOrder = 'fit', narrow: Narrowing = {}): Promise<string[]> {
  const places = await placesFound(work, askedFor(q, narrow), { order, from: 0, size: 20 })
  const hits = await hitsAt(work, places)
  return hits.map(({ item }) => Object.keys(ids).find(name => ids[name] === item) ?? item)
}

test('a title goes before a text, and the newest goes first where one asks for it', async () => {
  expect(await found('住房公积金')).toEqual(['fund', 'news'])
  expect(await found('住房公积金', 'newest')).toEqual(['news', 'fund'])
})

test('pairs that stand apart are no word', async () => {
  expect(await found('房公积金')).toEqual(['fund', 'news'])
  expect((await countsOf(work, askedFor('房公积金'))).facets.reduce((sum, { count }) => sum + count, 0)).toBe(
    2,
  )
})

test('a document number in any writing finds its document, then who mentions it, in an attachment too', async () => {
  for (const q of ['云建发〔2024〕3号', '云建发[2024]03', '云建发（２０２４）第3号']) {
    expect(await found(q), q).toEqual(['fund', 'guide'])
  }
  expect(await found('门牌照片')).toEqual(['guide'])
})

test('whose parts of a number stand apart is not found by the number, in neither order nor count', async () => {
  ids.apart ??= await aPublished(work, {
    ...{ agency, today: '2026-01-10' },
    content: aContent({
      ...{ title: '关于云建发的说明', documentNumber: null, madeOn: dayOf('2026-01-10') },
      body: '<p>云建发，2024年，共收到3号窗口意见。</p>',
    }),
  })
  for (const order of ['fit', 'newest'] as const) {
    expect((await found('云建发〔2024〕3号', order)).toSorted()).toEqual(['fund', 'guide'])
  }
  const { facets } = await countsOf(work, askedFor('云建发〔2024〕3号'))
  expect(facets.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  expect(await found('云建发 3号窗口', 'newest')).toEqual(['apart'])
})

test('numbers are found in both writings, wide letters as narrow ones, words across tags', async () => {
  for (const q of ['第12条 余额', '第十二条 余额', '余额abc', '账户余额']) {
    expect(await found(q, 'newest'), q).toEqual(['news', 'fund'])
  }
})

test('who follows a search is told of exactly what the search finds', async () => {
  const moved = new Map((await movedAfter(work, 0, 100)).map(each => [each.item, each]))
  const asked = [
    ...[
      '住房公积金',
      '房公积金',
      '云建发〔2024〕3号',
      '云建发[2024]03',
      '门牌照片',
      '第12条 余额',
      '余额abc',
    ],
    ...['窗', '账户余额', '公积', '云建发 3号窗口', '依据', '不存在的词'],
  ]
  for (const q of asked) {
    const told = Object.keys(ids).filter(name => {
      const item = moved.get(ids[name] ?? '')
      return item !== undefined && concerns({ q }, item)
    })
    expect(told.toSorted(), q).toEqual((await found(q, 'newest')).toSorted())
  }
})

test('one character is looked for in titles; nothing finds nothing; signs do no harm', async () => {
  expect(await found('窗')).toEqual(['news'])
  for (const q of ['', '%', "'", '\\', '《》', '𠮷', '100%_']) expect(await found(q), q).toEqual([])
})

test('what narrows counts and lists the same', async () => {
  const { facets, exact } = await countsOf(work, askedFor('住房公积金'))
  expect(exact).toBe(true)
  expect(facets.map(({ form, year, count }) => [form, year, count]).toSorted()).toEqual([
    ...[
      ['document', 2026, 1],
      ['normativeDocument', 2024, 1],
    ],
  ])
  expect(await found('住房公积金', 'fit', { year: 2024 })).toEqual(['fund'])
  expect(await found('住房公积金', 'fit', { agency: 'nobody' })).toEqual([])
})

test('a wrong character is put right by its sound', async () => {
  expect((await correctionsOf(work, askedFor('住房公机金'))).map(({ q }) => q)).toContain('住房公积金')
  expect((await correctionsOf(work, askedFor('柱房'))).map(({ q }) => q)).toContain('住房')
})

test('titles and numbers are suggested', async () => {
  const titles = async (q: string) => (await suggestionsFor(work, askedFor(q), 5)).map(({ title }) => title)
  expect(await titles('公积金')).toEqual(['住房公积金提取管理办法'])
  expect(await titles('云建发2024')).toEqual(['住房公积金提取管理办法'])
})

test('what ended sinks, what was withdrawn is gone, and what is brought in anew is as it was kept', async () => {
  const { head, officer } = theOffice(agency)
  const on = dayOf('2026-01-16')
  const ended = { validity: 'repealed', endsOn: on, byWords: '云建发〔2026〕1号', byItem: null } as const
  await stood(end(work, { id: ids.fund ?? '', by: officer, today: on }, ended))
  await published('later', '2024-01-02', { title: '住房公积金提取问答', documentNumber: null })
  expect(await found('住房公积金')).toEqual(['later', 'fund', 'news'])
  await stood(withdraw(work, { id: ids.news ?? '', by: head, today: on }, '内容有误'))
  expect(await found('住房公积金')).toEqual(['later', 'fund'])
  const kept = await whatIsKept()
  await work.db.deleteFrom('disclosure_shelf').execute()
  expect(await keepUnkept(work)).toBe(kept.length)
  expect(await whatIsKept()).toEqual(kept)
})

async function whatIsKept() {
  const rows = await work.db
    .selectFrom('disclosure_shelf as s')
    .innerJoin('disclosure_shelf_titles as t', 't.place', 's.place')
    .innerJoin('disclosure_facets as f', 'f.id', 's.facet')
    .selectAll(['s', 't', 'f'])
    .orderBy('s.item')
    .execute()
  return rows.map(({ place: _place, facet: _facet, id: _id, ...rest }) => rest)
}
