import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { whoIsWho } from '../src/demo/who.ts'
import { registerDemand } from '../src/hotline/act/registering.ts'
import { instantOf } from '../src/platform/clock.ts'
import { passingSecrets } from '../src/platform/secret.ts'
import { addDays, dayOf } from '../src/statute/day.ts'
import { deskPaths, paths } from '../src/web/paths.ts'
import { accessibilityProblems, visitor } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn } from './staff.ts'

const { browser, site } = await openedCity('2026-01-20')
const as = async (who: string, path: string, width = 1280) => {
  const page = await signedIn(browser, site.address, { who, width })
  await page.goto(site.address + path)
  return page
}
const stands = (page: Page, state: string) =>
  page.getByRole('status', { name: '办理情况' }).getByText(state).first().waitFor()

/** Takes a step of the project that is open: these fields are filled, by their label. */
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

/** Calls of the weeks before the project and after it, through the verb of the agents. */
async function callsAreTaken() {
  const by = (await whoIsWho(site.work))('hotlineAgent', 'yunchuan')
  const call = async (on: string, subject: string) => {
    const said = {
      subject,
      body: `${subject}，请处理。`,
      place: '鹿鸣花园',
      caller: { name: '演来电', phone: '' },
    }
    const kind = { type: 'complaint', channel: 'phone', urgency: 'ordinary', confidential: false } as const
    const moment = instantOf(dayOf(on), '10:00:00')
    await registerDemand(
      site.work,
      { agency: 'yunchuan', ...kind, ...said },
      { by, moment, secrets: passingSecrets() },
    )
  }
  for (let week = 1; week <= 8; week++)
    for (let each = 0; each < 4; each++)
      await call(addDays(dayOf('2026-01-20'), each - 7 * week), '二次供水浑浊')
  for (const on of ['2026-01-22', '2026-01-23', '2026-01-29', '2026-01-30']) await call(on, '路灯不亮')
  await call('2026-01-27', '二次供水浑浊')
}

test('a hot matter becomes a project and its effect is shown', { timeout: 60_000 }, async () => {
  await callsAreTaken()
  const supervisor = await as(
    'supervisor',
    deskPaths.newProject({ title: '二次供水专项治理', words: '二次供水' }),
  )
  await supervisor.getByLabel('立项的理由').fill('八周内三十二件。')
  await supervisor.getByLabel('牵头单位').selectOption({ label: '云川市住房和城乡建设局' })
  await supervisor.getByLabel('期限', { exact: true }).fill('2026-03-01')
  await supervisor.getByRole('button', { name: '试算范围' }).click()
  await supervisor.getByText('近一年有 33 件诉求在这个范围内。').waitFor()
  await supervisor.getByRole('button', { name: '确认立项' }).click()
  await stands(supervisor, '待报方案')
  const path = new URL(supervisor.url()).pathname
  const unit = await as('unit', path)
  await take(unit, '报送治理方案', {
    诉求高发的原因: '水箱多年没有清洗。',
    内容: '清洗水箱',
    责任单位: '云川市住房和城乡建设局',
    时限: '2026-02-10',
  })
  await stands(unit, '方案待审')
  await supervisor.reload()
  await take(supervisor, '同意方案')
  await unit.reload()
  await take(unit, '登记进展', {
    哪一项措施: '第 1 项：清洗水箱',
    这项措施: '已经完成',
    做了什么: '全部清洗。',
  })
  await take(unit, '申请验收', { 治理的情况和结果: '水质检测合格。' })
  await stands(unit, '待验收')
  process.env.GONGKAI_TODAY = '2026-02-05'
  await supervisor.reload()
  await take(supervisor, '验收销号', { 验收的意见: '同意销号。' })
  await take(supervisor, '公布办理情况', { 向社会公布的内容: '已清洗水箱，水质检测合格。' })
  const effect = supervisor.getByRole('region', { name: '治理效果' })
  const told = (await effect.textContent()) ?? ''
  expect(told).toMatch(/治理前.*8 周324\.0.*治理后.*2 周10\.5/)
  expect(told).toMatch(/每周件数为原来的 0\.\d\d 倍（下降 \d+%），95% 区间为 [\d.]+ 至 [\d.]+/)
  expect(await accessibilityProblems(supervisor)).toEqual([])
  await effect.getByRole('link', { name: '32', exact: true }).click()
  await supervisor
    .getByText(/共 32 件/)
    .first()
    .waitFor()
  const citizen = await (await visitor(browser, 390)).newPage()
  await citizen.goto(site.address + paths.hotlineProjects())
  await citizen.getByRole('link', { name: '二次供水专项治理' }).click()
  await citizen.getByText('已清洗水箱，水质检测合格。').waitFor()
  expect(await accessibilityProblems(citizen)).toEqual([])
})

test('the month’s bulletin goes from a click to its publication', { timeout: 60_000 }, async () => {
  process.env.GONGKAI_TODAY = '2026-02-05'
  const editor = await as('supervisor', deskPaths.bulletins())
  await editor.getByRole('button', { name: '生成2026年1月月通报' }).click()
  await stands(editor, '编写中')
  const path = new URL(editor.url()).pathname
  const form = editor.getByRole('form', { name: '编写' })
  await form.getByLabel('内容').first().fill('本月共受理诉求 {{total}} 件，环比{{total.change}}。')
  await form.getByRole('button', { name: '再加一个案例' }).click()
  await form.getByLabel('案例标题').fill('二次供水治理')
  await form.getByLabel('案例内容').fill('某小区二次供水浑浊，水箱清洗后合格。')
  await form.getByRole('button', { name: '保存', exact: true }).click()
  await editor.getByText('某小区二次供水浑浊', { exact: false }).nth(1).waitFor()
  await editor.getByRole('button', { name: '送审' }).click()
  await stands(editor, '待审批')
  expect(await accessibilityProblems(editor)).toEqual([])
  const head = await as('city-head', path)
  await head.getByRole('button', { name: /^批\s?准$/ }).click()
  await stands(head, '待发布')
  await editor.reload()
  await editor.getByRole('button', { name: /^发\s?布$/ }).click()
  await stands(editor, '已发布')
  const overview = editor.getByRole('region', { name: '主要指标' })
  const total =
    (await overview
      .getByRole('row', { name: /诉求总量/ })
      .getByRole('link')
      .textContent()) ?? ''
  const citizen = await (await visitor(browser, 390)).newPage()
  await citizen.goto(site.address + paths.hotlineBulletins())
  await citizen.getByRole('link', { name: '2026年1月12345热线办理情况通报' }).click()
  await citizen.getByText(`本月共受理诉求 ${total} 件`, { exact: false }).waitFor()
  await citizen.getByText('二次供水治理').waitFor()
  expect(await accessibilityProblems(citizen)).toEqual([])
  expect(await citizen.evaluate('document.documentElement.scrollWidth')).toBe(390)
  const pdf = await citizen.request.get(
    site.address + ((await citizen.getByRole('link', { name: 'PDF 文件' }).getAttribute('href')) ?? ''),
  )
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await overview.getByRole('link', { name: total, exact: true }).first().click()
  await editor.getByText(`共 ${total} 件`, { exact: false }).first().waitFor()
  const builder = { by: 'place', from: '2025-12-01', until: '2026-01-31' }
  await editor.goto(site.address + deskPaths.figures(builder))
  const here = editor
    .getByRole('row', { name: /鹿鸣花园/ })
    .getByRole('link')
    .first()
  const many = (await here.textContent()) ?? ''
  await here.click()
  await editor.getByText('地点：鹿鸣花园', { exact: false }).waitFor()
  await editor.getByText(`共 ${many} 件`, { exact: false }).first().waitFor()
})
