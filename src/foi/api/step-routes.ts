import type { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { orThrow } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { body, wrongForm } from '../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../platform/http/problem.ts'
import { openIdentity } from '../act/applicant.ts'
import { attach } from '../act/papers.ts'
import { preview } from '../act/views/preview.ts'
import { paperPurposes } from '../request.ts'
import { caseSeen, doing, problemOf, recordSeen } from './doing.ts'
import { isPostedStep, type PostedStep, takers } from './takers.ts'
import type { Taken } from './taking.ts'
import { reasonForm } from './told.ts'

const upload = bodyLimit({
  maxSize: 52 * 1024 * 1024,
  onError: () => problemResponse(problem(413, '文件超过 50 MB。')),
})

/** What is done to a request: the steps of the table, each previewed or taken; a paper; who asks, opened. */
export function stepRoutes(api: OpenAPIHono<AppEnv>): void {
  api.post('/requests/:id/steps/:step', async context => {
    const { record: _, ...by } = await doing(context)
    const { taken } = await takenOf(context)
    const done = await taken.take(context.var.work, { ...by, version: taken.version })
    if ('kind' in done) throw problemOf(done)
    return context.json(await caseSeen(context))
  })
  api.post('/requests/:id/preview/:step', async context => {
    const { record: _, ...by } = await doing(context)
    const { step, taken } = await takenOf(context)
    const seen = await preview(context.var.work, by, { step, take: taken.take })
    if ('kind' in seen) throw problemOf(seen)
    return context.json(seen)
  })
  api.post('/requests/:id/identity', async context => {
    const { request } = await recordSeen(context)
    const { reason } = await body(context, reasonForm)
    const { work, secrets } = context.var
    const asked = { id: request.id, by: signedIn(context), secrets }
    return context.json(orThrow(await openIdentity(work, asked, reason)))
  })
  api.post('/requests/:id/papers', upload, async context => {
    const { record: _, ...by } = await doing(context)
    const form = await context.req.parseBody()
    const purpose = z.enum(paperPurposes, '请选择材料的用途').safeParse(form.purpose)
    if (!purpose.success) throw wrongForm(purpose.error)
    const done = await attach(context.var.work, by, { ...(await fileOf(form.file)), purpose: purpose.data })
    if ('kind' in done) throw problemOf(done)
    return context.json(await caseSeen(context))
  })
}

async function takenOf(context: Who): Promise<{ step: PostedStep; taken: Taken }> {
  const step = context.req.param('step') ?? ''
  if (!isPostedStep(step)) throw new ProblemError(404, '没有这个环节。')
  const read: unknown = await context.req.json().catch(() => ({}))
  return { step, taken: takers[step].read(read) }
}

async function fileOf(file: unknown): Promise<{ name: string; bytes: Uint8Array }> {
  if (!(file instanceof File) || file.size === 0) throw new ProblemError(400, '请在 file 中上传一份文件。')
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
