import { Button } from 'antd'
import { allThatMatch } from './all.ts'
import type { Asked, Column, ListOf, Told } from './column.ts'
import { LongWork, useLongWork } from './long-work.tsx'
import type { Sheet } from './sheet.ts'

/** Exports exactly what is shown: all rows that match, the chosen columns, the order of the list. */
export function ListExport<Row>({
  list,
  columns,
  asked,
}: {
  list: ListOf<Row>
  columns: readonly Column<Row>[]
  asked: Asked
}) {
  const sheet = async (told: Told): Promise<Sheet> => {
    const rows = await allThatMatch(list, asked, told)
    await list.giving?.(rows.length)
    return {
      name: list.caption,
      head: columns.map(({ label }) => label),
      rows: rows.map(row => columns.map(column => column.value(row))),
    }
  }
  return <SheetExport sheet={sheet} />
}

/** Two buttons that give a sheet out as Excel and as CSV. */
export function SheetExport({ sheet }: { sheet: (told: Told) => Sheet | Promise<Sheet> }) {
  const work = useLongWork()
  const give = (format: 'xlsx' | 'csv') =>
    work.run(async told => {
      const [made, { csvOf, download, xlsxOf }] = await Promise.all([sheet(told), import('./sheet.ts')])
      const type =
        format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      download(`${made.name}.${format}`, format === 'csv' ? csvOf(made) : xlsxOf(made), type)
      return `已导出 ${made.rows.length} 行。`
    })
  return (
    <span className="give-out">
      <Button size="small" disabled={work.busy} onClick={() => void give('xlsx')}>
        导出 Excel
      </Button>
      <Button size="small" disabled={work.busy} onClick={() => void give('csv')}>
        导出 CSV
      </Button>
      <LongWork work={work} />
    </span>
  )
}
