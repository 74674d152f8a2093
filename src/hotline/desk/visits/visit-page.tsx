import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { Refused, read } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { type Session, useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { DemandView } from '../../view.ts'
import type { KeptVisit } from './kept-visits.ts'
import { useVisits } from './use-visits.ts'
import { VisitForm } from './visit-form.tsx'
import { VisitList } from './visit-list.tsx'
import '../../../office/desk/office.css'
import './visits.css'

/** 现场核查 on a phone: what is typed and photographed stays on the phone until the server has it. */
export function VisitPage() {
  const { id = '' } = useParams()
  const session = useSession()
  const { visits, isRead, failed, changed, go } = useVisits(session.id)
  const found = useQuery({ queryKey: ['demand', id], queryFn: () => read<DemandView>(`/demands/${id}`) })
  const draft = visits.find(({ demand, state }) => demand === id && state === 'typing')
  // Without a line the demand cannot be read, but what was begun on it goes on.
  const isAway = found.error instanceof Refused && found.error.status === 0
  if (found.isError && !(isAway && draft !== undefined)) return <Broken cause={found.error} />
  const about = found.data?.demand ?? draft
  if (about === undefined || !(isRead || failed)) return <SlowSkeleton />
  const step = found.data?.steps.find(each => each.step === 'visit')
  return (
    <>
      <title>{`现场核查 ${about.number} - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.demand(id)}>{`诉求 ${about.number}`}</Link>
      </p>
      <h1>现场核查</h1>
      <p>{`${about.subject}${found.data === undefined ? '' : `　${found.data.demand.place}`}`}</p>
      {failed && (
        <p role="alert" className="late">
          这个浏览器不能在手机上存放内容（可能开了无痕浏览），断网时填写的会丢失。
        </p>
      )}
      {step?.refusal != null && <p className="late">{step.refusal}</p>}
      {found.data !== undefined && step === undefined && (
        <p>现场核查由这件诉求的承办单位或者会办单位办理，您可以查看办理经过。</p>
      )}
      {(draft !== undefined || step?.refusal === null) && (
        <VisitForm
          key={visits.filter(({ state }) => state !== 'typing').length}
          draft={draft ?? begun(session, { ...about, id })}
          send={() => void go()}
        />
      )}
      <VisitList visits={visits} changed={() => changed().then(go)} />
    </>
  )
}

function begun(
  { id: person, today }: Session,
  { id: demand, number, subject }: Pick<DemandView['demand'], 'id' | 'number' | 'subject'>,
): KeptVisit {
  const time = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(11, 19)
  return {
    ...{ key: crypto.randomUUID(), person, demand, number, subject, seen: '', photos: [] },
    ...{ visitedAt: new Date(`${today}T${time}+08:00`).toISOString() },
    ...{ state: 'typing', sentAt: '', told: false, refusal: '' },
  }
}
