import { zipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { repacked } from '../../a-file.ts'
import { look, rebuild } from '../../by-kind.ts'
import { partsOf } from '../package.ts'

const sheet = 'xl/worksheets/sheet1.xml'
const book = 'xl/workbook.xml'

async function aBook(
  rows: readonly (readonly string[])[],
  second?: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const data = (all: readonly (readonly string[])[]) =>
    all.map(row => row.map(value => ({ value, type: String })))
  const sheets = [
    { data: data(rows), sheet: '名册' },
    ...(second === undefined ? [] : [{ data: data(second), sheet: '底稿' }]),
  ]
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer())
}

const kinds = async (bytes: Uint8Array) => (await look(bytes)).found.map(({ kind }) => kind)

async function valuesOf(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const sheets = await readSheets(Buffer.from(bytes))
  return sheets.flatMap(({ data }) => data)
}

async function anew(bytes: Uint8Array, words: readonly string[] = []): Promise<Uint8Array> {
  const rebuilt = await rebuild(bytes, { boxes: [], words })
  expect(await kinds(rebuilt.bytes)).toEqual([])
  return rebuilt.bytes
}

const rows = [
  ['姓名', '电话', '结果'],
  ['张三', '000', '同意'],
  ['李四', '111', '不同意'],
]

test('hidden rows are found; the rows below move up, and no string of them is left', async () => {
  const bytes = repacked(await aBook(rows), {
    [sheet]: old => old.replace('<row r="2"', '<row r="2" hidden="1"'),
  })
  expect(await kinds(bytes)).toContain('hiddenRow')
  const clean = await anew(bytes)
  expect(await valuesOf(clean)).toEqual([rows[0], rows[2]])
  expect([...partsOf(clean).values()].some(part => Buffer.from(part).includes('张三'))).toBe(false)
})

test('hidden columns are found, and the others move left', async () => {
  const cols = '<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>'
  const bytes = repacked(await aBook(rows), {
    [sheet]: old => old.replace(/(?:<cols>.*<\/cols>)?<sheetData>/, cols),
  })
  expect(await kinds(bytes)).toContain('hiddenColumn')
  expect(await valuesOf(await anew(bytes))).toEqual(rows.map(([name, , result]) => [name, result]))
})

test('a hidden sheet is found, and gone', async () => {
  const bytes = repacked(await aBook(rows, [['底稿']]), {
    [book]: old => old.replace(/<sheet ([^>]*name="底稿")/, '<sheet state="veryHidden" $1'),
  })
  expect((await look(bytes)).found).toContainEqual({
    ...{ kind: 'hiddenSheet', where: '工作表“底稿”', what: '整张工作表被隐藏。', count: 1 },
  })
  expect(await valuesOf(await anew(bytes))).toEqual(rows)
})

test('a formula gives its value and no more', async () => {
  const bytes = repacked(await aBook(rows), {
    [sheet]: old => old.replace('</row>', '<c r="D1"><f>VLOOKUP("张三",底稿!A:Z,9)</f><v>7</v></c></row>'),
  })
  expect(await kinds(bytes)).toContain('formula')
  const clean = await anew(bytes)
  expect((await valuesOf(clean))[0]).toEqual(['姓名', '电话', '结果', 7])
  expect(Buffer.from(partsOf(clean).get(sheet) ?? []).includes('VLOOKUP')).toBe(false)
})

test('white words, and words under a merged cell, are found, and gone', async () => {
  const data = [
    [{ value: '公开', type: String, columnSpan: 2 }, null],
    [
      { value: '密', type: String, textColor: '#ffffff' },
      { value: '见', type: String },
    ],
  ]
  const made = new Uint8Array(await writeXlsxFile(data).toBuffer())
  const bytes = repacked(made, {
    [sheet]: old =>
      old.replace(
        /<c r="B1"[^>]*\/?>(?:<\/c>)?|(?=<\/row>)/,
        '<c r="B1" t="inlineStr"><is><t>盖住</t></is></c>',
      ),
  })
  expect(await kinds(bytes)).toContain('hiddenText')
  const values = (await valuesOf(await anew(bytes))).flat()
  expect(values).not.toContain('密')
  expect(values).not.toContain('盖住')
  expect(values).toEqual(expect.arrayContaining(['公开', '见']))
})

test('comments, names and links are found, and gone', async () => {
  const bytes = repacked(await aBook(rows), {
    'xl/worksheets/_rels/sheet1.xml.rels': () =>
      '<Relationships><Relationship Id="r1" Type="x/comments" Target="../comments1.xml"/><Relationship Id="r2" Type="x/hyperlink" Target="http://inner.example" TargetMode="External"/></Relationships>',
    'xl/comments1.xml': () =>
      '<comments><authors><author>甲</author></authors><commentList><comment ref="A1" authorId="0"><text><t>密</t></text></comment></commentList></comments>',
    [book]: old =>
      old.replace(
        /<definedNames\/>|(?=<\/workbook>)/,
        '<definedNames><definedName name="内部">名册!A1</definedName></definedNames>',
      ),
  })
  expect(await kinds(bytes)).toEqual(expect.arrayContaining(['comment', 'external', 'otherPart']))
  expect(await valuesOf(await anew(bytes))).toEqual(rows)
})

test('a word is blacked out in every cell, sign for sign', async () => {
  const clean = await anew(await aBook(rows), ['张三', '111'])
  expect((await valuesOf(clean)).slice(1)).toEqual([
    ['██', '000', '同意'],
    ['李四', '███', '不同意'],
  ])
})

test('a workbook of which nothing is shown is refused', async () => {
  const bytes = repacked(await aBook(rows), {
    [book]: old => old.replace('<sheet ', '<sheet state="hidden" '),
  })
  await expect(rebuild(bytes, { boxes: [], words: [] })).rejects.toThrow('工作簿中没有显示的内容')
})

test('a file that swells is refused before it is unpacked', async () => {
  const bomb = zipSync({ [book]: new Uint8Array(61 * 1024 * 1024) })
  await expect(look(bomb)).rejects.toThrow('可能是压缩炸弹')
})
