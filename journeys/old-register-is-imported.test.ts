import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { accessibilityProblems, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'
import { openPart, signIn } from './staff.ts'

const { browser, site } = await openedCity()

const head = '登记编号,收到日期,申请人,申请方式,申请公开内容,办理结果,答复日期'

function register(rows: readonly string[]) {
  const buffer = Buffer.from(`${[head, ...rows].join('\r\n')}\r\n`)
  return { name: '登记簿.csv', mimeType: 'text/csv', buffer }
}

async function tryRegister(page: Page, rows: readonly string[]): Promise<void> {
  await page.getByLabel('登记簿').setInputFiles(register(rows))
  await page.getByRole('button', { name: /^试\s?读$/ }).click()
  await page.getByRole('heading', { name: '三、导入' }).waitFor()
}

describe.each(widths)('at %i px', width => {
  test('an officer imports an old register: faults row by row, the words explained, all of it at once', {
    timeout: 120_000,
  }, async () => {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    await signIn(page, site.address, 'officer')
    await openPart(page, '依申请公开')
    await page.getByRole('link', { name: '导入原登记簿' }).click()
    const rows = [1, 2].map(at => `旧${width}-${at},2023-01-0${at},演申请,信函,预算,已办结,2023-01-20`)
    await tryRegister(page, [...rows, `旧${width}-3,某日,演申请,信函,=1+1,予以公开,2023-01-20`])
    const faults = page.getByRole('region', { name: '逐行问题' })
    await faults.getByText('不是有效的日期').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.getByRole('button', { name: /^导入 \d+ 件$/ }).isDisabled()).toBe(true)

    await tryRegister(page, rows)
    await page.getByLabel('没有写明申请人类型的，统一按').selectOption({ label: '自然人' })
    await page.getByLabel('“已办结”计入').selectOption({ label: '予以公开' })
    await page.getByRole('button', { name: '导入 2 件' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^导\s?入$/ })
      .click()
    await page.getByRole('heading', { name: '已导入 2 件申请' }).waitFor()
    await page.getByRole('link', { name: '查看全部申请' }).click()
    await page.getByRole('link', { name: `旧${width}-1` }).waitFor()
    await context.close()
  })
})
