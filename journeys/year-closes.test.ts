import type { APIRequestContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { saveDraft, startReport, takeStep } from '../src/annual-report/act/act.ts'
import { zeroReport } from '../src/annual-report/blank.ts'
import { verifyExtract } from '../src/annual-report/extract/verify-extract.ts'
import { readExtract } from '../src/annual-report/read/extract-file.ts'
import { readReport } from '../src/annual-report/read/read.ts'
import { demoSignIns } from '../src/demo/staff.ts'
import { aLodging } from '../src/foi/act/a-lodging.ts'
import { lodge } from '../src/foi/act/lodge.ts'
import type { Actor, Role } from '../src/office/roles.ts'
import { dayOf } from '../src/statute/day.ts'
import { isRefusal } from '../src/statute/refusal.ts'
import { deskPaths, paths } from '../src/web/paths.ts'
import { accessibilityProblems, picture, visitor } from './browser.ts'
import { openedCity } from './opened.ts'
import { signIn } from './staff.ts'

const agency = 'yunchuan-housing'
const year = 2020
const { browser, site } = await openedCity()

const actor = (role: Role): Actor => ({ id: `演${role}`, name: `演${role}`, grants: [{ role, agency }] })

/** A request that came over the counter; 2020 is before the demo's own years, so that it stands alone. */
async function asked(on: string, applicantKind: 'naturalPerson' | 'business'): Promise<string> {
  const by = { by: actor('officer'), today: dayOf(on), secrets: site.secrets }
  const receipt = await lodge(site.work, aLodging({ agency, applicantKind }), by)
  if (isRefusal(receipt)) throw new Error(receipt.message)
  return receipt.id
}

/** The staff of the office at the interface, each with a session of their own. */
async function staff(): Promise<(who: string, on: string, step: string, body?: object) => Promise<void>> {
  const sessions = new Map<string, APIRequestContext>()
  for (const name of ['officer', 'coordinator', 'head']) {
    const { request } = await visitor(browser, 1280)
    const password = demoSignIns.find(each => each.signIn === name)?.password ?? ''
    const answer = await request.post(`${site.address}/api/v1/session`, {
      ...{ data: { name, password }, headers: { origin: site.address } },
    })
    expect(answer.ok()).toBe(true)
    sessions.set(name, request)
  }
  return async (who, on, step, body = {}) => {
    process.env.GONGKAI_TODAY = on
    const answer = await sessions.get(who)?.post(`${site.address}/api/v1/requests/${step}`, {
      ...{ data: body, headers: { origin: site.address } },
    })
    expect([step, answer?.status(), answer?.ok() ? '' : await answer?.text()]).toEqual([step, 200, ''])
  }
}

async function station(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect([name, await accessibilityProblems(page)]).toEqual([name, []])
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await picture(page, `year-${name}`)
}

const partly = {
  ...{ outcome: { kind: 'partlyGranted' }, reasoning: '区分处理后提供。' },
  parts: [{ what: '第 3 页的姓名', ground: 'thirdParty' }],
}

test('extended, then partly granted, then reconsidered and corrected', { timeout: 90_000 }, async () => {
  const act = await staff()
  const id = await asked('2020-03-02', 'naturalPerson')
  const at = (step: string) => `${id}/steps/${step}`
  await act('officer', '2020-03-03', at('assign'), { department: '住房保障科', limit: '2020-03-20' })
  await act('officer', '2020-03-20', at('proposeExtension'), { workdays: 10, reason: '需要与多个单位核实' })
  await act('head', '2020-03-23', at('extend'), { reason: '需要与多个单位核实' })
  await act('officer', '2020-04-08', at('draft'), partly)
  await act('coordinator', '2020-04-08', at('check'))
  await act('head', '2020-04-09', at('consent'))
  await act('officer', '2020-04-09', at('answer'))
  await act('officer', '2020-04-10', at('serve'), { way: 'counter', proof: '申请人签收' })
  const lodged = { route: 'reconsideration', body: '云川市人民政府', reference: '云政复〔2020〕9号' }
  await act('officer', '2020-05-06', at('lodgeRemedy'), { ...lodged, on: '2020-04-30' })
  const { remedy } = await site.work.db
    .selectFrom('foi_remedies')
    .select('remedy')
    .where('request', '=', id)
    .executeTakeFirstOrThrow()
  const decided = { remedy, result: 'corrected', words: '撤销答复，责令重新答复', answerAgain: true }
  await act('officer', '2020-06-30', at('decideRemedy'), { ...decided, on: '2020-06-29' })
  await act('officer', '2020-07-02', at('openRound'), { orderCameOn: '2020-07-01' })
  const page = await (await visitor(browser, 1280)).newPage()
  await signIn(page, site.address, 'officer')
  await page.goto(site.address + deskPaths.request(id))
  await page.getByText('撤销答复，责令重新答复').first().waitFor()
  await page.getByText('重新办理').first().waitFor()
  await station(page, 'contested')
  await page.context().close()
})

/** The report as the officer begins it: nothing happened, which the records know better. */
async function begun(): Promise<void> {
  const doing = { agency, year, by: actor('officer'), today: dayOf('2021-01-15') }
  await startReport(site.work, doing, 'blank')
  await saveDraft(site.work, doing, zeroReport('云川市住房和城乡建设局', year))
}

async function published(): Promise<void> {
  for (const [role, step] of [
    ['officer', 'submit'],
    ['coordinator', 'check'],
    ['head', 'approve'],
    ['officer', 'publish'],
  ] as const) {
    const doing = { agency, year, by: actor(role), today: dayOf('2021-01-20') }
    const done = await takeStep(site.work, doing, step)
    expect([step, isRefusal(done)]).toEqual([step, false])
  }
}

test('the year closes and every figure opens to its cases', { timeout: 120_000 }, async () => {
  await asked('2020-12-28', 'business')
  await begun()
  process.env.GONGKAI_TODAY = '2021-01-15'
  const page = await (await visitor(browser, 1280)).newPage()
  page.setDefaultTimeout(15_000)
  await signIn(page, site.address, 'officer')
  await page.goto(site.address + deskPaths.rehearsal(agency, year))
  await page.getByRole('heading', { name: /2020 年报预演/ }).waitFor()
  await station(page, 'rehearsal')
  await page.goto(site.address + deskPaths.report(agency, year))
  await page.getByRole('button', { name: '按记录填入第三、四张表' }).click()
  await page.getByRole('dialog').getByText('部分公开·自然人').waitFor()
  await station(page, 'preview')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^填\s?入$/ })
    .click()
  await page.getByText('第三、四张表与申请记录逐格一致。').waitFor()
  const cell = page.getByLabel('部分公开·自然人', { exact: true })
  expect(await cell.inputValue()).toBe('1')
  await cell.press('Alt+Enter')
  await page.getByRole('dialog').getByText('2020年3月2日收到').waitFor()
  await station(page, 'drawer')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /close|关闭/i })
    .click()
  await page.keyboard.press('Control+s')
  await page.getByText('已全部保存').waitFor()
  await published()
  await page.context().close()
  await read390()
})

/** A citizen opens a figure on the telephone, and counts the table again. */
async function read390(): Promise<void> {
  const context = await visitor(browser, 390)
  const page = await context.newPage()
  await page.goto(site.address + paths.report(agency, year))
  await page.getByRole('link', { name: /结转下年度继续办理·商业企业 1 件/ }).click()
  await page.getByRole('heading', { name: /是怎样来的/ }).waitFor()
  await station(page, 'extract')
  const file = async (path: string) => {
    const answer = await context.request.get(site.address + path)
    expect(answer.ok()).toBe(true)
    return { name: path, bytes: new Uint8Array(await answer.body()) }
  }
  const extract = readExtract(await file(paths.extractFile(agency, year, 1, 'csv')))
  const { report } = await readReport(await file(paths.file(agency, year, 'html')))
  expect(verifyExtract(extract, report)).toEqual([])
  await context.close()
}
