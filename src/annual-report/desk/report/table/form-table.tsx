import { useMemo } from 'react'
import { settledCells } from '../../../blank.ts'
import { cellAt } from '../../../cells.ts'
import type { AnnualReport, CellPath } from '../../../form.ts'
import type { CellModel, TableModel } from '../../../printed/cell-model.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { gridOf } from '../sheet/grid.ts'
import { cellText } from '../sheet/sheet.ts'
import { FigureCell } from './figure-cell.tsx'
import type { Mark } from './marks.ts'
import { type Cursor, chosenPaths, useGrid } from './use-grid.ts'

interface Shown {
  readonly draft: Draft
  readonly table: TableModel
  readonly caption: string
  readonly marks: ReadonlyMap<CellPath, Mark>
  /** Opens the requests behind a cell that the records count. */
  readonly open: (path: CellPath) => void
  /** Whether last year's figures stand beside these. */
  readonly withPrevious: boolean
}

/** A table of the form exactly as it is printed, with a field for each figure. */
export function FormTable({ draft, table, caption, marks, open, withPrevious }: Shown) {
  const grid = useMemo(() => gridOf(table), [table])
  const { cursor, type, handlers } = useGrid(draft, grid)
  const chosen = chosenPaths(grid, cursor)
  const notes = notesOf(draft)
  const figure = (path: CellPath, colspan: number) => {
    const mark = marks.get(path)
    const { classes, note } = notes(path)
    return (
      <FigureCell
        key={path}
        {...{ path, colspan, readOnly: draft.readOnly !== undefined, onType: type }}
        onOpen={open}
        text={shownText(draft, cursor, path)}
        marks={[mark?.kind, chosen.has(path) && 'picked', ...classes].filter(Boolean).join(' ')}
        word={mark?.word ?? ''}
        note={[...(mark?.messages ?? []), ...note].join(' ')}
        previous={withPrevious ? previousText(draft, path) : ''}
      />
    )
  }
  const editing = draft.readOnly === undefined ? handlers : {}
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard.
    <section className="frame" aria-label={caption} tabIndex={0}>
      <table className="form" {...editing}>
        <caption>{caption}</caption>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of the form never change their order.
            <tr key={at}>{row.map((cell, place) => printedCell(cell, place, figure))}</tr>
          ))}
        </tbody>
      </table>
      {chosen.size > 0 && <p role="status">{`已选 ${chosen.size} 格，可复制、清除或粘贴。`}</p>}
    </section>
  )
}

function printedCell(
  cell: CellModel,
  place: number,
  figure: (path: CellPath, colspan: number) => React.JSX.Element,
) {
  const { path, text, colspan, rowspan } = cell
  if (path !== undefined) return figure(path, colspan)
  if (!cell.header) return <td key={place} colSpan={colspan} rowSpan={rowspan} />
  return (
    <th key={`${place} ${text}`} colSpan={colspan} rowSpan={rowspan}>
      {text}
    </th>
  )
}

function shownText({ sheet }: Draft, cursor: Cursor | undefined, path: CellPath): string {
  return cursor?.first === path && cursor.text !== undefined ? cursor.text : cellText(sheet, path)
}

/** What is worth knowing of a cell besides what is wrong with it. */
function notesOf({ sheet, view }: Draft) {
  const settled = view.previous === null ? undefined : settledCells(view.previous)
  const proposed = new Set(sheet.proposed)
  return (path: CellPath) => {
    const classes: string[] = []
    const note: string[] = []
    const carried = settled?.get(path)
    if (typeof carried === 'number' && carried === cellAt(sheet.report, path)) {
      classes.push('carried')
      note.push('与上年报告结转的数字相同。')
    }
    if (proposed.has(path)) {
      classes.push('proposed')
      note.push('系统填入的合计，请核对。')
    }
    return { classes, note }
  }
}

/** Last year's figure with the difference of this year's. */
function previousText({ view, sheet }: Draft, path: CellPath): string {
  if (view.previous === null) return ''
  const before = figureOf(view.previous, path)
  const now = figureOf(sheet.report, path)
  if (before === null) return '上年空白'
  if (now === null) return `上年 ${before}`
  const change = Number((now - before).toFixed(6))
  return `上年 ${before}（${change > 0 ? '+' : change < 0 ? '−' : '±'}${Math.abs(change)}）`
}

function figureOf(report: AnnualReport, path: CellPath): number | null {
  return cellAt(report, path) ?? null
}
