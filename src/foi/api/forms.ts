import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../office/api/forms.ts'
import { dayOf } from '../../statute/day.ts'
import {
  closedGrounds,
  resultRows,
  unavailableGrounds,
  unprocessedGrounds,
  withheldGrounds,
} from '../../statute/taxonomy.ts'
import { applicantKinds, channels, givingForms, servingWays } from '../request.ts'
import { foiStates } from '../standing.ts'

/** The id of a request. */
export const requestKey = z.object({ id: z.uuid('没有这件申请').openapi({ description: '申请的编号' }) })

/** A day of the law. */
export const day = dayForm.transform(dayOf)

/** Words of at most so many characters. */
export function words(most: number) {
  return z.string().trim().max(most, `不能超过 ${most} 字`)
}

/** How a request ends. */
export const outcomeForm = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('granted') }),
    z.object({ kind: z.literal('partlyGranted') }),
    z.object({ kind: z.literal('withheld'), ground: z.enum(withheldGrounds) }),
    z.object({ kind: z.literal('unavailable'), ground: z.enum(unavailableGrounds) }),
    z.object({ kind: z.literal('unprocessed'), ground: z.enum(unprocessedGrounds) }),
    z.object({ kind: z.literal('closed'), ground: z.enum(closedGrounds) }),
  ])
  .openapi('Outcome')

const rows = z.enum(['received', 'carriedIn', ...resultRows, 'carriedOut']).openapi('FoiReportRow')
const states = z.enum(['open', 'closed', ...foiStates]).openapi('FoiListState')
const channel = z.enum(channels).openapi('FoiChannel')
const applicantKind = z.enum(applicantKinds).openapi('FoiApplicantKind')

const party = { name: words(200), document: words(100) }

/** Who asks, Art. 29 (1). */
export const applicantForm = z
  .object({
    ...{ ...party, contact: words(200), address: words(300).default('') },
    agent: z.object({ ...party, authority: words(300) }).nullable(),
  })
  .openapi('Applicant')

/** A request as the office writes it down. */
export const lodgingForm = z
  .object({
    ...{ agency: agencyCode, channel, applicantKind },
    description: words(5000).openapi({ description: '所需政府信息的名称、文号或者其他特征' }),
    ...{ givingForm: z.enum(givingForms), servingWay: z.enum(servingWays), applicant: applicantForm },
    arrivedOn: day.optional().openapi({ description: '来件之日；不写为今天' }),
    evidence: words(500).optional().openapi({ description: '收到之日的依据，如签收单、邮戳' }),
    once: words(100).optional().openapi({ description: '表单的随机串：重复提交只登记一次' }),
  })
  .openapi('FoiLodging')

/** What the register may be asked in its address. */
export const registerQuery = z.object({
  agency: z.string().max(63).optional(),
  state: states.optional().openapi({ description: 'open 为未办结的' }),
  within: z.coerce
    .number()
    .int()
    .min(-1)
    .max(60)
    .optional()
    .openapi({ description: '几个工作日内到期；-1 为已逾期' }),
  department: words(100).optional(),
  handler: words(100).optional(),
  channel: channel.optional(),
  kind: applicantKind.optional().openapi({ description: '申请人类别' }),
  q: words(100).optional().openapi({ description: '编号或者申请内容中的字' }),
  row: rows.optional().openapi({ description: '年度报告表三的行；与 year 同用为该年该格的申请' }),
  year: z.coerce.number().int().min(2008).max(2100).optional(),
  sort: z
    .string()
    .regex(/^-?(due|received|number|arrived|state|outcome)$/, '不能这样排序')
    .default('due')
    .openapi({ description: 'due、received、number、arrived、state、outcome；前加 - 为倒序' }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
