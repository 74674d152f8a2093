import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { missing, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { largestFileBytes } from '../../../platform/files/known.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { requestByCode } from '../../act/applicant.ts'
import { letterOfRecord, recordCorrectionByCode } from '../../act/records.ts'
import { type FoiRecord, recordOf } from '../../store/history.ts'
import { paperBytes, papersOf } from '../../store/papers.ts'
import { recordPage } from '../records/shown-page.ts'
import { doAsApplicant } from './doing.ts'
import { trackedLetter } from './letters.ts'
import { viewOf } from './showing.ts'
import { doorPage, trackPage } from './track-page.ts'
import type { RefusedTry } from './view.ts'

const cookie = 'foi_track'
const wrongCode = '没有找到这个查询码对应的申请。请核对 22 位查询码，注意大小写；连续输错会被限制查询。'

/** The tracking page: for whoever has the code, which stays in a cookie of this visit and never in an address. */
export function trackRoutes(portal: Hono<AppEnv>): void {
  const track = new Hono<AppEnv>()
  for (const path of [paths.track(), paths.tracked(), `${paths.tracked()}/*`]) track.use(path, neverKept)
  track.get(paths.track(), context => shown(context, { title: '查询申请' }, doorPage()))
  track.post(paths.track(), rateLimit(10), async context => {
    const { code } = await context.req.parseBody()
    const typed = typeof code === 'string' ? code.trim() : ''
    if (!(await opensSomething(context.var.work, typed)))
      return shown(context, { title: '查询申请' }, doorPage(wrongCode), 422)
    return remembering(context, typed)
  })
  track.get('/requests/tracked/rounds/:id', toRound)
  track.get(paths.tracked(), tracked)
  track.post('/requests/tracked/steps/:step', rateLimit(30), sized(), context =>
    withRequest(context, record => act(context, record)),
  )
  track.get('/requests/tracked/letters/:file', context =>
    withRequest(context, record => trackedLetter(context, record)),
  )
  track.get('/requests/tracked/papers/:id', context => withRequest(context, record => paper(context, record)))
  track.post(paths.trackedEnd(), context => {
    deleteCookie(context, cookie, { path: '/requests' })
    return context.redirect(paths.track(), 303)
  })
  portal.route('/', track)
}

function sized() {
  return bodyLimit({
    maxSize: largestFileBytes + 1024 * 1024,
    onError: context =>
      shown(context, { title: '查询申请' }, doorPage('文件超过 50 MB，请压缩或者分成几个文件。'), 413),
  })
}

async function withRequest(
  context: Context<AppEnv>,
  show: (record: FoiRecord) => Promise<Response>,
): Promise<Response> {
  const [code = '', round] = codeIn(context).split('/')
  const asked = await requestByCode(context.var.work, code)
  const again = asked && round !== undefined ? await roundOf(context.var.work, asked, round) : undefined
  const record = again ?? asked
  return record === undefined ? context.redirect(paths.track(), 303) : show(record)
}

const neverKept: MiddlewareHandler<AppEnv> = async (context, next) => {
  await next()
  context.res.headers.set('cache-control', 'no-store')
}

function codeIn(context: Context<AppEnv>): string {
  return getCookie(context, cookie) ?? ''
}

/** What is looked at stays in a cookie of this visit: the code, and after a stroke the round that answers again. */
function remembering(context: Context<AppEnv>, code: string): Response {
  const secure = new URL(context.req.url).protocol === 'https:'
  setCookie(context, cookie, code, { path: '/requests', httpOnly: true, sameSite: 'Strict', secure })
  return context.redirect(paths.tracked(), 303)
}

/** The round that answers this request again; the first request's code opens it too. */
async function roundOf(work: Work, { request }: FoiRecord, id: string): Promise<FoiRecord | undefined> {
  if (!/^[\da-f-]{36}$/.test(id)) return undefined
  const round = await recordOf(work, id)
  return round?.request.roundOf === request.id ? round : undefined
}

/** To a round, or with `first` back to the request that it answers again. */
async function toRound(context: Context<AppEnv>): Promise<Response> {
  const [code = ''] = codeIn(context).split('/')
  const id = context.req.param('id') ?? ''
  if (id === 'first') return remembering(context, code)
  const asked = await requestByCode(context.var.work, code)
  const round = asked && (await roundOf(context.var.work, asked, id))
  return round === undefined ? context.redirect(paths.track(), 303) : remembering(context, `${code}/${id}`)
}

async function opensSomething(work: Work, code: string): Promise<boolean> {
  if ((await requestByCode(work, code)) !== undefined) return true
  return (await recordCorrectionByCode(work, code)) !== undefined
}

/** A demand to correct a record, where the code is of one; else the request. */
async function tracked(context: Context<AppEnv>): Promise<Response> {
  const { work } = context.var
  const asked = await recordCorrectionByCode(work, codeIn(context))
  if (asked === undefined) return withRequest(context, record => page(context, record))
  const { name = asked.agency } = (await agencyTree(work)).find(({ code }) => code === asked.agency) ?? {}
  const main = recordPage(asked, name, await letterOfRecord(work, asked.id))
  return shown(context, { title: `更正要求 ${asked.number}`, script: true }, main)
}

async function page(context: Context<AppEnv>, record: FoiRecord, refused?: RefusedTry): Promise<Response> {
  const view = await viewOf(context.var.work, record, { today: today(), refused })
  const title = `申请 ${record.request.number}`
  return shown(context, { title, script: true }, trackPage(view), refused === undefined ? 200 : 422)
}

async function act(context: Context<AppEnv>, record: FoiRecord): Promise<Response> {
  const step = context.req.param('step') ?? ''
  const body = await context.req.parseBody()
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(body))
    if (typeof value === 'string') typed[name] = plainText(value)
  const file = body.file instanceof File ? body.file : undefined
  const { work, secrets } = context.var
  const done = await doAsApplicant(work, { record, step, typed, file, today: today(), secrets })
  if (done === undefined) return missing(context)
  const refusal: Refusal | undefined = isRefusal(done)
    ? done
    : 'kind' in done
      ? { kind: 'refusal', message: '机关刚刚办理过这件申请，请看过最新情况后再提交。' }
      : undefined
  return refusal === undefined
    ? context.redirect(paths.tracked(), 303)
    : page(context, record, { step, refusal, typed })
}

async function paper(context: Context<AppEnv>, record: FoiRecord): Promise<Response> {
  const { work, secrets } = context.var
  const id = context.req.param('id') ?? ''
  const found = (await papersOf(work, record.request.id)).find(each => each.id === id)
  if (found === undefined || !found.openToApplicant) return missing(context)
  const bytes = await paperBytes(work, id, secrets)
  if (bytes === undefined) return missing(context)
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': found.media,
    'content-disposition': namedFile(found.name),
  })
}
