import { z } from '@hono/zod-openapi'
import { explanationsForm, findingsForm, reportForm } from './forms.ts'

/** Which report: the agency and the year in the address. */
export const reportKey = z.object({
  agency: z.string().regex(/^[a-z0-9-]{2,63}$/, '机构代码不正确'),
  year: z.coerce.number().int().min(2008, '年份不早于 2008').max(2100, '年份不晚于 2100'),
})

/** The states of a report. */
export const stateForm = z.enum(['draft', 'submitted', 'checked', 'approved', 'published'])

/** The steps that are taken through their own address. */
export const stepNames = z.enum(['explain', 'submit', 'return', 'check', 'approve', 'publish', 'correct'])

/** One line of a list of reports. */
export const lineForm = z
  .object({
    agency: z.string(),
    agencyName: z.string(),
    year: z.int(),
    form: z.enum(['2019', '2021']),
    edition: z.int(),
    state: stateForm,
    publishedOn: z.string().nullable(),
    changedAt: z.string(),
    received: z.number().nullable(),
    errors: z.int(),
    warnings: z.int(),
    lateDays: z.int(),
  })
  .openapi('ReportLine')

/** The desk's whole view of a report. */
export const draftForm = z
  .object({
    line: lineForm,
    report: reportForm,
    version: z.int(),
    findings: findingsForm,
    importFindings: findingsForm,
    explanations: explanationsForm,
    steps: z.array(
      z.object({
        step: z.string(),
        label: z.string(),
        refusal: z.object({ message: z.string(), law: z.string().optional() }).optional(),
      }),
    ),
    events: z.array(
      z.object({
        at: z.string(),
        step: z.string(),
        label: z.string(),
        by: z.string(),
        edition: z.int(),
        note: z.string().nullable(),
      }),
    ),
    assertions: z.array(z.unknown()),
    editions: z.array(
      z.object({
        edition: z.int(),
        publishedOn: z.string(),
        reason: z.string().nullable(),
        hash: z.string(),
      }),
    ),
    previous: reportForm.nullable(),
    beside: z.array(
      z.object({
        ...{ path: z.string(), label: z.string(), value: z.number() },
        ...{ unit: z.string(), handled: z.boolean(), opens: z.string() },
      }),
    ),
  })
  .openapi('Draft')
