import { beforeAll, expect, test } from 'vitest'
import { aContent, aPublished } from '../src/disclosure/act/an-item.ts'
import { dayOf } from '../src/statute/day.ts'
import { deskPaths } from '../src/web/paths.ts'
import { accessibilityProblems, visitor } from './browser.ts'
import { openedCity } from './opened.ts'
import { signIn } from './staff.ts'

const agency = 'yunchuan-housing'
const { browser, site } = await openedCity()
beforeAll(async () => {
  const named = {
    title: '住房保障试验办法',
    documentNumber: '云住规〔2024〕9号',
    madeOn: dayOf('2024-05-06'),
  }
  const own = { effectiveOn: '2024-06-01' }
  const content = aContent({ form: 'normativeDocument', ...named, own })
  await aPublished(site.work, { agency, today: '2024-05-20', content })
}, 120_000)

test('a figure of the second table opens to the documents that it counts, and says where the report differs', {
  timeout: 60_000,
}, async () => {
  const context = await visitor(browser, 1280)
  const page = await context.newPage()
  await signIn(page, site.address, 'officer')
  await page.goto(site.address + deskPaths.report(agency, 2024))
  const panel = page.getByRole('region', { name: '与公开的信息核对' })
  await panel.getByText(/第二张表有 \d+ 格与公开的信息不同/).waitFor()
  await panel.getByRole('button', { name: '看信息：行政规范性文件·本年制发件数' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText('按公开的信息统计 1 件。').waitFor()
  await drawer.getByText('住房保障试验办法，2024年5月6日成文').waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await context.close()
})
