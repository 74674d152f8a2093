import { expect, test } from 'vitest'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn } from './staff.ts'

const { browser, site } = await openedCity('2026-01-20')
const as = async (who: string, path: string) => {
  const page = await signedIn(browser, site.address, { who })
  await page.goto(site.address + path)
  return page
}

test('an Open311 client is let in at the desk, files, is handled, reads what became of it, and is shut out', {
  timeout: 60_000,
}, async () => {
  const admin = await as('admin', deskPaths.hotlineDoors())
  await admin.getByLabel('名称').fill('云川随手拍')
  await admin.getByRole('button', { name: '登记并生成密钥' }).click()
  const given = admin.getByRole('status', { name: '密钥' })
  const key = (await given.locator('.once').textContent()) ?? ''
  expect(await accessibilityProblems(admin)).toEqual([])

  const open311 = `${site.address}/open311/v2`
  const services = (await (await fetch(`${open311}/services.json`)).json()) as { service_code: string }[]
  const fields = {
    api_key: key,
    service_code: services[0]?.service_code ?? '',
    address_string: '演示路 8 号',
    description: '路灯不亮。<b>三天</b>了',
  }
  const file = () => fetch(`${open311}/requests.json`, { method: 'POST', body: new URLSearchParams(fields) })
  const filed = await file()
  expect(filed.status).toBe(201)
  const [{ service_request_id: id }] = (await filed.json()) as [{ service_request_id: string }]
  expect((await (await file()).json()) as unknown).toMatchObject([{ service_request_id: id }])

  const agent = await as('agent', deskPaths.demand(id))
  await agent.getByText('路灯不亮。<b>三天</b>了').waitFor()
  await agent.getByText('云川随手拍').first().waitFor()
  await agent.getByRole('button', { name: '直接答复', exact: true }).click()
  const form = agent.getByRole('form', { name: '直接答复' })
  await form.getByRole('textbox').first().fill('已通知路灯所，今晚修复。')
  await form.getByRole('button', { name: '确认直接答复' }).click()
  await form.waitFor({ state: 'detached' })

  const read = async (query: string) =>
    (await (await fetch(`${open311}/requests/${id}.json${query}`)).json()) as unknown
  expect(await read(`?api_key=${key}`)).toMatchObject([
    { status: 'closed', status_notes: '已通知路灯所，今晚修复。' },
  ])
  expect(await read('')).toMatchObject([{ status: 'closed', status_notes: null, description: null }])
  await admin.reload()
  await admin.getByRole('region', { name: '云川随手拍' }).getByText('已登记 1 件').waitFor()
  await admin
    .getByRole('region', { name: '云川随手拍' })
    .getByRole('button', { name: /停\s?用/ })
    .click()
  await admin
    .getByRole('tooltip')
    .getByRole('button', { name: /停\s?用/ })
    .click()
  await admin
    .getByRole('region', { name: '云川随手拍' })
    .getByText(/；演管理 .* 停用/)
    .waitFor()
  expect((await file()).status).toBe(403)
})

test('a simulated call rings above every page of the agent, is taken, and opens the form of a demand', {
  timeout: 60_000,
}, async () => {
  const agent = await as('agent', deskPaths.demands())
  const admin = await as('admin', deskPaths.calls())
  const simulator = admin.getByRole('form', { name: '模拟来电' })
  await simulator.getByRole('textbox').fill('00013800000')
  await simulator.getByRole('button', { name: /振\s?铃/ }).click()
  await simulator.getByText('已振铃').waitFor()
  const ringing = agent.getByRole('region', { name: '来电' })
  await ringing.getByText('000****0000').waitFor()
  expect(await accessibilityProblems(agent)).toEqual([])
  await ringing.getByRole('button', { name: '接听并登记' }).click()
  await agent.waitForURL(/\/desk\/demands\/new\?call=[0-9a-f-]{36}$/)
  await admin.reload()
  await admin.getByText('正在通话（模拟）').waitFor()
  expect(await accessibilityProblems(admin)).toEqual([])
})

test('a sheet of an older system is tried, its units are named, and its tickets are taken over', {
  timeout: 60_000,
}, async () => {
  const rows = [
    '工单编号,受理时间,诉求类型,诉求内容,承办单位,派单时间,反馈时间,答复内容,办结时间',
    'OLD-1,2025-03-05 14:22,咨询,社保卡怎么补办？,,,,到社区办理,2025-03-05 14:30',
    'OLD-2,2025-03-05 09:00,投诉,演示路夜间施工,市住建委,2025-03-05 09:20,2025-03-06,已责令停止,2025-03-07',
    'OLD-3,某日,求助,路灯不亮,,,,,',
  ]
  const file = { name: 'tickets.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }
  const admin = await as('admin', deskPaths.importTickets())
  const check = `${site.address}/api/v1/hotline/yunchuan/tickets/check`
  const form = await admin.request.post(check, { multipart: { file }, headers: { origin: site.address } })
  expect(form.status()).toBe(415)
  await admin.getByLabel('文件', { exact: true }).setInputFiles(file)
  await admin.getByRole('button', { name: /试\s?读/ }).click()
  await admin.getByText('有错误的 2 行', { exact: true }).waitFor()
  expect(await accessibilityProblems(admin)).toEqual([])
  await admin.getByLabel(/市住建委/).selectOption({ label: '云川市住房和城乡建设局' })
  await admin.getByText('可以导入 2 件').waitFor()
  await admin.getByRole('button', { name: '导入 2 件' }).click()
  await admin
    .getByRole('tooltip')
    .getByRole('button', { name: /导\s?入/ })
    .click()
  await admin.getByText('已导入 2 件。').waitFor()
  await admin.goto(site.address + deskPaths.demands({ q: 'OLD-2' }))
  await admin.getByRole('link', { name: 'OLD-2' }).click()
  await admin.getByText('原系统（导入）').first().waitFor()
})
