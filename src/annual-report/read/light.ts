import { HurtFile } from '../../platform/strange/hurt-file.ts'
import { decodeText } from '../../platform/text/encoding.ts'
import type { Reading } from '../finding.ts'
import { assertionsIn } from '../narrative.ts'
import { assemble, missingRows } from './assemble.ts'
import { readHtml } from './format/html.ts'
import { readJson } from './format/json.ts'
import { isMarkdown, readMarkdown, readText } from './format/text.ts'
import type { Page } from './page.ts'
import { Doubts } from './table/places.ts'

/** The formats that are words from end to end. */
export type LightKind = 'html' | 'txt' | 'md' | 'json'

/** Reads a file of words. @throws HurtFile */
export function readLight(kind: LightKind, bytes: Uint8Array): Reading {
  if (kind === 'json') return fromJson(bytes)
  const text = decodeText(bytes)
  if (kind === 'html') return fromPage(readHtml(text))
  return fromPage(kind === 'md' || isMarkdown(text) ? readMarkdown(text) : readText(text))
}

/** The report that a page holds. @throws HurtFile where it holds none */
export function fromPage(page: Page): Reading {
  const reading = assemble(page)
  const missing = reading.findings.filter(finding => finding.rule === 'form.missing-table').length
  if (missing === 3 && reading.report.agency === '' && reading.report.year === 0)
    throw new HurtFile('其中没有找到政府信息公开工作年度报告。')
  return reading
}

function fromJson(bytes: Uint8Array): Reading {
  const read = readJson(decodeText(bytes))
  if ('wrong' in read) throw new HurtFile(read.wrong)
  const doubts = new Doubts()
  const { report } = read
  for (const name of read.unknownRows)
    doubts.add('form.unknown-row', [], `“${name}”不是表中应有的行，其数字没有采用。`, name)
  if (report.agency === '') doubts.add('form.missing-agency', [], '没有写明编制机关的名称。')
  if (report.year === 0) doubts.add('form.missing-year', [], '没有写明报告年度。')
  missingRows(report.applications, doubts)
  return { report, assertions: assertionsIn(report.narrative, report.year), findings: doubts.findings }
}
