import { z } from '@hono/zod-openapi'
import { forEverybody, forRoles, forSignedIn } from '../../office/api/who.ts'
import { gives, takes } from '../../platform/http/openapi.ts'
import { formats } from '../printed/format.ts'
import { findingsForm, reportForm } from './forms.ts'
import { draftForm, reportKey } from './views.ts'

/** The agencies that are reminded. */
export const remindForm = z.object({ agencies: z.array(z.string()).min(1).max(5000) })

const file = z.string().openapi({ format: 'binary', description: '不超过 20 MB 的年度报告' })
const parts = <T extends z.ZodRawShape>(shape: T) => ({
  body: { required: true, content: { 'multipart/form-data': { schema: z.object(shape) } } },
})
const task = z.object({
  ...{ kind: z.string(), title: z.string(), detail: z.string(), agency: z.string(), year: z.int() },
  ...{ due: z.string().nullable(), daysLeft: z.int().nullable() },
})
const overseers = forRoles('supervisingOffice', 'auditor')
const view = z.object({
  ...{ agency: z.string(), agencyName: z.string(), year: z.int(), due: z.string(), findings: findingsForm },
  ...{ sum: reportForm, own: reportForm.nullable(), agencies: z.array(z.unknown()) },
})

/** The routes that read files or gather many reports, as the interface describes them. */
export const gatheringRoutes = [
  {
    method: 'get',
    ...{ path: '/today', summary: '待我办理、等待他人、最近变动', tags: ['今日'] },
    ...{ ...forSignedIn, request: { query: z.object({ agency: z.string().optional() }) } },
    responses: gives(z.object({ tasks: z.array(task), waiting: z.array(task) }), '先到期的在前'),
  },
  {
    method: 'post',
    ...{ path: '/check', summary: '年报体检：检查任何一份报告，不保存', tags: ['年度报告'] },
    ...{ ...forEverybody, request: parts({ file, previous: file.optional() }) },
    responses: gives(
      z.object({ report: reportForm, findings: findingsForm, assertions: z.array(z.unknown()) }),
      '读出的报告和问题',
    ),
  },
  {
    method: 'post',
    ...{ path: '/reports/import', summary: '由文件导入草稿', tags: ['编制'] },
    ...{ ...forRoles('officer'), request: parts({ file, agency: z.string(), year: z.int() }) },
    responses: gives(draftForm, '导入后的草稿'),
  },
  {
    method: 'get',
    ...{ path: '/reports/{agency}/{year}/file/{format}', tags: ['年度报告'] },
    ...{ summary: '已公布报告的文件', ...forEverybody },
    request: {
      params: reportKey.extend({ format: z.enum(formats) }),
      query: z.object({ edition: z.coerce.number().int().optional() }),
    },
    responses: { 200: { description: '文件' }, 404: { description: '没有找到' } },
  },
  {
    method: 'get',
    ...{ path: '/roll-up/{agency}/{year}', summary: '所属各机关的汇总', tags: ['汇总'] },
    ...{ ...overseers, request: { params: reportKey }, responses: gives(view, '汇总、差异和报送情况') },
  },
  {
    method: 'post',
    ...{ path: '/roll-up/{agency}/{year}/remind', summary: '催报', tags: ['汇总'] },
    ...{ ...forRoles('supervisingOffice'), request: { params: reportKey, ...takes(remindForm) } },
    responses: gives(z.object({ sent: z.int() }), '已催报的机关数'),
  },
  {
    method: 'post',
    ...{ path: '/roll-up/{agency}/{year}/start', tags: ['汇总'] },
    ...{ summary: '以汇总数开始本级报告', ...forRoles('officer'), request: { params: reportKey } },
    responses: gives(draftForm, '新的草稿'),
  },
] as const
