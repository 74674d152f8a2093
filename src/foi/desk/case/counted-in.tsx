import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { CaseView } from '../../view.ts'

/** The cells of the annual reports in which a request is counted. */
interface CellsOfRequest {
  readonly agency: string
  readonly years: readonly {
    readonly year: number
    readonly cells: readonly { readonly path: string; readonly label: string }[]
  }[]
}

/** Where the request stands in the annual reports, year by year; a round that answers again is not counted again. */
export function CountedIn({ view }: { view: CaseView }) {
  const { id, roundOf = null } = view.request
  const found = useQuery({
    queryKey: ['cells of request', id, view.standing.version],
    queryFn: () => read<CellsOfRequest>(`/requests/${id}/cells`),
  }).data
  if (found === undefined) return null
  return (
    <section className="card" aria-label="计入年度报告">
      <h2>计入年度报告</h2>
      {found.years.length === 0 && (
        <p>{roundOf === null ? '尚未确认收到，不计入。' : '按要求重新办理，不重复计入第三张表。'}</p>
      )}
      <ul>
        {found.years.map(({ year, cells }) => (
          <li key={year}>
            {`${year} 年：`}
            {cells.map(({ path, label }, at) => (
              <span key={path}>
                {at > 0 && '、'}
                <Link to={deskPaths.report(found.agency, year, path)}>{label}</Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
