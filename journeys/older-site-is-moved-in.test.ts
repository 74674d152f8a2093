import { expect, test } from 'vitest'
import { aPage, aZip } from '../src/disclosure/act/importing/a-site.ts'
import { accessibilityProblems, picture, visitor } from './browser.ts'
import { openedCity } from './opened.ts'
import { openPart, signIn } from './staff.ts'

const { browser, site } = await openedCity()

const archive = () =>
  aZip({
    'art/1.html': aPage({
      title: '关于某小区加装电梯的公告',
      index: 'OLD-1',
      charset: 'gbk',
      agency: '老房管局',
    }),
    'art/2.html': aPage({ title: '关于停水的公告', published: '某日' }),
  })

test('the office moves an older site in: tried, the words explained, kept, and the old address leads to the new page', {
  timeout: 60_000,
}, async () => {
  const context = await visitor(browser, 390)
  const page = await context.newPage()
  await signIn(page, site.address, 'coordinator')
  await openPart(page, '主动公开')
  await page.getByRole('link', { name: '从原网站迁入' }).click()
  await page.getByLabel('原网站名称').fill('老房管局网站')
  const file = { name: '老网站.zip', mimeType: 'application/zip', buffer: Buffer.from(archive()) }
  await page.getByLabel('压缩包', { exact: true }).setInputFiles(file)
  await page.getByRole('button', { name: '上传并试读' }).click()
  const faults = page.getByRole('region', { name: '逐页问题' })
  await faults.getByText('不在机构表中').waitFor()
  await faults.getByText('不是能读出的日期').waitFor()
  expect(await page.getByRole('button', { name: '迁入 0 件' }).isDisabled()).toBe(true)
  await page.getByLabel('“老房管局”是').selectOption({ label: '云川市住房和城乡建设局' })
  await page.getByRole('button', { name: '按此映射重新试读' }).click()
  await page.getByRole('button', { name: '迁入 1 件' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^迁\s?入$/ })
    .click()
  await page.getByRole('heading', { name: '已迁入 1 件' }).waitFor()
  expect(await accessibilityProblems(page)).toEqual([])
  await picture(page, 'older-site-moved-in')
  await page.goto(`${site.address}/art/1.html`)
  await page.getByRole('heading', { level: 1, name: '关于某小区加装电梯的公告' }).waitFor()
  await context.close()
})
