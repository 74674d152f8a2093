import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import type { Day } from '../../../statute/day.ts'
import { deskPaths } from '../../../web/paths.ts'
import { heatInWords } from '../../topics/heat.ts'
import type { HotTopic } from '../../topics/hot.ts'

const mostShown = 6
const everyMilliseconds = 60_000

/** The hottest matters of the seven days before and today; asked each minute, as they join, apart from the sums beside them. */
export function WallboardTopics({ from, to }: { readonly from: Day; readonly to: Day }) {
  const found = useQuery({
    queryKey: ['wallboard topics', from, to],
    queryFn: () =>
      read<{ lines: readonly HotTopic[] }>(`/hotline/topics?from=${from}&to=${to}&size=${mostShown}`),
    refetchInterval: everyMilliseconds,
    refetchIntervalInBackground: true,
  })
  const lines = found.data?.lines ?? []
  return (
    <section className="wide" aria-label="热点事项">
      <h2 title={heatInWords}>
        <Link to={deskPaths.topics({ from, to })}>热点事项（七日来）</Link>
      </h2>
      {found.isError && <p className="late">{`没有更新：${wordsOf(found.error)}`}</p>}
      {found.isSuccess && lines.length === 0 && <p>七日来没有两人以上反映的事项。</p>}
      <ol>
        {lines.map(({ id, title, place, callers, demands, heat }) => (
          <li key={id}>
            <Link to={deskPaths.matter(id)}>{title}</Link>
            <small>{`${place === '' ? '' : `${place}　`}${callers} 人、${demands} 件　热度 ${heat}`}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
