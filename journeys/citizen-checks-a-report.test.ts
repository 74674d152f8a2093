import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { aReport } from '../src/annual-report/a-report.ts'
import { render } from '../src/annual-report/render/render.ts'
import { accessibilityProblems, picture, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'

const wrongFile = join(tmpdir(), `wrong-report-${process.pid}.html`)
const { browser, site } = await openedCity()
beforeAll(async () => {
  await writeFile(wrongFile, await render(aReport({ 'remedies.reconsideration.total': 4 }), 'html'))
}, 120_000)

describe.each(widths)('at %i px', width => {
  test('a citizen checks a published report and finds its wrong cell', async () => {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    await page.goto(site.address)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: '年报体检', exact: true }).click()
    await page.getByLabel('年度报告文件').setInputFiles(wrongFile)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: '开始体检' }).click()
    await page.getByRole('heading', { name: /^体检结果/ }).waitFor()
    expect(await page.getByRole('status').innerText()).toContain('1 处错误')
    expect(await page.getByRole('main').innerText()).toContain('之和为 3，总计填的是 4')
    await page.getByRole('link', { name: '行政复议·总计' }).first().click()
    expect(await page.locator('td:target').innerText()).toBe('4')
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, `check-${width}`)
    await context.close()
  })

  test('without JavaScript a citizen finds a report, compares years and downloads it', async () => {
    const context = await visitor(browser, width, false)
    const page = await context.newPage()
    await page.goto(site.address)
    await page.getByRole('link', { name: '全部年度报告' }).click()
    await page.getByLabel('机关').selectOption('云川市教育局')
    await page.getByRole('button', { name: '筛选' }).click()
    expect(page.url()).toContain('agency=yunchuan-education')
    await page.getByRole('link', { name: '云川市教育局' }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      '云川市教育局2024年政府信息公开工作年度报告',
    )
    await picture(page, `report-${width}`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'JSON 数据' }).click(),
    ])
    expect(JSON.parse(await readFile(await file.path(), 'utf8'))).toMatchObject({
      agency: '云川市教育局',
      year: 2024,
    })
    await page.getByRole('link', { name: '历年对比' }).click()
    expect(await page.getByRole('main').innerText()).toContain('2023 年与 2024 年对比')
    await page.getByRole('link', { name: '长辈版' }).click()
    expect(await page.locator('html').getAttribute('class')).toBe('large')
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await context.close()
  })
})

describe.each(widths)('at %i px, without JavaScript', width => {
  test('a citizen finds words in a report, and sees who published in time', async () => {
    const context = await visitor(browser, width, false)
    const page = await context.newPage()
    await page.goto(site.address)
    await page.getByRole('searchbox', { name: '搜索' }).first().fill('老旧小区 2023')
    await page.getByRole('button', { name: '搜索' }).first().click()
    expect(await page.locator('mark').allInnerTexts()).toContain('老旧小区')
    await page.getByRole('link', { name: /住房和城乡建设局2023年/ }).click()
    expect(await page.getByRole('region', { name: '检查结果' }).innerText()).toContain('文字与表格不一致')
    await page.getByRole('link', { name: '注1，见说明' }).first().click()
    expect(await page.locator('li:target').innerText()).toContain('二审案件五件')
    await page.getByRole('link', { name: '年报', exact: true }).click()
    await page.getByRole('link', { name: '机关与年度对照表' }).click()
    await page.getByRole('link', { name: /白石镇人民政府 2024 年，逾期 14 天/ }).waitFor()
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV 表格' }).click(),
    ])
    expect(await readFile(await table.path(), 'utf8')).toContain('逾期 14 天公布')
    await context.close()
  })

  test('a newcomer sees an invented wrong report checked, and takes the result along as a file', async () => {
    const context = await visitor(browser, width, false)
    const page = await context.newPage()
    await page.goto(`${site.address}/check`)
    await page.getByRole('button', { name: '看一个示例的体检结果' }).click()
    expect(await page.locator('mark').first().innerText()).toContain('42件')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载网页文件' }).click(),
    ])
    const kept = await readFile(await file.path(), 'utf8')
    expect(kept).toContain('示例市示例局（虚构）')
    expect(kept).not.toContain('href="/')
    await context.close()
  })
})

test('last year of another agency or of a wrong year is said, and what was pasted stays', async () => {
  const context = await visitor(browser, 1280)
  const page = await context.newPage()
  const before = { ...aReport(), agency: '云川市别局', year: 2021 }
  await page.goto(`${site.address}/check`)
  await page.getByLabel('粘贴报告全文').fill('这不是年度报告')
  await page.getByLabel('年度报告文件').setInputFiles({
    name: '旧.doc',
    mimeType: 'application/msword',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
  })
  await page.getByRole('button', { name: '开始体检' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('另存为 .docx')
  expect(await page.getByLabel('粘贴报告全文').inputValue()).toBe('这不是年度报告')
  await page.getByLabel('年度报告文件').setInputFiles(wrongFile)
  const previous = {
    name: '上年.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(before)),
  }
  await page.getByLabel('上年报告（文件）').setInputFiles(previous)
  await page.getByRole('button', { name: '开始体检' }).click()
  await page.getByRole('heading', { name: /^体检结果/ }).waitFor()
  const told = (await page.getByRole('note').allInnerTexts()).join()
  expect(told).toContain('机关名称不同')
  expect(told).toContain('上年报告应为 2022 年度')
  await context.close()
})

test('what cannot be read is refused with the reason, and what was pasted stays', async () => {
  const context = await visitor(browser, 1280)
  const page = await context.newPage()
  await page.goto(`${site.address}/check`)
  await page.getByRole('button', { name: '开始体检' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('请选择一个文件')
  await context.close()
})

test('every page of the portal and of a narrow screen is accessible', async () => {
  const context = await visitor(browser, 390)
  const page = await context.newPage()
  for (const path of [
    '/',
    '/annual-reports',
    '/annual-reports?view=grid',
    '/annual-reports?standing=missing&q=没有',
    '/annual-reports/yunchuan',
    '/annual-reports/yunchuan/2024',
    '/annual-reports/yunchuan-housing/2023',
    '/annual-reports/yunchuan/compare',
    '/annual-reports/yunchuan-housing/compare?with=yunchuan-health&figure=outcomes',
    '/search?q=老旧小区',
    '/search?q=老旧小区 海洋',
    '/search',
    '/check',
    '/api/v1',
    '/nowhere',
  ]) {
    await page.goto(site.address + path)
    expect(await accessibilityProblems(page), path).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), path).toBe(true)
  }
  await context.close()
}, 90_000)
