import { CannotRedact } from '../../cannot-redact.ts'
import { type Hidden, onlyFound } from '../../hidden.ts'
import { blackedOut } from '../../word-search.ts'
import { type NewPart, type Parts, packed, partXml, relationsOf } from '../package.ts'
import { lookIntoParts } from '../package-look.ts'
import { type Said, Tally } from '../tally.ts'
import { element, inside, wordsIn } from '../xml.ts'
import { cleanSheet, type SheetCleaning } from './clean.ts'
import { part, plainStyles } from './style.ts'
import { rowsOf, type Sheet, type Workbook, workbook } from './workbook.ts'

const said = {
  comment: count => `有 ${count} 条批注，附有作者姓名。`,
  hiddenText: count => `有 ${count} 个单元格的内容看不见（白色字、隐藏格式或者被合并单元格盖住）。`,
  coveredText: count => `有 ${count} 个单元格只是涂了深色底，内容仍在。`,
  hiddenRow: count => `有 ${count} 行被隐藏或者被筛选掉。`,
  hiddenColumn: count => `有 ${count} 列被隐藏。`,
  hiddenSheet: () => '整张工作表被隐藏。',
  hiddenHeader: () => '有只在打印时出现的页眉或者页脚。',
  formula: count => `有 ${count} 个公式，可能引用不公开的内容。`,
  drawing: count => `有 ${count} 处图片、图形或者图表，重建时删除，需要时请另附图片。`,
  otherPart: count => `有 ${count} 个自定义名称，可能指向不公开的内容。`,
} satisfies Partial<Record<Hidden['kind'], Said>>

/** What an Excel file hides. @throws CannotRedact */
export function lookIntoSheets(parts: Parts): readonly Hidden[] {
  const book = workbook(parts)
  const tally = new Tally()
  tally.add('otherPart', '整份文件', book.names)
  for (const sheet of book.sheets) lookIntoSheet(sheet, { book, tally, words: [], found: new Set() })
  return onlyFound([...tally.findings(said), ...lookIntoParts(parts)])
}

function lookIntoSheet(sheet: Sheet, cleaning: SheetCleaning): void {
  const { tally, book } = cleaning
  const where = `工作表“${sheet.name}”`
  if (sheet.hidden || sheet.root === undefined) {
    tally.add(sheet.hidden ? 'hiddenSheet' : 'drawing', where)
    return
  }
  cleanSheet(sheet, sheet.root, cleaning)
  const needed = relationsOf(book.parts, sheet.place)
  for (const { kind, target } of needed) {
    if (kind === 'comments') {
      tally.add('comment', where, inside(part(partXml(book.parts, target), 'commentList')).length)
    }
    if (kind === 'drawing') tally.add('drawing', where)
  }
  if (wordsIn(part(sheet.root, 'headerFooter') ?? '').trim() !== '') tally.add('hiddenHeader', where)
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const namespaces = {
  xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** The workbook anew, of nothing but what its reader sees, with the words blacked out. @throws CannotRedact */
export function rebuiltSheets(parts: Parts, words: readonly string[]): Uint8Array {
  const book = workbook(parts)
  const found = new Set<string>()
  const cleaning: SheetCleaning = { book, tally: new Tally(), words, found }
  const shown = book.sheets.flatMap(sheet => {
    if (sheet.hidden || sheet.root === undefined || rowsOf(sheet.root).length === 0) return []
    const [name = ''] = blackedOut([sheet.name], words, found)
    return [{ name, root: cleanSheet(sheet, sheet.root, cleaning) }]
  })
  if (shown.length === 0) throw new CannotRedact('工作簿中没有显示的内容。')
  const missing = words.find(word => !found.has(word))
  if (missing !== undefined) throw new CannotRedact(`文件中没有找到“${missing}”，请核对后再试。`)
  return packed(
    new Map<string, NewPart>([
      [
        'xl/workbook.xml',
        workbookPart(
          book,
          shown.map(({ name }) => name),
        ),
      ],
      ...shown.map(({ root }, at): [string, NewPart] => [
        `xl/worksheets/sheet${at + 1}.xml`,
        { content: root, type: `${spreadsheet}worksheet+xml`, relations: [] },
      ]),
      ...stylesPart(book),
    ]),
  )
}

function workbookPart(book: Workbook, names: readonly string[]): NewPart {
  const sheets = names.map((name, at) =>
    element('sheet', { name, sheetId: String(at + 1), 'r:id': `rId${at + 1}` }),
  )
  const properties = book.from1904 ? [element('workbookPr', { date1904: '1' })] : []
  const own = names.map((_, at) => ({
    ...{ id: `rId${at + 1}`, kind: 'worksheet', target: `/xl/worksheets/sheet${at + 1}.xml` },
  }))
  const styles = book.styles === undefined ? [] : [{ id: 'styles', kind: 'styles', target: '/xl/styles.xml' }]
  return {
    content: element('workbook', namespaces, [...properties, element('sheets', {}, sheets)]),
    type: `${spreadsheet}sheet.main+xml`,
    relations: [...own, ...styles],
  }
}

function stylesPart({ styles }: Workbook): readonly [string, NewPart][] {
  if (styles === undefined) return []
  return [
    ['xl/styles.xml', { content: plainStyles(styles), type: `${spreadsheet}styles+xml`, relations: [] }],
  ]
}
