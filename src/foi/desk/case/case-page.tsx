import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { isTyping } from '../../../desk/keys.tsx'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import { foiStateLabel } from '../../standing.ts'
import type { CaseView } from '../../view.ts'
import { DueText } from '../due.tsx'
import { ActsPanel } from './acts/acts-panel.tsx'
import { AlikePanel } from './alike-panel.tsx'
import { caseQuery } from './case-query.ts'
import { ClockPanel } from './clock/clock-panel.tsx'
import { CountedIn } from './counted-in.tsx'
import { Facts } from './facts.tsx'
import { LinkedDemand } from './linked-demand.tsx'
import { LettersPanel, PapersPanel } from './papers.tsx'
import { Timeline } from './timeline.tsx'
import '../../../office/desk/office.css'
import '../../../office/desk/case.css'
import '../requests.css'

/** One request: its facts, what happened, and what may be done now. */
export function CasePage() {
  const { id = '' } = useParams()
  const found = useQuery(caseQuery(id))
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  return <Case key={id} view={found.data} />
}

function Case({ view }: { view: CaseView }) {
  useActKey()
  const { today } = useSession()
  const { request, standing } = view
  return (
    <>
      <title>{`${request.number} - 依申请公开 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.requests()}>依申请公开</Link>
      </p>
      <h1>{`${view.agencyName}${request.number}`}</h1>
      <p role="status" aria-label="办理情况" className="card">
        <strong>{foiStateLabel[standing.state]}</strong>
        {'　'}
        <DueText line={dueLineOf(view, today)} />
        {standing.department !== null && `　承办：${standing.department}`}
        {standing.handler !== null && `　经办人：${standing.handler.name}`}
      </p>
      <div className="case">
        <div className="facts">
          <Facts view={view} />
          <AlikePanel view={view} />
          <CountedIn view={view} />
          <LinkedDemand view={view} />
        </div>
        <div className="middle">
          <ClockPanel view={view} />
          <Timeline view={view} />
          <PapersPanel view={view} />
          <LettersPanel view={view} />
        </div>
        <div className="acts">
          <ActsPanel view={view} />
        </div>
      </div>
    </>
  )
}

/** What a due day needs, of a case. */
function dueLineOf({ standing, clock }: CaseView, today: string) {
  const { state, outcomeOn, correction, fee, opinions } = standing
  const until =
    state === 'awaitingCorrection'
      ? correction?.answerBy
      : state === 'awaitingPayment'
        ? fee?.payBy
        : opinions.map(({ answerBy }) => answerBy).toSorted()[0]
  const { due, workdaysLeft } = clock
  const waitIsOver = until !== undefined && until < today
  return { requestState: state, outcomeOn, due, workdaysLeft, waitsUntil: until ?? null, waitIsOver }
}

/** `e`, here or in the list, leads to the first thing that may be done. */
function useActKey(): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash === '#acts') toFirstAct()
  }, [hash])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
      event.preventDefault()
      toFirstAct()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function toFirstAct(): void {
  document.querySelector<HTMLElement>('.offers button:not([disabled])')?.focus()
}
