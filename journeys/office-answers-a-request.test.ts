import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aLodging } from '../src/foi/act/a-lodging.ts'
import { lodge } from '../src/foi/act/lodge.ts'
import { dayOf } from '../src/statute/day.ts'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, picture, visitor } from './browser.ts'
import { state, take } from './case-page.ts'
import { openedCity } from './opened.ts'
import { signIn } from './staff.ts'

const agency = 'yunchuan-housing'
const { browser, site } = await openedCity('2026-01-20')

/** Somebody of the office, signed in. */
async function somebody(name: string, width = 1280): Promise<Page> {
  const context = await visitor(browser, width)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await signIn(page, site.address, name)
  return page
}

async function station(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect([name, await accessibilityProblems(page)]).toEqual([name, []])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await picture(page, `request-${name}`)
}

async function agreed(path: string, width: number): Promise<void> {
  const coordinator = await somebody('coordinator', width)
  await coordinator.goto(site.address + path)
  await coordinator.getByRole('button', { name: '审核通过', exact: true }).click()
  await coordinator.getByRole('region', { name: /^文书：/ }).waitFor()
  await station(coordinator, `checked-${width}`)
  await coordinator.getByRole('button', { name: '确认审核通过' }).click()
  await state(coordinator, '待负责人同意')
  await coordinator.context().close()
  const head = await somebody('head')
  await head.goto(site.address + path)
  await take(head, '同意答复')
  await state(head, '待答复')
  await head.context().close()
}

test('asked at the counter, assigned, drafted by the questions of the law, checked, consented, answered, served', {
  timeout: 240_000,
}, async () => {
  const officer = await somebody('officer')
  await officer.goto(site.address + deskPaths.newRequest())
  await officer.getByLabel('姓名或者名称').fill('演申请')
  await officer.getByLabel('证件名称和号码').fill('演示证件 000000')
  await officer.getByLabel('联系方式').fill('0000-0000000')
  await officer.getByLabel('所需政府信息的名称').fill('2024 年度公共租赁住房分配结果')
  await station(officer, 'lodging')
  await officer.getByRole('button', { name: '登记', exact: true }).click()
  await officer.getByText('查询码只显示这一次').waitFor()
  await station(officer, 'receipt')
  await officer.getByRole('link', { name: /^打开这件申请/ }).click()
  await state(officer, '待交办')
  await station(officer, 'case')
  const path = new URL(officer.url()).pathname
  await take(officer, '交办', { 承办处室: '住房保障科', 处室办理期限: '2026-02-02' })
  await state(officer, '办理中')
  await officer.getByRole('button', { name: '拟稿', exact: true }).click()
  const questions = officer.getByRole('region', { name: '逐项判断' })
  for (const [words, answer] of [
    ...(['信访、投诉', '公开出版物', '重复申请', '确认或者重新出具', '明显超过'] as const).map(
      each => [each, '否'] as const,
    ),
    ...([['是否明确', '是'] as const, ['是否存在', '是'] as const] as const),
    ...([['不动产登记', '否'] as const, ['现有信息', '是'] as const] as const),
  ]) {
    await questions.getByRole('group', { name: words }).getByLabel(answer).check()
  }
  await questions.getByLabel('不予公开的理由').selectOption({ label: '没有，可以公开' })
  await questions.getByRole('button', { name: '采用建议' }).click()
  await officer.getByRole('region', { name: '文书：政府信息公开答复书' }).waitFor()
  await station(officer, 'draft')
  await officer.getByRole('button', { name: '确认拟稿，提交审核' }).click()
  await state(officer, '待审核')
  await agreed(path, 390)
  await officer.reload()
  await take(officer, '答复')
  await state(officer, '待送达')
  await take(officer, '登记送达', { 送达方式: '自行领取', 送达凭证: '申请人签收' })
  await state(officer, '已办结')
  await officer.getByRole('button', { name: /^政府信息公开答复书〔2026〕第/ }).click()
  await officer.getByText('校验值（SHA-256）').waitFor()
  await station(officer, 'served')
  await officer.goto(site.address + deskPaths.requests({ row: 'granted', year: 2026 }))
  await officer.getByRole('cell', { name: '2024 年度公共租赁住房分配结果' }).waitFor()
  await station(officer, 'register')
  await officer.context().close()
})

test('a third party objects, the public interest weighs more; extended, then partly granted', {
  timeout: 240_000,
}, async () => {
  const by = { id: 'its officer', name: '演登记', grants: [{ role: 'officer' as const, agency }] }
  const lodging = aLodging({ agency, description: '演示广场项目的安全检测报告' })
  const asked = await lodge(site.work, lodging, { by, today: dayOf('2026-01-05'), secrets: site.secrets })
  if ('kind' in asked) throw new Error(asked.message)
  const path = deskPaths.request(asked.id)
  const officer = await somebody('officer')
  await officer.goto(site.address + path)
  await take(officer, '征求意见', { 向谁征求: '第三方（第三十二条）', 名称: '演示建设公司' })
  await officer
    .getByRole('status', { name: '办理情况' })
    .getByText(/征求意见中/)
    .waitFor()
  await take(officer, '登记意见', {
    哪一方的意见: '演示建设公司',
    是否同意公开: '不同意公开',
    意见内容: '涉及商业秘密',
  })
  const draft = officer.getByRole('button', { name: '拟稿', exact: true })
  expect(await draft.isDisabled()).toBe(true)
  await officer.getByText(/不同意公开；先审查其理由/).waitFor()
  await station(officer, 'objected')
  await take(officer, '审查第三方意见', {
    ...{ 哪一方的反对意见: '演示建设公司', 审查结果: '公共利益更为重要，予以公开' },
    审查的理由: '关系公共安全。',
  })
  await take(officer, '提请延长', { 延长几个工作日: '10', 为什么不能按期答复: '材料较多' })
  const head = await somebody('head', 390)
  await head.goto(site.address + path)
  await take(head, '同意延长', { 延长的理由: '材料较多，需要逐页核对' })
  await head.getByText('政府信息公开延期答复告知书').first().waitFor()
  await station(head, 'extended-390')
  await head.context().close()
  await officer.reload()
  await draft.click()
  const form = officer.getByRole('form', { name: '拟稿', exact: true })
  await form.getByLabel('办理结果（年报表三的行）').selectOption({ value: 'partlyGranted' })
  await form.getByRole('button', { name: '增加一项' }).click()
  await form.getByLabel('第 1 项：哪一部分').fill('检测人员的姓名')
  await form.getByLabel('第 1 项：理由').selectOption({ value: 'thirdParty' })
  await form.getByLabel('理由（写入答复书）').fill('检测结论关系公共安全，予以公开。')
  await officer.getByRole('region', { name: /^文书：政府信息部分公开/ }).waitFor()
  await form.getByRole('button', { name: '确认拟稿，提交审核' }).click()
  await state(officer, '待审核')
  await agreed(path, 1280)
  await officer.reload()
  await take(officer, '答复')
  await state(officer, '待送达')
  await officer.getByText('2026 年：部分公开').waitFor()
  await officer.context().close()
})
