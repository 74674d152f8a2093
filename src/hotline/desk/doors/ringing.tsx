import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { send } from '../../../desk/client.ts'
import { holdsOne, type Session } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import type { RingingCall } from '../../doors/call.ts'
import { useRinging } from './use-ringing.ts'

/** Calls that ring now, above every page of an agent: one key answers and opens the form with the caller in it. */
export function Ringing({ session }: { readonly session: Session }) {
  const calls = useRinging(holdsOne(session, 'hotlineAgent'))
  if (calls.length === 0) return null
  return (
    <section className="card no-print" aria-label="来电" aria-live="assertive">
      {calls.map(call => (
        <OneCall key={call.id} call={call} />
      ))}
    </section>
  )
}

function OneCall({ call: { id, number, state, earlier, mine } }: { readonly call: RingingCall }) {
  const acting = useActing()
  const navigate = useNavigate()
  const open = async () => {
    const taken = await acting.run(async () => {
      await send('POST', `/hotline/calls/${id}/take`)
      return ''
    })
    if (taken) void navigate(deskPaths.newDemand({ call: id }))
  }
  const known = earlier === 0 ? '此前没有登记过' : `此前登记过 ${earlier} 件`
  return (
    <div>
      <strong>{state === 'ringing' ? '来电' : '通话'}</strong>
      {` ${number}，${known}。`}{' '}
      <Button type="primary" size="small" loading={acting.busy} onClick={() => void open()}>
        {mine ? '登记这个来电' : '接听并登记'}
      </Button>
      <Outcome acting={acting} />
    </div>
  )
}
