import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isRefusal } from '../../statute/refusal.ts'
import { knownFile } from '../files/known.ts'
import { HurtFile } from '../strange/hurt-file.ts'
import { anySheetValues } from './any-sheets.ts'
import { oldFile } from './compound.ts'
import { oldSheetValues } from './sheets.ts'
import { oldWords } from './words.ts'

const file = (name: string) => new Uint8Array(readFileSync(new URL(`./testdata/${name}`, import.meta.url)))

test('a Word 97 document is read paragraph by paragraph, its table row by row', async () => {
  expect(oldFile(file('notice.doc')).kind).toBe('word')
  expect(await oldWords(file('notice.doc'))).toEqual([
    '关于演示事项的通知\n各演示单位：经研究，决定如下。\n项目 金额（万元）\n道路养护 12.5\n本通知自印发之日起施行。',
  ])
})

test('an Excel 97 sheet gives its values: texts, days, numbers, formulas with their results; hidden sheets stay out', () => {
  const [sheet, ...others] = anySheetValues(file('permits.xls'), 100)
  expect(others).toEqual([])
  expect(sheet?.name).toBe('许可结果')
  expect(sheet?.rows.length).toBe(121)
  expect(sheet?.rows[0]?.cells).toEqual(['许可决定书文号', '行政相对人', '决定日期', '金额', '说明'])
  expect(sheet?.rows[1]?.cells).toEqual([
    ...['云演许〔2025〕1号', '演示单位乙1', '2025-01-02', '1.25'],
    `${'说明'.repeat(20)}1`,
  ])
  expect(sheet?.rows[2]).toMatchObject({ row: 3, formulas: [4] })
  expect(sheet?.rows[2]?.cells[4]).toBe('连接')
  expect(sheet?.rows[3]).toMatchObject({ row: 4, formulas: [3] })
  expect(sheet?.rows[3]?.cells[3]).toBe('-3')
  expect(sheet?.rows[4]?.cells[4]).toBe('TRUE')
  expect(sheet?.rows[5]?.cells[3]).toBe('#DIV/0!')
  expect(sheet?.rows[120]?.cells[4]).toBe(`${'说明'.repeat(20)}120`)
})

test('columns beyond the limit stay out', () => {
  const [sheet] = oldSheetValues(file('permits.xls'), 2)
  expect(Math.max(...(sheet?.rows ?? []).map(({ cells }) => cells.length))).toBe(2)
})

test('a file that is cut, or made of anything, is refused and never read half', async () => {
  for (const name of ['notice.doc', 'permits.xls']) {
    const whole = file(name)
    for (const share of [0.1, 0.5, 0.9]) {
      const cut = whole.slice(0, Math.floor(whole.length * share))
      await expect(wordsOrHurt(cut)).resolves.toBeDefined()
    }
    const scrambled = whole.map((byte, at) => (at > 1536 && at % 7 === 0 ? 255 - byte : byte))
    await expect(wordsOrHurt(scrambled)).resolves.toBeDefined()
  }
  expect(() => oldSheetValues(file('notice.doc'), 10)).toThrow(HurtFile)
})

/** What is read, or that it is hurt; nothing else is thrown. */
async function wordsOrHurt(bytes: Uint8Array): Promise<readonly string[] | HurtFile> {
  return await oldWords(bytes).catch((error: unknown) => {
    if (error instanceof HurtFile) return error
    throw error
  })
}

test('an old file with macros is not taken in, one without is', async () => {
  expect(await knownFile('通知.doc', file('notice.doc'))).toMatchObject({ kind: 'cfb' })
  const withMacros = Buffer.concat([file('notice.doc'), Buffer.from('_VBA_PROJECT', 'utf16le')])
  const told = await knownFile('通知.doc', withMacros)
  expect(isRefusal(told) && told.message).toBe('“通知.doc”中有宏程序，请另存为不含宏的文件。')
})
