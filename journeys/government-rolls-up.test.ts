import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { demoSignIns } from '../src/demo/staff.ts'
import { accessibilityProblems, picture, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'
import { openPart, signIn } from './staff.ts'

const { browser, site } = await openedCity('2026-01-20')

describe.each(widths)('at %i px', width => {
  test('the government rolls up and finds the agency that differs', { timeout: 90_000 }, async () => {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await signIn(page, site.address, 'supervising')
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, `today-${width}`)
    await page.getByRole('button', { name: /^去催报/ }).click()

    await page.getByRole('heading', { name: '云川市人民政府 2025 年度报告汇总' }).waitFor()
    await page.getByRole('button', { name: '选择全部 12 个机关' }).click()
    await page.getByRole('button', { name: /^催\s?报$/ }).click()
    const preview = page.getByRole('region', { name: '预览：催报' })
    expect(await preview.innerText()).toContain('将催报 12 个机关')
    expect(await accessibilityProblems(page)).toEqual([])
    await preview.getByRole('button', { name: '确认催报' }).click()
    await preview.getByText(/已催报 (12|0) 个机关/).waitFor()
    await page.getByRole('cell', { name: '2026年1月20日（演主管）' }).first().waitFor()

    await page.getByLabel('年度', { exact: true }).selectOption('2024 年')
    await page.getByRole('heading', { name: '云川市人民政府 2024 年度报告汇总' }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain('逾期 14 天')
    await page.getByRole('button', { name: /^查看“行政处罚·本年处理决定数量”由哪些机关构成$/ }).click()
    const parts = page.getByRole('region', { name: '构成：行政处罚·本年处理决定数量' })
    expect(await parts.innerText()).toContain('相差 12。')
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await picture(page, `roll-up-${width}`)

    await parts.getByRole('link', { name: '云川市住房和城乡建设局' }).click()
    await page.waitForURL(/\/desk\/reports\/yunchuan-housing\/2024\?cell=proactive\.penalties$/)
    await page.goBack()
    await parts.getByRole('link', { name: '打开本级报告的这一格' }).click()
    await page.waitForURL(/\/desk\/reports\/yunchuan\/2024\?cell=proactive\.penalties$/)
    await context.close()

    const reminded = await visitor(browser, width)
    const officer = await reminded.newPage()
    await signIn(officer, site.address, 'officer')
    await officer.getByRole('link', { name: '催报 1' }).waitFor()
    expect(await officer.getByRole('region', { name: '收到的催报' }).innerText()).toContain('演主管催报')
    await reminded.close()
  })

  test('a list keeps its filters in the address, obeys the keys and gives out what is shown', {
    timeout: 60_000,
  }, async () => {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    page.setDefaultTimeout(20_000)
    await signIn(page, site.address, 'auditor')
    await openPart(page, '年度报告')
    await page.getByRole('combobox', { name: '年度' }).selectOption('2024 年')
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: '查找（机关、年度）' }).fill('镇')
    await page.waitForURL(/year=2024.*q=/)
    await page.getByText('共 2 份').waitFor()
    await page.getByRole('button', { name: '逾期天数' }).click()
    await page.getByRole('button', { name: '逾期天数' }).click()
    await page
      .getByRole('columnheader', { name: '逾期天数' })
      .and(page.locator('[aria-sort=descending]'))
      .waitFor()
    await page.reload()
    await page.getByText('共 2 份').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ])
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^云川市白石镇人民政府,2024,已公布,1,2025-02-14,14,/)
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ])
    expect(book.suggestedFilename()).toBe('年度报告.xlsx')
    await page.locator('body').press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/desk\/reports\/yunchuan-baishi\/2024$/)
    await page.goBack()
    await page.getByText('共 2 份').waitFor()
    await context.close()
  })
})

test('signed out in the middle, one signs in again and goes on where one was', {
  timeout: 60_000,
}, async () => {
  const context = await visitor(browser, 1280)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await signIn(page, site.address, 'auditor')
  await openPart(page, '机构')
  await openPart(page, '今日')
  await context.clearCookies()
  await page.goto(`${site.address}/desk/reports`)
  await page.waitForURL(/\/desk\/sign-in\?back=/)
  await signIn(page, site.address, 'auditor')
  await openPart(page, '操作留痕')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await context.clearCookies()
  await openPart(page, '今日')
  await openPart(page, '人员和角色')
  const again = page.getByRole('form', { name: '重新登录' })
  await again.getByLabel('密码').fill(demoSignIns[0]?.password ?? '')
  expect(await accessibilityProblems(page)).toEqual([])
  await again.getByRole('button', { name: '重新登录' }).click()
  await again.waitFor({ state: 'detached' })
  expect(page.url()).toContain('/desk/people')
  await context.close()
})
