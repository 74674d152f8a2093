import { movedInForce } from '../../disclosure/act/duties/figures.ts'
import { restatedSince } from '../../foi/act/figures/restated.ts'
import { spanOf } from '../../foi/figures/rows.ts'
import type { Work } from '../../platform/work.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { cellAt, proactivePaths, remedyPaths, rowsOf } from '../cells.ts'
import type { OpeningView, RequestOfCell, RestatementView, RowsTold } from '../counted/view.ts'
import { type AnnualReport, applicantColumns, type CellPath } from '../form.ts'
import { applicationPath, cellLabel, remedyGroupLabel, remedyLabel, rowName } from '../labels.ts'
import { editionOf, publishedAtOf } from '../store/editions.ts'
import type { ReportKey } from '../store/history.ts'
import { besideSince } from './beside.ts'
import { countReport } from './count.ts'
import { cellOf } from './counted.ts'

const mostNamed = 500

/** What changed since the last edition of a year was published; undefined where none is, or the records hold nothing. */
export async function restatement(work: Work, key: ReportKey): Promise<RestatementView | undefined> {
  const edition = await editionOf(work, key)
  const knownAt = edition && (await publishedAtOf(work, { ...key, edition: edition.line.edition }))
  if (edition === undefined || knownAt === undefined) return undefined
  const [then, now] = await Promise.all([countReport(work, key, { knownAt }), countReport(work, key)])
  if (isRefusal(then) || isRefusal(now)) return undefined
  const beside = await besideSince(work, key, knownAt)
  if (!(now.kept || now.proactive.kept || beside.shown)) return undefined
  const { requests, remedies } = await changedSince(work, key, knownAt)
  const paths = [
    ...(then.proactive.kept ? proactivePaths : []),
    ...(now.kept ? countedPaths(edition.report) : []),
  ]
  const cells = paths.flatMap(path => {
    const published = cellAt(edition.report, path) ?? null
    const numbers = { onPublication: cellAt(then.report, path) ?? 0, now: cellAt(now.report, path) ?? 0 }
    return published === numbers.now ? [] : [{ path, label: cellLabel(path), published, ...numbers }]
  })
  const { edition: number, publishedOn } = edition.line
  return { edition: number, publishedOn, cells: [...cells, ...beside.moved], requests, remedies }
}

/** The cells that the records count: tables 3 and 4. */
export function countedPaths(report: AnnualReport): CellPath[] {
  const rows = rowsOf(report).filter(row => row !== 'closed')
  return [
    ...rows.flatMap(row => applicantColumns.map((_, column) => applicationPath(row, column))),
    ...remedyPaths,
  ]
}

async function changedSince(work: Work, { agency, year }: ReportKey, knownAt: string) {
  const { requests, remedies } = await restatedSince(work, spanOf(agency, year), {
    ...{ knownAt, most: mostNamed },
  })
  return {
    requests: requests.map(({ id, number, ...rows }) => ({
      ...{ id, number },
      words: moved(
        rowWords({ entered: rows.enteredThen, left: rows.leftThen }),
        rowWords({ entered: rows.enteredNow, left: rows.leftNow }),
      ),
    })),
    remedies: remedies.map(({ id, number, route, columnThen, columnNow }) => ({
      ...{ id, number },
      words: `${remedyGroupLabel[route]}：${moved(
        columnThen === null ? '未计入' : remedyLabel[columnThen],
        columnNow === null ? '未计入' : remedyLabel[columnNow],
      )}`,
    })),
  }
}

function moved(then: string, now: string): string {
  return `公布时${then}，现在${now}`
}

function rowWords({ entered, left }: RowsTold): string {
  return entered === null || left === null ? '未计入' : `计入“${rowName(entered)}”和“${rowName(left)}”`
}

/** This year's opening against last year's published closing; null where last year is not published here, or they agree. */
export async function openingOf(
  work: Work,
  { agency, year }: ReportKey,
  counted: AnnualReport,
): Promise<OpeningView | null> {
  const before = { agency, year: year - 1 }
  const edition = await editionOf(work, before)
  if (edition === undefined) return null
  const differences = applicantColumns.flatMap((_, column) => {
    const path = applicationPath('carriedIn', column)
    const published = cellAt(edition.report, applicationPath('carriedOut', column)) ?? null
    const now = cellAt(counted, path) ?? 0
    return published === now ? [] : [{ path, label: cellLabel(path), published, counted: now }]
  })
  const knownAt = await publishedAtOf(work, { ...before, edition: edition.line.edition })
  const inForce = await openingInForce(work, before, { report: edition.report, knownAt })
  if (differences.length === 0 && inForce.differences.length === 0) return null
  const requests = differences.length > 0
  const changed =
    requests && knownAt !== undefined ? (await changedSince(work, before, knownAt)).requests : []
  return {
    ...{ differences: [...differences, ...inForce.differences], changed, documents: inForce.documents },
    carried: requests ? await carriedIn(work, { agency, year }) : [],
  }
}

/** Where the items' 现行有效 at last year's end is not what last year published: `years.in-force`, document by document. */
async function openingInForce(
  work: Work,
  before: ReportKey,
  { report, knownAt }: { readonly report: AnnualReport; readonly knownAt: string | undefined },
): Promise<Pick<OpeningView, 'differences' | 'documents'>> {
  const counted = await countReport(work, before)
  if (isRefusal(counted) || !counted.proactive.kept) return { differences: [], documents: [] }
  const paths = ['proactive.regulations.inForce', 'proactive.normativeDocuments.inForce'] as const
  const differences = paths.flatMap(path => {
    const published = cellAt(report, path) ?? null
    const now = cellAt(counted.report, path) ?? 0
    return published === now ? [] : [{ path, label: `上年末${cellLabel(path)}`, published, counted: now }]
  })
  if (differences.length === 0 || knownAt === undefined) return { differences, documents: [] }
  const on = spanOf(before.agency, before.year).until
  const moved = await movedInForce(work, { agency: before.agency, on, knownAt })
  return { differences, documents: moved.map(({ id, number, words }) => ({ id, number, words })) }
}

async function carriedIn(work: Work, key: ReportKey): Promise<readonly RequestOfCell[]> {
  const path = applicationPath('carriedIn', applicantColumns.length - 1)
  return (await cellOf(work, { ...key, path, page: 1, size: 200 }))?.lines ?? []
}
