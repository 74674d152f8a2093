import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { publishedDemand, publishedDemands, sameForMe } from '../../act/published/publishing.ts'
import type { PublishedDemand } from '../../published/published.ts'
import { answerPage, answersPage } from './answers-page.ts'

const size = 20
const column = { name: '12345诉求', description: '12345热线诉求的公开答复' }
const cookie = (id: string) => `same_${id}`

/** The public answers of the hotline: for everybody. */
export function answersRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.demandAnswers(), async context => {
    const q = (context.req.query('q') ?? '').trim().slice(0, 60)
    const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
    const found = await publishedDemands(context.var.work, { q, page, size })
    return shown(context, { title: '12345诉求的公开答复', column }, answersPage({ ...found, page, size, q }))
  })
  portal.get('/hotline/answers/:id', async context => {
    const found = await openOne(context)
    if (found === undefined) return missing(context)
    context.header('cache-control', 'no-store')
    const told = getCookie(context, cookie(found.demand)) !== undefined
    return shown(context, { title: found.title, column, script: true }, answerPage(found, told))
  })
  portal.post('/hotline/answers/:id/same', rateLimit(10), async context => {
    const found = await openOne(context)
    if (found === undefined) return missing(context)
    const { demand } = found
    if (getCookie(context, cookie(demand)) === undefined) {
      await sameForMe(context.var.work, demand)
      const secure = new URL(context.req.url).protocol === 'https:'
      const kept = { path: paths.demandAnswer(demand), httpOnly: true, sameSite: 'Lax', secure } as const
      setCookie(context, cookie(demand), '1', { ...kept, maxAge: 365 * 86_400 })
    }
    return context.redirect(paths.demandAnswer(demand), 303)
  })
}

async function openOne(context: Context<AppEnv>): Promise<PublishedDemand | undefined> {
  const id = context.req.param('id') ?? ''
  const found = isUuid(id) ? await publishedDemand(context.var.work, id) : undefined
  return found?.withdrawnAt === null ? found : undefined
}

/** One page of the public answers that hold all the words, for the search of the whole site. */
export async function demandAnswersFound(
  work: Work,
  words: readonly string[],
  { from, size: most }: { readonly agency: string | undefined; readonly from: number; readonly size: number },
): Promise<{ total: number; hits: { title: string; path: string; text: string; note: string }[] }> {
  const page = Math.floor(from / most) + 1
  const { lines, total } = await publishedDemands(work, { q: words.join(' '), page, size: most })
  const hits = lines.map(({ demand, title, answer, agencyName }) => ({
    ...{ title, path: paths.demandAnswer(demand), text: answer, note: `${agencyName}　12345热线的公开答复` },
  }))
  return { total, hits }
}
