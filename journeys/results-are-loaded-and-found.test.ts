import { beforeAll, expect, test } from 'vitest'
import { aContent, aDraft, putOnShelf, theOffice } from '../src/disclosure/act/an-item.ts'
import { planSeries } from '../src/disclosure/act/duties/channels.ts'
import { deskPaths, paths } from '../src/web/paths.ts'
import { accessibilityProblems, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn, signIn } from './staff.ts'

const [agency, today] = ['yunchuan-housing', '2026-03-16']
let id: string
const { browser, site } = await openedCity(today)
beforeAll(async () => {
  const content = aContent({ form: 'penaltyResults', documentNumber: null, title: '三月处罚决定公开' })
  id = await aDraft(site.work, { agency, today, content })
  for (const each of [agency, 'yunchuan-market']) {
    const series = {
      agency: each,
      name: '营商故事',
      channel: 'newspaper',
      note: `${each} 与日报合办`,
    } as const
    await planSeries(site.work, theOffice(each).officer, series)
  }
}, 240_000)

const head = '决定书文号,当事人,当事人类别,违法行为,处罚依据,处罚决定日期,罚款金额（元）'
const sheet = (day: string, number: string) => ({
  ...{ name: '三月处罚.csv', mimeType: 'text/csv' },
  buffer: Buffer.from(
    [
      head,
      '云试罚〔2026〕801号,章三四,自然人,擅自挖掘试验道路,《条例》第五条,2026-03-02,500',
      `${number},云川演示建材有限公司,法人及非法人组织,占道堆放试验材料,《条例》第六条,${day},1.2万元`,
    ].join('\n'),
  ),
})

test('a sheet with wrong lines is corrected, loaded whole, published, and found by the public', {
  timeout: 60_000,
}, async () => {
  const context = await visitor(browser, 1280)
  const page = await context.newPage()
  await signIn(page, site.address, 'officer')
  await page.goto(site.address + deskPaths.itemRows(id))
  const file = page.getByLabel('结果明细文件')
  await file.setInputFiles(sheet('2026-02-30', '云试罚〔2026〕801号'))
  await page.getByText('共 1 处问题，改正之前一行也不会装入。').waitFor()
  await page.getByRole('cell', { name: '不是有效的日期' }).waitFor()
  expect(await page.getByRole('button', { name: /^装入/ }).isDisabled()).toBe(true)
  expect(await accessibilityProblems(page)).toEqual([])
  await file.setInputFiles(sheet('2026-03-03', '云试罚〔2026〕802号'))
  await page.getByText('没有发现问题。').waitFor()
  await page.getByText(/读出 2 行（2026 年 2 行），其中不公示 0 行，金额合计 12500.00 元/).waitFor()
  await page.getByRole('button', { name: '装入 2 行' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^装\s?入$/ })
    .click()
  await page.getByText('已装入 2 行，稿件已更新。').waitFor()
  await page.getByText(/现有明细 2 行，其中公示 2 行/).waitFor()
  await putOnShelf(site.work, { id, agency, today })
  await page.reload()
  await page.getByText('没有可以修改的稿件：先在信息页“修改（新版本）”').waitFor()
  expect(await page.getByLabel('结果明细文件').count()).toBe(0)
  await context.close()
  for (const width of widths) await foundBy(width)
})

/** The public finds the row by a word, reads it, and comes from it to the item and its whole batch. */
async function foundBy(width: number): Promise<void> {
  const context = await visitor(browser, width)
  const page = await context.newPage()
  await page.goto(site.address + paths.results('penaltyResults'))
  await page.getByRole('searchbox', { name: '当事人、事项或者文号' }).fill('挖掘试验')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByText('共 1 条').waitFor()
  expect(await page.content()).not.toContain('章三四')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('link', { name: '云试罚〔2026〕801号' }).click()
  await page.getByRole('link', { name: '查看发布这项结果的信息' }).click()
  await page.getByRole('link', { name: '查询本批结果（共 2 条）' }).click()
  await page.getByText('只列出一件信息所附的结果').waitFor()
  await page.getByText('共 2 条').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await context.close()
}

test('the series of newspapers and broadcasts are reached from the shelf, light and accessible at both widths', async () => {
  for (const width of widths) {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    await page.goto(site.address + paths.disclosure())
    await page.getByRole('link', { name: '系列报道和访谈' }).click()
    expect(await page.getByRole('link', { name: '营商故事' }).count()).toBe(2)
    expect(await accessibilityProblems(page)).toEqual([])
    await page
      .locator('main')
      .getByRole('listitem')
      .filter({ hasText: 'yunchuan-market' })
      .getByRole('link')
      .click()
    await page.getByText('yunchuan-market 与日报合办').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    expect((await page.content()).length).toBeLessThan(60_000)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await context.close()
  }
})

test('a story that is being written down outlives a reload; the keyboard alone opens it again', async () => {
  const page = await signedIn(browser, site.address, { who: 'officer' })
  await page.goto(site.address + deskPaths.channels())
  const panel = page.getByRole('dialog')
  const begin = page.getByRole('button', { name: '登记一条' })
  await begin.click()
  await panel.getByLabel('标题').fill('安居的故事')
  await page.reload()
  await begin.click()
  expect(await panel.getByLabel('标题').inputValue()).toBe('安居的故事')
  await panel.getByLabel('媒体或者地点').fill('试验日报')
  await panel.getByLabel('系列（').selectOption('营商故事')
  await panel.getByLabel('计划日期').fill('2026-03-20')
  await panel.getByRole('combobox', { name: '查找平台上的同一信息' }).fill('三月处罚')
  await page.getByTitle('三月处罚决定公开').click()
  expect(await accessibilityProblems(page)).toEqual([])
  await panel.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByRole('link', { name: '安居的故事' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await panel.getByText(/演公开：计划，安居的故事$/).waitFor()
  await panel.getByTitle('三月处罚决定公开').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForURL(address => !address.searchParams.has('at'))
})
