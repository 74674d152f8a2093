import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv } from '../../office/env.ts'
import { setting } from '../../platform/settings.ts'
import { type Markup, type PageView, page } from '../../web/layout.ts'

type Shown = (
  context: Context<AppEnv>,
  view: Omit<PageView, 'site' | 'path' | 'largeType'>,
  main: Markup,
  status?: 200 | 404 | 413 | 422,
) => Promise<Response>

/** Answers with a page in the portal's layout, in the type that the reader chose. */
export const shown: Shown = async (context, view, main, status = 200) => {
  const site = await setting(context.var.work.db, 'site')
  const { pathname, search } = new URL(context.req.url)
  const largeType = getCookie(context, 'large-type') === '1'
  return context.html(page({ ...view, site, path: pathname + search, largeType }, main), status)
}
