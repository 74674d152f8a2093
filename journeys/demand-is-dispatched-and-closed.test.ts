import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, widths } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn } from './staff.ts'

const { browser, site } = await openedCity('2026-01-20')
const as = async (who: string, path: string, width = 1280) => {
  const page = await signedIn(browser, site.address, { who, width })
  await page.goto(site.address + path)
  return page
}

/** Takes a step of the demand that is open: these fields are filled, by their label. */
async function take(page: Page, step: string, fields: Readonly<Record<string, string>> = {}) {
  await page.getByRole('button', { name: step, exact: true }).click()
  const form = page.getByRole('form', { name: step })
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label)
    const isChoice = await field.evaluate(({ tagName }) => tagName === 'SELECT')
    if (isChoice) await field.selectOption({ label: value })
    else await field.fill(value)
  }
  await form.getByRole('button', { name: `确认${step}` }).click()
  await form.waitFor({ state: 'detached' })
}
const stands = (page: Page, state: string) =>
  page.getByRole('status', { name: '办理情况' }).getByText(state).waitFor()

test('a call becomes a demand, is returned and dispatched again, handled, complained of, handled again and closed', {
  timeout: 60_000,
}, async () => {
  const agent = await as('agent', deskPaths.newDemand())
  await agent.getByLabel('来电人姓名').fill('演来电')
  await agent.getByRole('textbox', { name: '电话' }).fill('00000000001')
  await agent.getByLabel('类型').selectOption({ label: '投诉' })
  await agent.getByLabel('标题').fill('演示路路灯不亮')
  await agent.getByLabel('内容').fill('演示路 8 号门前路灯三天不亮。')
  await agent.getByRole('button', { name: '登记', exact: true }).click()
  const given = agent.getByRole('status', { name: '已登记' })
  const path = (await given.getByRole('link').getAttribute('href')) ?? ''
  expect(await given.textContent()).toMatch(/20260120-00001；查询码 \S{22}，/)
  expect(await agent.getByLabel('标题').inputValue()).toBe('')

  const dispatcher = await as('dispatcher', deskPaths.demands({ state: 'registered' }))
  await dispatcher.getByRole('link', { name: '20260120-00001' }).click()
  const housing = { 承办单位: '云川市住房和城乡建设局', 依据: '权责清单：路灯' }
  await take(dispatcher, '派单', housing)
  await stands(dispatcher, '待签收')
  const unit = await as('unit', deskPaths.today())
  const mine = unit.getByRole('region', { name: '12345热线诉求' })
  await mine.getByText('待签收 1 件').waitFor()
  expect(await accessibilityProblems(unit)).toEqual([])
  await mine.getByRole('link', { name: /^20260120-00001/ }).click()
  await unit.getByText('演派单 正在查看').waitFor()
  await take(unit, '退单', { 退单的理由: '应由城管办理' })
  await stands(unit, '退单待定')
  await dispatcher.reload()
  await dispatcher.getByRole('button', { name: '派单', exact: true }).click()
  const redispatch = dispatcher.getByRole('form', { name: '派单' })
  await redispatch.getByRole('searchbox').fill('zjj')
  const unitChosen = redispatch.getByLabel('承办单位').locator('option:checked')
  expect(await unitChosen.textContent()).toBe('云川市住房和城乡建设局')
  await redispatch.getByLabel('依据').fill('权责清单：路灯')
  await redispatch.getByRole('button', { name: '确认派单' }).click()
  await redispatch.waitFor({ state: 'detached' })
  await unit.reload()
  await take(unit, '签收')
  await take(unit, '反馈', { 办理结果: '已解决', 办理的情况和结果: '已更换灯泡。' })
  await stands(unit, '待回访')
  await unit.goto(site.address + deskPaths.answerTemplates())
  const made = unit.getByRole('form', { name: '新建模板' })
  await made.getByLabel('名称').fill('路灯')
  await made.getByLabel('内容').fill('诉求{诉求编号}：{修复日期}修好。')
  await made.getByRole('button', { name: '保存' }).click()
  await unit.getByRole('button', { name: '修改路灯' }).waitFor()
  await unit.goto(site.address + path)
  const callback = await as('callback', path)
  await take(callback, '回访', { 对办理结果的评价: '不满意', 来电人的意见: '又灭了' })
  await take(callback, '重办', { 重办的理由: '又灭了' })
  await unit.reload()
  await take(unit, '签收')
  const draft = unit.getByRole('form', { name: '反馈' })
  await unit.getByRole('button', { name: '反馈', exact: true }).click()
  const words = draft.getByLabel('办理的情况和结果')
  await draft.getByLabel('选用答复模板').selectOption({ label: '路灯' })
  expect(await words.inputValue()).toBe('诉求20260120-00001：{修复日期}修好。')
  await draft.getByText('还没有填写的位置：{修复日期}').waitFor()
  await draft.getByLabel('办理结果').selectOption({ label: '已解决' })
  await words.fill('我局高度重视。已与13800000000联系，更换线路。')
  const findings = draft.getByRole('region', { name: '反馈内容检查' })
  await findings.getByText('“我局高度重视”').waitFor()
  await draft.getByRole('button', { name: '确认反馈' }).click()
  await draft
    .getByRole('alert')
    .getByText(/“13800000000”是手机号码.*核对/)
    .waitFor()
  expect(await accessibilityProblems(unit)).toEqual([])
  await findings.getByRole('button', { name: '全部改为隐去的写法' }).click()
  await draft.getByRole('button', { name: '确认反馈' }).click()
  await draft.waitFor({ state: 'detached' })
  await callback.reload()
  await take(callback, '回访', { 对办理结果的评价: '满意' })
  await take(callback, '办结')
  await stands(callback, '已办结')
  const told = await callback.getByRole('region', { name: '办理经过' }).textContent()
  expect(told).toMatch(
    /办结.*反馈.*138\*{4}0000.*重办.*对办理结果：不满意；又灭了.*退单.*应由城管办理.*派单.*登记/,
  )
  expect(await callback.getByRole('region', { name: '来电人' }).textContent()).toContain('演**')
})

test('the queue, the form and a demand are readable and usable at both widths', async () => {
  for (const width of widths) {
    const page = await as('agent', deskPaths.demands(), width)
    await page.getByRole('link', { name: '20260120-00001' }).waitFor()
    await page
      .getByRole('searchbox', { name: /拼音首字母/ })
      .first()
      .fill('zjj')
    await page.waitForURL(/unit=yunchuan-housing/)
    const chosen = page.getByRole('combobox', { name: '承办单位' }).locator('option:checked')
    await chosen.and(page.locator('[value=yunchuan-housing]')).waitFor({ state: 'attached' })
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('link', { name: '20260120-00001' }).click()
    await stands(page, '已办结')
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await page.goto(site.address + deskPaths.newDemand())
    await page.getByRole('button', { name: '登记', exact: true }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  }
  const people = await as('admin', deskPaths.people())
  await people.getByRole('searchbox', { name: /^查找（姓名/ }).fill('yhw')
  await people.getByRole('link', { name: '演话务' }).waitFor()
  await people.getByRole('link', { name: '演派单' }).waitFor({ state: 'detached' })
  expect(await accessibilityProblems(people)).toEqual([])
})

test('a call is answered at once from the knowledge base, from the keyboard alone', {
  timeout: 30_000,
}, async () => {
  const writer = await as('agent', deskPaths.newEntry())
  await writer.getByLabel('问题').fill('灯泡补贴怎么领')
  await writer.getByLabel('答复', { exact: true }).fill('带购买凭证到社区服务中心领取。')
  await writer.getByLabel('何日前复核').fill('2026-12-31')
  await writer.getByRole('button', { name: '保存草稿' }).click()
  await writer.getByRole('button', { name: '送审' }).click()
  await writer.getByRole('status', { name: '状态' }).getByText('待审核').waitFor()
  const path = new URL(writer.url()).pathname
  const approver = await as('supervisor', path)
  await approver.getByRole('button', { name: '审核通过' }).click()
  await approver.getByRole('status', { name: '状态' }).getByText('使用中').waitFor()
  expect(await accessibilityProblems(approver)).toEqual([])

  const agent = await as('agent', deskPaths.newDemand())
  const keys = pressing(agent)
  await agent.getByLabel('内容').waitFor()
  await keys.press('1')
  expect(await agent.getByLabel('类型').inputValue()).toBe('consultation')
  await agent.keyboard.type('咨询灯泡补贴怎么领，家住演示路 8 号。')
  const help = agent.getByRole('complementary', { name: '即时辅助' })
  await help.getByText('灯泡补贴怎么领').waitFor()
  await help.getByRole('button', { name: '填入“演示路 8 号”' }).waitFor()
  await keys.press('F2')
  expect(await agent.getByLabel('地点').inputValue()).toBe('演示路 8 号')
  await keys.press('F4')
  expect(await agent.getByLabel('直接答复').inputValue()).toBe('带购买凭证到社区服务中心领取。')
  expect(await accessibilityProblems(agent)).toEqual([])
  await keys.press('Control+Enter')
  const given = agent.getByRole('status', { name: '已登记' })
  const answered = (await given.getByRole('link').getAttribute('href')) ?? ''
  // What these keys and the words of a plain demand take in seconds: npm run bench -- hotline.
  expect(keys.pressed()).toBe(5)
  await approver.reload()
  await approver.getByText('使用 1 次').waitFor()

  const data = { hotline: 'yunchuan', matter: '井盖', unit: 'yunchuan-housing', from: '2026-01-01' }
  const headers = { origin: site.address }
  await approver.request.post(`${site.address}/api/v1/hotline/duties`, { data, headers })
  await keys.press('Escape')
  await keys.press('3')
  expect(await agent.getByLabel('类型').inputValue()).toBe('complaint')
  await agent.keyboard.type('演示大道井盖破损，请来修。')
  await keys.press('Control+Enter')
  await given.getByText(/-0000[^2]；/).waitFor()
  const dispatcher = await as('dispatcher', deskPaths.demands({ state: 'registered', sort: '-filed' }))
  const dispatching = pressing(dispatcher)
  await dispatcher
    .getByRole('link', { name: /^20260120-/ })
    .first()
    .waitFor()
  await dispatching.press('j')
  await dispatching.press('Enter')
  await dispatcher.getByRole('heading', { level: 1, name: /演示大道井盖破损，请来修$/ }).waitFor()
  await dispatcher.getByRole('region', { name: '派单建议' }).getByText('云川市住房和城乡建设局').waitFor()
  await dispatching.press('a')
  await stands(dispatcher, '待签收')
  expect(dispatching.pressed()).toBe(3)
  await agent.goto(site.address + answered)
  await agent.getByText('带购买凭证到社区服务中心领取。').first().waitFor()
})

/** Presses keys and counts them; two held together are two. */
function pressing(page: Page) {
  let pressed = 0
  return {
    pressed: () => pressed,
    async press(key: string) {
      pressed += key.split('+').length
      await page.keyboard.press(key)
    },
  }
}

test('demands that wait are dispatched together after a preview; from a demand a key leads to the next of the queue', {
  timeout: 30_000,
}, async () => {
  const { request } = (await as('agent', deskPaths.demands())).context()
  for (const subject of ['演示路井盖破损', '演示街树枝遮挡', '演示巷积水']) {
    const data = { agency: 'yunchuan', type: 'complaint', subject, body: '请处理。' }
    await request.post(`${site.address}/api/v1/demands`, { data, headers: { origin: site.address } })
  }
  const page = await as('dispatcher', deskPaths.demands({ state: 'registered', sort: 'filed' }), 390)
  const number = page.getByRole('link', { name: /^20260120-\d{5}$/ })
  await number.nth(2).waitFor()
  const numbers = await number.allTextContents()
  await number.first().click()
  for (const [key, at] of [
    ['j', 1],
    ['n', 2],
    ['k', 1],
  ] as const) {
    await page.getByRole('navigation', { name: '队列' }).waitFor()
    await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: numbers[at] ?? '' }).waitFor()
  }
  await page.goto(site.address + deskPaths.demands({ state: 'registered', sort: 'filed' }))
  for (const each of numbers.slice(0, 2)) await page.getByRole('checkbox', { name: each }).check()
  await page.getByRole('button', { name: '批量派单', exact: true }).click()
  const preview = page.getByRole('region', { name: '预览：批量派单' })
  const chosen = preview.getByRole('searchbox')
  await chosen.first().fill('zjj')
  await preview.getByRole('button', { name: '确认批量派单' }).click()
  await preview.getByText('还有 1 件没有选定承办单位').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await chosen.last().fill('jyj')
  await preview.getByRole('button', { name: '确认批量派单' }).click()
  await preview.getByText('已办理 2 件。').waitFor()
  expect(await preview.getByRole('cell', { name: '已派单' }).count()).toBe(2)
  await preview.getByRole('button', { name: '完成' }).click()
  await page.getByRole('checkbox', { name: numbers[0] ?? '' }).waitFor({ state: 'detached' })
  expect(await number.allTextContents()).toEqual(numbers.slice(2))
})
