import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read, send } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { type Appraisal, appraisedRateLabel, appraisedRates } from '../../bulletins/appraisal.ts'
import type { Industry } from '../../bulletins/industry.ts'
import '../../../office/desk/office.css'

interface Settings {
  readonly appraisals: readonly Appraisal[]
  readonly appraisal: Appraisal
  readonly industries: readonly Industry[]
}

/** How units are scored, and which industries are followed. */
export function BulletinSettingsPage() {
  const session = useSession()
  const hotline = session.grants.find(({ role }) => role === 'supervisor')?.agency
  return (
    <>
      <title>计分办法和行业 - 热线通报 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.bulletins()}>热线通报</Link>
      </p>
      <h1>计分办法和行业</h1>
      {hotline === undefined ? (
        <p className="card">计分办法由热线的督办员办理，您没有这个角色。</p>
      ) : (
        <Both hotline={hotline} />
      )}
    </>
  )
}

function Both({ hotline }: { hotline: string }) {
  const path = `/hotline/bulletin-settings/${hotline}`
  const found = useQuery({ queryKey: ['bulletin-settings', hotline], queryFn: () => read<Settings>(path) })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  return (
    <>
      <AppraisalForm path={path} settings={found.data} />
      <IndustriesForm path={path} industries={found.data.industries} />
    </>
  )
}

function AppraisalForm({ path, settings }: { path: string; settings: Settings }) {
  const session = useSession()
  const acting = useActing()
  const { appraisal, appraisals } = settings
  const points = Object.fromEntries(appraisedRates.map(rate => [rate, String(appraisal.points[rate] ?? 0)]))
  const { typed, field, clear } = useTyped(`gongkai ${session.id} ${path}`, {
    ...{ ...points, perUpdate: String(appraisal.perUpdate), most: String(appraisal.mostForUpdates) },
    ...{ from: session.today, basis: '' },
  })
  const save = () =>
    acting.run(async () => {
      const { from, basis, perUpdate, most } = typed
      const set = Object.fromEntries(appraisedRates.map(rate => [rate, Number(typed[rate] ?? 0)]))
      const body = { from, basis, points: set, perUpdate: Number(perUpdate), mostForUpdates: Number(most) }
      await send('POST', `${path}/appraisal`, body)
      clear()
      return '已保存，从填写的日期起的各期通报按此计分。'
    })
  return (
    <form
      className="card"
      aria-label="计分办法"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>计分办法</h2>
      <p>得分为各项指标乘以分值之和，加知识库更新的分，折算为 100 分；没有可比诉求的指标不计。</p>
      <p>{`现行：${appraisal.basis}${appraisals.length === 0 ? '' : `，自${dayOrDash(appraisal.from)}起`}。`}</p>
      {appraisedRates.map(rate => (
        <Field key={rate} label={`${appraisedRateLabel[rate]}（分）`} wrong={acting.fields[`points.${rate}`]}>
          <input {...field(rate)} type="number" min={0} max={1000} step="any" required />
        </Field>
      ))}
      <Field label="知识库每更新一条（分）" wrong={acting.fields.perUpdate}>
        <input {...field('perUpdate')} type="number" min={0} max={1000} step="any" required />
      </Field>
      <Field label="知识库更新至多（分）" wrong={acting.fields.mostForUpdates}>
        <input {...field('most')} type="number" min={0} max={1000} step="any" required />
      </Field>
      <Field label="从哪一天起" wrong={acting.fields.from}>
        <input {...field('from')} type="date" min={session.today} required />
      </Field>
      <Field label="依据" wrong={acting.fields.basis}>
        <input {...field('basis')} maxLength={500} required />
      </Field>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        保存计分办法
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}

const lineOf = ({ name, words }: Industry) => `${name}：${words.join('、')}`

function IndustriesForm({ path, industries }: { path: string; industries: readonly Industry[] }) {
  const session = useSession()
  const acting = useActing()
  const usual = { text: industries.map(lineOf).join('\n') }
  const { typed, field, clear } = useTyped(`gongkai ${session.id} ${path} industries`, usual)
  const save = () =>
    acting.run(async () => {
      const lines = (typed.text ?? '').split('\n').filter(line => line.trim() !== '')
      const body = lines.map(line => {
        const [name = '', words = ''] = line.split(/[：:]/)
        return { name: name.trim(), words: words.split(/[、,，\s]+/).filter(word => word !== '') }
      })
      await send('PUT', `${path}/industries`, { industries: body })
      clear()
      return '已保存。'
    })
  return (
    <form
      className="card"
      aria-label="重点行业"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>重点行业</h2>
      <Field
        label="每行一个行业，写作“供热：供热、供暖、暖气”；诉求标题中有其中一个词的归入"
        wrong={acting.fields.industries}
      >
        <textarea {...field('text')} rows={12} required />
      </Field>
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        保存行业
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}
