import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { addAgency, agencyTree, theSystem } from '../../../office/agencies.ts'
import { pngOf } from '../../../platform/hidden/pages/png.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { hinders, type SiteFault } from '../../importing/fault.ts'
import type { SiteMapping } from '../../importing/mapping.ts'
import { siteFiles } from '../../read/site/files.ts'
import { editionOf } from '../../store/editions.ts'
import { latestChange, movedAfter } from '../../store/following/changes.ts'
import { redirectOf } from '../../store/shelf/redirects.ts'
import { keepUnkept } from '../search/unkept.ts'
import { aPage, aZip, type SitePageGiven } from './a-site.ts'
import { mappingSaid, withBelow } from './asking.ts'
import { runSite } from './site-run.ts'

let work: TestDb
const today = dayOf('2026-03-10')
const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'))
beforeAll(async () => {
  work = await testDb()
  const add = (code: string, name: string, parent: string | null) =>
    addAgency(work, { code, name, shortName: name.slice(3), kind: 'department', parent }, theSystem)
  await add('city', '云川市人民政府', null)
  await add('trial', '云川市试验局', 'city')
  await add('other', '云川市另一局', 'city')
})
afterAll(async () => {
  await work.close()
  await rm(folder, { recursive: true })
})

let archives = 0
async function run(
  files: Readonly<Record<string, Uint8Array | string>>,
  {
    keep = false,
    mapping = {},
    source = `原网站${archives}`,
    agency = 'trial',
    atOnce = 200,
    breakAfter = Number.POSITIVE_INFINITY,
  }: {
    keep?: boolean
    mapping?: SiteMapping
    source?: string
    agency?: string
    atOnce?: number
    breakAfter?: number
  } = {},
) {
  const path = join(folder, `${++archives}.zip`)
  await writeFile(path, aZip(files))
  const opened = await siteFiles(path)
  const faults: SiteFault[] = []
  const progress = ({ pages }: { pages: number }) => {
    if (pages >= breakAfter) throw new Error('broken')
  }
  const tree = await agencyTree(work)
  const asked = { files: opened, agency, source, mapping, by: theSystem, today, tree }
  try {
    const told = await runSite(
      work,
      { ...asked, mayBe: withBelow(agency, tree) },
      { keep, atOnce, telling: { fault: fault => faults.push(fault), progress } },
    )
    return { ...told, faults, said: faults.map(({ path: at, kind }) => `${at} ${kind}`) }
  } finally {
    await opened.close()
  }
}

async function keptFrom(source: string) {
  const rows = await work.db
    .selectFrom('disclosure_imports as i')
    .innerJoin('disclosure_standings as s', 's.item', 'i.item')
    .select(['i.old', 'i.item', 's.title', 's.shelf', 's.index_number'])
    .where('source', '=', source)
    .orderBy('old')
    .execute()
  return rows
}

const dot = pngOf({ width: 2, height: 2, data: new Uint8Array(16).fill(120) })

test('an old page in GBK with META and a table of facts becomes an item with its files, its number and its old address', async () => {
  const body = `<p style="x">第一条 <script>evil()</script>为了试验，见<a href="../b/2.html">另一件</a>。</p>
    <p onclick="x()"><img src="./W020.png" alt="流程图"><img src="data:image/png;base64,AA"></p>
    <p><a href="P020.txt">附件1：申请表</a> <a href="gone.pdf">附件2</a></p>`
  const files = {
    'www.yunchuan.gov.cn/a/1.html': aPage({
      ...{ title: '云川市试验办法', number: '云试发〔2023〕1号', index: '000123/2023-00001', charset: 'gbk' },
      ...{ made: '2023年4月28日', agency: '云川市试验局', column: '行政规范性文件', body },
      facts: { 施行日期: '2023-06-01', 主题分类: '城乡建设、环境保护\\其他', 有效性: '有效' },
    }),
    'www.yunchuan.gov.cn/a/W020.png': dot,
    'www.yunchuan.gov.cn/a/P020.txt': '申请表格',
  }
  const dry = await run(files, { source: '甲站' })
  expect(dry).toMatchObject({ pages: 1, items: 1, faulty: 0, warned: 1, files: 2, removed: 3 })
  expect(dry.said).toEqual([
    'www.yunchuan.gov.cn/a/1.html removed',
    'www.yunchuan.gov.cn/a/1.html missingFile',
  ])
  expect(dry.samples[0]).toMatchObject({
    title: '云川市试验办法',
    form: 'normativeDocument',
    publishedOn: '2023-05-02',
  })
  expect(await keptFrom('甲站')).toEqual([])

  await run(files, { source: '甲站', keep: true })
  const [kept] = await keptFrom('甲站')
  expect(kept).toMatchObject({ old: '/a/1.html', shelf: 'public', index_number: '000123/2023-00001' })
  const edition = await editionOf(work, kept?.item ?? '', 1)
  expect(edition?.content).toMatchObject({
    ...{
      documentNumber: '云试发〔2023〕1号',
      madeOn: '2023-04-28',
      theme: '城乡建设、环境保护',
      form: 'normativeDocument',
    },
    ...{ own: { effectiveOn: '2023-06-01' }, attachments: [{ name: '附件1：申请表.txt' }], duty: '20.1' },
  })
  expect(edition?.publishedOn).toBe('2023-05-02')
  expect(new Date(edition?.publishedAt ?? '').toISOString()).toBe('2023-05-02T01:30:00.000Z')
  const html = edition?.content.body ?? ''
  expect(html).toMatch(/<a href="\/b\/2\.html">另一件<\/a>/)
  expect(html).toMatch(
    new RegExp(`<img src="/disclosure/items/${kept?.item}/files/[\\da-f-]{36}" alt="流程图" />`),
  )
  expect(html).toMatch(
    new RegExp(`<a href="/disclosure/items/${kept?.item}/files/[\\da-f-]{36}">附件1：申请表</a>`),
  )
  expect(html).not.toMatch(/script|evil|onclick|data:|style/)
  expect(await redirectOf(work, '/a/1.html')).toBe(kept?.item)
})

test('each thing that hinders has its sentence, and such a page is not kept', async () => {
  const files = {
    'a.html': aPage({ title: '', number: '' }),
    'b.html': aPage({ body: '  <script>x()</script>' }),
    'c.html': aPage({ published: '五月的一天' }),
    'd.html': aPage({ published: '2023-05-01', made: '2023-05-02' }),
    'e.html': aPage({ published: '2027-01-01' }),
    'f.html': aPage({ agency: '某某公司' }),
    'g.html': aPage({ agency: '云川市另一局' }),
    'h.html': aPage({ facts: { 有效性: '已废止' } }),
    'i.html': aPage({ made: '2023-05-02', facts: { 有效性: '已废止', 废止日期: '2022-01-01' } }),
    'j.html': '<html><title>首页</title><body><a href="a.html">文件</a></body></html>',
    'k.html': '',
    'l.html': aPage({ published: '' }),
    'm.html': aPage({ title: '甲'.repeat(301) }),
    'n.html': aPage(),
  }
  const { said, items, faulty, faults } = await run(files, { keep: true, source: '错站' })
  expect([items, faulty]).toEqual([1, 13])
  expect(said).toEqual([
    ...[
      'a.html noTitle',
      'b.html noBody',
      'c.html badDate',
      'd.html publishedBeforeMaking',
      'e.html futureDate',
    ],
    ...['f.html unknownAgency', 'g.html foreignAgency', 'h.html endUnknown', 'i.html endedBeforeMaking'],
    ...['j.html notArticle', 'k.html unreadable', 'l.html noDate', 'm.html tooLong'],
  ])
  for (const { message } of faults) expect(message).toMatch(/^[^a-z]*[\u4e00-\u9fff].*。$/)
  expect((await keptFrom('错站')).map(({ old }) => old)).toEqual(['/n.html'])
})

test('what stands twice is kept once: by its old address, its index number, its document number, here or kept before', async () => {
  const one = { index: 'X-1', number: '云试函〔2024〕1号' }
  const first = { 'a.html': aPage(one) }
  expect(await run(first, { keep: true, source: '乙站' })).toMatchObject({ items: 1, faulty: 0 })
  const second = {
    ...first,
    'b.html': aPage({ index: 'X-1' }),
    'c.html': aPage({ number: '云试函[2024] 第01号' }),
    'd.html': aPage({ index: 'X-2' }),
    'e.html': aPage({ index: 'X-2' }),
  }
  const { said, ...told } = await run(second, { keep: true, source: '乙站' })
  expect(told).toMatchObject({ items: 1, already: 1, duplicates: 3, faulty: 3 })
  expect(said).toEqual(['b.html sameIndexNumber', 'c.html sameDocumentNumber', 'e.html sameIndexNumber'])
  const keeping: SiteMapping = { sameNumber: 'keep' }
  expect(await run({ 'c.html': second['c.html'] }, { mapping: keeping })).toMatchObject({ items: 1 })
  const elsewhere = await run({ 'a.html': aPage() }, { keep: true, source: '丙站' })
  expect(elsewhere.said).toEqual(['a.html sameAddress'])
  expect(await keptFrom('丙站')).toEqual([])
})

test('a page without an index number gets one that no other page carries, in its batch or before', async () => {
  const [ours, theirs] = [{ agency: '云川市另一局', published: '2022-04-01 09:00' }, 'other/2022-0000']
  const [asked, kept] = [{ keep: true, source: '数站', agency: 'city' }, { faulty: 0 }]
  const first = {
    'number/a.html': aPage(ours),
    'number/b.html': aPage({ ...ours, index: `${theirs}1` }),
    'number/c.html': aPage({ ...ours, index: `${theirs}6` }),
    'number/d.html': aPage(ours),
  }
  expect(await run(first, asked)).toMatchObject({ items: 4, ...kept })
  const second = { 'number/e.html': aPage(ours), 'number/f.html': aPage(ours) }
  expect(await run(second, asked)).toMatchObject({ items: 2, ...kept })
  const numbers = (await keptFrom('数站')).map(({ old, index_number }) => [old.slice(-6, -5), index_number])
  expect(Object.fromEntries(numbers)).toMatchObject({ b: `${theirs}1`, c: `${theirs}6` })
  expect(new Set(numbers.map(([, number]) => number)).size).toBe(6)
  for (const [, number] of numbers) expect(number).toMatch(/^other\/2022-\d{5}$/)
})

test('an import that broke goes on: a repeated one keeps each page once, and tells no follower of old news', async () => {
  const page = (at: number) => aPage({ title: `第${at}号公告`, index: `R-${at}` })
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`r/${at + 10}.html`, page(at)]))
  const latest = await latestChange(work)
  const broken = run(files, { keep: true, source: '断站', atOnce: 5, breakAfter: 10 })
  await expect(broken).rejects.toThrow('broken')
  expect(await keptFrom('断站')).toHaveLength(10)
  const again = await run({ ...files, 's.html': page(2000) }, { keep: true, source: '断站', atOnce: 5 })
  expect(again).toMatchObject({ items: 3, already: 10, faulty: 0 })
  expect(await keptFrom('断站')).toHaveLength(13)
  expect(await latestChange(work)).toBe(latest + 13)
  expect(await movedAfter(work, latest, 50)).toEqual([])
})

test('the search finds what was moved in exactly as if each had been shelved by itself', async () => {
  const body = '<p>第一条 物业收费见<a href="s1.txt">附件一</a>。</p>'
  const files = {
    's1.html': aPage({
      title: '甲办法',
      number: '云试字〔2022〕9号',
      column: '规范性文件',
      body,
      made: '2022-01-05',
    }),
    's1.txt': '收费标准为每平方米两元',
    's2.html': aPage({ facts: { 有效性: '废止', 废止日期: '2024-01-01', 废止依据: '云试字〔2024〕1号' } }),
  }
  expect(await run(files, { keep: true, source: '寻站' })).toMatchObject({ items: 2, files: 1 })
  const found = async () =>
    await work.db
      .selectFrom('disclosure_shelf as s')
      .innerJoin('disclosure_shelf_titles as t', 't.place', 's.place')
      .select(['s.item', 's.facet', 's.in_force', 's.published_on', 's.text', 's.words'])
      .select(['t.title', 't.plain', 't.document_key', 't.words as titleWords'])
      .orderBy('s.item')
      .execute()
  const kept = await found()
  expect(kept.some(({ text }) => text.includes('每平方米两元'))).toBe(true)
  await work.db.deleteFrom('disclosure_shelf').execute()
  expect(await keepUnkept(work)).toBe(kept.length)
  expect(await found()).toEqual(kept)
})

test('a list names the pages and says what they do not: a sitemap, or a CSV with columns of its own', async () => {
  const bare = '<html><body><div id="zoom"><p>正文在此，没有别的说明。</p></div></body></html>'
  const csv =
    '网址,文件,标题,发布日期,栏目\nhttp://old.gov.cn/show?id=7,p/7.html,关于七的公告,2023/5/1,公告\n,p/8.html,无,2023-05-01,公告\n'
  const listed = await run({ 'p/7.html': bare, '清单.csv': csv }, { keep: true, source: '表站' })
  expect(listed).toMatchObject({ pages: 2, items: 1, faulty: 1 })
  expect(listed.said).toEqual(['p/8.html notInArchive'])
  expect(await keptFrom('表站')).toMatchObject([{ old: '/show?id=7', title: '关于七的公告' }])
  const json = JSON.stringify([{ 文件: 'p/9.html', 标题: '关于九的公告', 发布日期: '2023-05-01' }])
  const sheet = await writeXlsxFile([
    [{ value: '页面清单' }].slice(1),
    [{ value: '网址' }, { value: '标题' }, { value: '发布日期' }],
    [{ value: 'http://x.gov.cn/p/10.html' }, { value: '关于十的公告' }, { value: '2023年5月1日' }],
  ]).toBuffer()
  for (const [name, list] of [
    ['pages.json', json],
    ['list.xlsx', new Uint8Array(sheet)],
  ] as const) {
    const read = await run({ 'p/9.html': bare, 'p/10.html': bare, [name]: list })
    expect([name, read.pages, read.items, read.said]).toEqual([name, 1, 1, []])
  }
  const sitemap =
    '<?xml version="1.0"?><urlset><url><loc>http://www.x.gov.cn/m/1.html</loc></url><url><loc>http://www.x.gov.cn/m/2.html</loc></url></urlset>'
  const mapped = await run({ 'sitemap.xml': sitemap, 'm/1.html': aPage(), 'm/3.html': aPage() })
  expect([mapped.pages, mapped.items, mapped.said]).toEqual([
    2,
    1,
    ['http://www.x.gov.cn/m/2.html notInArchive'],
  ])
})

test('a page without META is read by its words: a line of facts, a descendant selector, where most words stand', async () => {
  const page = `<html><head><title>关于停电的公告 - 云川市人民政府网</title></head><body><ul class="nav"><li>首页</li></ul>
    <div><div class="x"><p>发布时间：2023年5月1日 10:20 来源：办公室 浏览次数：</p></div>
    <ul><li><b>索 引 号：</b>W-1</li><li><b>发文字号：</b></li><li>【成文日期】 2023-04-30</li></ul>
    <div class="c"><p>因检修停电，请各用户提前做好准备。</p></div></div></body></html>`
  const { samples } = await run({ 'w.html': page })
  expect(samples[0]).toMatchObject({
    ...{ title: '关于停电的公告', publishedOn: '2023-05-01', indexNumber: 'W-1', documentNumber: '' },
    words: '因检修停电，请各用户提前做好准备。',
  })
  const mapping: SiteMapping = { fields: { body: [{ from: 'select', name: 'body div div.c' }] } }
  expect((await run({ 'w.html': page }, { mapping })).samples[0]?.words).toMatch(/^因检修/)
})

test('a mapping says where the fields stand and what columns and agencies mean', async () => {
  const page =
    '<html><body><div class="t x">某公告</div><i class="d">发布于：2023年5月1日 10:20</i><p>来源单位：市另局</p><div id="txt">正文文字</div></body></html>'
  const mapping: SiteMapping = {
    ...{ base: 'http://www.x.gov.cn/old/', columns: { 老栏目: { form: 'plan', duty: '20.3' } } },
    agencies: { 市另局: 'other' },
    fields: {
      title: [{ from: 'select', name: 'div.t' }],
      publishedOn: [{ from: 'label', name: '发布于' }],
      body: [{ from: 'select', name: '#txt' }],
      agency: [{ from: 'label', name: '来源单位' }],
      column: [{ from: 'fixed', name: '老栏目' }],
    },
  }
  const { samples } = await run({ 'q/1.html': page, 'q/2.html': page }, { mapping, agency: 'city' })
  expect(samples[0]).toMatchObject({
    ...{ title: '某公告', form: 'plan', publishedOn: '2023-05-01', agency: '云川市另一局' },
    old: '/old/q/1.html',
  })
})

test.each([
  ['no object', [], /映射应是一个 JSON 对象/],
  ['an unknown part', { field: {} }, /只含 base、root/],
  ['a selector that is none', { fields: { title: [{ from: 'select', name: 'a > b' }] } }, /选择器只能用标签/],
  ['an unknown place', { fields: { title: [{ from: 'xpath', name: 'a' }] } }, /from 应为/],
  ['a form that is none', { columns: { 甲: { form: 'blog' } } }, /没有这种信息形式/],
  ['a base without scheme', { base: 'www.x.gov.cn' }, /base 应是网址/],
  ['a body that is no element', { fields: { body: [{ from: 'meta', name: 'x' }] } }, /正文只能用/],
])('a mapping with %s is refused in words', (_, written, words) => {
  expect(mappingSaid(written)).toMatchObject({ kind: 'refusal', message: expect.stringMatching(words) })
})

test('names that lead outside, bombs, locked and hurt archives are refused before anything is read', async () => {
  const opening = async (bytes: Uint8Array) => {
    const path = join(folder, `${++archives}.zip`)
    await writeFile(path, bytes)
    return await siteFiles(path).then(
      () => 'opened',
      (cause: Error) => cause.message,
    )
  }
  for (const name of ['../a.html', 'a/../../b.html', '/etc/a.html', 'C:\\a.html', '..\\a.html'])
    expect(await opening(aZip({ [name]: 'x' })), name).toMatch(/指向文件夹之外/)
  expect(await opening(aZip({ 'a.html': new Uint8Array(40 * 1024 * 1024) }))).toMatch(/压缩炸弹/)
  const good = aZip({ 'a.html': aPage() })
  expect(await opening(good.subarray(0, good.length - 30))).toMatch(/不是 ZIP|损坏/)
  expect(await opening(new TextEncoder().encode('no archive'))).toMatch(/不是 ZIP/)
  const locked = Uint8Array.from(good)
  const directory = Buffer.from(locked).indexOf('PK\x01\x02', 0, 'latin1')
  locked[directory + 8] = 1
  expect(await opening(locked)).toMatch(/有密码/)
})

const given: fc.Arbitrary<SitePageGiven> = fc.record(
  {
    title: fc.constantFrom('', '关于甲的通知', '乙', '<b>丙'),
    published: fc.constantFrom('', '2023-05-01', '2023年13月1日', '2030-01-01', '2023/5/2 08:00'),
    made: fc.constantFrom('', '2023-05-02', '某日'),
    number: fc.constantFrom('', '云试字〔2025〕1号', '云试字〔2025〕2号', '无'),
    index: fc.constantFrom('', 'P-1', 'P-2', 'P-3'),
    agency: fc.constantFrom('', '云川市试验局', '云川市另一局', '某'),
    body: fc.constantFrom(
      '',
      '<p>文</p>',
      '<script>x</script>',
      '<img src="x.png">',
      '<table><tr><td>文</table>',
    ),
    charset: fc.constantFrom('utf-8', 'gbk'),
  },
  { requiredKeys: [] },
)

test('whatever the pages: nothing is kept that the dry run called an error, and every kept item has its redirect', async () => {
  let site = 0
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 6 }), async pages => {
      const source = `任站${++site}`
      const files = Object.fromEntries(pages.map((page, at) => [`z${site}/${at}.html`, aPage(page)]))
      const dry = await run(files, { source })
      const real = await run(files, { source, keep: true })
      const hindered = new Set(dry.faults.filter(hinders).map(({ path }) => `/${path}`))
      const kept = await keptFrom(source)
      expect(kept.filter(({ old }) => hindered.has(old))).toEqual([])
      expect([kept.length, real.items]).toEqual([dry.items, dry.items])
      expect(hindered.size + kept.length).toBe(pages.length)
      for (const { old, item } of kept) expect(await redirectOf(work, old)).toBe(item)
    }),
    { numRuns: 25 },
  )
})
