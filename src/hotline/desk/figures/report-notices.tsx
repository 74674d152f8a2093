import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import type { Session } from '../../../desk/session.ts'
import { apiPaths, deskPaths } from '../../../web/paths.ts'
import type { ReportIssue, SavedReportView } from '../../figures/subscription.ts'

const everyMilliseconds = 300_000
const shownAtOnce = 3

/** The reports of this person with the sheets that were made of them. */
export const savedReportsQuery = queryOptions({
  queryKey: ['saved reports'],
  queryFn: () => read<readonly SavedReportView[]>('/hotline/saved-reports'),
})

/** Above every page: subscribed reports that were made and nobody has opened yet, each with its file. */
export function ReportNotices({ session }: { readonly session: Session }) {
  const found = useQuery({
    ...savedReportsQuery,
    enabled: session.grants.some(({ role }) => role !== 'auditor'),
    refetchInterval: everyMilliseconds,
  })
  const fresh = (found.data ?? []).flatMap(({ id, name, issues }) =>
    issues.filter(({ isOpened }) => !isOpened).map(issue => ({ id, name, issue })),
  )
  if (fresh.length === 0) return null
  return (
    <section className="card no-print" aria-label="订阅的报表">
      <h2>{`订阅的报表已生成 ${fresh.length} 期`}</h2>
      <ul>
        {fresh.slice(0, shownAtOnce).map(each => (
          <li key={`${each.id} ${each.issue.until}`}>
            {`${each.name} `}
            <IssueLink {...each} />
          </li>
        ))}
      </ul>
      {fresh.length > shownAtOnce && <Link to={deskPaths.figures()}>其余见热线统计中“我的报表”</Link>}
    </section>
  )
}

/** One time that a report was made, to be downloaded. */
export function IssueLink({
  id,
  name,
  issue: { from, until, isOpened },
}: {
  readonly id: string
  readonly name: string
  readonly issue: ReportIssue
}) {
  const queries = useQueryClient()
  const span = from === until ? from : `${from}至${until}`
  return (
    <a
      href={apiPaths.reportIssue(id, until)}
      aria-label={`下载${name}，${span}${isOpened ? '' : '，未打开'}`}
      onClick={() => setTimeout(() => void queries.invalidateQueries({ queryKey: ['saved reports'] }), 1000)}
    >
      {`${isOpened ? '' : '● '}${span}`}
    </a>
  )
}
