import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askForCorrection, receive } from '../src/foi/act/handling.ts'
import { sendingOf } from '../src/foi/act/sending.ts'
import { today } from '../src/platform/clock.ts'
import { addDays } from '../src/statute/day.ts'
import { accessibilityProblems, picture, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'

const { browser, site } = await openedCity()

const officer = {
  ...{ id: 'officer', name: '演公开' },
  grants: [{ role: 'officer' as const, agency: 'yunchuan-market' }],
}

async function fill(page: Page): Promise<void> {
  await page.getByLabel('名称、文号').fill('2024 年度小餐饮抽检结果 <b>=1+1</b> 😀')
  await page.getByLabel('姓名或者单位名称').fill('演市民')
  await page.getByLabel('证件号码（').fill('演示000000000011')
  await page.getByLabel('联系方式').fill('000-00000000')
  await page.getByLabel('云川市市场监督管理局').check()
}

/** The office confirms receipt and asks for a correction. */
async function confirmAndAsk(number: string): Promise<void> {
  const { id } = await site.work.db
    .selectFrom('foi_requests')
    .select('id')
    .where('number', '=', number)
    .where('agency', '=', 'yunchuan-market')
    .executeTakeFirstOrThrow()
  const doing = { id, by: officer, today: today(), ...(await sendingOf(site.work, site.secrets)) }
  const done = await receive(site.work, doing, { on: today(), evidence: '电话确认' })
  expect('kind' in done).toBe(false)
  const asked = { answerBy: addDays(today(), 10), reason: '没有说明是哪个区域的抽检' }
  expect('kind' in (await askForCorrection(site.work, doing, asked))).toBe(false)
}

describe.each(widths)('at %i px', width => {
  test('without JavaScript a citizen asks, is told what is missing, follows, corrects, withdraws', async () => {
    const context = await visitor(browser, width, false)
    const page = await context.newPage()
    await page.goto(`${site.address}/requests`)
    await page.getByRole('link', { name: /我要申请信息/ }).click()
    await page.getByRole('button', { name: '提交申请' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('5 处需要修改')
    await fill(page)
    await page.getByRole('button', { name: '先看看是否已经公开' }).click()
    expect(await page.getByLabel('姓名或者单位名称').inputValue()).toBe('演市民')
    await page.getByRole('button', { name: '提交申请' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('申请已提交')
    const code = await page.locator('code').innerText()
    const number = await page.locator('tbody td').nth(1).innerText()
    await page.getByRole('link', { name: '现在就去查询' }).click()
    await page.getByLabel('查询码').fill('x'.repeat(22))
    await page.getByRole('button', { name: '查询', exact: true }).click()
    expect(await page.getByRole('alert').innerText()).toContain('没有找到这个查询码')
    await confirmAndAsk(number)
    await page.getByLabel('查询码').fill(code)
    await page.getByRole('button', { name: '查询', exact: true }).click()
    expect(await page.getByRole('main').innerText()).toContain('没有说明是哪个区域的抽检')
    expect(await page.getByRole('main').innerText()).toContain('<b>=1+1</b> 😀')
    await page.getByRole('link', { name: '查看' }).first().click()
    expect(await page.getByRole('main').innerText()).toContain('演市民')
    await page.getByRole('link', { name: /返回申请/ }).click()
    await page.getByLabel('补正后的申请内容').fill('青禾县 2024 年度小餐饮抽检结果')
    await page.getByRole('button', { name: '提交补正' }).click()
    expect(await page.getByRole('main').innerText()).toContain('收到补正')
    await picture(page, `tracked-${width}`)
    await page.getByText('撤回申请').first().click()
    await page.getByLabel('我确认撤回').check()
    await page.getByRole('button', { name: '撤回申请' }).click()
    expect(await page.getByRole('status').innerText()).toContain('不再处理')
    await page.getByRole('button', { name: '结束查询' }).click()
    await page.goto(`${site.address}/requests/tracked`)
    expect(page.url()).toContain('/requests/track')
    await context.close()
  })

  test('the form keeps a draft in the browser, every page is accessible, and a second click sends nothing twice', async () => {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    for (const path of ['/requests', '/requests/track', '/requests/answers', '/requests/new']) {
      await page.goto(site.address + path)
      expect([path, await accessibilityProblems(page)]).toEqual([path, []])
    }
    await fill(page)
    await page.reload()
    expect(await page.getByLabel('名称、文号').inputValue()).toContain('小餐饮')
    expect(await page.getByLabel('证件号码（').inputValue()).toBe('')
    await page.getByLabel('证件号码（').fill('演示000000000011')
    await page.getByLabel('联系方式').fill('000-00000000')
    const before = await requests()
    await page.getByRole('button', { name: '提交申请' }).dblclick()
    await page.getByRole('heading', { name: '申请已提交' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await requests()).toBe(before + 1)
    await page.goto(`${site.address}/requests/new`)
    expect(await page.getByLabel('名称、文号').inputValue()).toBe('')
    await context.close()
  })
})

async function requests(): Promise<number> {
  const rows = await site.work.db.selectFrom('foi_requests').select('id').execute()
  return rows.length
}
