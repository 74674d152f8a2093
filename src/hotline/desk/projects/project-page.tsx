import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { projectEventLabel } from '../../projects/events.ts'
import { projectStateLabel } from '../../projects/standing.ts'
import type { ProjectView } from '../../projects/view.ts'
import { ProjectActs } from './acts.tsx'
import { EffectPart } from './effect.tsx'
import { projectEventWords } from './event-words.ts'
import { scopeInWords } from './scope-fields.tsx'
import '../../../office/desk/office.css'
import '../../../office/desk/case.css'

/** One project: what it is about, what is done, what came of it, and what may be done now. */
export function ProjectPage() {
  const { id = '' } = useParams()
  const found = useQuery({ queryKey: ['project', id], queryFn: () => read<ProjectView>(`/projects/${id}`) })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  return <Whole key={id} view={found.data} />
}

function Whole({ view }: { view: ProjectView }) {
  const { number, standing, names, late } = view
  return (
    <>
      <title>{`${number} - 专项治理 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.projects()}>专项治理</Link>
      </p>
      <h1>{`${number}　${standing.title}`}</h1>
      <p role="status" aria-label="办理情况" className="card">
        <strong>{projectStateLabel[standing.state]}</strong>
        {`　牵头：${names[standing.lead]}`}
        <span className={late ? 'late' : undefined}>
          {`　期限：${dayOrDash(standing.limit)}${late ? '，已超期' : ''}`}
        </span>
      </p>
      <div className="case tabled">
        <div className="facts">
          <ProjectFacts view={view} />
        </div>
        <div className="middle">
          <PlanPart view={view} />
          <EffectPart view={view} />
          <Course view={view} />
        </div>
        <div className="acts">
          <ProjectActs view={view} />
        </div>
      </div>
    </>
  )
}

function ProjectFacts({ view }: { view: ProjectView }) {
  const { standing, names, demands, id, agencyName, events } = view
  const [first] = events
  const coUnits = standing.coUnits.map(code => names[code] ?? code)
  return (
    <section className="card" aria-label="专项">
      <h2>专项</h2>
      <dl>
        <dt>立项的理由</dt>
        <dd className="asked">{first?.kind === 'opened' ? first.reason : ''}</dd>
        <dt>立项</dt>
        <dd>{`${agencyName}，${momentInChinese(standing.openedAt)}`}</dd>
        <dt>配合单位</dt>
        <dd>{coUnits.length === 0 ? '没有' : coUnits.join('、')}</dd>
        <dt>诉求范围</dt>
        <dd>{scopeInWords(standing.scope, names)}</dd>
        <dt>诉求</dt>
        <dd>
          <Link to={deskPaths.projectDemands(id)}>{`共 ${demands.named + demands.rule} 件`}</Link>
          {`：点名列入 ${demands.named} 件，按范围归集 ${demands.rule} 件`}
          {demands.out > 0 && (
            <>
              {'；'}
              <Link to={deskPaths.projectDemands(id, { way: 'out' })}>{`人工剔除 ${demands.out} 件`}</Link>
            </>
          )}
        </dd>
        {standing.summary !== null && (
          <>
            <dt>已公布的办理情况</dt>
            <dd className="asked">{standing.summary}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function PlanPart({ view: { standing, names } }: { view: ProjectView }) {
  const { cause, measures } = standing
  return (
    <section className="card" aria-label="治理方案">
      <h2>治理方案</h2>
      {measures.length === 0 && <p>牵头单位还没有报送方案。</p>}
      {measures.length > 0 && (
        <>
          <h3>原因</h3>
          <p className="asked">{cause}</p>
          <h3>措施</h3>
          <table className="grid">
            <thead>
              <tr>
                <th scope="col">序号</th>
                <th scope="col">内容</th>
                <th scope="col">责任单位</th>
                <th scope="col">时限</th>
                <th scope="col">完成</th>
              </tr>
            </thead>
            <tbody>
              {measures.map(({ words, unit, due, doneAt }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the measures of a plan keep their places
                <tr key={at}>
                  <td>{at + 1}</td>
                  <td>{words}</td>
                  <td>{names[unit] ?? unit}</td>
                  <td>{dayOrDash(due)}</td>
                  <td>{doneAt === null ? '未完成' : `${momentInChinese(doneAt)}完成`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Course({ view }: { view: ProjectView }) {
  const { events, id, standing } = view
  return (
    <section className="card" aria-label="办理经过">
      <h2>办理经过</h2>
      <ol className="timeline" reversed>
        {events.toReversed().map((event, place) => {
          const words = projectEventWords(event, view)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and is shown from its end
            <li key={standing.version - place}>
              <strong>{projectEventLabel[event.kind]}</strong>
              <small>{`${event.byName}，${momentInChinese(event.at)}`}</small>
              {words !== '' && <p>{words}</p>}
              {event.kind === 'attached' && (
                <p>
                  <a href={`/api/v1/projects/${id}/files/${event.file}`}>{event.name}</a>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
