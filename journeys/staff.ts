import type { Browser, Page } from 'playwright-core'
import { demoSignIns } from '../src/demo/staff.ts'
import { visitor } from './browser.ts'

/** Signs a demo account in at the desk's own form, and waits for the day to be shown. */
export async function signIn(page: Page, address: string, signInName: string): Promise<void> {
  const account = demoSignIns.find(each => each.signIn === signInName)
  if (account === undefined) throw new RangeError(`no demo account ${signInName}`)
  await page.goto(`${address}/desk/`)
  await page.getByLabel('登录名').fill(account.signIn)
  await page.getByLabel('密码', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: /^登\s?录$/ }).click()
  await page.getByRole('heading', { level: 1, name: /^今日/ }).waitFor()
}

/** A page of a browser of one's own in which a demo account is signed in already. */
export async function signedIn(
  browser: Browser,
  address: string,
  { who, width = 1280 }: { readonly who: string; readonly width?: number },
): Promise<Page> {
  const context = await visitor(browser, width)
  const account = demoSignIns.find(each => each.signIn === who)
  const data = { name: who, password: account?.password }
  await context.request.post(`${address}/api/v1/session`, { data, headers: { origin: address } })
  return await context.newPage()
}

/** Opens a part of the office from the menu, which a narrow screen keeps behind a button. */
export async function openPart(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '工作台栏目' })
  const button = menu.getByRole('button', { name: /栏目/ })
  if (await button.isVisible()) await button.click()
  await menu.getByRole('link', { name, exact: true }).click()
}
