import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { reportsPublished } from '../annual-report/act/published.ts'
import { countedApi } from '../annual-report/api/counted.ts'
import { gatheringApi } from '../annual-report/api/gathering.ts'
import { annualReportApi } from '../annual-report/api/routes.ts'
import { annualReportPortal } from '../annual-report/portal/routes.ts'
import { reportsLike } from '../annual-report/portal/search/alike.ts'
import { reportsFound } from '../annual-report/portal/search/found.ts'
import { itemOfOldAddress } from '../disclosure/act/shelf/redirecting.ts'
import { citizensApi } from '../disclosure/api/citizens/routes.ts'
import { dutiesApi } from '../disclosure/api/duties/routes.ts'
import { siteRunsApi } from '../disclosure/api/importing/routes.ts'
import { interpretationsApi } from '../disclosure/api/interpretations.ts'
import { itemsApi } from '../disclosure/api/routes.ts'
import { publicResultsApi } from '../disclosure/api/rows/public.ts'
import { rowsApi } from '../disclosure/api/rows/routes.ts'
import { missedApi } from '../disclosure/api/search/missed.ts'
import { wordsApi } from '../disclosure/api/words.ts'
import { citizensPortal } from '../disclosure/portal/citizens.ts'
import { disclosurePortal } from '../disclosure/portal/routes.ts'
import { itemsLike } from '../disclosure/portal/search/alike.ts'
import type { SearchElsewhere } from '../disclosure/portal/search/view.ts'
import { seriesPortal } from '../disclosure/portal/series/routes.ts'
import { foiApi } from '../foi/api/routes.ts'
import { answersFound } from '../foi/portal/answers/found.ts'
import { foiPortal } from '../foi/portal/routes.ts'
import { registerApi } from '../foi/register/api.ts'
import { demandsHeldBy } from '../hotline/act/views/held.ts'
import { bulletinsApi } from '../hotline/api/bulletins/routes.ts'
import { callbackApi } from '../hotline/api/callback/routes.ts'
import { categoriesApi } from '../hotline/api/categories/routes.ts'
import { callsApi } from '../hotline/api/doors/calls.ts'
import { doorsApi } from '../hotline/api/doors/routes.ts'
import { ticketsApi } from '../hotline/api/doors/tickets.ts'
import { hotlineDutiesApi } from '../hotline/api/duties/routes.ts'
import { figuresApi } from '../hotline/api/figures/routes.ts'
import { shownFiguresApi } from '../hotline/api/figures/shown.ts'
import { knowledgeApi } from '../hotline/api/knowledge/routes.ts'
import { looksApi } from '../hotline/api/looks/routes.ts'
import { open311 } from '../hotline/api/open311/routes.ts'
import { demandPapersApi } from '../hotline/api/papers.ts'
import { demandPresenceApi } from '../hotline/api/presence.ts'
import { projectsApi } from '../hotline/api/projects/routes.ts'
import { publishedDemandsApi } from '../hotline/api/published.ts'
import { qualityApi } from '../hotline/api/quality/routes.ts'
import { repeatsApi } from '../hotline/api/repeats/routes.ts'
import { requestsOfHotlineApi } from '../hotline/api/requests.ts'
import { hotlineApi } from '../hotline/api/routes.ts'
import { safetyApi } from '../hotline/api/safety/routes.ts'
import { hotlineSettingsApi } from '../hotline/api/settings/routes.ts'
import { templatesApi } from '../hotline/api/templates.ts'
import { topicsApi } from '../hotline/api/topics/routes.ts'
import { visitsApi } from '../hotline/api/visits.ts'
import { demandAnswersFound } from '../hotline/portal/answers/routes.ts'
import { bulletinsPortal } from '../hotline/portal/bulletins/routes.ts'
import { questionsFound } from '../hotline/portal/knowledge/routes.ts'
import { projectsPortal } from '../hotline/portal/projects/routes.ts'
import { hotlinePortal } from '../hotline/portal/routes.ts'
import { forEverybody } from '../office/api/who.ts'
import { officeApi } from '../office/api.ts'
import { type AppEnv, whoAsks } from '../office/env.ts'
import { identityRoutes } from '../office/oidc-routes.ts'
import { setupPortal } from '../office/portal/setup-page.ts'
import { failed, missing, shown } from '../office/portal/shown.ts'
import { ownPagesOnly, problemOfError, requestLog, safeHeaders } from '../platform/http/guards.ts'
import { describe } from '../platform/http/openapi.ts'
import { problem, problemResponse } from '../platform/http/problem.ts'
import { rateLimit } from '../platform/http/rate-limit.ts'
import { passingSecrets, type Secrets } from '../platform/secret.ts'
import type { Work } from '../platform/work.ts'
import { paths } from '../web/paths.ts'
import { deskRoutes, signInDoors } from './desk-routes.ts'
import { describedForm, interfacePage } from './interface-page.ts'
import { type Probed, probes } from './probes.ts'

/** What the site stands on besides the database. */
export interface Footing extends Probed {
  readonly secrets: Secrets
}

const about = {
  openapi: '3.1.0',
  info: { title: 'gongkai 公开', version: '1', description: '政府信息公开平台接口' },
}
const itself = {
  method: 'get',
  ...{ path: '/api/v1/openapi.json', summary: '本说明，供程序使用', tags: ['说明'] },
  ...forEverybody,
  responses: { 200: { description: 'OpenAPI 3.1' } },
} as const

/** The interfaces of every part, under `/api/v1`. */
function interfaces() {
  return [
    signInDoors(),
    identityRoutes(),
    officeApi([demandsHeldBy]),
    annualReportApi(),
    gatheringApi(),
    countedApi(),
    itemsApi(),
    wordsApi(),
    citizensApi(),
    interpretationsApi(),
    dutiesApi(reportsPublished),
    rowsApi(),
    publicResultsApi(),
    siteRunsApi(),
    missedApi(),
    foiApi(),
    registerApi(),
    ...interfacesOfHotline(),
  ]
}

function interfacesOfHotline() {
  return [
    hotlineDutiesApi(),
    hotlineApi(),
    demandPresenceApi(),
    topicsApi(),
    repeatsApi(),
    categoriesApi(),
    figuresApi(),
    shownFiguresApi(),
    doorsApi(),
    hotlineSettingsApi(),
    demandPapersApi(),
    publishedDemandsApi(),
    callsApi(),
    requestsOfHotlineApi(),
    projectsApi(),
    bulletinsApi(),
    ticketsApi(),
    safetyApi(),
    knowledgeApi(),
    looksApi(),
    qualityApi(),
    templatesApi(),
    visitsApi(),
    callbackApi(),
  ]
}

/** What the search looks through besides the items. */
const searchedToo: readonly SearchElsewhere[] = [
  { name: 'answers', label: '依申请公开的答复', find: answersFound },
  { name: 'questions', label: '12345常见问答', find: questionsFound },
  { name: 'demands', label: '12345公开答复', find: demandAnswersFound },
  { name: 'reports', label: '年度报告', find: reportsFound },
]

/** What is public and may answer a request before it is made. */
async function publicLike(work: Work, description: string) {
  return (await Promise.all([itemsLike(work, description), reportsLike(work, description)])).flat()
}

/** The pages of every part, for the public and for the staff. */
function portals() {
  return [
    deskRoutes(),
    annualReportPortal(),
    disclosurePortal(searchedToo),
    citizensPortal(),
    seriesPortal(),
    foiPortal(publicLike),
    bulletinsPortal(),
    projectsPortal(),
    hotlinePortal(),
    setupPortal(),
    open311(),
  ]
}

/** The whole site on this database: probes, interface, desk, portal. */
export function siteOn(work: Work, footing: Footing = { secrets: passingSecrets() }): OpenAPIHono<AppEnv> {
  const site = new OpenAPIHono<AppEnv>()
  site.use(requestLog())
  probes(site, work, footing)
  site.use(safeHeaders())
  site.use(ownPagesOnly())
  site.use(rateLimit(Number(process.env.GONGKAI_RATE ?? 1200)))
  site.use(async (context, next) => {
    context.set('work', work)
    context.set('secrets', footing.secrets)
    context.set('person', null)
    context.set('session', null)
    await next()
  })
  site.use(possibleAddress())
  site.use('/api/*', whoAsks())
  for (const api of interfaces()) site.route('/api/v1', api)
  site.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'gongkai_session',
    description: '登录后由服务器设置，脚本不能读取。',
  })
  describe(site, [itself])
  site.doc31(itself.path, about)
  site.get(paths.api(), context => interfaceShown(site, context))
  for (const portal of portals()) site.route('/', portal)
  site.onError((error, context) => {
    const told = problemOfError(error, context)
    return /^\/(api|desk)\//.test(context.req.path) ? problemResponse(told) : failed(context, told)
  })
  site.notFound(nowhere)
  return site
}

/** No name of ours holds the sign of nothing, and no database is asked for one. */
function possibleAddress(): MiddlewareHandler<AppEnv> {
  return (context, next) => (/%00/.test(context.req.url) ? nowhere(context) : next())
}

async function nowhere(context: Context<AppEnv>): Promise<Response> {
  return context.req.path.startsWith('/api/')
    ? problemResponse(problem(404, '没有这个地址。'))
    : movedOrMissing(context)
}

/** An address of the site before this one leads on to where its item stands now, one with a stroke too many to its page. */
async function movedOrMissing(context: Context<AppEnv>): Promise<Response> {
  const { pathname, search } = new URL(context.req.url)
  if (context.req.method === 'GET' && /^\/[^/].*[^/]\/$/.test(pathname)) {
    return context.redirect(pathname.slice(0, -1) + search, 301)
  }
  const item =
    context.req.method === 'GET' ? await itemOfOldAddress(context.var.work, context.req.url) : undefined
  return item === undefined ? missing(context) : context.redirect(paths.item(item), 301)
}

/** The description for people; read off the same document as that for programs. */
function interfaceShown(site: OpenAPIHono<AppEnv>, context: Context<AppEnv>): Promise<Response> {
  const described = describedForm.parse(JSON.parse(JSON.stringify(site.getOpenAPI31Document(about))))
  const view = { paths: described.paths, schemas: described.components.schemas }
  const page = interfacePage(view, new URL(context.req.url).origin, context.req.query('subject'))
  return page === undefined ? missing(context) : shown(context, { title: '开放接口' }, page)
}
