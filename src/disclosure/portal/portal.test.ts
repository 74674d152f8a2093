import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { AppEnv } from '../../office/env.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { aContent, aDraft, aPublished, putOnShelf, savedAs, stood, theOffice } from '../act/an-item.ts'
import { attachFile } from '../act/drafting.ts'
import { publishUrgently, reviewUrgent } from '../act/publishing.ts'
import { openRevision, withdraw } from '../act/revising.ts'
import { disclosurePortal } from './routes.ts'

let work: TestDb
let portal: Hono<AppEnv>
const agency = 'trial'
const today = dayOf('2026-03-10')
const { clerk, officer, head, reviewer } = theOffice(agency)
const shelved = (change: Parameters<typeof aContent>[0] = {}) =>
  aPublished(work, { agency, today, content: aContent(change) })
/** A page as it is sent; 60 ms later than the last act, after which nothing stale is shown. */
async function page(path: string, status = 200): Promise<string> {
  await new Promise(resolve => setTimeout(resolve, 60))
  const answer = await portal.request(path)
  expect([path, answer.status]).toEqual([path, status])
  return await answer.text()
}

beforeAll(async () => {
  work = await testDb()
  const trial = { code: agency, name: '云川市试验局', shortName: '试验局', kind: 'department' } as const
  await addAgency(work, { ...trial, parent: null }, theSystem)
  portal = new Hono<AppEnv>()
  portal.use(async (context, next) => {
    context.set('work', work)
    await next()
  })
  portal.route('/', disclosurePortal())
})
afterAll(() => work.close())

test('an item shows its head, its text, its metadata and machine data, and nothing that could run', async () => {
  const id = await shelved({
    ...{ title: '关于<试验>的通知', keywords: ['试验'], summary: '说明试验' },
    body: '<p>第一条 试验。</p><script>alert(1)</script>',
  })
  const shown = await page(`/disclosure/items/${id}`)
  for (const word of [
    '索引号',
    '云川市试验局',
    '云试发〔2026〕1号',
    '2026年3月2日',
    '关于&lt;试验&gt;的通知',
    '第一条 试验。',
  ]) {
    expect(shown).toContain(word)
  }
  expect(shown).not.toContain('alert(1)')
  expect(shown).toMatch(/<meta name="PubDate" content="2026-03-10 \d\d:\d\d">/)
  for (const name of [
    'SiteName',
    'SiteDomain',
    'SiteIDCode',
    'ArticleTitle',
    'ContentSource',
    'Author',
    'Keywords',
    'Description',
    'Image',
    'Url',
  ]) {
    expect(shown).toContain(`<meta name="${name}"`)
  }
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(shown)?.[1] ?? ''
  expect(JSON.parse(data)).toMatchObject({ headline: '关于<试验>的通知', datePublished: today })
  expect(Buffer.byteLength(shown)).toBeLessThan(60 * 1024)
})

test('what is not public is not there, and its files neither', async () => {
  const id = await aDraft(work, { agency, today, content: aContent({ title: '内部草稿' }) })
  const file = await attachFile(
    work,
    { id, by: clerk, today },
    { name: '草稿.txt', bytes: Buffer.from('内部') },
  )
  if ('kind' in file) throw new Error(file.message)
  await page(`/disclosure/items/${id}`, 404)
  await page('/disclosure/items/a%00b', 404)
  await page(`/disclosure/items/${id}/editions/1`, 404)
  await page(`/disclosure/items/${id}/files/${file.file}`, 404)
  await page(`/disclosure/items/${id}/file.txt`, 404)
  expect(await page('/disclosure/catalogue')).not.toContain('内部草稿')
})

test('a revision shows what it changed, and the older edition stays at its address', async () => {
  const id = await shelved({ title: '收费办法', body: '<p>第一条 每件五十元。</p><p>第二条 立即施行。</p>' })
  await stood(openRevision(work, { id, by: clerk, today }, '降低收费'))
  const content = aContent({ title: '收费办法', body: '<p>第一条 每件三十元。</p><p>第二条 立即施行。</p>' })
  await savedAs(work, { id, by: clerk, today }, content)
  expect(await page(`/disclosure/items/${id}`)).toContain('每件五十元')
  await putOnShelf(work, { id, agency, today, reason: '降低收费' })
  expect(await page(`/disclosure/items/${id}`)).toContain('每件三十元')
  const old = await page(`/disclosure/items/${id}/editions/1`)
  expect(old).toContain('每件五十元')
  expect(old).toContain('这是第 1 版')
  expect(old).toContain('<title>收费办法（第 1 版）')
  const difference = await page(`/disclosure/items/${id}/difference?from=1&to=2`)
  expect(difference).toMatch(/第一条.*<del>【删】五十<\/del><ins>【增】三十<\/ins>/s)
  expect(difference).toContain('修改原因：降低收费')
})

test('what ran out by its own day says so to readers and to machines', async () => {
  const own = { effectiveOn: '2023-01-01', expiresOn: '2025-12-31', drafter: '试验科' }
  const form = 'normativeDocument'
  const summary = '第一行。\n第二行。'
  const gone = await page(`/disclosure/items/${await shelved({ form, own, summary })}`)
  expect(gone).toContain('本文件有效期至2025年12月31日，已失效。')
  expect(gone).toContain('"legislationLegalForce":"https://schema.org/NotInForce"')
  expect(gone).toContain('<meta name="Description" content="第一行。 第二行。">')
  const later = { ...own, expiresOn: '2026-12-31' }
  const stands = await page(
    `/disclosure/items/${await shelved({ form, own: later, documentNumber: '云试规〔2026〕2号' })}`,
  )
  expect(stands).not.toContain('已失效')
  expect(stands).toContain('"legislationLegalForce":"https://schema.org/InForce"')
})

test('a withdrawn item leaves what, when and why, and none of its words', async () => {
  const id = await shelved({ title: '误发的名单', body: '<p>不该公开的姓名</p>' })
  await stood(withdraw(work, { id, by: head, today }, '含有个人信息'))
  for (const path of ['', '/editions/1', '/difference?from=1&to=1']) {
    const trace = await page(`/disclosure/items/${id}${path}`, 410)
    for (const word of ['误发的名单', '2026年3月10日', '含有个人信息']) expect(trace).toContain(word)
    expect(trace).not.toContain('不该公开的姓名')
  }
  await page(`/disclosure/items/${id}/file.txt`, 404)
})

test('what went out in an emergency is marked until a second person has reviewed it', async () => {
  const content = aContent({ form: 'emergency', title: '暴雨预警' })
  const id = await aDraft(work, { agency, today, content })
  await stood(publishUrgently(work, { id, by: head, today }, '暴雨红色预警'))
  expect(await page(`/disclosure/items/${id}`)).toContain('因情况紧急先行发布')
  await stood(reviewUrgent(work, { id, by: reviewer, today }, '不涉密'))
  expect(await page(`/disclosure/items/${id}`)).not.toContain('因情况紧急先行发布')
})

test('files are given as they were kept, and an item can be taken along as Word, PDF and text', async () => {
  const id = await aDraft(work, { agency, today, content: aContent() })
  const bytes = Buffer.from('附件的内容'.repeat(300_000))
  const file = await attachFile(work, { id, by: clerk, today }, { name: '说明.txt', bytes })
  if ('kind' in file) throw new Error(file.message)
  const body =
    '<h2>总则</h2><p>第一条 试验。</p><table><caption>收费标准</caption><tr><th>项目</th><th>金额</th></tr><tr><td>甲</td><td>50</td></tr></table>'
  await savedAs(work, { id, by: clerk, today }, aContent({ attachments: [file], body }))
  await putOnShelf(work, { id, agency, today })
  expect(await page(`/disclosure/items/${id}`)).toContain('说明.txt</a>（TXT 文件，4.3 MB）')
  const given = await portal.request(`/disclosure/items/${id}/files/${file.file}`)
  expect(Buffer.from(await given.arrayBuffer()).equals(bytes)).toBe(true)
  expect(given.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(await page(`/disclosure/items/${id}/file.txt`)).toMatch(
    /总则\r\n　　第一条 试验。\r\n　　收费标准\r\n项目\t金额\r\n甲\t50/,
  )
  const start = async (format: string) =>
    Buffer.from(
      await (await portal.request(`/disclosure/items/${id}/file.${format}`)).arrayBuffer(),
    ).toString('latin1', 0, 4)
  expect([await start('pdf'), await start('docx')]).toEqual(['%PDF', 'PK\u0003\u0004'])
})

test('the catalogue is narrowed, sorted and taken along as it is shown', async () => {
  await shelved({ form: 'budget', duty: '20.7', title: '二〇二六年预算', documentNumber: null })
  const list = await page('/disclosure/catalogue?duty=20.7')
  expect(list).toContain('二〇二六年预算')
  expect(list).not.toContain('收费办法')
  for (const name of ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']) {
    expect(list).toContain(`<meta name="${name}"`)
  }
  const csv = await page('/disclosure/catalogue.csv?duty=20.7')
  expect(csv).toMatch(/,http:\/\/localhost\/disclosure\/items\/[\w-]+\r\n$/)
  const dictionary = await page('/disclosure/open-data')
  for (const head of csv.split('\r\n')[0]?.split(',') ?? []) {
    expect(dictionary).toContain(`<td>${head}</td>`)
  }
  expect(csv.trim().split('\r\n')).toHaveLength(2)
  expect(JSON.parse(await page('/disclosure/catalogue.json?duty=20.7'))).toMatchObject([
    { 标题: '二〇二六年预算' },
  ])
  expect(await page('/disclosure/catalogue?duty=20.8&page=999')).toContain('没有符合条件的信息')
  expect(await page('/disclosure/catalogue?duty=%27&form=x&year=99999&sort=drop')).toContain(
    '政府信息公开目录',
  )
  expect(await page('/disclosure')).toMatch(/财政预算、决算<\/a> <span class="count">1 条/)
})

test('guide and rules are living documents', async () => {
  expect(await page('/disclosure/guide')).toContain('尚未公布政府信息公开指南')
  await shelved({ form: 'guide', title: '云川市试验局信息公开指南', body: '<p>工作机构：办公室。</p>' })
  expect(await page('/disclosure/guide')).toContain('工作机构：办公室。')
  const rule = await shelved({ form: 'rule', title: '信息公开审查制度' })
  expect(await page('/disclosure/rules')).toContain(`/disclosure/items/${rule}`)
  expect(officer.name).toBe('演专员')
})
