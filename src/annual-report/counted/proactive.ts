import {
  type CountedDocument,
  type DisclosureCounts,
  type DocumentColumn,
  disclosureSentence,
  documentColumns,
  isCounted,
  type ResultColumn,
  resultColumns,
  type YearSpan,
} from '../../disclosure/figures/proactive.ts'
import { withCell } from '../cells.ts'
import type { AnnualReport, CellPath } from '../form.ts'

/** The documents of table 2 with the form of the items that they count. */
const documentRows = { regulations: 'regulation', normativeDocuments: 'normativeDocument' } as const

/** What a cell of table 2 counts. */
export type ProactiveCell =
  | { readonly kind: 'documents'; readonly form: string; readonly column: DocumentColumn }
  | { readonly kind: 'results'; readonly column: ResultColumn }

/** What the items say of a year. */
interface Counted {
  readonly documents: readonly CountedDocument[]
  readonly results: Readonly<Record<ResultColumn, number>>
  readonly counts: DisclosureCounts
  readonly kept: boolean
}

/** The cell of table 2 at this path; undefined where the path is none of it. */
export function proactiveCell(path: CellPath): ProactiveCell | undefined {
  const [table, first = '', second = ''] = path.split('.')
  if (table !== 'proactive') return undefined
  const column = documentColumns.find(each => each === second)
  if (column !== undefined && (first === 'regulations' || first === 'normativeDocuments')) {
    return { kind: 'documents', form: documentRows[first], column }
  }
  const result = (['licensing', 'penalties', 'coercion', 'feesWan'] as const).find(each => each === first)
  return result === undefined || second !== '' ? undefined : { kind: 'results', column: result }
}

/** The form with table 2 as the items count it, and the year's disclosures as a sentence; unchanged where none are kept. */
export function withProactive(
  report: AnnualReport,
  { documents, results, counts, kept }: Counted,
  span: YearSpan,
): AnnualReport {
  if (!kept) return report
  const rows = (['regulations', 'normativeDocuments'] as const).flatMap(row =>
    documentColumns.map((column): [CellPath, number] => {
      const counted = documents.filter(each => each.form === documentRows[row])
      return [`proactive.${row}.${column}`, counted.filter(each => isCounted(each, column, span)).length]
    }),
  )
  const decided = Object.keys(resultColumns).flatMap((column): [CellPath, number][] => {
    const cell = proactiveCell(`proactive.${column}`)
    return cell?.kind === 'results' ? [[`proactive.${column}`, results[cell.column]]] : []
  })
  const filled = [...rows, ...decided].reduce((all, [path, count]) => withCell(all, path, count), report)
  const overview = disclosureSentence(report.year, counts)
  return { ...filled, narrative: { ...filled.narrative, overview } }
}
