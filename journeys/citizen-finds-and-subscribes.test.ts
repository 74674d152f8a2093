import type { Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContent, aPublished, putOnShelf, savedAs, stood, theOffice } from '../src/disclosure/act/an-item.ts'
import { giveOpinion } from '../src/disclosure/act/citizens/consulting.ts'
import { reportFault } from '../src/disclosure/act/citizens/faults.ts'
import { tellFollowers } from '../src/disclosure/act/following/telling.ts'
import { openRevision } from '../src/disclosure/act/revising.ts'
import { theSystem } from '../src/office/agencies.ts'
import { saveSetting, settingForms } from '../src/platform/settings.ts'
import { dayOf } from '../src/statute/day.ts'
import { deskPaths, paths } from '../src/web/paths.ts'
import { accessibilityProblems, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn } from './staff.ts'

const agency = 'yunchuan-housing'
const today = dayOf('2026-01-20')
const title = '电动自行车停放充电管理办法'
let policy: string
const letters: string[] = []
const mail = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'] },
  onData(stream, _session, told) {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      const [head = '', body = ''] = Buffer.concat(pieces).toString('utf8').split('\r\n\r\n')
      letters.push(/base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body)
      told()
    })
  },
})

const content = (body: string) =>
  aContent({
    ...{
      form: 'normativeDocument',
      title,
      documentNumber: '云川住建规〔2026〕7号',
      madeOn: dayOf('2026-01-12'),
    },
    ...{ own: { effectiveOn: '2026-02-01', drafter: '演处室' }, body },
  })

const { browser, site } = await openedCity()
beforeAll(async () => {
  policy = await aPublished(site.work, {
    agency,
    today,
    content: content('<p>第一条　小区应当设置充电设施。</p>'),
  })
  await new Promise<void>(resolve => mail.listen(0, '127.0.0.1', () => resolve()))
  const address = mail.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const from = { host: '127.0.0.1', port, security: 'none', from: 'gongkai@example.com' }
  await saveSetting(site.work, 'mail', settingForms.mail.parse(from), theSystem)
}, 120_000)
afterAll(async () => {
  await new Promise<void>(resolve => mail.close(() => resolve()))
})

let hour = 0
function tell() {
  const at = new Date(Date.now() + hour++ * 3_600_000).toISOString()
  return tellFollowers({ work: site.work, secrets: site.secrets, base: site.address, at })
}

async function search(page: Page, words: string): Promise<void> {
  const form = page.getByRole('banner').getByRole('search')
  await form.getByLabel('搜索').fill(words)
  await form.getByRole('button', { name: '搜索' }).click()
  await page.getByRole('heading', { level: 1, name: `搜索“${words}”` }).waitFor()
}

async function accessible(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([])
}

test.each(widths)(
  'at %i px wrong words are put right, and a paper in hand finds its document',
  async width => {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    await page.goto(site.address)
    await search(page, '店动自行车')
    await accessible(page)
    expect(await page.getByRole('main').innerText()).toContain('没有找到')
    await page.getByRole('link', { name: '电动自行车', exact: true }).click()
    await page.getByRole('heading', { level: 2, name: title }).waitFor()
    await accessible(page)
    await search(page, '云川住建规(2026)第07号')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await accessible(page)
    await search(page, '海洋牧场补贴')
    await accessible(page)
    await page.getByRole('link', { name: /^申请公开“海洋牧场补贴”/ }).click()
    expect(await page.getByLabel('名称、文号').inputValue()).toBe('海洋牧场补贴')
    await context.close()
  },
)

test('the office answers an opinion and a fault; what is typed for it outlives a reload', async () => {
  const draft = { opensOn: '2026-01-12', closesOn: '2026-02-12', contact: '试验处' }
  const asked = aContent({
    ...{ form: 'consultation', title: '试验征求意见', documentNumber: null, own: draft },
    madeOn: today,
  })
  const item = await aPublished(site.work, { agency, today, content: asked })
  const doing = { today, secrets: site.secrets }
  const voice = { name: '演市民', contact: '', text: '建议简化', once: 'a' }
  await giveOpinion(site.work, { ...voice, item, kind: 'person' }, doing)
  const at = { path: paths.item(item), kind: 'wrongWords' } as const
  await reportFault(site.work, { ...voice, ...at, text: '错字' }, doing)
  const page = await signedIn(browser, site.address, { who: 'officer' })

  await page.goto(site.address + deskPaths.consultation(item))
  await page.getByRole('link', { name: '1', exact: true }).click()
  await page.getByLabel(/^说明（/).fill('写到一半')
  await page.reload()
  expect(await page.getByLabel(/^说明（/).inputValue()).toBe('写到一半')
  await page.getByRole('combobox', { name: '采纳情况' }).selectOption('partly')
  await page.getByRole('button', { name: /^答\s?复$/ }).click()
  await page.getByText('第 1 条已答复。').waitFor()
  await page.getByRole('cell', { name: '部分采纳' }).waitFor()
  await accessible(page)

  await page.goto(site.address + deskPaths.faults())
  await page.getByRole('link', { name: /^2026-/ }).click()
  await page.getByLabel('处理情况（提出人会看到）').fill('已改正')
  await page.reload()
  await page.getByRole('combobox', { name: '核实结果' }).selectOption({ label: '属实' })
  await page.getByRole('button', { name: '确认答复' }).click()
  await page.getByText(/^属实，已答复：已改正（演公开，/).waitFor()
  await accessible(page)
})

test('who follows the search is told of a new edition, after he confirmed', async () => {
  const context = await visitor(browser, 390, false)
  const page = await context.newPage()
  await page.goto(site.address)
  await search(page, '自行车停放')
  await page.getByRole('link', { name: '收到通知' }).click()
  expect(await page.getByRole('main').innerText()).toContain('含“自行车停放”的信息')
  await page.getByLabel('邮箱或者网址').fill('reader@example.com')
  await page.getByRole('button', { name: '订阅', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '还差一步' }).waitFor()
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  const link = /http:\/\/\S+\/confirm\?code=\S+/.exec(letters.at(-1) ?? '')?.[0] ?? ''
  await page.goto(link)
  await page.getByRole('button', { name: '确认订阅' }).click()
  await page.getByRole('heading', { level: 1, name: '订阅成功' }).waitFor()
  await revise()
  expect(await tell()).toEqual({ sent: 1, failed: 0 })
  expect(letters.at(-1)).toContain(`[新版本] ${title}`)
  expect(letters.at(-1)).toContain('增加收费的规定')
  await context.close()
})

/** The office publishes a new edition, and says why. */
async function revise(): Promise<void> {
  const doing = { id: policy, by: theOffice(agency).clerk, today }
  await stood(openRevision(site.work, doing, '补充'))
  await savedAs(
    site.work,
    doing,
    content('<p>第一条　小区应当设置充电设施。</p><p>第二条　收费应当公示。</p>'),
  )
  await putOnShelf(site.work, { id: policy, agency, today, reason: '增加收费的规定' })
}
