import { Button, Popconfirm } from 'antd'
import { send } from '../../../desk/client.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { Duty } from '../../duties/duty.ts'

/** Ends a duty from today, or takes it up again. */
export function StopDuty({ duty: { id, title, endedOn } }: { duty: Duty }) {
  const acting = useActing()
  const ended = endedOn === null
  const word = ended ? '停用' : '恢复'
  const stop = () =>
    acting.run(async () => {
      await send('POST', `/duties/${id}/stop`, { ended })
      return `已${word}。`
    })
  return (
    <>
      <Popconfirm
        title={
          ended ? `今天起不再要求“${title}”，以前的情况保留。` : `恢复“${title}”，停用期间的也重新要求。`
        }
        okText={word}
        cancelText="取消"
        onConfirm={() => void stop()}
      >
        <Button size="small" loading={acting.busy} aria-label={`${word}：${title}`}>
          {word}
        </Button>
      </Popconfirm>
      <Outcome acting={acting} />
    </>
  )
}
