import { Button } from 'antd'
import { useState } from 'react'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import '../../../desk/list/list.css'
import type { Fault } from '../../old-register/check.ts'
import { oldFieldLabel } from '../../old-register/fields.ts'
import type { RegisterView } from '../../old-register/view.ts'

const atOnce = 20
const head = ['行', '列', '项目', '表中的内容', '问题']

/** What is wrong, row by row, in the order of the file, with its export. */
export function Faults({ view, name }: { view: RegisterView; name: string }) {
  const { faults, faultCount } = view
  const [shown, setShown] = useState(atOnce)
  if (faultCount === 0) return null
  const rows = faults.map(fault => rowOf(fault, view))
  const rest = Math.min(faults.length - shown, 200)
  return (
    <section className="card" aria-label="逐行问题">
      <h2>逐行问题</h2>
      <p className="late">{`共 ${faultCount} 处问题，改正之前一件也不会导入。可以在原表中改正后重新试读。`}</p>
      {faultCount > faults.length && <p>{`这里和导出的表列出前 ${faults.length} 处。`}</p>}
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
            {rows.slice(0, shown).map(([row, column, field, value, message]) => (
              <tr key={`${row} ${field} ${message}`}>
                <td>{`第 ${row} 行`}</td>
                <td>{column}</td>
                <td>{field}</td>
                <td className="samples">{value}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 && <Button onClick={() => setShown(shown + rest)}>{`再显示 ${rest} 处`}</Button>}
    </section>
  )
}

function rowOf({ row, column, field, value, message }: Fault, { headings }: RegisterView) {
  const heading = column === null ? '' : headings[column] || `第 ${column + 1} 列`
  return [row, heading, oldFieldLabel[field], value, message] as const
}
