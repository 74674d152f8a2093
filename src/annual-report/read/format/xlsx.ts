import readSheets from 'read-excel-file/node'
import { checkArchive } from '../../../platform/strange/archive.ts'
import { sectionHeaded } from '../heading.ts'
import { type Page, type PageTable, type PageText, plainTable } from '../page.ts'

/** Reads a workbook: rows of one text are paragraphs, rows of several cells are tables. */
export async function readXlsx(bytes: Uint8Array): Promise<Page> {
  checkArchive(bytes)
  const sheets = await readSheets(Buffer.from(bytes))
  return { title: '', blocks: sheets.flatMap(({ data }) => blocksOf(data)) }
}

function blocksOf(data: readonly (readonly unknown[])[]): readonly (PageText | PageTable)[] {
  const blocks: (PageText | PageTable)[] = []
  let rows: string[][] = []
  const endTable = () => {
    if (rows.length > 0) blocks.push(plainTable(rows))
    rows = []
  }
  for (const row of data) {
    const texts = row.map(cellText)
    const said = texts.filter(text => text !== '')
    const [only = ''] = said
    const blankRow = rows.length > 0 && only !== '' && only.length <= 60 && sectionHeaded(only) === undefined
    if (said.length > 1 || blankRow || (only !== '' && texts[0] === '')) rows.push(texts)
    else if (said.length === 1) {
      endTable()
      for (const line of only.split('\n')) blocks.push({ kind: 'text', text: line })
    } else endTable()
  }
  endTable()
  return blocks
}

function cellText(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return typeof value === 'string' ? value.trim() : ''
}
