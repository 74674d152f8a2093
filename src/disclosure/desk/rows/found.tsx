import { Link } from 'react-router'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import { deskPaths } from '../../../web/paths.ts'
import type { RowsRun } from '../../rows/view.ts'
import '../../../desk/list/list.css'

const head = ['行', '项目', '表中的内容', '问题']
const shown = 50

/** What was read: how many rows of which years, what is wrong row by row, and which decisions stand elsewhere too. */
export function Found({ run, name }: { run: RowsRun; name: string }) {
  const { count, unshown, years, amountYuan, faults, faultCount, repeated } = run
  const rows = faults.map(({ row, label, value, message }) => [row, label, value, message] as const)
  const byYear = years.map(({ year, count: some }) => `${year} 年 ${some} 行`).join('，')
  return (
    <section className="card" aria-label="读出的内容">
      <h2>读出的内容</h2>
      <p role="status">{`读出 ${count} 行${byYear === '' ? '' : `（${byYear}）`}，其中不公示 ${unshown} 行，金额合计 ${amountYuan} 元。`}</p>
      {repeated.length > 0 && (
        <>
          <p className="near">{`有 ${repeated.length} 个文号在本机关的其他信息中已有，请核对是否重复公开：`}</p>
          <ul>
            {repeated.slice(0, 20).map(({ reference, item, title }) => (
              <li key={`${reference} ${item}`}>
                {`${reference}：`}
                <Link to={deskPaths.item(item)}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {faultCount > 0 && (
        <>
          <p className="late">{`共 ${faultCount} 处问题，改正之前一行也不会装入。可以在原表中改正后重新选择。`}</p>
          <p>
            <SheetExport sheet={() => ({ name: `${name.replace(/\.\w+$/, '')} 的问题`, head, rows })} />
          </p>
          <div className="frame">
            <table className="lines cards">
              <thead>
                <tr>
                  {head.map(label => (
                    <th key={label} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, shown).map(([row, label, value, message]) => (
                  <tr key={`${row} ${label} ${message}`}>
                    <td>{`第 ${row} 行`}</td>
                    <td>{label}</td>
                    <td className="samples">{value}</td>
                    <td>{message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
