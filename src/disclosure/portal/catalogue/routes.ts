import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { missing, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { dutyKindLabel } from '../../../statute/proactive.ts'
import { paths } from '../../../web/paths.ts'
import { formOf } from '../../forms.ts'
import { shelfTag } from '../../shelf-tags.ts'
import { shelfLines } from '../../store/shelf/lines.ts'
import { listFacts, tallyFacts } from '../cache/facts.ts'
import { dependsOn, type ShelfKeep } from '../cache/keep.ts'
import { giveTable } from './files.ts'
import { cataloguePage } from './page.ts'
import {
  addressQuery,
  type CatalogueQuery,
  catalogueQueryIn,
  isAgencyPage,
  narrowings,
  shelfQuery,
} from './query.ts'

/** 政府信息公开目录, Art. 12: by agency, kind, theme, genre, form, year and series; and its files. */
export function catalogueRoutes(portal: Hono<AppEnv>, keep: ShelfKeep): void {
  portal.get(paths.catalogue(), keep, showCatalogue)
  for (const kind of ['csv', 'xlsx', 'json'] as const) {
    portal.get(`${paths.catalogue()}.${kind}`, async context => {
      const query = catalogueQueryIn(name => context.req.query(name))
      return giveTable(context, kind, shelfQuery(query))
    })
  }
}

async function showCatalogue(context: Context<AppEnv>): Promise<Response> {
  const { work } = context.var
  const asked = catalogueQueryIn(name => context.req.query(name))
  const [on, wanted] = [today(), shelfQuery(asked)]
  const { agencies, years, total } = await listFacts(work, wanted, on)
  const agency = agencies.find(({ code }) => code === asked.agency)
  // Nobody makes a page of ours carry his words: an agency or a collection that is none has no page.
  if (asked.agency !== undefined && agency === undefined) return missing(context)
  if (asked.series !== undefined && total === 0) return missing(context)
  const last = Math.max(1, Math.ceil(total / asked.size))
  const query = { ...asked, page: Math.min(asked.page, last) }
  const slice = { today: on, limit: query.size, offset: (query.page - 1) * query.size }
  const lines = await shelfLines(work, wanted, slice)
  const tallies = isAgencyPage(query) ? await tallyFacts(work) : []
  const tag = tagOf(query)
  if (tag !== undefined) dependsOn(context, paths.catalogue(addressQuery(query)), [tag])
  const title = titleOf(query, agency?.name)
  const column = { name: title, description: `${title}：政府信息公开目录，可按机关、类别、主题和年度查找` }
  const view = {
    tallies,
    query,
    lines,
    total,
    agencies,
    years,
    title,
    today: on,
    still: context.var.still !== undefined,
  }
  return shown(context, { title, column }, cataloguePage(view))
}

/** What the page depends on, where it is one of those that many come to: the first page of everything, or of one choice. */
function tagOf(query: CatalogueQuery): string | undefined {
  const [first, second] = narrowings(query)
  if (second !== undefined) return undefined
  if (first === undefined) return shelfTag.any
  const [name, value] = first
  return name === 'agency' || name === 'duty' || name === 'form' ? shelfTag[name](value) : undefined
}

function titleOf({ duty, form, series }: CatalogueQuery, agency: string | undefined): string {
  const what =
    series ??
    (form === undefined
      ? duty === undefined
        ? '政府信息公开目录'
        : dutyKindLabel[duty]
      : formOf[form].label)
  return agency === undefined ? what : `${agency}：${what}`
}
