import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepTodaysCheck } from '../src/disclosure/act/duties/self-check.ts'
import { today } from '../src/platform/clock.ts'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, startBrowser, visitor } from './browser.ts'
import { type TestSite, testSite } from './site.ts'
import { signIn } from './staff.ts'

let browser: Browser
let site: TestSite
beforeAll(async () => {
  ;[browser, site] = await Promise.all([startBrowser(), testSite()])
  await keepTodaysCheck(site.work, today())
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('the site says whether it would fail the national check today, rule by rule, and keeps the day', {
  timeout: 60_000,
}, async () => {
  const context = await visitor(browser, 1280)
  const page = await context.newPage()
  await signIn(page, site.address, 'city-officer')
  for (const path of [deskPaths.selfCheck(), deskPaths.duties(), deskPaths.owed(), deskPaths.channels()]) {
    await page.goto(site.address + path)
    await page.getByRole('navigation', { name: '公开工作' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect([path, await accessibilityProblems(page)]).toEqual([path, []])
  }
  await page.goto(site.address + deskPaths.selfCheck())
  await page.getByRole('region', { name: '空白栏目' }).getByText('不合格').waitFor()
  await page.getByRole('region', { name: '办事服务功能不可用' }).getByText('需要人工检查').waitFor()
  await page.getByRole('region', { name: '历次自查' }).getByRole('link').first().click()
  await page.getByText('保存的结果').waitFor()
  await context.close()
})
