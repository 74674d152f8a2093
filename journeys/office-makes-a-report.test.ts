import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoSignIns } from '../src/demo/staff.ts'
import { accessibilityProblems, picture, visitor } from './browser.ts'
import { openedCity } from './opened.ts'

const { browser, site } = await openedCity('2026-01-20')

/** Somebody of the office, at the report's page. */
async function at(width: number, signIn: string, path: string): Promise<Page> {
  const context = await visitor(browser, width)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(site.address + path)
  await page.getByLabel('登录名').fill(signIn)
  await page
    .getByLabel('密码', { exact: true })
    .fill(demoSignIns.find(each => each.signIn === signIn)?.password ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '年度报告' }).waitFor()
  return page
}

async function station(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect([name, await accessibilityProblems(page)]).toEqual([name, []])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await picture(page, `office-${name}`)
}

async function take(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
}

const told = (page: Page, words: string) => page.getByText(words).first().waitFor()

test.each([
  [1280, 'yunchuan-housing', '', 2030],
  [390, 'yunchuan', 'city-', 2031],
])(
  'at %i px an office makes, checks, approves, publishes and corrects a report',
  async (width, agency, people, year) => {
    const path = `/desk/reports/${agency}/${year}`
    const officer = await at(width, `${people}officer`, path)
    await station(officer, `start-${width}`)
    await take(officer, '空白报告')
    const cell = (name: string) => officer.getByLabel(name, { exact: true })
    await cell('本年新收·自然人').click()
    const none = '0\t0\t0\t0\t0\t0'
    const rows = ['7\t２\t0\t0\t0\t0', none, '7\t2\t0\t0\t0\t0', ...Array.from({ length: 20 }, () => none)]
    await paste(officer, [...rows, '\t\t\t\t\t', none].join('\n'))
    await told(officer, '已填入')
    await cell('本年新收·自然人').click()
    await officer.keyboard.press('ArrowRight')
    await officer.keyboard.type('两件')
    await officer.keyboard.press('Enter')
    await told(officer, '填的是“两件”，应为不小于 0 的整数')
    await station(officer, `wrong-cell-${width}`)
    await officer.keyboard.press('Control+z')
    expect(await cell('本年新收·商业企业').inputValue()).toBe('2')
    await cell('行政复议·结果维持').click()
    await paste(officer, Array.from({ length: 15 }, () => '0').join('\t'))
    await take(officer, '填入合计')
    expect(await cell('本年新收·总计').inputValue()).toBe('9')
    const words = officer.getByRole('textbox', { name: '总体情况的文字' })
    await words.click()
    await officer.keyboard.type(`${year}年收到政府信息公开申请12件。`)
    await take(officer, '改为引用数字')
    expect(await words.innerText()).toContain('申请9件。')
    await officer.keyboard.press('Control+s')
    await told(officer, '已全部保存')
    await station(officer, `made-${width}`)
    await take(officer, '提交审核')
    await told(officer, '已办理：提交审核。')
    for (const [role, step] of [
      ['coordinator', '审核通过'],
      ['head', '批准'],
    ] as const) {
      const page = await at(width, people + role, path)
      await station(page, `${role}-${width}`)
      await take(page, step)
      await told(page, `已办理：${step}。`)
      await page.context().close()
    }
    await officer.reload()
    await take(officer, '发布')
    await told(officer, '公布的版本不能撤回')
    await station(officer, `publishing-${width}`)
    await officer.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
    await told(officer, '已办理：发布。')
    await take(officer, '更正')
    await officer.getByLabel('更正的原因').fill('漏报行政许可一件')
    await take(officer, '确定更正')
    await told(officer, '第 2 版，草拟')
    await cell('行政许可·本年处理决定数量').fill('1')
    await officer.reload()
    await told(officer, '已恢复上次没有保存的内容')
    expect(await cell('行政许可·本年处理决定数量').inputValue()).toBe('1')
    await station(officer, `restored-${width}`)
    await take(officer, '保存')
    await told(officer, '已全部保存')
    await officer.context().close()
  },
  120_000,
)

/** Pastes words where the cursor is, as the clipboard of a spreadsheet would. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    data.setData('text/plain', ${JSON.stringify(text)})
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })()`)
}
