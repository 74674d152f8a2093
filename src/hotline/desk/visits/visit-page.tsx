import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { Refused } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import type { Session } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { KeptVisit } from './kept-visits.ts'
import { readAlong, type TakenDemand, takenDemand } from './taken.ts'
import type { useVisits } from './use-visits.ts'
import { VisitForm } from './visit-form.tsx'
import { VisitList } from './visit-list.tsx'

interface Visiting {
  readonly id: string
  readonly session: Session
  readonly kept: ReturnType<typeof useVisits>
}

/** One visit on a phone: what is typed and photographed stays on the phone until the server has it. */
export function VisitPage({ id, session, kept: { visits, isRead, failed, changed, go } }: Visiting) {
  const found = useQuery({
    queryKey: ['demand', id, 'visit'],
    queryFn: () => readAlong(id, session),
    ...{ networkMode: 'always', retry: false, placeholderData: () => takenDemand(id) },
  })
  const mine = visits.filter(({ demand }) => demand === id)
  const draft = mine.find(({ state }) => state === 'typing')
  // Without a line the demand cannot be read, but what was taken along or begun goes on.
  const isAway = found.error instanceof Refused && (found.error.status === 0 || found.error.status >= 500)
  const taken = found.data ?? (isAway ? takenDemand(id) : undefined)
  if (found.isError && !(isAway && (draft ?? taken) !== undefined)) return <Broken cause={found.error} />
  const about = taken ?? draft
  if (about === undefined || !(isRead || failed)) return <SlowSkeleton />
  return (
    <>
      <title>{`现场核查 ${about.number} - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.visits()}>现场核查</Link>
        {'　'}
        <Link to={deskPaths.demand(id)}>{`诉求 ${about.number}`}</Link>
      </p>
      <h1>现场核查</h1>
      {isAway && <p role="status">连接不上服务器，填写的内容先存在这部手机上。</p>}
      <About about={about} taken={taken} />
      {failed && (
        <p role="alert" className="late">
          这个浏览器不能在手机上存放内容（可能开了无痕浏览），断网时填写的会丢失。
        </p>
      )}
      {(draft !== undefined || taken?.refusal === null) && (
        <VisitForm
          key={mine.filter(({ state }) => state !== 'typing').length}
          draft={draft ?? begun(session, { ...about, id })}
          send={() => void go()}
        />
      )}
      <VisitList visits={mine} changed={() => changed().then(go)} />
    </>
  )
}

interface Told {
  readonly about: Pick<TakenDemand, 'subject'>
  readonly taken: TakenDemand | undefined
}

/** What is to be looked at and where; why no visit may be entered, where it may not. */
function About({ about: { subject }, taken }: Told) {
  return (
    <section className="card" aria-label="诉求">
      <h2>{subject}</h2>
      {taken !== undefined && (
        <>
          {taken.body !== '' && <p className="body">{taken.body}</p>}
          <p>{`地点：${taken.place === '' ? '没有填写' : taken.place}　期限：${taken.due}`}</p>
        </>
      )}
      {taken?.refusal != null && <p className="late">{taken.refusal}</p>}
      {taken !== undefined && taken.refusal === undefined && (
        <p>现场核查由这件诉求的承办单位或者会办单位办理，您可以查看办理经过。</p>
      )}
    </section>
  )
}

function begun(
  { id: person, today }: Session,
  { id: demand, number, subject }: Pick<TakenDemand, 'id' | 'number' | 'subject'>,
): KeptVisit {
  const time = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 19)
  return {
    ...{ key: crypto.randomUUID(), person, demand, number, subject, seen: '', photos: [] },
    ...{ visitedAt: new Date(`${today}T${time}+08:00`).toISOString() },
    ...{ state: 'typing', sentAt: '', told: false, refusal: '' },
  }
}
