import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../../office/env.ts'
import { missing, shown } from '../../../office/portal/shown.ts'
import { momentToday } from '../../../platform/clock.ts'
import { largestFileBytes } from '../../../platform/files/known.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { demandByCode } from '../../act/caller/filing.ts'
import { doAsCaller, trackedDemand } from '../../act/caller/following.ts'
import { openedPaper } from '../../act/papers/papers.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { filesOf } from '../files.ts'
import { doorPage, trackPage } from './track-page.ts'
import type { RefusedTry } from './view.ts'

const cookie = 'hotline_track'
const about = { title: '查询诉求' }
const wrongCode = '没有找到这件诉求。请核对编号和 22 位查询码，注意大小写；连续输错会被限制查询。'

/** The tracking page: for whoever has number and code, which stay in a cookie of this visit and never in an address. */
export function trackRoutes(portal: Hono<AppEnv>): void {
  const track = new Hono<AppEnv>()
  for (const path of [paths.trackDemand(), paths.trackedDemand(), `${paths.trackedDemand()}/*`])
    track.use(path, neverKept)
  track.get(paths.trackDemand(), context => shown(context, about, doorPage()))
  track.post(paths.trackDemand(), rateLimit(10), async context => {
    const body = await context.req.parseBody()
    const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '')
    const [number, code] = [text('number'), text('code')]
    if ((await demandByCode(context.var.work, { number, code })) === undefined)
      return shown(
        context,
        about,
        doorPage({ number: plainText(number).slice(0, 40), refusal: wrongCode }),
        422,
      )
    const secure = new URL(context.req.url).protocol === 'https:'
    const kept = { path: paths.hotline(), httpOnly: true, sameSite: 'Strict', secure } as const
    setCookie(context, cookie, `${number}/${code}`, kept)
    return context.redirect(paths.trackedDemand(), 303)
  })
  track.get(paths.trackedDemand(), context => withDemand(context, record => page(context, record)))
  track.post(`${paths.trackedDemand()}/steps/:step`, rateLimit(30), sized(), context =>
    withDemand(context, record => act(context, record)),
  )
  track.get(`${paths.trackedDemand()}/papers/:paper`, context =>
    withDemand(context, record => paper(context, record)),
  )
  track.post(paths.trackedDemandEnd(), context => {
    deleteCookie(context, cookie, { path: paths.hotline() })
    return context.redirect(paths.trackDemand(), 303)
  })
  portal.route('/', track)
}

const neverKept: MiddlewareHandler<AppEnv> = async (context, next) => {
  await next()
  context.res.headers.set('cache-control', 'no-store')
}

function sized() {
  const refusal = '文件合计超过 100 MB，请分几次补充。'
  return bodyLimit({
    maxSize: 2 * largestFileBytes,
    onError: context => shown(context, about, doorPage({ refusal }), 413),
  })
}

async function withDemand(
  context: Context<AppEnv>,
  show: (record: DemandRecord) => Promise<Response>,
): Promise<Response> {
  const [number = '', code = ''] = (getCookie(context, cookie) ?? '').split('/')
  const record = await demandByCode(context.var.work, { number, code })
  return record === undefined ? context.redirect(paths.trackDemand(), 303) : show(record)
}

async function page(context: Context<AppEnv>, record: DemandRecord, refused?: RefusedTry): Promise<Response> {
  const view = await trackedDemand(context.var.work, record, momentToday())
  const title = `诉求 ${record.demand.number}`
  const status = refused === undefined ? 200 : 422
  return shown(context, { title, script: true }, trackPage({ ...view, refused }), status)
}

async function act(context: Context<AppEnv>, record: DemandRecord): Promise<Response> {
  const { work, secrets } = context.var
  const step = context.req.param('step') ?? ''
  const body = await context.req.parseBody({ all: true })
  const typed = Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, plainText(value)]] : [],
    ),
  )
  const told = { typed, files: await filesOf(body.files) }
  const done = await doAsCaller(work, { record, step, moment: momentToday(), secrets }, told)
  if (done === undefined) return missing(context)
  return isRefusal(done)
    ? page(context, record, { step, refusal: done, typed })
    : context.redirect(paths.trackedDemand(), 303)
}

async function paper(context: Context<AppEnv>, { demand }: DemandRecord): Promise<Response> {
  const { work, secrets } = context.var
  const id = context.req.param('paper') ?? ''
  const found = await openedPaper(work, { demand: demand.id, paper: id }, secrets)
  if (found?.paper.openToCaller !== true) return missing(context)
  return context.body(Uint8Array.from(found.bytes), 200, {
    'content-type': found.paper.media,
    'content-disposition': namedFile(found.paper.name),
  })
}
