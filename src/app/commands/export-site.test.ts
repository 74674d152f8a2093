import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  aContent,
  aDraft,
  aPublished,
  putOnShelf,
  savedAs,
  stood,
  theOffice,
} from '../../disclosure/act/an-item.ts'
import { attachFile } from '../../disclosure/act/drafting.ts'
import { openRevision, withdraw } from '../../disclosure/act/revising.ts'
import { loadLines } from '../../disclosure/act/rows/loading.ts'
import { enlarged } from '../../disclosure/portal/still/rewriting.ts'
import { shardOf } from '../../disclosure/portal/still/search/index-writer.ts'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { setting } from '../../platform/settings.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { paths } from '../../web/paths.ts'
import { exportSite, stillPortal } from './export-site.ts'

let work: TestDb
const how = { renderings: true, say: () => {} }
const pagesAlone = { ...how, renderings: false }
let folder: string
const agency = 'trial'
const today = dayOf('2026-03-10')
const { clerk, head } = theOffice(agency)
const shelved = (change: Parameters<typeof aContent>[0]) =>
  aPublished(work, { agency, today, content: aContent(change) })
beforeAll(async () => {
  work = await testDb()
  folder = join(await mkdtemp(join(tmpdir(), 'gongkai-still-')), 'site')
  const trial = { code: agency, name: '云川市试验局', shortName: '试验局', kind: 'department' } as const
  await addAgency(work, { ...trial, parent: null }, theSystem)
})
afterAll(async () => {
  await work.close()
  await rm(dirname(folder), { recursive: true, force: true })
})

async function tell() {
  const form = 'normativeDocument'
  const old = await shelved({ form, title: '旧的收费办法', documentNumber: '云试发〔2026〕1号' })
  const id = await aDraft(work, { agency, today, content: aContent({ form }) })
  const file = await attachFile(
    work,
    { id, by: clerk, today },
    { name: '申请表.txt', bytes: Buffer.from('申请表格') },
  )
  if ('kind' in file) throw new Error(file.message)
  const said = { form, title: '新的收费办法', documentNumber: '云试发〔2026〕2号', repeals: [old] } as const
  await savedAs(work, { id, by: clerk, today }, aContent({ ...said, attachments: [file] }))
  await putOnShelf(work, { id, agency, today })
  await stood(openRevision(work, { id, by: clerk, today }, '更正'))
  await savedAs(
    work,
    { id, by: clerk, today },
    aContent({ ...said, attachments: [file], body: '<p>第一条 每件三十元。</p>' }),
  )
  await putOnShelf(work, { id, agency, today, reason: '更正' })
  const gone = await shelved({ title: '误发的名单', documentNumber: null, body: '<p>不该公开</p>' })
  await stood(withdraw(work, { id: gone, by: head, today }, '含个人信息'))
  await shelved({ form: 'guide', title: '公开指南', documentNumber: null })
  for (let at = 0; at < 22; at++) await shelved({ title: `第${at}号通知`, documentNumber: null })
  const results = await aDraft(work, {
    ...{ agency, today },
    content: aContent({ form: 'penaltyResults', title: '处罚决定公开', documentNumber: null }),
  })
  await loadLines(work, { id: results, by: clerk, today }, Array.from({ length: 120 }, aResult))
  await putOnShelf(work, { id: results, agency, today })
  await aDraft(work, { agency, today, content: aContent({ title: '内部草稿', documentNumber: null }) })
  return { id, file: file.file }
}

const aResult = (_: unknown, at: number) => ({
  ...{
    reference: `云试罚〔2026〕${at + 1}号`,
    party: '云川市演示建材有限公司',
    partyKind: 'organisation' as const,
  },
  ...{
    matter: at === 70 ? '擅自挖掘道路' : '占道经营',
    basis: '《条例》第五条',
    decidedOn: today,
    amountYuan: '200.00',
  },
  ...{ shown: at !== 3, unshownReason: at === 3 ? '涉及未成年人' : '' },
})

/** Every link of every page, as the file that it leads to. */
async function links(): Promise<{ from: string; to: string }[]> {
  const names = await readdir(folder, { recursive: true })
  return names
    .filter(name => name.endsWith('.html'))
    .flatMap(from => {
      const text = readFileSync(join(folder, from), 'utf8')
      const targets = [...text.matchAll(/<(?:a|img|link|script)\b[^>]*?\b(?:href|src)="([^"]*)"/g)]
      return targets.flatMap(([, to = '']) => (/^(https?:|mailto:|#)/.test(to) ? [] : [{ from, to }]))
    })
}

test('an empty shelf takes the place of no copy', async () => {
  await expect(exportSite(work, folder, pagesAlone)).rejects.toThrow('没有已公开的信息')
  expect(await readdir(dirname(folder))).toEqual([])
})

test('the copy holds every public page, every link of it works, and no word that is not public', async () => {
  const { id, file } = await tell()
  const done = await exportSite(work, folder, how)
  expect(done).toMatchObject({ items: 27, results: 119, unanswered: [] })
  const all = await links()
  expect(all.length).toBeGreaterThan(200)
  const broken = all.filter(({ from, to }) => {
    const [file = '', fragment] = to.split('#')
    const path = normalize(join(folder, dirname(from), decodeURI(file)))
    if (to.startsWith('/') || !existsSync(path)) return true
    return fragment !== undefined && !readFileSync(path, 'utf8').includes(`id="${fragment}"`)
  })
  expect(broken).toEqual([])
  const item = await readFile(join(folder, `disclosure/items/${id}.html`), 'utf8')
  expect(item).toContain('每件三十元')
  expect(item).not.toMatch(/<form|\/requests/)
  expect(await readFile(join(folder, `disclosure/items/${id}/files/${file}.txt`), 'utf8')).toBe('申请表格')
  expect(existsSync(join(folder, `disclosure/items/${id}/difference~from-1~to-2.html`))).toBe(true)
  const held = [
    'catalogue~page-2.html',
    'catalogue.csv',
    'catalogue~in-force.json',
    'open-data.html',
    'series.html',
  ]
  const results = 'results/penaltyResults'
  const printed = ['docx', 'pdf', 'txt'].map(ending => `items/${id}/file.${ending}`)
  for (const name of [
    ...held,
    ...printed,
    `${results}~page-3.html`,
    `${results}~year-2026.html`,
    `${results}/rows.csv`,
  ])
    expect([name, existsSync(join(folder, 'disclosure', name))]).toEqual([name, true])
  const rows: unknown = JSON.parse(await readFile(join(folder, `disclosure/${results}/rows.json`), 'utf8'))
  expect(rows).toHaveLength(119)
  const table = await readFile(join(folder, `disclosure/${results}.html`), 'utf8')
  expect(table).toMatch(/第 1 页，共 3 页.*《条例》第五条/s)
  const names = (await readdir(folder, { recursive: true })).filter(name => /\.(html|js)$/.test(name))
  for (const name of names)
    expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/内部草稿|不该公开|未成年/)
})

test('长辈版 of the copy is the page that the site makes in large type, and leads to its like', async () => {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.html'))
  const [large, plain] = [
    names.filter(name => name.startsWith('large/')),
    names.filter(name => !/^(large\/|index)/.test(name)),
  ]
  expect(large.map(name => name.slice(6)).toSorted()).toEqual(plain.toSorted())
  const site = stillPortal(work, await setting(work.db, 'site'))
  for (const path of [paths.disclosure(), paths.documents()]) {
    const [standard, made] = await Promise.all([
      ...['0', '1'].map(async on =>
        (await site.request(path, { headers: { cookie: `large-type=${on}` } })).text(),
      ),
    ])
    expect(enlarged(standard ?? '')).toBe(made)
  }
  const page = await readFile(join(folder, 'large/disclosure.html'), 'utf8')
  expect(page).toMatch(
    /<html lang="zh-CN" class="large">.*href="\.\.\/disclosure\.html">标准版.*href="disclosure\/catalogue\.html"/s,
  )
})

test('the search finds by every pair of characters, in titles, bodies and attachments, without a server', async () => {
  let found: Record<string, number[]> = {}
  let titles: string[][] = []
  const reader = {
    stillPairs: (_: string, pairs: Record<string, number[]>) => Object.assign(found, pairs),
    stillTitle: (_: string, number: number, title: string[]) => {
      titles[number] = title
    },
    stillSize: () => {},
  }
  const read = async (index: string) => {
    ;[found, titles] = [{}, []]
    for (const name of await readdir(join(folder, index)))
      runInNewContext(await readFile(join(folder, index, name), 'utf8'), reader)
  }
  await read('search-index')
  const holding = (pair: string) => {
    let entry = 0
    return (found[pair] ?? []).map(step => {
      entry += step
      return titles[entry >> 1]?.[0]
    })
  }
  expect(holding('收费').toSorted()).toEqual(['新的收费办法', '旧的收费办法'].toSorted())
  expect(holding('三十')).toEqual(['新的收费办法'])
  expect(holding('表格')).toEqual(['新的收费办法'])
  expect(titles).toHaveLength(26)
  expect(existsSync(join(folder, titles[0]?.[1] ?? ''))).toBe(true)
  expect(await readFile(join(folder, 'search-index', `pairs-${shardOf('收费')}.js`), 'utf8')).toContain(
    '"收费"',
  )
  await read('results-index')
  expect(titles).toHaveLength(119)
  expect(holding('挖掘')).toEqual(['云试罚〔2026〕71号　云川市演示建材有限公司　擅自挖掘道路'])
  for (const [, place = ''] of titles) {
    const [file = '', anchor = ''] = place.split('#')
    expect(readFileSync(join(folder, file), 'utf8')).toContain(`id="${anchor}"`)
  }
})

test('an export takes the place of an earlier one, and never that of other files', async () => {
  await shelved({ title: '后来的通知', documentNumber: null })
  expect((await exportSite(work, folder, pagesAlone)).items).toBe(28)
  expect((await readdir(folder, { recursive: true })).filter(name => /file\.\w+$/.test(name))).toEqual([])
  const [item = ''] = await readdir(join(folder, 'disclosure/items'))
  expect(await readFile(join(folder, 'disclosure/items', item), 'utf8')).not.toContain('下载')
  const other = await mkdtemp(join(tmpdir(), 'gongkai-other-'))
  await writeFile(join(other, 'mine.txt'), '别人的')
  await expect(exportSite(work, other, pagesAlone)).rejects.toThrow(/里有别的文件/)
  await expect(exportSite(work, join(other, 'mine.txt', 'site'), pagesAlone)).rejects.toThrow(/不能写入/)
  const failing = exportSite(work, folder, {
    ...pagesAlone,
    say: () => {
      throw new Error('stopped')
    },
  })
  await expect(failing).rejects.toThrow('stopped')
  expect(JSON.parse(await readFile(join(folder, 'export.json'), 'utf8'))).toMatchObject({ items: 28 })
  expect(await readdir(dirname(folder))).toEqual(['site'])
  await rm(other, { recursive: true })
})

test('a copy says of which day it is, and sends to the site for what only the site can do', async () => {
  const own = { opensOn: '2026-03-01', closesOn: '2999-12-31', contact: '0' }
  const draft = { form: 'consultation', title: '收费办法（征求意见稿）', documentNumber: null } as const
  const id = await shelved({ ...draft, own })
  const said = { ...(await setting(work.db, 'site')), domain: 'gongkai.example' }
  const get = async (path: string) => (await stillPortal(work, said).request(path)).text()
  const consulting = await get(paths.consultation(id))
  expect(consulting).toMatch(/静态副本，申请公开等办事功能请到<a href="https:\/\/gongkai\.example\/">原网站/)
  expect(consulting).toMatch(/网站公开内容在\d{4}年\d+月\d+日的静态副本/)
  expect(consulting).toContain(
    `请到原网站的这一页提：<a href="https://gongkai.example${paths.consultation(id)}">`,
  )
  const library = await get(paths.documents())
  expect(library).toMatch(/\d+月\d+日现行有效（\d+ 件）/)
  expect(library).not.toMatch(/今天现行有效|填写日期/)
})
