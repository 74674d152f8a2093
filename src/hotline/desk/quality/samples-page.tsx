import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read, send } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { useSession } from '../../../desk/session.ts'
import { useTyped } from '../../../desk/steps/typed.ts'
import { Field, Outcome, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { type Sample, sampleRule, sampleWayLabel } from '../../quality/sample.ts'
import '../../../office/desk/office.css'

const nameOf = (line: Sample) => `${dayOrDash(line.from)}至${dayOrDash(line.to)}`
const columns: readonly Column<Sample>[] = [
  {
    ...{ key: 'span', label: '登记日期', value: nameOf },
    show: line => <Link to={deskPaths.sample(line.id)}>{nameOf(line)}</Link>,
  },
  { key: 'way', label: '抽取方式', value: line => sampleWayLabel[line.way] },
  { key: 'among', label: '范围（件）', value: line => line.among },
  { key: 'size', label: '抽取（件）', value: line => line.size },
  { key: 'judged', label: '已评判', value: line => line.judged },
  { key: 'passed', label: '合格', value: line => line.passed },
  { key: 'seed', label: '随机数', value: line => line.seed },
  { key: 'madeBy', label: '抽取人', value: line => line.madeByName },
  { key: 'madeAt', label: '抽取时间', value: line => momentInChinese(line.madeAt) },
]

/** Answers drawn to be read 答复质量抽查: the drawings, and a new one. */
export function SamplesPage() {
  const session = useSession()
  const hotlines = session.grants.filter(({ role }) => role === 'supervisor')
  const list: ListOf<Sample> = {
    ...{ name: 'samples', caption: '答复质量抽查', unit: '次', columns, filters: [] },
    fetch: asked => read<Page<Sample>>(`/hotline/samples${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: nameOf,
    open: line => deskPaths.sample(line.id),
    empty: <p>还没有抽查。在下面选择日期和件数，抽取一批答复，由督办员逐件评判。</p>,
  }
  return (
    <>
      <title>答复质量抽查 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>答复质量抽查</h1>
      <p>{sampleRule}</p>
      <List list={list} />
      {hotlines.length > 0 && <Draw hotlines={hotlines} />}
    </>
  )
}

const usual = { from: '', to: '', way: 'chance', size: '20', unit: '', seed: '' }

function Draw({ hotlines }: { readonly hotlines: readonly { agency: string; agencyName: string }[] }) {
  const acting = useActing()
  const go = useNavigate()
  const { typed, field, clear } = useTyped('gongkai hotline sample', {
    ...usual,
    agency: hotlines[0]?.agency ?? '',
  })
  const draw = () =>
    acting.run(async () => {
      const told = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
      const { id } = await send<{ id: string }>('POST', '/hotline/samples', told)
      clear()
      await go(deskPaths.sample(id))
      return ''
    })
  const labelled = (key: keyof typeof typed, label: string, entry: ReactNode) => (
    <Field label={label} wrong={acting.fields[key]}>
      {entry}
    </Field>
  )
  return (
    <form
      className="card"
      aria-label="抽取"
      onSubmit={event => {
        event.preventDefault()
        void draw()
      }}
    >
      <h2>抽取一批答复</h2>
      <Choices field={field} labelled={labelled} hotlines={hotlines} />
      {labelled('from', '登记日期自', <input {...field('from')} type="date" required />)}
      {labelled('to', '至', <input {...field('to')} type="date" required />)}
      {labelled('size', '件数（最多 500）', <input {...field('size')} type="number" min={1} required />)}
      {labelled(
        'seed',
        '随机数（可不填，由系统选定并记下）',
        <input {...field('seed')} type="number" min={1} />,
      )}
      <Button type="primary" htmlType="submit" loading={acting.busy}>
        抽取
      </Button>
      <Outcome acting={acting} />
    </form>
  )
}

function Choices({
  field,
  labelled,
  hotlines,
}: {
  readonly field: (key: 'agency' | 'unit' | 'way') => object
  readonly labelled: (key: 'agency' | 'unit' | 'way', label: string, entry: ReactNode) => ReactNode
  readonly hotlines: readonly { agency: string; agencyName: string }[]
}) {
  const units = useAgencies().map(({ code, shortName }) => ({ value: code, label: shortName }))
  const choice = (key: 'agency' | 'unit' | 'way', options: readonly { value: string; label: string }[]) => (
    <select {...field(key)}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
  const own = hotlines.map(each => ({ value: each.agency, label: each.agencyName }))
  return (
    <>
      {own.length > 1 && labelled('agency', '热线', choice('agency', own))}
      {labelled('unit', '承办单位', choice('unit', [{ value: '', label: '全部' }, ...units]))}
      {labelled('way', '抽取方式', choice('way', optionsOf(sampleWayLabel)))}
    </>
  )
}
