import { z } from '@hono/zod-openapi'
import { formRows } from '../form.ts'

const cell = z.number().nullable()
const row = z.tuple([cell, cell, cell, cell, cell, cell, cell])
const issuance = z.object({ issued: cell, repealed: cell, inForce: cell })
const group = z.object({ upheld: cell, corrected: cell, other: cell, pending: cell, total: cell })
const prose = z.string().max(200_000)

/** The annual report as JSON: INTERFACES, The annual report as JSON. */
export const reportForm = z
  .object({
    agency: z.string().min(1).max(100),
    year: z.int().min(2008).max(2100),
    edition: z.enum(['2019', '2021']),
    proactive: z.object({
      ...{ regulations: issuance, normativeDocuments: issuance },
      ...{ licensing: cell, penalties: cell, coercion: cell, feesWan: cell },
    }),
    applications: z.partialRecord(z.enum([...formRows, 'closed']), row),
    remedies: z.object({
      ...{ reconsideration: group, litigationDirect: group, litigationAfterReconsideration: group },
    }),
    narrative: z.object({ overview: prose, problems: prose, otherMatters: prose }),
  })
  .openapi('AnnualReport')

const finding = z.object({
  rule: z.enum([
    ...([
      'applications.balance',
      'applications.row-total',
      'applications.result-total',
      'remedies.total',
    ] as const),
    ...(['years.carried', 'years.in-force', 'narrative.applications', 'narrative.remedies'] as const),
    ...([
      'narrative.fees',
      'roll-up',
      'form.blank-cell',
      'form.unreadable-cell',
      'form.missing-row',
    ] as const),
    ...(['form.missing-table', 'form.duplicate-row', 'form.unknown-row', 'form.missing-section'] as const),
    ...(['form.missing-agency', 'form.missing-year', 'form.impossible-number'] as const),
  ]),
  severity: z.enum(['error', 'warning']),
  where: z.array(z.string()),
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  message: z.string(),
  text: z.string().optional(),
})

/** Findings as they are answered and kept. */
export const findingsForm = z.array(finding).openapi('Findings')

/** The office's words on errors that are published all the same. */
export const explanationsForm = z
  .array(
    z.object({
      rule: z.string().max(60),
      where: z.array(z.string().max(100)).max(60),
      text: z.string().trim().min(5, '说明至少写 5 个字').max(2000, '说明不能超过 2000 字'),
    }),
  )
  .max(200)
  .openapi('Explanations')
