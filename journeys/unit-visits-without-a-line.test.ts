import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Page, Route } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { deskFiles, deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, picture } from './browser.ts'
import { openedCity } from './opened.ts'
import { signedIn } from './staff.ts'

const { browser, site } = await openedCity('2026-01-20')

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The site behind a wall, where another build of the desk can take the place of this one. */
const built = { version: '' }
const wall = createServer((asked, answer) => {
  const { method, url = '/', headers } = asked
  const isPage = /^\/desk(?!\/assets\/)/.test(url)
  const onward = { method, headers: { ...headers, ...(isPage && { 'accept-encoding': 'identity' }) } }
  const behind = request(site.address + url, onward, async found => {
    const { 'content-length': length, ...told } = found.headers
    answer.writeHead(found.statusCode ?? 500, isPage ? told : found.headers)
    if (!isPage) return found.pipe(answer)
    const whole = await text(found)
    return answer.end(
      built.version === ''
        ? whole
        : whole.replace(/(desk-version" content="|"version":")\w+/, `$1${built.version}`),
    )
  })
  asked.pipe(behind)
})
await new Promise<void>(resolve => wall.listen(0, '127.0.0.1', resolve))
afterAll(() => wall.closeAllConnections())
const address = `http://127.0.0.1:${(wall.address() as AddressInfo).port}`

const as = async (who: string, path: string, width = 1280) => {
  const page = await signedIn(browser, address, { who, width })
  await page.goto(address + path)
  return page
}

/** A demand that the unit of this page has signed for. @returns its id */
async function inHand(unit: Page, subject: string): Promise<string> {
  const send = async (page: Page, path: string, data: object) => {
    const headers = { origin: address }
    const answer = await page.request.post(`${address}/api/v1/demands${path}`, { data, headers })
    return await answer.json()
  }
  const call = {
    agency: 'yunchuan',
    type: 'help',
    subject,
    body: `${subject}，请到现场看。`,
    place: '演示路',
  }
  const { id } = await send(await as('agent', deskPaths.demands()), '', call)
  const basis = { unit: 'yunchuan-housing', basis: '权责清单：路灯' }
  await send(await as('dispatcher', deskPaths.demands()), `/${id}/steps/dispatch`, basis)
  await send(unit, `/${id}/steps/sign`, {})
  return id
}

const ready = (page: Page) => page.getByText('本页已存在这部手机上').waitFor()
const versionOf = (page: Page) =>
  page.locator('meta[name=desk-version]').getAttribute('content', { timeout: 5000 })

test('a demand that was taken along opens without a line; what is typed and photographed there is on the server once', {
  timeout: 45_000,
}, async () => {
  const page = await as('unit', deskPaths.demands(), 390)
  const [id, other] = [await inHand(page, '演示路灯杆倒伏'), await inHand(page, '演示巷井盖松动')]
  await page.goto(address + deskPaths.demand(id))
  await page.getByRole('button', { name: '现场核查', exact: true }).click()
  await page.getByRole('link', { name: '打开现场核查' }).click()
  await page.getByRole('link', { name: '现场核查', exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: '演示巷井盖松动' }).getByRole('button').click()
  await page.getByText('已带走 1 件').waitFor()
  await ready(page)
  await picture(page, 'visits-to-make')
  expect(await accessibilityProblems(page)).toEqual([])

  await page.context().setOffline(true)
  for (const each of [id, other]) {
    await page.goto(address + deskPaths.visits())
    await page.getByText('下面是已带走的诉求').waitFor()
    const listed = await page
      .getByRole('region', { name: '要去现场的诉求' })
      .getByRole('link')
      .allTextContents()
    expect(listed).toEqual([expect.stringContaining('灯杆倒伏'), expect.stringContaining('井盖松动')])
    await page.getByRole('link', { name: each === id ? /灯杆倒伏/ : /井盖松动/ }).click()
    await page
      .getByText(each === id ? '演示路灯杆倒伏，请到现场看。' : '演示巷井盖松动，请到现场看。')
      .waitFor()
  }
  const form = page.getByRole('form', { name: '现场核查' })
  const seen = form.getByLabel('现场看到的情况')
  await seen.fill('井盖松动，已围挡。')
  await page.reload()
  await expect.poll(() => seen.inputValue()).toBe('井盖松动，已围挡。')
  await form.getByLabel(/^照片/).setInputFiles({ name: '盖.png', mimeType: 'image/png', buffer: png })
  await form.getByRole('button', { name: '送出' }).click()
  const kept = page.getByRole('region', { name: '这部手机上的现场核查' })
  await kept.getByText('文字等待网络，照片已送到 0/1 张').waitFor()
  await page.reload()
  await kept.getByText('文字等待网络，照片已送到 0/1 张').waitFor()
  await picture(page, 'visit-without-a-line')
  expect(await accessibilityProblems(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)

  // The server has the words, but the phone is not told: it sends them again.
  const unheard = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  await page.route('**/steps/visit', unheard, { times: 1 })
  const failed = page.waitForEvent('requestfailed', each => each.url().endsWith('/steps/visit'))
  await page.context().setOffline(false)
  // A page that was opened without a line does not always hear of its return from this browser.
  await page.evaluate("dispatchEvent(new Event('online'))")
  await failed
  const arrived = async () => {
    await page.evaluate("dispatchEvent(new Event('online'))")
    return await kept.getByText('已送出').count()
  }
  await expect.poll(arrived, { timeout: 20_000 }).toBe(1)
  await page.goto(address + deskPaths.demand(other))
  await page.getByRole('region', { name: '照片和文件' }).getByRole('link', { name: '盖.png' }).waitFor()
  const told = page.getByRole('region', { name: '办理经过' })
  expect(await told.getByText('井盖松动，已围挡。').count()).toBe(1)
})

test('a site without https, whose browsers have no workers, locks and keys, still registers a demand and takes a visit', {
  timeout: 30_000,
}, async () => {
  const plain = 'delete Crypto.prototype.randomUUID; delete Navigator.prototype.locks'
  const without = `${plain}; delete Navigator.prototype.serviceWorker`
  const agent = await signedIn(browser, address, { who: 'agent' })
  await agent.addInitScript(without)
  await agent.goto(address + deskPaths.newDemand())
  await agent.getByLabel('标题').fill('演示站台缺灯')
  await agent.getByLabel('内容').fill('演示站台缺灯。')
  await agent.getByRole('button', { name: '登记', exact: true }).click()
  await agent.getByRole('status', { name: '已登记' }).waitFor()
  const page = await signedIn(browser, address, { who: 'unit', width: 390 })
  await page.addInitScript(without)
  const id = await inHand(page, '演示亭漏雨')
  await page.goto(address + deskPaths.visit(id))
  await page.getByText('没有网络时请不要关闭或者刷新本页').waitFor()
  const form = page.getByRole('form', { name: '现场核查' })
  await form.getByLabel('现场看到的情况').fill('亭顶漏雨。')
  await form.getByRole('button', { name: '送出' }).click()
  await page.getByRole('region', { name: '这部手机上的现场核查' }).getByText('已送出').waitFor()
})

test('a new build takes the place of the kept one, and whoever signs out leaves nothing that the server told', {
  timeout: 45_000,
}, async () => {
  const page = await as('unit', deskPaths.visits(), 390)
  const id = await inHand(page, '演示桥护栏缺失')
  await page.goto(address + deskPaths.visit(id))
  await page.getByText('演示桥护栏缺失，请到现场看。').waitFor()
  await ready(page)
  const old = await versionOf(page)
  const stores = () => page.evaluate('caches.keys()')
  expect(await stores()).toEqual([`gongkai-visits-${old}`])

  await page.context().setOffline(true)
  await page.reload()
  await page.getByRole('form', { name: '现场核查' }).getByLabel('现场看到的情况').fill('护栏缺两段')
  built.version = 'a0a0a0a0a0a0a0a0a0a0a0a0'
  // Opened without a line, the page is the kept one; with the line back it opens anew by itself, and the words stay.
  expect(await versionOf(page)).toBe(old)
  await page.context().setOffline(false)
  await expect.poll(() => versionOf(page).catch(() => ''), { timeout: 10_000 }).toBe(built.version)
  await expect.poll(stores).toEqual([`gongkai-visits-${built.version}`])
  const seen = page.getByRole('form', { name: '现场核查' }).getByLabel('现场看到的情况')
  await expect.poll(() => seen.inputValue()).toBe('护栏缺两段')
  // With a line nobody gets a kept page, whatever is kept.
  built.version = 'b0b0b0b0b0b0b0b0b0b0b0b0'
  await page.reload()
  expect(await versionOf(page)).toBe(built.version)
  await expect.poll(stores, { timeout: 10_000 }).toEqual([`gongkai-visits-${built.version}`])

  const along = () =>
    page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('gongkai along'))")
  await seen.waitFor()
  expect(await along()).toHaveLength(2)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByLabel('登录名').waitFor()
  expect(await along()).toEqual([])
  await page.goto(address + deskPaths.visit(id))
  await page.getByRole('heading', { name: '没有打开' }).waitFor()
  expect(await page.getByText('演示桥护栏缺失').count()).toBe(0)
  // The server hears of it as soon as it is reached.
  await page.context().setOffline(false)
  await page.reload()
  await page.getByLabel('登录名').waitFor()
  expect((await page.request.get(`${address}/api/v1/session`)).status()).toBe(401)
  expect((await page.request.get(address + deskFiles.visitsWorker())).headers()['cache-control']).toBe(
    'no-cache',
  )
})
