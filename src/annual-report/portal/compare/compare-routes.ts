import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import type { Work } from '../../../platform/work.ts'
import type { Keep } from '../../../web/kept.ts'
import { csvOf, type SheetCell, sheetFile } from '../../../web/sheet.ts'
import { compare } from '../../compare.ts'
import type { AnnualReport } from '../../form.ts'
import { latestReports } from '../../store/public.ts'
import { column } from '../list/list-routes.ts'
import { publicRecord } from '../list/record.ts'
import { type Choice, type CompareView, comparePage } from './compare-page.ts'
import { figureSets } from './figures.ts'

/** The comparison of years and agencies, and its table as a file. */
export function compareRoutes(portal: Hono<AppEnv>, keep: Keep): void {
  portal.get('/annual-reports/:agency/compare', keep, async context => {
    const view = await viewIn(context)
    if (view === undefined) return missing(context)
    return shown(context, { title: `${view.agency.name}历年对比`, column }, comparePage(view))
  })
  for (const kind of ['csv', 'xlsx'] as const) {
    portal.get(`/annual-reports/:agency/compare.${kind}`, async context => {
      const view = await viewIn(context)
      if (view === undefined) return missing(context)
      const rows = rowsOf(view.before, view.after)
      return sheetFile(context, kind === 'csv' ? csvOf(rows) : rows, `${view.agency.name}逐格对比`)
    })
  }
}

async function viewIn(context: Context<AppEnv>): Promise<CompareView | undefined> {
  const { work } = context.var
  const asked = {
    ...{ figure: context.req.query('figure') || undefined, with: context.req.query('with') || undefined },
    ...{ from: numberIn(context.req.query('from')), to: numberIn(context.req.query('to')) },
  }
  const agencies = await publishedAgencies(work)
  const agency = agencies.find(({ code }) => code === context.req.param('agency'))
  if (agency === undefined) return undefined
  const other = agencies.find(({ code }) => code === asked.with && code !== agency.code)
  const [reports, others] = await Promise.all([
    latestReports(work, agency.code),
    other === undefined ? [] : latestReports(work, other.code),
  ])
  const pair = other === undefined ? yearsIn(reports, asked) : agenciesIn(reports, others, asked)
  if (pair === undefined) return undefined
  const [before, after] = pair
  const set = figureSets.find(({ name }) => name === asked.figure) ?? figureSets[0]
  if (set === undefined) return undefined
  const query = { ...asked, from: before.year, to: after.year, with: other?.code }
  return { agency, other, agencies, set, reports, others, before, after, query }
}

type Pair = readonly [AnnualReport, AnnualReport]
interface Years {
  readonly from: number | undefined
  readonly to: number | undefined
}

/** Two years of one agency: those asked for, or the last two. */
function yearsIn(reports: readonly AnnualReport[], { from, to }: Years): Pair | undefined {
  const after = reports.find(({ year }) => year === to) ?? reports.at(-1)
  const before =
    reports.find(({ year }) => year === from) ??
    reports.findLast(({ year }) => year < (after?.year ?? 0)) ??
    after
  return before === undefined || after === undefined ? undefined : [before, after]
}

/** One report of each agency: the years asked for, or the last that both have. */
function agenciesIn(
  reports: readonly AnnualReport[],
  others: readonly AnnualReport[],
  { from, to }: Years,
): Pair | undefined {
  const both = reports.findLast(({ year }) => others.some(other => other.year === year))?.year
  const before = reports.find(({ year }) => year === (from ?? both)) ?? reports.at(-1)
  const after = others.find(({ year }) => year === (to ?? before?.year)) ?? others.at(-1)
  return before === undefined || after === undefined ? undefined : [before, after]
}

async function publishedAgencies(work: Work): Promise<Choice[]> {
  const lines = (await publicRecord(work)).filter(({ published }) => published !== undefined)
  return [...new Set(lines.map(({ agency }) => agency))]
}

function rowsOf(before: AnnualReport, after: AnnualReport): SheetCell[][] {
  const name = ({ agency, year }: AnnualReport) => `${agency} ${year} 年`
  const { cells } = compare(before, after)
  return [
    ['项目', name(before), name(after), '增减'],
    ...cells.map(({ label, before: a, after: b, change }) => [label, a, b, change]),
  ]
}
