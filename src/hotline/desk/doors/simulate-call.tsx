import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { send } from '../../../desk/client.ts'
import { useSession } from '../../../desk/session.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { longest } from '../../demand.ts'

/** A call without an exchange: it rings at the agents' desks, for rehearsals; for the administrator. */
export function SimulateCall() {
  const agency = useSession().grants.find(({ role }) => role === 'administrator')?.agency
  const acting = useActing()
  const queries = useQueryClient()
  const [number, write] = useState('')
  if (agency === undefined) return null
  const ring = async () => {
    await send('POST', '/hotline/calls/simulated', { agency, number })
    await queries.invalidateQueries({ queryKey: ['list', 'hotline-calls'] })
    write('')
    return '已振铃：话务员的工作台各页上方显示来电，可以接听并登记。'
  }
  return (
    <form
      className="card no-print"
      aria-label="模拟来电"
      onSubmit={event => {
        event.preventDefault()
        void acting.run(ring)
      }}
    >
      <h2>模拟来电</h2>
      <Field label="来电号码（演练用，不计入统计）" wrong={acting.fields.number}>
        <input
          type="tel"
          value={number}
          required
          maxLength={longest.phone}
          onChange={({ target }) => write(target.value)}
        />
      </Field>
      <Outcome acting={acting} />
      <Button htmlType="submit" loading={acting.busy}>
        振铃
      </Button>
    </form>
  )
}
