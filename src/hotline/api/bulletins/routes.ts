import type { OpenAPIHono } from '@hono/zod-openapi'
import { agenciesSeen } from '../../../office/agencies.ts'
import { officeRoutes, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { body, describe, queryIn } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import { makeBulletin } from '../../act/bulletins/making.ts'
import { bulletinFile, bulletinFormats, bulletinMedia } from '../../act/bulletins/printing.ts'
import { bulletinSettings, setAppraisal, setIndustries } from '../../act/bulletins/settling.ts'
import * as steps from '../../act/bulletins/steps.ts'
import { bulletinList, bulletinSeen, bulletinView } from '../../act/bulletins/views.ts'
import { spanOf } from '../../bulletins/period.ts'
import type { BulletinView } from '../../bulletins/view.ts'
import {
  appraisalForm,
  bulletinRoutes,
  bulletinStepForm,
  bulletinsQuery,
  industriesForm,
  makingForm,
  savingForm,
} from './told.ts'

const unseen = '没有找到这期通报，或者您无权查看。'

/** Bulletins over HTTP, for the staff: made at a click, written, approved, published, taken along. */
export function bulletinsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, bulletinRoutes)
  api.get('/hotline/bulletins', async context =>
    context.json(await bulletinList(context.var.work, queryIn(context, bulletinsQuery), signedIn(context))),
  )
  api.post('/hotline/bulletins', async context => {
    const { hotline, kind, on } = await body(context, makingForm)
    const making = { by: signedIn(context), moment: momentToday() }
    const bulletin = { hotline, kind, span: spanOf(kind, on) }
    return context.json(orThrow(await makeBulletin(context.var.work, bulletin, making)), 201)
  })
  api.get('/hotline/bulletins/:id', async context => context.json(await viewSeen(context)))
  api.put('/hotline/bulletins/:id/draft', async context => {
    const doing = await doingSeen(context)
    orThrow((await steps.saveBulletin(context.var.work, doing, await body(context, savingForm))) ?? 'saved')
    return context.json(await viewSeen(context))
  })
  api.post('/hotline/bulletins/:id/steps/:step', takeStep)
  api.get('/hotline/bulletins/:id/file/:format', giveFile)
  settingRoutes(api)
  return api
}

function settingRoutes(api: OpenAPIHono<AppEnv>): void {
  const seenAgency = async (context: Who) => {
    const code = context.req.param('agency') ?? ''
    const [found] = await agenciesSeen(context.var.work, signedIn(context), code)
    if (found === undefined) throw new ProblemError(403, '您无权查看该机构的通报设置。')
    return code
  }
  api.get('/hotline/bulletin-settings/:agency', async context =>
    context.json(await bulletinSettings(context.var.work, await seenAgency(context), momentToday())),
  )
  api.post('/hotline/bulletin-settings/:agency/appraisal', async context => {
    const setting = { hotline: await seenAgency(context), appraisal: await body(context, appraisalForm) }
    const who = { by: signedIn(context), moment: momentToday() }
    orThrow((await setAppraisal(context.var.work, setting, who)) ?? 'set')
    return context.body(null, 204)
  })
  api.put('/hotline/bulletin-settings/:agency/industries', async context => {
    const { industries } = await body(context, industriesForm)
    const setting = { hotline: await seenAgency(context), industries }
    orThrow((await setIndustries(context.var.work, setting, signedIn(context))) ?? 'set')
    return context.body(null, 204)
  })
}

async function takeStep(context: Who): Promise<Response> {
  const { work } = context.var
  const doing = await doingSeen(context)
  const { words } = await body(context, bulletinStepForm)
  const take = async () => {
    switch (context.req.param('step')) {
      case 'submit':
        return await steps.submitBulletin(work, doing)
      case 'sendBack':
        return await steps.sendBulletinBack(work, doing, words)
      case 'approve':
        return await steps.approveBulletin(work, doing)
      case 'publish':
        return await steps.publishBulletin(work, doing)
      case 'restate':
        return await steps.restateBulletin(work, doing, words)
      default:
        throw new ProblemError(404, '没有这个环节。')
    }
  }
  orThrow((await take()) ?? 'done')
  return context.json(await viewSeen(context))
}

async function giveFile(context: Who): Promise<Response> {
  const format = bulletinFormats.find(each => each === context.req.param('format'))
  if (format === undefined) throw new ProblemError(404, '没有这种格式。')
  const { content, tables, standing, editions } = await viewSeen(context)
  const { edition, restated } = standing
  const publishedAt = editions.find(each => each.edition === edition)?.publishedAt ?? null
  const address = new URL(context.req.url).origin
  const bytes = await bulletinFile({ content, tables, edition, restated, publishedAt, address }, format)
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': bulletinMedia[format],
    'content-disposition': namedFile(`${content.title}.${format}`),
    'x-content-type-options': 'nosniff',
  })
}

async function viewSeen(context: Who): Promise<BulletinView> {
  const reading = { reader: signedIn(context), moment: momentToday() }
  const view = await bulletinView(context.var.work, idOf(context), reading)
  if (view === undefined) throw new ProblemError(404, unseen)
  return view
}

async function doingSeen(context: Who) {
  const by = signedIn(context)
  const record = await bulletinSeen(context.var.work, idOf(context), by)
  if (record === undefined) throw new ProblemError(404, unseen)
  return { id: record.id, by, moment: momentToday() }
}

/** The id in the address. @throws ProblemError 404 where it is none */
function idOf(context: Who): string {
  const id = context.req.param('id') ?? ''
  if (!isUuid(id.toLowerCase())) throw new ProblemError(404, unseen)
  return id
}
