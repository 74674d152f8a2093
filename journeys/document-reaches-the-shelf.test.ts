import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deskPaths, paths } from '../src/web/paths.ts'
import { accessibilityProblems } from './browser.ts'
import { state, take } from './case-page.ts'
import { openedCity } from './opened.ts'
import { openPart, signedIn } from './staff.ts'

const { browser, site } = await openedCity('2026-03-16')

/** What Word puts on the clipboard, with its clutter. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-unhide:no}</style></head>
<body><!--StartFragment--><p class=MsoTitle style='mso-outline-level:1'>一、范围<o:p></o:p></p>
<p class=MsoNormal style='text-indent:2em;mso-char-indent-count:2'><![if !supportLists]><span lang=EN-US>1.</span><![endif]>本市<b>老旧小区</b>适用本办法。<o:p></o:p></p>
<table class=MsoTable style='mso-yfti-tbllook:1184'><tr><td style='width:1cm'><p class=MsoNormal>年度</p></td><td><p class=MsoNormal>数量</p></td></tr></table>
<!--EndFragment--></body></html>`

async function pasteWord(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: '正文', exact: true }).click()
  await page.evaluate(html => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    document
      .querySelector('#field-body')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, fromWord)
}

const saved = (page: Page) =>
  page
    .getByRole('status', { name: '保存情况' })
    .getByText(/^已保存/)
    .waitFor()

const pages = new Map<string, Page>()

/** The page of a colleague who is signed in already; each has one, as on a desk. */
async function as(who: string, path: string): Promise<Page> {
  const page = pages.get(who) ?? (await signedIn(browser, site.address, { who }))
  pages.set(who, page)
  await page.goto(site.address + path)
  return page
}

async function step(
  who: string,
  {
    path,
    name,
    fill = {},
    next,
  }: { path: string; name: string; fill?: Record<string, string>; next: string },
): Promise<void> {
  const page = await as(who, path)
  await take(page, name, fill)
  await state(page, next)
}

test('a department’s document goes from Word to the shelf, and one changed byte after review sends it back', {
  timeout: 240_000,
}, async () => {
  const page = await as('department', deskPaths.today())
  await openPart(page, '主动公开')
  await page.getByRole('button', { name: '起草新的信息' }).click()
  await page.getByLabel('信息形式').selectOption({ label: '行政规范性文件' })
  await page.getByRole('button', { name: '开始起草' }).click()
  await page.getByLabel('标题', { exact: true }).fill('云川市老旧小区改造管理办法')
  await page.getByLabel('发文字号（没有的不填）').fill('云建发〔2026〕12号')
  await page.getByLabel('成文日期').fill('2026-03-10')
  await page.getByLabel('施行日期').fill('2026-04-01')
  await pasteWord(page)
  await saved(page)
  const path = new URL(page.url()).pathname
  const id = path.split('/').at(-1) ?? ''
  const { content } = await site.work.db
    .selectFrom('disclosure_drafts')
    .select('content')
    .where('item', '=', id)
    .executeTakeFirstOrThrow()
  const body = JSON.stringify(content)
  expect(body).toMatch(/<h2>一、范围<\/h2>.*<strong>老旧小区<\/strong>.*<table>.*年度/)
  expect(body).not.toMatch(/mso|class=|o:p|style=/i)
  expect(await accessibilityProblems(page)).toEqual([])
  await take(page, '提交审核')
  await state(page, '待审核')

  await step('coordinator', { path, name: '审核通过', next: '待保密审查' })
  const review = { path, name: '保密审查', fill: { 审查意见: '可以公开', 审查的依据: '不涉及国家秘密' } }
  await step('reviewer', { ...review, next: '待批准' })

  await page.reload()
  await page.getByRole('button', { name: '修改稿件' }).click()
  await page.getByLabel('标题', { exact: true }).fill('云川市老旧小区改造管理办法。')
  await saved(page)
  await state(page, '起草中')
  await page.getByText('提交后又作修改，退回起草').waitFor()
  await take(page, '提交审核')

  await step('coordinator', { path, name: '审核通过', next: '待保密审查' })
  await step('reviewer', { ...review, next: '待批准' })
  await step('head', { path, name: '批准公开', next: '待发布' })
  await step('officer', { path, name: '立即发布', next: '无在办稿' })
  const shown = await (await fetch(site.address + paths.item(id))).text()
  expect(shown).toContain('云川市老旧小区改造管理办法。')
  expect(shown).toContain('老旧小区')

  const phone = await signedIn(browser, site.address, { who: 'officer', width: 390 })
  await phone.goto(site.address + deskPaths.items({ shelf: 'public' }))
  await phone.getByRole('link', { name: '云川市老旧小区改造管理办法。' }).waitFor()
  expect(await accessibilityProblems(phone)).toEqual([])
})
