import { Link } from 'react-router'
import { deskPaths } from '../../../web/paths.ts'
import type { BulletinCell, BulletinTable } from '../../bulletins/tables.ts'
import type { BulletinView } from '../../bulletins/view.ts'
import './bulletin.css'

/** The tables of a bulletin; a number opens to its demands, a score to its arithmetic. */
export function BulletinTables({ view }: { view: BulletinView }) {
  return (
    <>
      {view.tables.map((table, place) => (
        <section key={table.key} className="card" aria-label={table.title}>
          <h2>{`附表${place + 1}　${table.title}`}</h2>
          <div className="wide">
            <table className="grid">
              <thead>
                <tr>
                  {table.head.map(name => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(row => (
                  <tr key={row[0]?.text}>
                    {row.map((cell, at) => (
                      <Cell key={table.head[at]} {...{ cell, view }} head={at === 0} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {table.note !== undefined && <p>{`注：${table.note}`}</p>}
          {table.chart !== undefined && <Bars {...{ table }} />}
        </section>
      ))}
    </>
  )
}

function Cell({ cell, view, head }: { cell: BulletinCell; view: BulletinView; head: boolean }) {
  const { text, opens, of, matter, why } = cell
  const { hotline, asOf } = view.content.numbers
  if (head) return <th scope="row">{text}</th>
  if (opens !== undefined)
    return (
      <td>
        <Link
          to={deskPaths.figureDemands({ hotline, asOf, ...opens, ...(of && { bulletin: view.id, ...of }) })}
        >
          {text}
        </Link>
      </td>
    )
  if (matter !== undefined)
    return (
      <td>
        <Link to={deskPaths.matter(matter)}>{text}</Link>
      </td>
    )
  if (why === undefined) return <td>{text}</td>
  return (
    <td>
      <details>
        <summary>{text}</summary>
        <ul className="why">
          {why.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </td>
  )
}

/** A column as bars: which is longest is seen at once; the table above says the same in numbers. */
function Bars({ table: { rows, chart, head } }: { table: BulletinTable }) {
  const column = chart?.column ?? 1
  const values = rows.map(row => Number.parseFloat(row[column]?.text ?? '') || 0)
  const most = Math.max(...values, 1)
  return (
    <figure className="bars" aria-label={`${chart?.asks}（图，数字见上表）`}>
      <figcaption>{`${chart?.asks}：${head[column]}`}</figcaption>
      <ul aria-hidden="true">
        {rows.map((row, at) => (
          <li key={row[0]?.text}>
            <span>{row[0]?.text}</span>
            <i style={{ inlineSize: `${((values[at] ?? 0) / most) * 100}%` }} />
          </li>
        ))}
      </ul>
    </figure>
  )
}
