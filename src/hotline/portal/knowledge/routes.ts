import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { publicEntries, publicEntry, saidOfEntry } from '../../act/knowledge/public.ts'
import { questionPage, questionsPage, type SaidBefore } from './pages.ts'

const size = 20
const column = { name: '12345诉求', description: '12345热线常见问答' }
const cookie = (id: string) => `entry_${id}`

/** The public entries of the knowledge base: for everybody. */
export function questionsRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.publicEntries(), async context => {
    const q = plainText(context.req.query('q') ?? '')
      .trim()
      .slice(0, 100)
    const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
    const found = await publicEntries(context.var.work, { q, page, size, on: today() })
    return shown(context, { title: '常见问答', column }, questionsPage({ ...found, page, size, q }))
  })
  portal.get(paths.publicEntry(':id'), async context => {
    const found = await entryIn(context)
    if (found === undefined) return missing(context)
    context.header('cache-control', 'no-store')
    const before = getCookie(context, cookie(found.id))
    const said: SaidBefore = before === undefined ? undefined : before === '1' ? 'helped' : 'unhelpful'
    return shown(context, { title: found.question, column, script: true }, questionPage(found, said))
  })
  portal.post(paths.publicEntrySaid(':id'), rateLimit(10), async context => {
    const found = await entryIn(context)
    if (found === undefined) return missing(context)
    const { id } = found
    const helped = (await context.req.parseBody()).helped === '1'
    if (getCookie(context, cookie(id)) === undefined) {
      await saidOfEntry(context.var.work, id, helped)
      const secure = new URL(context.req.url).protocol === 'https:'
      const kept = { path: paths.publicEntry(id), httpOnly: true, sameSite: 'Lax', secure } as const
      setCookie(context, cookie(id), helped ? '1' : '0', { ...kept, maxAge: 365 * 86_400 })
    }
    return context.redirect(paths.publicEntry(id), 303)
  })
}

async function entryIn(context: Context<AppEnv>) {
  const id = context.req.param('id') ?? ''
  return isUuid(id) ? await publicEntry(context.var.work, id, today()) : undefined
}

/** One page of the public entries that hold the words, for the search of the whole site. */
export async function questionsFound(
  work: Work,
  words: readonly string[],
  { from, size: most }: { readonly agency: string | undefined; readonly from: number; readonly size: number },
): Promise<{ total: number; hits: { title: string; path: string; text: string; note: string }[] }> {
  const asked = { q: words.join(' '), page: Math.floor(from / most) + 1, size: most, on: today() }
  const { lines, total } = await publicEntries(work, asked)
  const hits = lines.map(({ id, question, answer, unitName }) => ({
    ...{ title: question, path: paths.publicEntry(id), text: answer },
    note: `${unitName ?? '12345热线'}　12345热线的常见问答`,
  }))
  return { total, hits }
}
