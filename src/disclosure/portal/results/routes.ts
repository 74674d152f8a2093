import type { Context, Hono } from 'hono'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import type { Work } from '../../../platform/work.ts'
import { paths } from '../../../web/paths.ts'
import type { SheetCell } from '../../../web/sheet.ts'
import { formOf, hasRows } from '../../forms.ts'
import { rowFieldLabel } from '../../rows/columns.ts'
import { partyKindLabel } from '../../rows/line.ts'
import { everyPublicLine, onePublicLine, publicLines, resultYears } from '../../store/rows/public.ts'
import type { ResultsQuery } from '../../store/rows/search/find.ts'
import { givenOut } from './files.ts'
import { resultPage, resultsPage } from './pages.ts'
import { resultsAddress, resultsAskedIn, resultsOnPage } from './query.ts'

/** Results in bulk as searchable tables 许可、处罚等结果: the list, its files, and each row. */
export function resultsRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.results(':form'), showResults)
  for (const kind of ['csv', 'json'] as const) {
    portal.get(paths.resultsFile(':form', kind), async context => {
      const asked = resultsAskedIn(context.req.param('form') ?? '', name => context.req.query(name))
      if (asked === undefined) return missing(context)
      // Who takes the table away wants the whole address; a copy leads to its own pages.
      const base = context.var.still === undefined ? await baseHere(context) : ''
      const rows = await resultCells(context.var.work, asked, base)
      return givenOut(context, kind, { name: formOf[asked.form].label, heads: resultHeads, rows })
    })
  }
  portal.get(`${paths.results(':form')}/:batch/:place`, showOne)
}

async function showResults(context: Context<AppEnv>): Promise<Response> {
  const asked = resultsAskedIn(context.req.param('form') ?? '', name => context.req.query(name))
  if (asked === undefined) return missing(context)
  const { work } = context.var
  const [agencies, years, found] = await Promise.all([
    ...([
      agencyTree(work),
      resultYears(work, asked.form),
      publicLines(work, asked, { page: asked.page, size: resultsOnPage }),
    ] as const),
  ])
  if (asked.agency !== undefined && !agencies.some(({ code }) => code === asked.agency))
    return missing(context)
  const last = Math.max(1, Math.ceil(found.total / resultsOnPage))
  if (asked.page > last)
    return context.redirect(paths.results(asked.form, resultsAddress({ ...asked, page: last })))
  const title = formOf[asked.form].label
  const column = { name: title, description: `${title}：可按当事人、事项、文号、机关和年度查找` }
  return shown(
    context,
    { title, column },
    resultsPage({ asked, ...found, years, agencies, still: context.var.still !== undefined }),
  )
}

async function showOne(context: Context<AppEnv>): Promise<Response> {
  const form = context.req.param('form') ?? ''
  const batch = context.req.param('batch') ?? ''
  const place = numberIn(context.req.param('place'))
  if (!hasRows(form) || place === undefined || !isUuid(batch)) return missing(context)
  const { work } = context.var
  const line = await onePublicLine(work, form, { batch, place })
  if (line === undefined) return missing(context)
  const agency = (await agencyTree(work)).find(({ code }) => code === line.agency)
  return shown(context, { title: line.reference }, resultPage(form, line, agency?.name ?? line.agency))
}

/** The heads of the files of results, as the data dictionary explains them. */
const resultHeads: readonly string[] = [
  ...(['reference', 'party', 'partyKind', 'matter', 'basis', 'decidedOn', 'amountYuan'] as const).map(
    field => rowFieldLabel[field],
  ),
  ...['机关', '来源'],
]

/** The rows that a query finds, cell by cell; addresses begin with `base`. */
async function resultCells(
  work: Work,
  query: ResultsQuery,
  base: string,
): Promise<AsyncGenerator<readonly SheetCell[]>> {
  const names = new Map((await agencyTree(work)).map(({ code, name }) => [code, name]))
  return cellsOf(work, query, { names, base })
}

async function* cellsOf(
  work: Work,
  query: ResultsQuery,
  { names, base }: { readonly names: ReadonlyMap<string, string>; readonly base: string },
) {
  for await (const line of everyPublicLine(work, query)) {
    const { reference, party, partyKind, matter, basis, decidedOn, amountYuan, agency, item } = line
    const about = [reference, party, partyKindLabel[partyKind], matter, basis, decidedOn, amountYuan]
    yield [...about, names.get(agency) ?? agency, base + paths.item(item)]
  }
}
