import { z } from '@hono/zod-openapi'
import { gives } from '../../platform/http/openapi.ts'
import { forReaders } from './draft-file.ts'
import { findingsForm, reportForm } from './forms.ts'
import { reportKey } from './views.ts'

/** Which cell, and which page of what it counts. */
export const cellQuery = z.object({
  path: z.string().max(100).openapi({
    description: '单元格，如 proactive.licensing、applications.granted[0]、remedies.reconsideration.total',
  }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})

const tags = ['统计']
const line = z.object({ id: z.string(), number: z.string(), words: z.string() })
const difference = { path: z.string(), label: z.string(), published: z.number().nullable() }
const opening = z.object({
  documents: z.array(line),
  differences: z.array(z.object({ ...difference, counted: z.number() })),
  ...{ changed: z.array(line), carried: z.array(line) },
})
const restated = z.object({
  ...{ edition: z.int(), publishedOn: z.string(), requests: z.array(line), remedies: z.array(line) },
  cells: z.array(z.object({ ...difference, onPublication: z.number(), now: z.number() })),
})
const breach = line.extend({ kind: z.string(), law: z.string() })
const disclosures = z.object({
  ...{ portal: z.int(), interpretations: z.int(), inSeries: z.int() },
  channels: z.array(z.object({ channel: z.string(), label: z.string(), count: z.int() })),
})
const counted = { report: reportForm, until: z.string(), feesYuan: z.number() }

/** What the records say of a year, as the interface describes it. */
export const countedRoutes = [
  {
    method: 'get',
    ...{ path: '/reports/{agency}/{year}/counted', summary: '按记录统计的一年', tags, ...forReaders },
    request: { params: reportKey },
    responses: gives(
      z.object({
        ...{ ...counted, kept: z.boolean(), opening: opening.nullable() },
        ...{ keptItems: z.boolean(), disclosures },
      }),
      '三张表，信息处理费，主动公开的条数，与上年公布的结转和现行有效之差',
    ),
  },
  {
    method: 'get',
    ...{ path: '/reports/{agency}/{year}/counted/cell', summary: '一个数字由哪些信息或者申请得出', tags },
    ...{ ...forReaders, request: { params: reportKey, query: cellQuery } },
    responses: gives(
      z.object({
        ...{ of: z.enum(['items', 'requests']), path: z.string(), label: z.string() },
        ...{ count: z.int(), lines: z.array(line) },
      }),
      '一页信息、申请或者复议、诉讼',
    ),
  },
  {
    method: 'get',
    ...{ path: '/reports/{agency}/{year}/restatement', summary: '公布以后的变化', tags, ...forReaders },
    request: { params: reportKey },
    responses: gives(restated.nullable(), '逐格、逐件列出；尚未公布的为 null'),
  },
  {
    method: 'get',
    ...{ path: '/reports/{agency}/{year}/rehearsal', summary: '年报预演', tags, ...forReaders },
    request: { params: reportKey },
    responses: gives(
      z.object({
        ...{ ...counted, agencyName: z.string(), year: z.int() },
        ...{ findings: findingsForm, breaches: z.array(breach) },
      }),
      '如果今天就是年末：报告、问题、违反期限等规定的申请',
    ),
  },
  {
    method: 'get',
    ...{ path: '/requests/{id}/cells', summary: '一件申请计入哪些单元格', tags, ...forReaders },
    request: { params: z.object({ id: z.uuid() }) },
    responses: gives(z.object({ agency: z.string(), years: z.array(z.unknown()) }), '逐年列出'),
  },
] as const
