import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '../src/web/paths.ts'
import { accessibilityProblems, picture, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn } from './staff.ts'

const { browser, site } = await openedCity('2026-01-20')
/** A photo of one pixel that says where it was taken. */
const photo = {
  ...{ name: '路灯.png', mimeType: 'image/png' },
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** Takes a step of the demand of this number as the staff do, over the interface. */
async function staff(number: string, who: string, step: string, data: object = {}): Promise<void> {
  const { id } = await site.work.db
    .selectFrom('hotline_demands')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const { request } = (await signedIn(browser, site.address, { who })).context()
  const headers = { origin: site.address }
  const done = await request.post(`${site.address}/api/v1/demands/${id}/steps/${step}`, { data, headers })
  expect([step, done.status()]).toEqual([step, 200])
}

/** Opens one of what the caller may do, and sends it. */
async function act(page: Page, title: string, { label, words }: { label: string; words: string }) {
  await page.getByText(title, { exact: true }).first().click()
  await page.getByLabel(label).fill(words)
  await page.getByLabel(label).locator('xpath=ancestor::form').getByRole('button').click()
}

async function enter(page: Page, { number, code }: { readonly number: string; readonly code: string }) {
  await page.getByLabel('编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
}

async function rate(page: Page, result: string, words: string): Promise<void> {
  await page.getByRole('group', { name: '对办理过程' }).getByLabel('满意', { exact: true }).check()
  await page.getByRole('group', { name: '对办理结果' }).getByLabel(result, { exact: true }).check()
  await page.getByLabel('意见').fill(words)
  await page.getByRole('button', { name: '提交评价' }).click()
}

test('without JavaScript a web demand is filed, dispatched, returned, dispatched again, fed back, found wanting, reopened and closed', {
  timeout: 60_000,
}, async () => {
  const page = await (await visitor(browser, 390, false)).newPage()
  await page.goto(site.address)
  await page.getByRole('navigation').getByRole('link', { name: '12345诉求' }).click()
  await page.getByRole('link', { name: /我要提诉求/ }).click()
  await page.getByRole('button', { name: '提交诉求' }).click()
  expect(await page.getByRole('alert').innerText()).toMatch(/处需要修改/)
  await page.getByLabel('投诉').check()
  await page.getByLabel('一句话说明').fill('演示路路灯不亮')
  await page.getByLabel('详细情况').fill('演示路 8 号门前路灯三天不亮。')
  await page.getByLabel('地点').fill('演示路 8 号')
  await page.getByLabel('姓名或者称呼').fill('演市民')
  await page.getByLabel('联系电话').fill('000-00000001')
  await page.getByRole('button', { name: /先看看/ }).click()
  expect(await page.getByLabel('地点').inputValue()).toBe('演示路 8 号')
  await page.getByLabel('照片或者文件').setInputFiles(photo)
  await page.getByRole('button', { name: '提交诉求' }).click()
  const [number = '', code = ''] = await page.locator('code').allInnerTexts()
  await page.getByRole('link', { name: '现在就去查询' }).click()
  await enter(page, { number, code })
  expect(await page.getByRole('link', { name: '路灯.png' }).isVisible()).toBe(true)

  const housing = { unit: 'yunchuan-housing', basis: '权责清单' }
  await staff(number, 'dispatcher', 'dispatch', housing)
  await staff(number, 'unit', 'return', { reason: '应由城管办理' })
  await page.reload()
  expect(await page.getByRole('status').innerText()).toMatch(/重新确定承办单位.*起等待/)
  await staff(number, 'dispatcher', 'dispatch', housing)
  await staff(number, 'unit', 'sign')
  await page.reload()
  await act(page, '催办', { label: '请写明为什么着急', words: '晚上看不见路' })
  expect(await page.getByText('24 小时内').count()).toBe(0)
  await staff(number, 'unit', 'feedBack', { words: '已更换灯泡。', resolution: 'resolved' })
  await page.reload()
  await rate(page, '不满意', '又灭了')
  await page.getByText('已收到您的评价').waitFor()
  await act(page, '要求重新办理', { label: '还有什么没有解决', words: '又灭了' })
  expect(await page.getByRole('status').innerText()).toContain('待签收')
  await staff(number, 'unit', 'sign')
  await staff(number, 'unit', 'feedBack', { words: '已更换线路。', resolution: 'resolved' })
  await page.reload()
  await rate(page, '满意', '')
  await staff(number, 'callback', 'close')
  await page.reload()
  expect(await page.getByRole('status').innerText()).toContain('已办结')
  const told = await page.locator('.timeline').innerText()
  expect(told).toMatch(
    /登记[\s\S]*派单[\s\S]*退单[\s\S]*应由城管办理[\s\S]*反馈[\s\S]*不满意[\s\S]*重办[\s\S]*办结/,
  )
  expect(told).not.toMatch(/演派单|演承办|演回访/)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await picture(page, 'demand-tracked-390')
  const scripted = await (await visitor(browser, 390)).newPage()
  await scripted.goto(site.address + paths.trackDemand())
  await enter(scripted, { number, code })
  await scripted.getByRole('heading', { level: 1, name: number }).waitFor()
  expect(await accessibilityProblems(scripted)).toEqual([])
})

test('the pages of the hotline are readable and usable at both widths', async () => {
  for (const width of widths) {
    const page = await (await visitor(browser, width)).newPage()
    for (const path of [paths.hotline(), paths.fileDemand(), paths.trackDemand(), paths.demandAnswers()]) {
      await page.goto(site.address + path)
      expect([path, await accessibilityProblems(page)]).toEqual([path, []])
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width])
    }
  }
})
