import { Link } from 'react-router'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { DemandBeside } from '../../live/help.ts'
import { demandStateLabel } from '../../standing.ts'

/** Demands beside the one that is typed, each to be opened in a window of its own. */
export function DemandsBeside({
  lines,
  none,
}: {
  readonly lines: readonly DemandBeside[]
  readonly none: string
}) {
  if (lines.length === 0) return <p>{none}</p>
  return (
    <ul>
      {lines.map(({ id, number, subject, filedAt, state, unitName }) => (
        <li key={id}>
          <Link to={deskPaths.demand(id)} target="_blank">
            {number}
          </Link>
          {` ${subject ?? '来电人要求保密的诉求'}，${momentInChinese(filedAt)}，${demandStateLabel[state]}${unitName === null ? '' : `，${unitName}`}`}
        </li>
      ))}
    </ul>
  )
}
