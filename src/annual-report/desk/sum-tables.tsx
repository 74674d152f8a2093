import { SheetExport } from '../../desk/list/give-out.tsx'
import { allCells, cellAt } from '../cells.ts'
import type { CellPath } from '../form.ts'
import { cellLabel } from '../labels.ts'
import type { CellModel, TableModel } from '../printed/cell-model.ts'
import { tablesOf } from '../printed/table-model.ts'
import type { RollUpView } from '../view.ts'

interface Shown {
  readonly view: RollUpView
  readonly open: (path: CellPath) => void
}

const captions = {
  proactive: '二、主动公开政府信息情况',
  applications: '三、收到和处理政府信息公开申请情况',
  remedies: '四、政府信息公开行政复议、行政诉讼情况',
} as const

/** The sums as the form prints them; a cell where the government's own report differs says both and the difference. */
export function SumTables({ view, open }: Shown) {
  const tables = tablesOf(view.sum)
  const sheet = () => ({
    name: `${view.agencyName}${view.year}年度报告汇总`,
    head: ['项目', '合计', '本级报告', '相差', ...handedIn(view).map(({ name }) => name)],
    rows: allCells(view.sum).map(path => {
      const sum = cellAt(view.sum, path) ?? null
      const own = view.own === null ? null : (cellAt(view.own, path) ?? null)
      const apart = sum === null || own === null ? null : Number((own - sum).toFixed(6))
      const parts = handedIn(view).map(({ report }) => cellAt(report, path) ?? null)
      return [cellLabel(path), sum, own, apart, ...parts]
    }),
  })
  return (
    <>
      <p className="no-print">
        每格是所属机关的合计，点开可看由哪些机关构成。
        <SheetExport sheet={sheet} />
      </p>
      {(['proactive', 'applications', 'remedies'] as const).map(name => (
        <Printed key={name} caption={captions[name]} table={tables[name]} view={view} open={open} />
      ))}
    </>
  )
}

function handedIn(view: RollUpView) {
  return view.agencies.flatMap(({ name, report }) => (report === null ? [] : [{ name, report }]))
}

function Printed({ caption, table, view, open }: Shown & { caption: string; table: TableModel }) {
  return (
    <div className="frame">
      <table className="sums">
        <caption>{caption}</caption>
        <tbody>
          {table.rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of the form stand still
            <tr key={number}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the cells of the form stand still
                <SumCell key={place} cell={cell} view={view} open={open} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function SumCell({ cell, view, open }: Shown & { cell: CellModel }) {
  const { text, colspan, rowspan, header, path } = cell
  if (header || path === undefined) {
    return (
      <th colSpan={colspan} rowSpan={rowspan}>
        {text}
      </th>
    )
  }
  const sum = cellAt(view.sum, path) ?? null
  const own = view.own === null ? null : (cellAt(view.own, path) ?? null)
  const differs = sum !== null && own !== null && sum !== own
  return (
    <td colSpan={colspan} rowSpan={rowspan} className={differs ? 'differs' : undefined}>
      <button type="button" className="figure" onClick={() => open(path)}>
        <span className="unseen">{`${cellLabel(path)}，合计 `}</span>
        {text === '' ? '空' : text}
        {differs && <small>{`本级 ${own}`}</small>}
        {differs && <small>{`差 ${signed(own - sum)}`}</small>}
      </button>
    </td>
  )
}

function signed(apart: number): string {
  return `${apart > 0 ? '+' : '−'}${Math.abs(Number(apart.toFixed(6)))}`
}
