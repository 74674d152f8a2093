import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { read } from '../../../desk/client.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { MatterPanelView } from '../../topics/hot.ts'
import { MemberLine, whyText } from './matter-page.tsx'

/** The matter of a demand and its neighbours there. */
export function MatterPanel({ demand }: { demand: string }) {
  const found = useQuery({
    queryKey: ['demand', demand, 'matter'],
    queryFn: () => read<{ matter: MatterPanelView | null }>(`/demands/${demand}/matter`),
  })
  const matter = found.data?.matter
  return (
    <section className="card" aria-label="同一事项">
      <h2>同一事项</h2>
      {found.isError && <p>暂时读不到，请刷新页面。</p>}
      {matter === null && <p>还没有归入事项：新登记的诉求一分钟内自动归入。</p>}
      {matter !== null && matter !== undefined && (
        <>
          {matter.demands === 1 ? (
            <p>没有找到反映同一事项的其他诉求。</p>
          ) : (
            <p>
              {matter.mayOpen ? <Link to={deskPaths.matter(matter.id)}>{matter.title}</Link> : matter.title}
              {`　${matter.callers} 人、${matter.demands} 件。归入理由：${whyText(matter.why)}。`}
            </p>
          )}
          <ul>
            {matter.neighbours.map(member => (
              <li key={member.demand}>
                <MemberLine member={member} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
