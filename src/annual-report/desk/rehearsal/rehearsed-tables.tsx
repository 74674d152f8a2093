import { useMemo } from 'react'
import type { AnnualReport, CellPath } from '../../form.ts'
import { cellLabel } from '../../labels.ts'
import type { CellModel, TableModel } from '../../printed/cell-model.ts'
import { tablesOf } from '../../printed/table-model.ts'

interface Shown {
  readonly report: AnnualReport
  readonly open: (path: CellPath) => void
}

/** Tables 3 and 4 as the form prints them, only to be read; each figure opens to what it counts. */
export function RehearsedTables({ report, open }: Shown) {
  const tables = useMemo(() => tablesOf(report), [report])
  return (
    <>
      <Printed caption="收到和处理政府信息公开申请情况" table={tables.applications} open={open} />
      <Printed caption="政府信息公开行政复议、行政诉讼情况" table={tables.remedies} open={open} />
    </>
  )
}

function Printed({ caption, table, open }: { caption: string; table: TableModel; open: Shown['open'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard.
    <section className="frame" aria-label={caption} tabIndex={0}>
      <table className="form">
        <caption>{caption}</caption>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of the form never change their order.
            <tr key={at}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do its cells.
                <PrintedCell key={place} cell={cell} open={open} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PrintedCell({ cell, open }: { cell: CellModel; open: Shown['open'] }) {
  const { text, colspan, rowspan, path } = cell
  if (cell.header || path === undefined)
    return (
      <th colSpan={colspan} rowSpan={rowspan}>
        {text}
      </th>
    )
  if (text === '' || text === '0') return <td colSpan={colspan}>{text}</td>
  return (
    <td colSpan={colspan}>
      <button
        type="button"
        className="figure plain"
        aria-label={`${cellLabel(path)} ${text} 件，看由哪些申请得出`}
        onClick={() => open(path)}
      >
        {text}
      </button>
    </td>
  )
}
