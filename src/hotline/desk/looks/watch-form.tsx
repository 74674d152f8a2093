import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'

const labels = {
  causelessPerDay: '一人一天没有经办关系的查看达到（次）',
  looksPerHour: '一人一小时内的查看达到（次）',
  numbersPerDay: '一人一天没有登记的号码达到（个）',
  exportRowsPerDay: '话务员、派单员、回访员和承办单位每人每天导出诉求最多（行）',
  readDemandsPerDay: '他们每人每天在列表中（含接口）查看诉求最多（件）',
} as const
type Watch = Readonly<Record<keyof typeof labels, number>>
const keys = [
  'causelessPerDay',
  'looksPerHour',
  'numbersPerDay',
  'exportRowsPerDay',
  'readDemandsPerDay',
] as const

/** From how many on looks at callers are reported, and how many rows may be exported in a day. */
export function WatchForm({ may }: { readonly may: boolean }) {
  const found = useQuery({ queryKey: ['hotline watch'], queryFn: () => read<Watch>('/hotline/watch') })
  if (found.isError) return <Broken cause={found.error} />
  return found.data === undefined ? null : <Filled watch={found.data} may={may} />
}

function Filled({ watch, may }: { readonly watch: Watch; readonly may: boolean }) {
  const acting = useActing()
  const usual = Object.fromEntries(keys.map(key => [key, String(watch[key])]))
  const { typed, field, saved } = useTyped('gongkai hotline watch', usual)
  const save = () =>
    acting.run(async () => {
      await send('PUT', '/hotline/watch', typed)
      saved()
      return '已保存，立即适用。'
    })
  return (
    <form
      className="card"
      aria-label="查看提醒和导出限额"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>查看来电人的提醒和导出的限额</h2>
      {keys.map(key => (
        <Field key={key} label={labels[key]} wrong={acting.fields[key]}>
          <input {...field(key)} type="number" min={1} required disabled={!may} />
        </Field>
      ))}
      <p>
        达到前三项的提醒督办员，记入查看来电人记录；督办员、主管部门和审计员的导出和查看不受限额，导出同样留痕。
      </p>
      {may && (
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存提醒和限额
        </Button>
      )}
      <Outcome acting={acting} />
    </form>
  )
}
