import { z } from 'zod'
import { applicantKindColumns } from '../counted/count.ts'
import { type Extract, type ExtractLine, workdayRangeLabel, workdayRanges } from '../extract/extract.ts'
import { formRows } from '../form.ts'
import { applicantLabels, rowName } from '../labels.ts'
import { Unreadable } from './unreadable.ts'

const linesMost = 1_000_000
const leaving = formRows.filter(row => !['received', 'carriedIn', 'resultTotal'].includes(row))

/** The public extract as it is kept and downloaded. */
export const extractForm = z.object({
  agency: z.string().max(100),
  year: z.int(),
  lines: z
    .array(
      z.object({
        id: z.string().min(1).max(64),
        applicantKind: z.enum(applicantKindColumns),
        entered: z.enum(['received', 'carriedIn']).nullable(),
        left: z.enum(leaving).nullable(),
        workdays: z.enum(workdayRanges).nullable(),
      }),
    )
    .max(linesMost),
})

/** Reads a public extract, CSV or JSON. @throws Unreadable with the line that is wrong */
export function readExtract({ name, bytes }: { name: string; bytes: Uint8Array }): Extract {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/^\uFEFF/, '')
  return text.trimStart().startsWith('{') ? ofJson(name, text) : ofCsv(name, text)
}

function ofJson(name: string, text: string): Extract {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Unreadable(name, '不是完整的 JSON。请重新下载摘录。')
  }
  const parsed = extractForm.safeParse(value)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Unreadable(name, `不是核验摘录，${where} 处不符合格式。`)
}

function ofCsv(name: string, text: string): Extract {
  const [head = '', ...rows] = text.split(/\r?\n/).filter(row => row.trim() !== '')
  if (!head.startsWith('编号,机关,年度,申请人,进入,离开'))
    throw new Unreadable(name, `不是核验摘录，第一行应为“编号,机关,年度,申请人,进入,离开,答复用时”。`)
  if (rows.length > linesMost) throw new Unreadable(name, `超过 ${linesMost} 行，不读取。`)
  const fields = rows.map(fieldsOf)
  const [, agency = '', year = '0'] = fields[0] ?? []
  const lines = fields.map((line, at) => {
    const read = lineOf(line)
    if (read === undefined || line[1] !== agency || line[2] !== year)
      throw new Unreadable(name, `第 ${at + 2} 行不能识别：${rows[at]?.slice(0, 60) ?? ''}`)
    return read
  })
  return { agency, year: Number(year) || 0, lines }
}

/** The fields of a line of CSV; a quoted one may hold commas. */
function fieldsOf(row: string): string[] {
  return [...`${row},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map(([, field = '']) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field.trim(),
  )
}

function lineOf([id = '', , , applicant, entered, left, workdays]: readonly string[]):
  | ExtractLine
  | undefined {
  const kind = applicantKindColumns[applicantLabels.findIndex(label => label === applicant)]
  const way = named(entered, ['received', 'carriedIn'] as const, rowName)
  const end = named(left, leaving, rowName)
  const range = named(workdays, workdayRanges, each => workdayRangeLabel[each])
  if (id === '' || kind === undefined || way === undefined || end === undefined || range === undefined)
    return undefined
  return { id, applicantKind: kind, entered: way, left: end, workdays: range }
}

/** What this label names; null for a blank, undefined for a label that nobody knows. */
function named<T>(
  label: string | undefined,
  all: readonly T[],
  labelOf: (each: T) => string,
): T | null | undefined {
  return label === undefined || label === '' ? null : all.find(each => labelOf(each) === label)
}
