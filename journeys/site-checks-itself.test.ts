import { beforeAll, expect, test } from 'vitest'
import { keepTodaysCheck } from '../src/disclosure/act/duties/self-check.ts'
import { today } from '../src/platform/clock.ts'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, visitor } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn, signIn } from './staff.ts'

const { browser, site } = await openedCity()
beforeAll(async () => {
  await keepTodaysCheck(site.work, today())
}, 120_000)

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
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const shown of ['button', 'nav', '.no-print']) {
    expect([shown, await page.locator(shown).filter({ visible: true }).count()]).toEqual([shown, 0])
  }
  await context.close()
})

test('a list that is asked for what it cannot give says so and comes back; past its end its last page stands', {
  timeout: 60_000,
}, async () => {
  const page = await signedIn(browser, site.address, { who: 'officer' })
  await page.goto(site.address + deskPaths.channels({ state: 'gone', sort: 'up' }))
  const refused = page.getByRole('alert')
  await refused.getByText('网址中的筛选不能用：排序：不能这样排序；状态：填写不正确。').waitFor()
  await page.getByRole('search', { name: '筛选' }).waitFor()
  await refused.getByRole('link', { name: '清除筛选和排序' }).click()
  await page.getByText('还没有记录。').waitFor()

  await page.goto(`${site.address}${deskPaths.watchedWords()}?page=999`)
  await page.getByText(/第 (\d\d) \/ \1 页$/).waitFor()
  expect(await page.getByRole('row').count()).toBeGreaterThan(1)
})

test('on a phone no cell of a table is so narrow that its words stand on end', async () => {
  const page = await signedIn(browser, site.address, { who: 'admin', width: 390 })
  for (const path of [deskPaths.trail(), deskPaths.people(), deskPaths.watchedWords(), deskPaths.owed()]) {
    await page.goto(site.address + path)
    await page.getByRole('row').nth(5).waitFor()
    const narrow = await page
      .locator('td, th')
      .evaluateAll(cells =>
        cells.flatMap(({ textContent, clientWidth }) =>
          textContent.length > 3 && clientWidth > 0 && clientWidth < 48 ? [textContent] : [],
        ),
      )
    expect([path, narrow]).toEqual([path, []])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
})

test('a watched word that is being written down outlives a reload', async () => {
  const page = await signedIn(browser, site.address, { who: 'admin' })
  await page.goto(site.address + deskPaths.watchedWords())
  const wrong = page.getByRole('textbox', { name: /^错误用语/ })
  await page.getByText('增加错敏词').click()
  await wrong.fill('试验错词')
  await page.reload()
  await page.getByText('增加错敏词').click()
  expect(await wrong.inputValue()).toBe('试验错词')
  await page.getByRole('button', { name: /^增\s?加$/ }).click()
  await page.getByText('已增加“试验错词”').waitFor()
  expect(await wrong.inputValue()).toBe('')
  await page.getByLabel('查找（用语、说明）').fill('试验错词')
  await page.getByRole('link', { name: '试验错词' }).click()
  await page
    .getByRole('region', { name: '修改“试验错词”' })
    .getByLabel(/^正确用语/)
    .fill('试验')
  await page.getByRole('button', { name: '保存修改' }).click()
  await page.getByRole('cell', { name: '试验', exact: true }).waitFor()
})
