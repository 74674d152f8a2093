import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Refused, read } from '../../../desk/client.ts'
import type { Page } from '../../../desk/list/column.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { holdsOne, type Session } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { dueText } from '../../tracking/clock-words.ts'
import type { DemandLine } from '../../view.ts'
import { leaveDemand, readAlong, type TakenDemand, takenDemand, takenDemands } from './taken.ts'
import type { useVisits } from './use-visits.ts'
import { VisitList } from './visit-list.tsx'

type Line = Omit<TakenDemand, 'body' | 'refusal'>
interface ToMake {
  readonly session: Session
  readonly kept: ReturnType<typeof useVisits>
}

const most = 50

/** What this unit has in hand, as the one that leads or beside it, by time left. */
async function inHand(): Promise<readonly Line[]> {
  const asked = [
    { state: 'handling', sort: 'due', size: String(most) },
    { beside: 'true', state: 'open', sort: 'due', size: String(most) },
  ]
  const pages = []
  for (const each of asked) pages.push(await read<Page<DemandLine>>(`/demands?${new URLSearchParams(each)}`))
  const lines = new Map(pages.flatMap(({ lines }) => lines).map(line => [line.id, line]))
  return [...lines.values()].map(({ id, number, subject, place, ...limit }) => {
    return { id, number, subject, place, due: dueText(limit) }
  })
}

/** The demands to visit: each is taken along, so that it opens where there is no line. */
export function VisitsToMake({ session, kept }: ToMake) {
  const isUnits = holdsOne(session, 'handlingUnit')
  const found = useQuery({
    queryKey: ['list', 'demands', 'visits'],
    queryFn: inHand,
    ...{ enabled: isUnits, networkMode: 'always', retry: false },
  })
  const isAway = found.error instanceof Refused && found.error.status === 0
  const lines = found.data ?? (found.isError ? takenDemands() : undefined)
  return (
    <>
      <title>现场核查 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>现场核查</h1>
      {!isUnits && <p>现场核查由承办单位或者会办单位办理。</p>}
      {isAway && <p role="status">连接不上服务器，下面是已带走的诉求。</p>}
      {isUnits && lines === undefined && <SlowSkeleton />}
      {isUnits && lines !== undefined && <ToVisit {...{ lines, session }} isAway={found.isError} />}
      <VisitList visits={kept.visits} changed={() => kept.changed().then(kept.go)} all />
    </>
  )
}

interface Lines {
  readonly lines: readonly Line[]
  readonly session: Session
  readonly isAway: boolean
}

function ToVisit({ lines, session, isAway }: Lines) {
  const acting = useActing()
  const take = (ids: readonly string[]) =>
    acting.run(async () => {
      for (const id of ids) await readAlong(id, session)
      return `已带走 ${ids.length} 件，没有网络时也能打开、填写。`
    })
  const leave = (id: string) =>
    acting.run(async () => {
      leaveDemand(id)
      return '已从这部手机上清除。'
    })
  const toTake = lines.filter(({ id }) => takenDemand(id) === undefined).map(({ id }) => id)
  return (
    <section className="card" aria-label="要去现场的诉求">
      <h2>要去现场的诉求</h2>
      {lines.length === 0 && (
        <p>{isAway ? '这部手机上没有带走的诉求，请在有网络时带走。' : '本单位没有办理中的诉求。'}</p>
      )}
      {!isAway && toTake.length > 1 && (
        <Button type="primary" loading={acting.busy} onClick={() => void take(toTake)}>
          {`全部带走（${toTake.length} 件）`}
        </Button>
      )}
      <Outcome acting={acting} />
      <ul className="visits">
        {lines.map(line => (
          <li key={line.id}>
            <Link to={deskPaths.visit(line.id)}>{`${line.number}　${line.subject}`}</Link>
            <p>{`${line.place === '' ? '没有填写地点' : line.place}　期限：${line.due}`}</p>
            <p className="actions">
              {toTake.includes(line.id) ? (
                !isAway && (
                  <Button disabled={acting.busy} onClick={() => void take([line.id])}>
                    {`带走 ${line.number}`}
                  </Button>
                )
              ) : (
                <>
                  <strong>已带走</strong>
                  <Button onClick={() => void leave(line.id)}>{`不再带着 ${line.number}`}</Button>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
