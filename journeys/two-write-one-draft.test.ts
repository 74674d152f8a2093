import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aContent, aDraft, aPublished } from '../src/disclosure/act/an-item.ts'
import { giveOpinion } from '../src/disclosure/act/citizens/consulting.ts'
import { cleanBody } from '../src/disclosure/read/clean.ts'
import { pngOf } from '../src/platform/hidden/pages/png.ts'
import { dayOf } from '../src/statute/day.ts'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn } from './staff.ts'

const agency = 'yunchuan-housing'
const today = '2026-03-16'
const { browser, site } = await openedCity(today)

/** Everything that a body may hold, as it is kept. */
const everything = cleanBody(`<h2>一、范围</h2>
<p>甲<strong>乙</strong><em>丙</em><u>丁</u><s>戊</s>H<sub>2</sub>O，见<a href="https://example.test/a">办法</a><sup><a id="footnote-ref-1" href="#footnote-1">[1]</a></sup>。</p>
<table><caption>表1 补助标准</caption><thead><tr><th scope="col">项目</th><th scope="col">金额</th></tr></thead>
<tbody><tr><td rowspan="2">甲类</td><td>12.5</td></tr><tr><td><p>一</p><p>二</p></td></tr></tbody></table>
<ol start="3"><li>第三</li><li>第四<ul><li>下一级</li></ul></li></ol><blockquote><p>引文</p></blockquote>
<figure><p><img src="/assets/icon.svg" alt="办事流程" /></p><figcaption>图1 办事流程</figcaption></figure>
<p>文中<img src="/assets/icon.svg" alt="图标" />图标</p><hr /><p id="footnote-1"><a href="#footnote-ref-1">[1]</a> 注</p><p>完</p>`)

async function aBody(body: string): Promise<string> {
  const content = aContent({
    title: '关于试验的通知',
    documentNumber: null,
    madeOn: dayOf('2026-03-10'),
    body,
  })
  return await aDraft(site.work, { agency, today, content })
}

const at = (who: string) => signedIn(browser, site.address, { who })

async function bodyKept(item: string): Promise<string> {
  const { content } = await site.work.db
    .selectFrom('disclosure_drafts')
    .select('content')
    .where('item', '=', item)
    .executeTakeFirstOrThrow()
  return JSON.parse(JSON.stringify(content)).body
}

const text = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true })
const saving = (page: Page, words: RegExp) =>
  page.getByRole('status', { name: '保存情况' }).getByText(words).waitFor()

async function typed(page: Page, words: string): Promise<void> {
  await text(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test('the editor loses nothing of what a body holds: captions, heads, footnotes, pictures in a line', {
  timeout: 60_000,
}, async () => {
  const item = await aBody(everything)
  const page = await at('department')
  await page.goto(site.address + deskPaths.item(item))
  await typed(page, '整')
  await saving(page, /^正在编辑|^正在保存/)
  await saving(page, /^已保存/)
  expect(await bodyKept(item)).toBe(everything.replace('<p>完</p>', '<p>完整</p>'))

  await text(page).getByText('甲类').click()
  await page.getByRole('button', { name: '表题' }).click()
  await page.getByLabel('表格或者图片的题目（清空即删去）').fill('表1 新的标准')
  await page.keyboard.press('Enter')
  await expect.poll(() => bodyKept(item), { timeout: 10_000 }).toContain('<caption>表1 新的标准</caption>')
  await page.context().close()
})

test('a picture comes in by pasting it, with words; what lies elsewhere stays out, and it is said', {
  timeout: 60_000,
}, async () => {
  const item = await aBody('<p>开头</p>')
  const page = await at('department')
  await page.goto(site.address + deskPaths.item(item))
  await typed(page, '。')
  const png = [...pngOf({ width: 2, height: 2, data: new Uint8Array(16).fill(120) })]
  await page.evaluate(bytes => {
    const paste = (data: DataTransfer) =>
      document
        .querySelector('#field-body')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    const words = new DataTransfer()
    words.setData(
      'text/html',
      '<p>后文<img src="https://example.test/x.png"><img src="data:image/png;base64,AA=="></p>',
    )
    paste(words)
    const picture = new DataTransfer()
    picture.items.add(new File([Uint8Array.from(bytes)], '流程.png', { type: 'image/png' }))
    paste(picture)
  }, png)
  await page.getByRole('status').getByText('有 2 张图片没有带入').waitFor()
  await page.getByLabel('“流程.png”的说明').fill('办事流程')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect
    .poll(() => bodyKept(item), { timeout: 10_000 })
    .toMatch(/^<p>开头。后文<img src="\/disclosure\/items\/[^"]+" alt="办事流程" \/><\/p>$/)
  await page.context().close()
})

test('two who write one draft at once lose nothing: who comes second chooses, place by place', {
  timeout: 60_000,
}, async () => {
  const item = await aBody('<p>第一段</p><p>第二段</p>')
  const [one, other] = [await at('department'), await at('officer')]
  for (const page of [one, other]) {
    await page.goto(site.address + deskPaths.item(item))
    await text(page).waitFor()
  }
  await typed(one, '，经办人改。')
  await saving(one, /^已保存/)
  await expect.poll(() => bodyKept(item), { timeout: 10_000 }).toContain('经办人改')
  await typed(other, '，专员改。')
  const both = other.getByRole('alert', { name: '两份稿件' })
  await both.waitFor()
  expect(await bodyKept(item)).toBe('<p>第一段</p><p>第二段，经办人改。</p>')
  expect(await accessibilityProblems(other)).toEqual([])
  await both.getByRole('radio', { name: '都保留' }).check()
  await both.getByRole('button', { name: '按所选保存' }).click()
  await expect
    .poll(() => bodyKept(item), { timeout: 10_000 })
    .toMatch(/^<p>第一段<\/p>(?=.*<p>第二段，经办人改。<\/p>)(?=.*<p>第二段，专员改。<\/p>)/)
  await one.context().close()
  await other.context().close()
})

/** A consultation that is open and has three opinions. */
async function consulted(): Promise<string> {
  const content = aContent({
    ...{ title: '关于公开征求试验办法意见的公告', documentNumber: null, form: 'consultation' },
    ...{ madeOn: dayOf('2026-03-10'), own: { opensOn: today, closesOn: '2026-04-16', contact: '000-0000' } },
  })
  const item = await aPublished(site.work, { agency, today, content })
  for (const text of ['同意。', '增加网上办理。', '写明收费。']) {
    const given = { item, kind: 'person', text, once: text, name: '', contact: '' } as const
    await giveOpinion(site.work, given, { today: dayOf(today), secrets: site.secrets })
  }
  return item
}

test('an answer to the public that is being written stays when another is opened, and until it is given', {
  timeout: 60_000,
}, async () => {
  const consultation = deskPaths.consultation(await consulted())
  const page = await at('officer')
  const opened = async (number: number) => {
    await page.goto(`${site.address}${consultation}?at=${number}`)
    await page.getByRole('heading', { name: `第 ${number} 条` }).waitFor()
  }
  await page.goto(site.address + consultation)
  await page.getByText('意见征集 2026年3月16日至2026年4月16日，共收到 3 条，待答复 3 条。').waitFor()
  expect(await page.getByRole('button', { name: '起草征集结果' }).isDisabled()).toBe(true)
  await opened(2)
  await page.getByRole('textbox', { name: /^说明/ }).fill('将增加网上办理。')
  await opened(3)
  expect(await page.getByRole('textbox', { name: /^说明/ }).inputValue()).toBe('')
  await opened(2)
  expect(await page.getByRole('textbox', { name: /^说明/ }).inputValue()).toBe('将增加网上办理。')
  await page.getByRole('combobox', { name: '采纳情况' }).selectOption('adopted')
  await page.getByRole('button', { name: '答复', exact: true }).click()
  await page.getByText('第 2 条已答复。').waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: /^说明/ }).inputValue()).toBe('将增加网上办理。')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.goto(`${site.address}${consultation}?at=99`)
  await page.getByText('没有第 99 条意见').waitFor()
  await page.context().close()
})
