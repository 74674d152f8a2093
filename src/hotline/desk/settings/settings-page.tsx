import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { type DemandType, demandTypeLabel, demandTypes } from '../../demand.ts'
import type { LimitsByType } from '../../limits.ts'
import type { Hours } from '../../working-time.ts'
import { WatchForm } from '../looks/watch-form.tsx'
import { AreaForm } from './area-form.tsx'
import { CallbackRulesForm } from './callback-rules-form.tsx'
import { GatewayForm } from './gateway-form.tsx'
import { HoursForm } from './hours-form.tsx'
import '../../../office/desk/office.css'

interface Settings {
  readonly limits: LimitsByType
  readonly sampling: Readonly<Record<DemandType, number>>
  readonly hours: readonly { readonly from: string; readonly hours: Hours }[]
}

/** What a city settles of its hotline: limits, how many callers are asked, hours on duty. */
export function HotlineSettingsPage() {
  const found = useQuery({
    queryKey: ['hotline settings'],
    queryFn: () => read<Settings>('/hotline/settings'),
  })
  const may = holdsOne(useSession(), 'administrator')
  return (
    <>
      <title>热线设置 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>热线设置</h1>
      {!may && <p>由系统管理员修改，立即生效。</p>}
      {found.isError && <Broken cause={found.error} />}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <LimitsForm settings={found.data} may={may} />}
      <WatchForm may={may} />
      {found.data !== undefined && <HoursForm periods={found.data.hours} may={may} />}
      <CallbackRulesForm may={may} />
      <AreaForm may={may} />
      {may && <GatewayForm />}
    </>
  )
}

function LimitsForm({ settings, may }: { settings: Settings; may: boolean }) {
  const acting = useActing()
  const usual = Object.fromEntries([
    ...Object.entries(settings.limits).map(([type, days]) => [`limits.${type}`, String(days)]),
    ...Object.entries(settings.sampling).map(([type, share]) => [`sampling.${type}`, String(share)]),
  ])
  const { typed, field, saved } = useTyped('gongkai hotline limits', usual)
  const save = () =>
    acting.run(async () => {
      const part = (name: string) =>
        Object.fromEntries(
          Object.entries(typed).flatMap(([key, value]) =>
            key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value]] : [],
          ),
        )
      const body = { limits: part('limits'), sampling: part('sampling') }
      await send('PUT', '/hotline/settings/limits', body)
      saved()
      return '已保存，以后的派单和反馈适用；已经派出的期限不变。'
    })
  const number = (key: string, label: string) => (
    <Field key={key} label={label} wrong={acting.fields[key]}>
      <input {...field(key)} type="number" min={0} required disabled={!may} />
    </Field>
  )
  return (
    <form
      className="card"
      aria-label="办理期限和回访"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>办理期限（工作日，从派单的次日起算）</h2>
      {demandTypes.map(type => number(`limits.${type}`, demandTypeLabel[type]))}
      {number('limits.urgent', '紧急诉求（不论类型）')}
      <p>危险诉求当日办理，昼夜计时。</p>
      <h2>回访抽样（每百件回访几件）</h2>
      {demandTypes.map(type => number(`sampling.${type}`, demandTypeLabel[type]))}
      <p>抽中与否由编号决定，不由人选择；没有抽中的可以直接办结，来电人仍可自行评价。</p>
      {may && (
        <Button type="primary" htmlType="submit" loading={acting.busy}>
          保存期限和抽样
        </Button>
      )}
      <Outcome acting={acting} />
    </form>
  )
}
