import { beforeAll, describe, expect, test } from 'vitest'
import { aContent, aPublished } from '../src/disclosure/act/an-item.ts'
import { dayOf } from '../src/statute/day.ts'
import { accessibilityProblems, picture, visitor, widths } from './browser.ts'
import { openedCity } from './opened.ts'

const agency = 'yunchuan-housing'
const form = 'normativeDocument'
const { browser, site } = await openedCity()
beforeAll(async () => {
  const old = await aPublished(site.work, {
    ...{ agency, today: dayOf('2024-01-10') },
    content: aContent({
      ...{ form, title: '云川市旧楼加装电梯补助办法', documentNumber: '云建发〔2024〕7号' },
      ...{ madeOn: dayOf('2024-01-05'), own: { effectiveOn: '2024-02-01' } },
      body: '<p>第一条 每台补助十万元。</p>',
    }),
  })
  await aPublished(site.work, {
    ...{ agency, today: dayOf('2025-06-03') },
    content: aContent({
      ...{ form, title: '云川市既有住宅加装电梯管理办法', documentNumber: '云建发〔2025〕9号' },
      ...{ madeOn: dayOf('2025-06-01'), own: { effectiveOn: '2025-07-01' }, repeals: [old] },
      body: '<p>第一条 每台补助十五万元。</p>',
    }),
  })
}, 120_000)

describe.each(widths)('at %i px, without JavaScript', width => {
  test('a document is repealed by another: what was in force then, and each page leads to the other', async () => {
    const context = await visitor(browser, width, false)
    const page = await context.newPage()
    await page.goto(site.address)
    await page.getByRole('link', { name: '政策文件', exact: true }).click()
    expect(await page.getByRole('link', { name: /今天现行有效/ }).innerText()).toContain('1 件')
    await page.getByLabel('哪一天').fill('2025-05-01')
    await page.getByRole('button', { name: '查看' }).click()
    expect(page.url()).toContain('on=2025-05-01')
    const table = page.getByRole('table', { name: '文件列表' })
    expect(await table.innerText()).toContain('云建发〔2024〕7号')
    expect(await table.innerText()).not.toContain('云建发〔2025〕9号')
    await picture(page, `in-force-${width}`)
    await page.getByRole('link', { name: '云川市旧楼加装电梯补助办法' }).click()
    const main = page.getByRole('main')
    expect(await main.innerText()).toContain('本文件自2025年7月1日起已废止')
    await picture(page, `repealed-${width}`)
    await main.getByRole('link', { name: '云建发〔2025〕9号', exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('云川市既有住宅加装电梯管理办法')
    expect(await main.innerText()).toContain('本件废止的文件')
    await main.getByRole('link', { name: '云川市旧楼加装电梯补助办法' }).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('云川市旧楼加装电梯补助办法')
    await context.close()
  })

  test('the pages of the shelf are readable for everybody, also in larger type', async () => {
    const context = await visitor(browser, width)
    const page = await context.newPage()
    const item = await page.request.get(
      `${site.address}/disclosure/catalogue.json?form=${form}&validity=ended`,
    )
    const [repealed]: { 地址: string }[] = await item.json()
    const places = ['/disclosure', '/disclosure/catalogue', '/disclosure/documents', repealed?.地址 ?? '']
    for (const large of [0, 1]) {
      for (const place of places) {
        await page.goto(`${site.address}/large-type?on=${large}&back=${encodeURIComponent(place)}`)
        expect([place, await accessibilityProblems(page)]).toEqual([place, []])
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
      }
    }
    await context.close()
  })
})
