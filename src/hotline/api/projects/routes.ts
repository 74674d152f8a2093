import type { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { idIn } from '../../../office/api/id-in.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { holds } from '../../../office/roles.ts'
import { momentToday } from '../../../platform/clock.ts'
import { knownFile, largestFileBytes } from '../../../platform/files/known.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { body, describe, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../../platform/http/problem.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { ProjectDone } from '../../act/projects/act.ts'
import { attach } from '../../act/projects/attaching.ts'
import { openProject } from '../../act/projects/opening.ts'
import {
  projectDemands,
  projectFile,
  projectList,
  projectSeen,
  projectView,
  tryScope,
} from '../../act/projects/views.ts'
import { wordsIn } from '../../projects/scope.ts'
import type { ProjectView } from '../../projects/view.ts'
import type { ProjectRecord } from '../../store/projects/history.ts'
import { readAsList } from '../demand-in.ts'
import { isPostedProjectStep, projectTakers } from './takers.ts'
import { openingForm, projectDemandsQuery, projectRoutes, projectsQuery, triedQuery } from './told.ts'

const unseen = '没有找到这个专项，或者您无权查看。'
const upload = bodyLimit({
  maxSize: largestFileBytes + 1024 * 1024,
  onError: () => problemResponse(problem(400, '文件超过 50 MB，请压缩或者分成几个文件。')),
})

/** Projects of governance over HTTP, for the staff: validate, authorise by the table of steps, act, present. */
export function projectsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, projectRoutes)
  api.get('/projects', async context =>
    context.json(await projectList(context.var.work, queryIn(context, projectsQuery), signedIn(context))),
  )
  api.post('/projects', async context => {
    const opening = await body(context, openingForm)
    const who = { by: signedIn(context), moment: momentToday() }
    return context.json(orThrow(await openProject(context.var.work, opening, who)), 201)
  })
  api.get('/projects/scope', async context => {
    const { agency, words, places, units, types, categories } = queryIn(context, triedQuery)
    if (!holds(signedIn(context), 'supervisor', agency))
      throw new ProblemError(403, '这项工作由该热线的督办员办理，您没有这个角色。')
    const scope = {
      ...{ words: wordsIn(words), places: wordsIn(places), units: wordsIn(units) },
      ...{ types: types === undefined ? [] : [types], matters: [] },
      categories: categories === '' ? [] : [categories],
    }
    return context.json(await tryScope(context.var.work, { agency, scope }, momentToday()))
  })
  api.get('/projects/:id', async context => context.json(await viewSeen(context)))
  api.get('/projects/:id/demands', async context => {
    const reading = { reader: signedIn(context), moment: momentToday() }
    const asked = queryIn(context, projectDemandsQuery)
    const found = await projectDemands(context.var.work, await recordSeen(context), asked, reading)
    return context.json(await readAsList(context, found))
  })
  api.post('/projects/:id/steps/:step', takeStep)
  api.post('/projects/:id/files', upload, attachFile)
  api.get('/projects/:id/files/:file', giveFile)
  return api
}

async function takeStep(context: Who): Promise<Response> {
  const step = context.req.param('step') ?? ''
  if (!isPostedProjectStep(step)) throw new ProblemError(404, '没有这个环节。')
  const { id } = await recordSeen(context)
  const doing = { id, by: signedIn(context), moment: momentToday() }
  return await shown(context, await projectTakers[step].take(context, doing))
}

/** What stands now, or why nothing was done. @throws ProblemError 409 or 422 */
async function shown(context: Who, result: ProjectDone): Promise<Response> {
  const done = orThrow(result)
  if ('kind' in done) {
    const { version } = done.standing
    const said = '他人刚刚办理过这个专项。您填写的内容仍在页面上，请看过最新情况后再办理。'
    throw new ProblemError(409, said, { version })
  }
  return context.json(await viewSeen(context))
}

async function attachFile(context: Who): Promise<Response> {
  const { id } = await recordSeen(context)
  const { file: sent, words = '' } = await context.req.parseBody()
  if (!(sent instanceof File)) throw new ProblemError(400, '请在 file 中上传一份文件。')
  const file = orThrow(await knownFile(sent.name, new Uint8Array(await sent.arrayBuffer())))
  const doing = { id, by: signedIn(context), moment: momentToday() }
  const { work, secrets } = context.var
  const said = typeof words === 'string' ? [...words.trim()].slice(0, 500).join('') : ''
  return await shown(context, await attach(work, doing, { file, words: said, secrets }))
}

async function giveFile(context: Who): Promise<Response> {
  const { id } = await recordSeen(context)
  const file = context.req.param('file') ?? ''
  const { work, secrets } = context.var
  const found = isUuid(file.toLowerCase())
    ? await projectFile(work, { project: id, file, secrets })
    : undefined
  if (found === undefined) throw new ProblemError(404, '没有找到这份材料。')
  return context.body(Uint8Array.from(found.bytes), 200, {
    ...{ 'content-type': found.media, 'content-disposition': namedFile(found.name) },
    'x-content-type-options': 'nosniff',
  })
}

async function viewSeen(context: Who): Promise<ProjectView> {
  const reading = { reader: signedIn(context), moment: momentToday() }
  const view = await projectView(context.var.work, idIn(context, unseen), reading)
  if (view === undefined) throw new ProblemError(404, unseen)
  return view
}

async function recordSeen(context: Who): Promise<ProjectRecord> {
  const record = await projectSeen(context.var.work, idIn(context, unseen), signedIn(context))
  if (record === undefined) throw new ProblemError(404, unseen)
  return record
}
