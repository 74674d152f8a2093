import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { holdsOne, type Session } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { AlarmLine } from '../../safety/alarm.ts'
import './alarms.css'

const everyMilliseconds = 10_000

/** Demands that tell of danger, above every page of who is on duty, until somebody says that he took notice. */
export function Alarms({ session }: { readonly session: Session }) {
  const found = useQuery({
    queryKey: ['hotline alarms'],
    queryFn: () => read<{ lines: readonly AlarmLine[] }>('/hotline/alarms/mine'),
    enabled: holdsOne(session, 'dispatcher', 'supervisor'),
    refetchInterval: everyMilliseconds,
  })
  const lines = found.data?.lines ?? []
  if (lines.length === 0) return null
  return (
    <section className="card no-print" aria-label="险情提醒" aria-live="assertive">
      <h2 className="late">{`⚠ 险情提醒 ${lines.length} 件，请立即处置`}</h2>
      {lines.map(line => (
        <Alarm key={line.demand} line={line} />
      ))}
    </section>
  )
}

function Alarm({ line }: { readonly line: AlarmLine }) {
  const acting = useActing()
  const notice = () =>
    acting.run(async () => {
      await send('POST', `/hotline/alarms/${line.demand}/notice`)
      return ''
    })
  return (
    <div className="alarm">
      <strong>{line.kinds.join('、')}</strong>
      <Link to={deskPaths.demand(line.demand)}>{`${line.number} ${line.subject}`}</Link>
      <span>
        {`${momentInChinese(line.raisedAt)}，写有“${line.words.join('”“')}”`}
        {line.escalatedAt !== null && '，值班人员未及时确认，已升级'}
      </span>
      <Button size="small" type="primary" loading={acting.busy} onClick={() => void notice()}>
        {`确认已知悉 ${line.number}`}
      </Button>
      <Outcome acting={acting} />
    </div>
  )
}
