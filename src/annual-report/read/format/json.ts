import { z } from 'zod'
import type { AnnualReport, FormRow, Row } from '../../form.ts'
import { formRows } from '../../form.ts'

const cell = z.number().nullable()
const row = z.tuple([cell, cell, cell, cell, cell, cell, cell])
const said = cell.default(null)
const group = z.object({ upheld: said, corrected: said, other: said, pending: said, total: said })
const issuance = z.object({ issued: said, repealed: said, inForce: said })
const shape = z.object({
  agency: z.string().max(200),
  year: z.number().int().min(0).max(9999),
  edition: z.enum(['2019', '2021']).optional(),
  proactive: z.object({
    ...{ regulations: issuance, normativeDocuments: issuance },
    ...{ licensing: cell, penalties: cell, coercion: cell, feesWan: cell },
  }),
  applications: z.record(z.string(), row),
  remedies: z.object({
    reconsideration: group,
    litigationDirect: group,
    litigationAfterReconsideration: group,
  }),
  narrative: z
    .object({ overview: z.string(), problems: z.string(), otherMatters: z.string() })
    .partial()
    .optional(),
})

/** What a JSON file says: a report with the names of rows that the form does not have, or why it is none. */
export type JsonReading =
  | { readonly report: AnnualReport; readonly unknownRows: readonly string[] }
  | { readonly wrong: string }

/** Reads the report as INTERFACES writes it. */
export function readJson(source: string): JsonReading {
  let data: unknown
  try {
    data = JSON.parse(source.replace(/^\ufeff/, ''))
  } catch {
    return { wrong: '不是完整的 JSON 文件。' }
  }
  const parsed = shape.safeParse(data)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? ''
    return { wrong: place === '' ? 'JSON 中没有年度报告。' : `JSON 中“${place}”缺少或不合规定。` }
  }
  const { agency, year, proactive, remedies, narrative } = parsed.data
  const edition = parsed.data.edition ?? (year > 0 && year < 2021 ? '2019' : '2021')
  const known: Partial<Record<FormRow, Row>> = {}
  for (const name of [...formRows, 'closed'] as const) {
    const cells = parsed.data.applications[name]
    if (cells !== undefined) known[name] = cells
  }
  return {
    report: {
      ...{ agency, year, edition, proactive, applications: known, remedies },
      narrative: {
        overview: narrative?.overview ?? '',
        problems: narrative?.problems ?? '',
        otherMatters: narrative?.otherMatters ?? '',
      },
    },
    unknownRows: Object.keys(parsed.data.applications).filter(name => !(name in known)),
  }
}
