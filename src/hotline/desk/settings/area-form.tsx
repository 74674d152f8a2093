import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { read, send } from '../../../desk/client.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { Area } from '../../doors/area.ts'

const sides = [
  ['south', '最南的纬度'],
  ['north', '最北的纬度'],
  ['west', '最西的经度'],
  ['east', '最东的经度'],
] as const

/** Within which degrees the places of demands lie: what an application files from outside of them is refused. */
export function AreaForm({ may }: { readonly may: boolean }) {
  const { data } = useQuery({ queryKey: ['hotline area'], queryFn: () => read<Area>('/hotline/area') })
  return data === undefined ? null : <Sides area={data} may={may} />
}

function Sides({ area, may }: { readonly area: Area; readonly may: boolean }) {
  const acting = useActing()
  const queries = useQueryClient()
  const { typed, field, saved } = useTyped(
    'gongkai hotline area',
    Object.fromEntries(sides.map(([side]) => [side, String(area[side])])),
  )
  const save = async () => {
    await send('PUT', '/hotline/area', typed)
    saved()
    await queries.invalidateQueries({ queryKey: ['hotline area'] })
    return '已保存，立即适用。'
  }
  return (
    <form
      className="card"
      aria-label="受理范围"
      onSubmit={event => {
        event.preventDefault()
        void acting.run(save)
      }}
    >
      <h2>受理范围（WGS84 经纬度）</h2>
      <p>接入的应用带坐标提交时，范围以外的不予登记，并说明范围。四项都不填的，不检查范围。</p>
      {sides.map(([side, label]) => (
        <Field key={side} label={label} wrong={acting.fields[side]}>
          <input {...field(side)} inputMode="decimal" maxLength={12} disabled={!may} />
        </Field>
      ))}
      <Outcome acting={acting} />
      {may && (
        <Button htmlType="submit" loading={acting.busy}>
          保存受理范围
        </Button>
      )}
    </form>
  )
}
