import type { Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, siteOf } from '../../../office/portal/shown.ts'
import { iconText } from '../../../web/assets.ts'
import type { Keep } from '../../../web/kept.ts'
import { paths } from '../../../web/paths.ts'
import { xml } from '../../../web/xml.ts'
import { linesOf, type PublicLine } from '../list/lines.ts'
import { publicRecord } from '../list/record.ts'

/** What machines read: the reports' part of the map of the site, the feed of new reports, the rules for robots, the sign of the site. */
export function feedRoutes(portal: Hono<AppEnv>, keep: Keep): void {
  portal.get(paths.sitemapPart('reports'), keep, async context => {
    const base = await baseHere(context)
    const all = await publicRecord(context.var.work)
    const agencies = [...new Set(all.map(({ agency }) => agency.code))]
    const pages = [paths.front(), paths.reports(), paths.check(), ...agencies.map(code => paths.agency(code))]
    const fixed = pages.map(path => `<url><loc>${xml(base + path)}</loc></url>`)
    const reports = linesOf(all, {}).map(
      line =>
        `<url><loc>${xml(base + addressOf(line))}</loc><lastmod>${line.published?.publishedOn}</lastmod></url>`,
    )
    const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${[...fixed, ...reports].join('\n')}\n</urlset>\n`
    return context.body(body, 200, { 'content-type': 'application/xml; charset=utf-8' })
  })
  portal.get('/feed.xml', keep, async context => {
    const [base, site] = [await baseHere(context), await siteOf(context)]
    const newest = linesOf(await publicRecord(context.var.work), { sort: '-publishedOn' }).slice(0, 50)
    const updated = momentOf(newest[0])
    const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${xml(`${site.name}：新公布的年度报告`)}</title><id>${xml(`${base}/feed.xml`)}</id><updated>${updated}</updated>
<link rel="self" href="${xml(`${base}/feed.xml`)}"/><link href="${xml(`${base}/`)}"/><author><name>${xml(site.owner || site.name)}</name></author>
${newest.map(line => entry(line, base)).join('\n')}
</feed>
`
    return context.body(body, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
  portal.get('/robots.txt', async context => {
    const base = await baseHere(context)
    return context.text(
      `User-agent: *\nDisallow: /desk/\nDisallow: /api/\nDisallow: /setup/\nSitemap: ${base}/sitemap.xml\n`,
    )
  })
  portal.get('/favicon.ico', context => context.redirect(paths.icon(), 301))
  portal.get(paths.icon(), context =>
    context.body(iconText, 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
    }),
  )
}

function addressOf({ agency, year }: PublicLine): string {
  return paths.report(agency.code, year)
}

/** Midnight in the office's time zone: the day is what is known. */
function momentOf(line: PublicLine | undefined): string {
  return `${line?.published?.publishedOn ?? '2000-01-01'}T00:00:00+08:00`
}

function entry(line: PublicLine, base: string): string {
  const address = xml(base + addressOf(line))
  const title = xml(`${line.agency.name}${line.year}年政府信息公开工作年度报告`)
  return `<entry><title>${title}</title><id>${address}</id><link href="${address}"/><updated>${momentOf(line)}</updated></entry>`
}
