import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { namedFile } from '../../platform/http/named-file.ts'
import { body, describe } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { importReport } from '../act/act.ts'
import { reportFile } from '../act/files.ts'
import { remind, rollUp, startFromSum } from '../act/roll-up.ts'
import { todayTasks } from '../act/today.ts'
import { publishedReport } from '../act/views.ts'
import { titleOf } from '../printed/document.ts'
import { isFormat } from '../printed/format.ts'
import { readReport } from '../read/read.ts'
import { Unreadable } from '../read/unreadable.ts'
import { mediaType } from '../render/render.ts'
import { verify } from '../verify.ts'
import { doingOf, done, viewAfter } from './doing.ts'
import { gatheringRoutes, remindForm } from './gathering-told.ts'

const upload = bodyLimit({
  maxSize: 42 * 1024 * 1024,
  onError: () => problemResponse(problem(413, '文件超过 20 MB。')),
})
const year = z.coerce.number('年份不正确').int().min(2008).max(2100)

/** What is gathered from many reports, or read from files: the check, imports, the roll-up, what is due today. */
export function gatheringApi(): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>()
  describe(api, gatheringRoutes)
  api.get('/today', async context => {
    const person = signedIn(context)
    const agency = context.req.query('agency')
    const grants = person.grants.filter(grant => agency === undefined || grant.agency === agency)
    return context.json(await todayTasks(context.var.work, { ...person, grants }, today()))
  })
  api.post('/check', rateLimit(60), upload, async context => {
    const form = await context.req.parseBody()
    const { report, findings, assertions } = await readingOf(form.file)
    const previous = form.previous instanceof File ? (await readingOf(form.previous)).report : undefined
    return context.json({
      report,
      assertions,
      findings: [...findings, ...verify(report, { assertions, previous })],
    })
  })
  api.post('/reports/import', upload, async context => {
    signedIn(context)
    const form = await context.req.parseBody()
    const doing = doingOf(context, { agency: String(form.agency ?? ''), year: yearOf(form.year) })
    await done(importReport(context.var.work, doing, await readingOf(form.file)))
    return context.json(await viewAfter(context.var.work, doing))
  })
  api.get('/reports/:agency/:year/file/:format', async context => file(context))
  rollUpRoutes(api)
  return api
}

function rollUpRoutes(api: OpenAPIHono<AppEnv>): void {
  api.get('/roll-up/:agency/:year', async context => {
    const key = { agency: context.req.param('agency'), year: yearOf(context.req.param('year')) }
    const view = await rollUp(context.var.work, key, signedIn(context), today())
    if (view === undefined)
      throw new ProblemError(404, '没有找到这个机关，它没有所属机关，或者您无权查看它的汇总。')
    return context.json(view)
  })
  api.post('/roll-up/:agency/:year/remind', async context => {
    signedIn(context)
    const { agencies } = await body(context, remindForm)
    const doing = doingOf(context, {
      agency: context.req.param('agency'),
      year: yearOf(context.req.param('year')),
    })
    const sent = await remind(context.var.work, doing, agencies)
    if (isRefusal(sent)) throw ProblemError.of(sent)
    return context.json(sent)
  })
  api.post('/roll-up/:agency/:year/start', async context => {
    const doing = doingOf(context, {
      agency: context.req.param('agency'),
      year: yearOf(context.req.param('year')),
    })
    await done(startFromSum(context.var.work, doing))
    return context.json(await viewAfter(context.var.work, doing))
  })
}

async function file(context: Context<AppEnv>): Promise<Response> {
  const { agency = '', format = '' } = context.req.param()
  const key = { agency, year: yearOf(context.req.param('year')) }
  const edition = z.coerce.number().int().min(1).optional().safeParse(context.req.query('edition'))
  const found = await publishedReport(context.var.work, key, edition.success ? edition.data : undefined)
  if (found === undefined || !isFormat(format))
    throw new ProblemError(404, '没有找到已公布的这份报告，或没有这种格式。')
  const { report, line } = found
  const bytes =
    (await reportFile(context.var.work, { ...key, edition: line.edition }, format)) ?? new Uint8Array()
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': mediaType[format],
    'content-disposition': namedFile(`${titleOf(report)}.${format}`),
  })
}

function yearOf(text: unknown): number {
  const parsed = year.safeParse(text)
  if (!parsed.success) throw new ProblemError(400, '年份不正确，应为 2008 至 2100 的整数。')
  return parsed.data
}

async function readingOf(file: unknown) {
  if (!(file instanceof File) || file.size === 0)
    throw new ProblemError(400, '请在 file 中上传一份年度报告。')
  try {
    return await readReport({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch (cause) {
    throw cause instanceof Unreadable ? new ProblemError(422, cause.message) : cause
  }
}
