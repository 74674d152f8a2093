import type { Reading } from '../finding.ts'
import { type AnnualReport, type Applications, type Edition, formRows, type Narrative } from '../form.ts'
import { rowName } from '../labels.ts'
import { assertionsIn } from '../narrative.ts'
import { isAfterReport, type Section, sectionHeaded, sectionLabel, sections } from './heading.ts'
import type { Page, PageTable } from './page.ts'
import { readApplications } from './table/applications.ts'
import { type FormTable, flatCells, flatTable, tableKind } from './table/flat.ts'
import { Doubts, joinTables, rowText } from './table/places.ts'
import { editionOf, readProactive } from './table/proactive.ts'
import { readRemedies } from './table/remedies.ts'
import { rowNamed } from './table/wording.ts'
import { isTitle, readTitle } from './title.ts'

interface Parts {
  readonly before: string[]
  readonly lines: Map<Section, string[]>
  readonly tables: Map<FormTable, PageTable[]>
  /** The title of another report that follows. */
  second: string | undefined
}

/** The report that a page shows, and everything in it that could not be read. */
export function assemble(page: Page): Reading {
  const doubts = new Doubts()
  const parts = partsOf(page)
  if (parts.second !== undefined)
    doubts.add(
      'form.duplicate-row',
      [],
      `文件中不止一份年度报告，只读取了第一份；后面还有“${parts.second}”。`,
      parts.second,
    )
  const titled = readTitle(parts.before, page.title, doubts)
  const proactive = tableOf('proactive', parts)
  const applications = tableOf('applications', parts)
  const remedies = tableOf('remedies', parts)
  for (const [kind, table] of [
    ['proactive', proactive],
    ['applications', applications],
    ['remedies', remedies],
  ] as const)
    if (table === undefined)
      doubts.add(
        'form.missing-table',
        [kind],
        `没有找到“${sectionLabel[kind]}”的表格。如果原件中的表格是图片或附件，请改用文字版本。`,
      )
  const narrative = narrativeOf(parts, titled.agency, doubts)
  const none: PageTable = { kind: 'table', placed: true, rows: [] }
  const quiet = new Doubts()
  const report: AnnualReport = {
    ...titled,
    edition: (proactive && editionOf(proactive)) ?? editionByYear(titled.year),
    proactive: readProactive(proactive ?? none, proactive ? doubts : quiet),
    applications: applications === undefined ? {} : readApplications(applications, doubts),
    remedies: readRemedies(remedies ?? none, remedies ? doubts : quiet),
    narrative,
  }
  if (applications !== undefined) missingRows(report.applications, doubts)
  return { report, assertions: assertionsIn(narrative, titled.year), findings: doubts.findings }
}

function editionByYear(year: number): Edition {
  return year > 0 && year < 2021 ? '2019' : '2021'
}

/** Walks the page: what stands under which heading, and which tables are the form's. */
function partsOf(page: Page): Parts {
  const parts: Parts = { before: [], lines: new Map(), tables: new Map(), second: undefined }
  let section: Section | undefined
  let last: FormTable | undefined
  for (const block of page.blocks) {
    if (section === 'otherMatters' && block.kind === 'text') {
      if (isAfterReport(block.text)) break
      parts.second = isTitle(block.text) ? block.text : undefined
      if (parts.second !== undefined) break
    }
    if (block.kind === 'text') {
      const headed = headingAfter(section, block.text)
      if (headed !== undefined && !parts.lines.has(headed)) {
        section = headed
        parts.lines.set(headed, [])
      } else linesOf(parts, section).push(block.text)
      if (block.text.trim() !== '') last = block.text.trim().length > 12 ? undefined : last
      continue
    }
    const kind = kindOf(block, last)
    if (kind === undefined) addLines(linesOf(parts, section), block)
    else tablesIn(parts, kind).push(block)
    last = kind
  }
  return parts
}

/** A heading counts only where it comes after the part before it: prose may repeat its words. */
function headingAfter(current: Section | undefined, line: string): Section | undefined {
  const headed = sectionHeaded(line)
  if (headed === undefined || current === undefined) return headed
  return sections.indexOf(headed) > sections.indexOf(current) ? headed : undefined
}

function addLines(lines: string[], { rows }: PageTable): void {
  for (const row of rows) if (rowText(row) !== '') lines.push(rowText(row))
}

function tablesIn({ tables }: Parts, kind: FormTable): PageTable[] {
  const list = tables.get(kind) ?? []
  tables.set(kind, list)
  return list
}

function linesOf(parts: Parts, section: Section | undefined): string[] {
  return section === undefined ? parts.before : (parts.lines.get(section) ?? parts.before)
}

function kindOf(table: PageTable, last: FormTable | undefined): FormTable | undefined {
  const cells = table.rows.flat().map(cell => cell.text)
  const kind = tableKind(cells)
  const continues =
    last !== undefined &&
    cells.length > 1 &&
    cells.every(cell => rowNamed(cell) !== undefined || /^[\s\d.,]*$/.test(cell))
  if (kind === undefined) return continues ? last : undefined
  const alone = table.rows.length === 1 && cells.length < 3 && kind !== last
  if (alone && !continues) return undefined
  return kind
}

/** The table as a table; else the part's lines as a flattened one. */
function tableOf(kind: FormTable, parts: Parts): PageTable | undefined {
  const pieces = parts.tables.get(kind)
  if (pieces !== undefined) return joinTables(pieces)
  const cells = flatCells(parts.lines.get(kind) ?? [])
  return tableKind(cells) === kind ? flatTable(kind, cells) : undefined
}

function narrativeOf(parts: Parts, agency: string, doubts: Doubts): Narrative {
  const text = (section: 'overview' | 'problems' | 'otherMatters'): string => {
    const lines = parts.lines.get(section)
    if (lines === undefined)
      doubts.add(
        'form.missing-section',
        [`narrative.${section}`],
        `没有找到“${sectionLabel[section]}”这一部分。`,
      )
    const said = (lines ?? []).map(line => line.trim()).filter(line => line !== '')
    return (section === 'otherMatters' ? withoutSignature(said, agency) : said).join('\n')
  }
  return { overview: text('overview'), problems: text('problems'), otherMatters: text('otherMatters') }
}

const dayAlone =
  /^[(（]?(?:20\d\d年\d{1,2}月\d{1,2}日|20\d\d[-./]\d{1,2}[-./]\d{1,2}|[二2]\s*[〇○零Oo0][〇○零一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[)）]?$/

/** The office and the day below a report are no part of its prose. */
function withoutSignature(lines: readonly string[], agency: string): readonly string[] {
  const isDay = (line: string | undefined) => dayAlone.test((line ?? '').normalize('NFKC').replace(/\s/g, ''))
  const unsigned = isDay(lines.at(-1)) ? lines.slice(0, -1) : lines
  const last = unsigned.at(-1)?.replace(/\s/g, '')
  return agency !== '' && last === agency ? unsigned.slice(0, -1) : unsigned
}

/** Finds the rows of table 3 that are not there; 其他处理 may stand as one row or as three. */
export function missingRows(applications: Applications, doubts: Doubts): void {
  for (const row of formRows) {
    if (applications[row] !== undefined) continue
    if (row.startsWith('closed.') && applications.closed !== undefined) continue
    doubts.add('form.missing-row', [`applications.${row}`], `申请情况表中没有找到“${rowName(row)}”一行。`)
  }
}
