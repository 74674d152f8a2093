import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { forEverybody, forRoles, forStep } from '../../office/api/who.ts'
import type { AppEnv } from '../../office/env.ts'
import { roleLabel } from '../../office/roles.ts'
import { today } from '../../platform/clock.ts'
import { gives, takes, wrongInput } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { explain, saveDraft, startReport, takeStep } from '../act/act.ts'
import { listReports, publishedReport } from '../act/views.ts'
import { steps } from '../steps.ts'
import { doingOf, done, viewAfter } from './doing.ts'
import { forReaders, serveDraftFile } from './draft-file.ts'
import { explanationsForm, reportForm } from './forms.ts'
import { draftForm, lineForm, reportKey, stateForm, stepNames } from './views.ts'

const version = z.int().optional().openapi({ description: '所见的版本号；他人已修改时答复 409' })

const forOfficers = forRoles('officer')
const takers = steps
  .filter(({ step }) => stepNames.safeParse(step).success)
  .map(({ step, label, roles }) => `${step} ${label}，${roles.map(role => roleLabel[role]).join('或')}`)
const forTakers = {
  ...forStep(name => steps.find(({ step }) => step === name)),
  description: `可用者：${takers.join('；')}。限本机构；现在能办什么，见草稿中的 steps。`,
}

const list = createRoute({
  ...{ method: 'get', path: '/reports', summary: '年度报告列表：公众只见已公布的', tags: ['年度报告'] },
  ...forEverybody,
  request: {
    query: z.object({
      agency: z.string().optional(),
      year: z.coerce.number().int().optional(),
      state: stateForm.optional(),
      q: z.string().max(50).optional(),
      sort: z.string().max(20).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(20),
    }),
  },
  responses: gives(z.object({ lines: z.array(lineForm), total: z.int() }), '一页报告和总数'),
})

const published = createRoute({
  ...{ method: 'get', path: '/reports/{agency}/{year}', summary: '已公布的年度报告', tags: ['年度报告'] },
  ...forEverybody,
  request: { params: reportKey, query: z.object({ edition: z.coerce.number().int().min(1).optional() }) },
  responses: gives(reportForm, '报告全文'),
})

const draft = createRoute({
  ...{ method: 'get', path: '/reports/{agency}/{year}/draft', summary: '工作台所见的报告', tags: ['编制'] },
  ...forReaders,
  request: { params: reportKey },
  responses: gives(draftForm, '报告、问题、历史和可办事项'),
})

const save = createRoute({
  ...{ method: 'put', path: '/reports/{agency}/{year}/draft', summary: '保存草稿', tags: ['编制'] },
  ...forOfficers,
  request: { params: reportKey, ...takes(z.object({ version, report: reportForm })) },
  responses: gives(draftForm, '保存后的报告'),
})

const start = createRoute({
  ...{ method: 'post', path: '/reports', summary: '开始填报', tags: ['编制'] },
  ...forOfficers,
  request: takes(
    z.object({
      agency: reportKey.shape.agency,
      year: z.int().min(2008).max(2100),
      from: z.enum(['blank', 'previous']),
    }),
  ),
  responses: gives(draftForm, '新的草稿'),
})

const step = createRoute({
  ...{
    method: 'post',
    path: '/reports/{agency}/{year}/steps/{step}',
    summary: '办理一个环节',
    tags: ['编制'],
  },
  ...forTakers,
  request: {
    params: reportKey.extend({ step: stepNames }),
    ...takes(
      z.object({ version, note: z.string().max(500).optional(), explanations: explanationsForm.optional() }),
    ),
  },
  responses: gives(draftForm, '办理后的报告'),
})

/** The reports over HTTP: validate, authorise by the table of steps, act, present. */
export function annualReportApi(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>({
    defaultHook: result =>
      result.success ? undefined : problemResponse(problem(400, wrongInput(result.error))),
  })
  api.openapi(list, async context => {
    const { work, person } = context.var
    return context.json(
      await listReports(work, person, { ...context.req.valid('query'), today: today() }),
      200,
    )
  })
  api.openapi(published, async context => {
    const found = await publishedReport(
      context.var.work,
      context.req.valid('param'),
      context.req.valid('query').edition,
    )
    if (found === undefined) throw new ProblemError(404, '没有找到已公布的这份报告。')
    return context.json(reportForm.parse(found.report), 200)
  })
  api.openapi(draft, async context => {
    const doing = doingOf(context, context.req.valid('param'))
    return context.json(await viewAfter(context.var.work, doing), 200)
  })
  api.openapi(save, async context => {
    const { version: seen, report } = context.req.valid('json')
    const doing = { ...doingOf(context, context.req.valid('param')), version: seen }
    await done(saveDraft(context.var.work, doing, report))
    return context.json(await viewAfter(context.var.work, doing), 200)
  })
  api.openapi(start, async context => {
    const { from, ...params } = context.req.valid('json')
    const doing = doingOf(context, params)
    await done(startReport(context.var.work, doing, from))
    return context.json(await viewAfter(context.var.work, doing), 200)
  })
  api.openapi(step, async context => {
    const { step: name, ...params } = context.req.valid('param')
    const { version: seen, note, explanations = [] } = context.req.valid('json')
    const doing = { ...doingOf(context, params), version: seen }
    const { work } = context.var
    await done(name === 'explain' ? explain(work, doing, explanations) : takeStep(work, doing, name, note))
    return context.json(await viewAfter(work, doing), 200)
  })
  serveDraftFile(api)
  return api
}
