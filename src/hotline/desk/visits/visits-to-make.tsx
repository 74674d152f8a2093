import { Button } from 'antd'
import { Link } from 'react-router'
import { wordsOf } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { holdsOne, type Session } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { type ToVisitLine, useInHand } from './in-hand.ts'
import { leaveDemand, readAlong, takenDemand } from './taken.ts'
import type { useVisits } from './use-visits.ts'
import { VisitList } from './visit-list.tsx'

interface ToMake {
  readonly session: Session
  readonly kept: ReturnType<typeof useVisits>
}

/** The demands to visit: each is taken along, so that it opens where there is no line. */
export function VisitsToMake({ session, kept }: ToMake) {
  const isUnits = holdsOne(session, 'handlingUnit')
  const inHand = useInHand(isUnits)
  const { lines, isRead, isAway, cause } = inHand
  return (
    <>
      <title>现场核查 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>现场核查</h1>
      {!isUnits && <p>现场核查由承办单位或者会办单位办理。</p>}
      {isAway && <p role="status">{isRead ? awayWords.read : awayWords.taken}</p>}
      {!isAway && cause !== null && (
        <p role="alert" className="late">
          {wordsOf(cause)}
        </p>
      )}
      {isUnits && lines === undefined && <SlowSkeleton />}
      {isUnits && lines !== undefined && <ToVisit {...{ ...inHand, lines, session }} />}
      <VisitList visits={kept.visits} changed={() => kept.changed().then(kept.go)} all />
    </>
  )
}

const awayWords = {
  taken: '连接不上服务器，下面是已带走的诉求。',
  read: '连接不上服务器，没有带走的诉求要等有网络时才能打开。',
} as const

interface Lines extends Pick<ReturnType<typeof useInHand>, 'total' | 'cause' | 'further'> {
  readonly lines: readonly ToVisitLine[]
  readonly session: Session
}

function ToVisit({ lines, total, session, cause, further }: Lines) {
  const acting = useActing()
  const isAway = cause !== null
  const take = (ids: readonly string[]) =>
    acting.run(async () => {
      for (const id of ids) await readAlong(id, session)
      return `已带走 ${ids.length} 件，没有网络时也能打开、填写。`
    })
  const toTake = lines.filter(({ id }) => takenDemand(id) === undefined).map(({ id }) => id)
  return (
    <section className="card" aria-label="要去现场的诉求">
      <h2>要去现场的诉求</h2>
      {lines.length === 0 && (
        <p>{isAway ? '这部手机上没有带走的诉求，请在有网络时带走。' : '本单位没有办理中的诉求。'}</p>
      )}
      {!isAway && total !== undefined && total > lines.length && (
        <p>{`承办、会办的一共 ${total} 件，按剩余时间排列，下面是前 ${lines.length} 件。`}</p>
      )}
      {!isAway && toTake.length > 1 && (
        <Button type="primary" loading={acting.busy} onClick={() => void take(toTake)}>
          {`全部带走（${toTake.length} 件）`}
        </Button>
      )}
      <Outcome acting={acting} />
      <ul className="visits">
        {lines.map(line => (
          <ToVisitItem key={line.id} {...{ line, acting, isAway }} take={take} />
        ))}
      </ul>
      {further !== undefined && (
        <Button loading={further.busy} onClick={further.read}>
          再看 50 件
        </Button>
      )}
    </section>
  )
}

interface Item {
  readonly line: ToVisitLine
  readonly acting: ReturnType<typeof useActing>
  readonly isAway: boolean
  readonly take: (ids: readonly string[]) => unknown
}

/** One of them: taken along or not. */
function ToVisitItem({ line: { id, number, subject, place, due }, acting, isAway, take }: Item) {
  const leave = () =>
    acting.run(async () => {
      leaveDemand(id)
      return '已从这部手机上清除。'
    })
  return (
    <li>
      <Link to={deskPaths.visit(id)}>{`${number}　${subject}`}</Link>
      <p>{`${place === '' ? '没有填写地点' : place}　期限：${due}`}</p>
      <p className="actions">
        {takenDemand(id) === undefined ? (
          !isAway && (
            <Button disabled={acting.busy} onClick={() => void take([id])}>
              {`带走 ${number}`}
            </Button>
          )
        ) : (
          <>
            <strong>已带走</strong>
            <Button onClick={() => void leave()}>{`不再带着 ${number}`}</Button>
          </>
        )}
      </p>
    </li>
  )
}
