import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aLodging } from '../src/foi/act/a-lodging.ts'
import { lodge } from '../src/foi/act/lodge.ts'
import { warnOnDay } from '../src/foi/act/unasked/warning.ts'
import type { Channel } from '../src/foi/request.ts'
import { type Day, dayOf } from '../src/statute/day.ts'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, visitor } from './browser.ts'
import { state, take } from './case-page.ts'
import { openedCity } from './opened.ts'
import { signIn } from './staff.ts'

const agency = 'yunchuan-housing'
const { browser, site } = await openedCity('2026-03-02')

async function lodged(channel: Channel, today: Day): Promise<string> {
  const by = { id: 'its officer', name: '演登记', grants: [{ role: 'officer' as const, agency }] }
  const asked = await lodge(site.work, aLodging({ agency, channel }), { by, today, secrets: site.secrets })
  if ('kind' in asked) throw new Error(asked.message)
  return asked.id
}

async function officer(): Promise<Page> {
  const page = await (await visitor(browser, 1280)).newPage()
  page.setDefaultTimeout(20_000)
  await signIn(page, site.address, 'officer')
  return page
}

test('an ordinary letter that nobody confirmed: no period runs, the officer is warned, confirmation is the day of receipt', {
  timeout: 120_000,
}, async () => {
  const id = await lodged('post', dayOf('2026-03-02'))
  process.env.GONGKAI_TODAY = '2026-03-05'
  await warnOnDay(site.work, dayOf('2026-03-05'))
  const page = await officer()
  const warned = page.getByRole('region', { name: '今天的提醒' })
  await warned.getByText('已过 3 个工作日，尚未与申请人确认收到').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await warned.getByRole('link').first().click()
  await page.waitForURL(`**${deskPaths.request(id)}`)
  await state(page, '待确认收到')
  expect(await page.getByRole('button', { name: '拟稿', exact: true }).count()).toBe(0)
  await take(page, '确认收到', { 收到之日: '2026-03-05', 依据: '3月5日电话与申请人确认' })
  await state(page, '待交办')
  await page
    .getByText(/2026年4月2日/)
    .first()
    .waitFor()
  await page.context().close()
})

test('a fee that is not paid: told with its arithmetic, not closed before its time, then not handled further', {
  timeout: 120_000,
}, async () => {
  process.env.GONGKAI_TODAY = '2026-03-10'
  const id = await lodged('counter', dayOf('2026-03-10'))
  const page = await officer()
  await page.goto(site.address + deskPaths.request(id))
  await take(page, '通知缴费', { 计算方式: '按量（提供的页数）', 件数或者页数: '45' })
  await state(page, '待缴费')
  expect(await page.getByRole('button', { name: '逾期不缴费，不再处理', exact: true }).isDisabled()).toBe(
    true,
  )
  await page.getByText(/缴费期限到 ?2026年4月9日，尚未届满/).waitFor()
  process.env.GONGKAI_TODAY = '2026-04-10'
  await page.reload()
  await take(page, '逾期不缴费，不再处理')
  await state(page, '不再处理')
  await page.getByText('政府信息公开申请不再处理告知书').first().waitFor()
  await page.context().close()
})
