import type { Reading } from '../finding.ts'
import { assertionsIn } from '../narrative.ts'
import { assemble, missingRows } from './assemble.ts'
import { decodeText } from './format/encoding.ts'
import { readHtml } from './format/html.ts'
import { readJson } from './format/json.ts'
import { readMarkdown, readText } from './format/text.ts'
import { readHeavy } from './heavy.ts'
import type { Page } from './page.ts'
import { Doubts } from './places.ts'
import { largestBytes, Unreadable } from './unreadable.ts'

/** A file as it came: its name tells the kind where its bytes do not. */
export interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

type Kind = 'html' | 'txt' | 'md' | 'json' | 'docx' | 'xlsx' | 'pdf'

/**
 * Reads a published annual report from HTML, text, Markdown, JSON, Word, Excel or a PDF with text.
 * What cannot be read in it is a finding.
 * @throws Unreadable where the file is hurt, locked, too big, too slow or of an unknown kind
 */
export async function readReport(file: ReportFile): Promise<Reading> {
  if (file.bytes.length > largestBytes) throw new Unreadable(file.name, '文件超过 20 MB。')
  if (file.bytes.length === 0) throw new Unreadable(file.name, '文件是空的。')
  const kind = kindOf(file)
  if (kind === 'json') return fromJson(file)
  const page =
    kind === 'docx' || kind === 'xlsx' || kind === 'pdf' ? await readHeavy(file, kind) : lightPage(file, kind)
  const reading = assemble(page)
  const missing = reading.findings.filter(finding => finding.rule === 'form.missing-table').length
  if (missing === 3 && reading.report.agency === '' && reading.report.year === 0)
    throw new Unreadable(file.name, '其中没有找到政府信息公开工作年度报告。')
  return reading
}

function lightPage(file: ReportFile, kind: 'html' | 'txt' | 'md'): Page {
  const text = decodeText(file.bytes)
  if (kind === 'html') return readHtml(text)
  return kind === 'md' ? readMarkdown(text) : readText(text)
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((sign, at) => bytes[at] === sign.charCodeAt(0))
}

function kindOf({ name, bytes }: ReportFile): Kind {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    if (ending === 'docx' || ending === 'xlsx') return ending
    throw new Unreadable(name, '压缩包不是 Word(.docx)或 Excel(.xlsx)文件。')
  }
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0'))
    throw new Unreadable(name, '这是旧版 Word、Excel 或加密的文件,请另存为 .docx 或 .xlsx 后再试。')
  if (ending === 'pdf' || ending === 'docx' || ending === 'xlsx')
    throw new Unreadable(name, `文件已损坏,不是 .${ending} 文件。`)
  if (ending === 'html' || ending === 'htm') return 'html'
  if (ending === 'txt' || ending === 'md' || ending === 'json') return ending
  throw new Unreadable(name, '只能读取 html、txt、md、docx、xlsx、pdf、json 文件。')
}

function fromJson(file: ReportFile): Reading {
  const read = readJson(decodeText(file.bytes))
  if ('wrong' in read) throw new Unreadable(file.name, read.wrong)
  const doubts = new Doubts()
  const { report } = read
  for (const name of read.unknownRows)
    doubts.add('form.unknown-row', [], `“${name}”不是表中应有的行,其数字没有采用。`, name)
  if (report.agency === '') doubts.add('form.missing-agency', [], '没有写明编制机关的名称。')
  if (report.year === 0) doubts.add('form.missing-year', [], '没有写明报告年度。')
  missingRows(report.applications, doubts)
  return { report, assertions: assertionsIn(report.narrative), findings: doubts.findings }
}
