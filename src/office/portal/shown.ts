import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { today } from '../../platform/clock.ts'
import { type Site, setting, settingForms } from '../../platform/settings.ts'
import { inChinese } from '../../statute/day.ts'
import { type Markup, type PageView, page } from '../../web/layout.ts'
import { baseOf } from '../../web/page-view.ts'
import { paths } from '../../web/paths.ts'
import type { AppEnv } from '../env.ts'

type Shown = (
  context: Context<AppEnv>,
  view: Omit<PageView, 'site' | 'path' | 'largeType' | 'base' | 'still'>,
  main: Markup,
  status?: 200 | 403 | 404 | 410 | 413 | 422 | 500,
) => Promise<Response>

const sites = new WeakMap<Request, Promise<Site>>()

/** What the site says of itself; asked for once in a request, and once for a whole copy. */
export async function siteOf(context: Context<AppEnv>): Promise<Site> {
  const known = context.var.still ?? sites.get(context.req.raw)
  if (known !== undefined) return known
  const asked = setting(context.var.work.db, 'site')
  sites.set(context.req.raw, asked)
  return asked
}

/** Where the site stands, as the addresses in this answer begin. */
export async function baseHere(context: Context<AppEnv>): Promise<string> {
  return baseOf(await siteOf(context), context.req.url)
}

/** Answers with a page in the portal's layout, in the type that the reader chose. */
export const shown: Shown = async (context, view, main, status = 200) => {
  const site = await siteOf(context)
  const { pathname, search } = new URL(context.req.url)
  const largeType = getCookie(context, 'large-type') === '1'
  const base = baseOf(site, context.req.url)
  const still = context.var.still === undefined ? undefined : inChinese(today())
  return context.html(page({ ...view, site, path: pathname + search, base, largeType, still }, main), status)
}

/** Says so, in the portal's layout. */
export function missing(context: Context<AppEnv>): Promise<Response> {
  const main = html`<h1>没有找到</h1><p>没有这个页面，或者它尚未公开。请到<a href="${paths.catalogue()}">政府信息公开目录</a>或<a href="${paths.reports()}">年报列表</a>查找，或用页首的搜索框。</p>`
  return shown(context, { title: '没有找到' }, main, 404)
}

/** Tells the public of a page that could not be shown; without the database too. */
export async function failed(
  context: Context<AppEnv>,
  { title, detail, status }: { title: string; detail: string; status: number },
): Promise<Response> {
  const main = html`<h1>${title}</h1><p class="refused" role="alert">${detail}</p><p>您可以返回上一页，或到<a href="${paths.front()}">首页</a>。</p>`
  const code = status === 403 || status === 413 || status === 404 ? status : status < 500 ? 422 : 500
  try {
    return await shown(context, { title }, main, code)
  } catch {
    const site = settingForms.site.parse(undefined)
    return context.html(page({ title, site, path: context.req.path, largeType: false }, main), code)
  }
}

/** A number in an address; undefined where it is none. */
export function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
