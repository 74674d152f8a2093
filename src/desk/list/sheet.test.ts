import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { csvOf, xlsxOf } from './sheet.ts'

const sheet = {
  name: '年度报告：[2024]',
  head: ['机关', '新收', '说明'],
  rows: [
    ['云川市教育局', 12, '=HYPERLINK("http://x")'],
    ['甲 & 乙 <丙>', null, '+1，"引号"'],
    ['-1', -1, ' @SUM(A1)'],
  ],
} as const

test('a csv opens in Excel as what it says, and no text in it runs as a formula', () => {
  const text = csvOf(sheet)
  expect(text.startsWith('\uFEFF机关,新收,说明\r\n')).toBe(true)
  expect(text).toContain(`云川市教育局,12,"'=HYPERLINK(""http://x"")"`)
  expect(text).toContain(`甲 & 乙 <丙>,,"'+1，""引号"""`)
  expect(text).toContain(`'-1,-1,' @SUM(A1)\r\n`)
})

test('a workbook holds the same rows: numbers as numbers, texts as texts', async () => {
  const rows = await readSheet(Buffer.from(xlsxOf(sheet)))
  expect(rows).toEqual([
    ['机关', '新收', '说明'],
    ['云川市教育局', 12, '=HYPERLINK("http://x")'],
    ['甲 & 乙 <丙>', null, '+1，"引号"'],
    ['-1', -1, '@SUM(A1)'],
  ])
})
