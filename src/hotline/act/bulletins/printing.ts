import type { Block } from '../../../disclosure/render/blocks.ts'
import { printedBytes } from '../../../disclosure/render/bytes.ts'
import type { BarsBlock, PrintedItem } from '../../../disclosure/render/printed.ts'
import { inChinese } from '../../../statute/day.ts'
import type { BulletinContent } from '../../bulletins/content.ts'
import type { BulletinTable } from '../../bulletins/tables.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'

/** The files in which a bulletin is taken along. */
export const bulletinFormats = ['docx', 'pdf'] as const
export type BulletinFormat = (typeof bulletinFormats)[number]

/** The media type of each. */
export const bulletinMedia = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<BulletinFormat, string>

/** A bulletin as it goes onto paper: prose, cases, then the tables. */
interface PrintedBulletin {
  readonly content: BulletinContent
  readonly tables: readonly BulletinTable[]
  readonly edition: number
  readonly restated: string
  /** The moment of publication; null while it is a draft. */
  readonly publishedAt: string | null
  readonly address: string
}

/** The bulletin as a Word document or a PDF, in the layout of official documents. */
export function bulletinFile(bulletin: PrintedBulletin, format: BulletinFormat): Promise<Uint8Array> {
  return printedBytes(printedBulletin(bulletin), format)
}

function printedBulletin({ content, tables, restated, publishedAt, ...rest }: PrintedBulletin): PrintedItem {
  const { title, numbers, sections, cases } = content
  const on = dayOfMinute(minuteOf(publishedAt ?? numbers.asOf))
  return {
    ...{ title: publishedAt === null ? `${title}（未发布）` : title, agency: numbers.hotlineName },
    ...{ number: '', head: [], attachments: [], day: inChinese(on), address: rest.address },
    blocks: [
      ...(restated === '' ? [] : [said(`第 ${rest.edition} 版，更正理由：${restated}`)]),
      ...sections.flatMap(({ title: name, words }) => [heading(name), ...paragraphs(words)]),
      ...(cases.length === 0 ? [] : [heading('典型案例')]),
      ...cases.flatMap(({ title: name, words }) => [heading(name, 3), ...paragraphs(words)]),
      ...tables.flatMap(tableBlocks),
    ],
  }
}

const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text })
const said = (text: string): Block => ({ kind: 'paragraph', text })
const paragraphs = (words: string): Block[] =>
  words
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(said)

function tableBlocks(table: BulletinTable, place: number): (Block | BarsBlock)[] {
  const { title, head, rows, note } = table
  return [
    heading(`附表${place + 1}　${title}`),
    { kind: 'table', rows: [head, ...rows.map(row => row.map(({ text }) => text))] },
    ...(note === undefined ? [] : [said(`注：${note}`)]),
    ...chartOf(table),
  ]
}

/** The chart that the page shows below the table: the same column, the same order. */
function chartOf({ head, rows, chart }: BulletinTable): BarsBlock[] {
  if (chart === undefined) return []
  const bars = rows.map(row => {
    const text = row[chart.column]?.text ?? ''
    return { name: row[0]?.text ?? '', worth: Number.parseFloat(text) || 0, text }
  })
  const text = `图：${chart.asks}（${head[chart.column] ?? ''}）`
  return bars.some(({ worth }) => worth > 0) ? [{ kind: 'bars', text, bars }] : []
}
