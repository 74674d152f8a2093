import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read, send } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { Field, Outcome, textIn, useActing } from '../../../office/desk/acting.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { heatInWords } from '../../topics/heat.ts'
import type { HotTopic } from '../../topics/hot.ts'
import '../../../office/desk/office.css'

interface Run {
  readonly id: string
  readonly from: string
  readonly until: string
  readonly byName: string
  readonly askedAt: string
  readonly doneAt: string | null
  readonly demands: number | null
  readonly moved: number | null
}
type Topics = Page<HotTopic> & { readonly runs: readonly Run[] }

const share = (part: number) => `${Math.round(part * 100)}%`
const columns: readonly Column<HotTopic>[] = [
  { key: 'rank', label: '位次', value: line => line.rank },
  {
    ...{ key: 'title', label: '事项', value: line => line.title },
    show: line => <Link to={deskPaths.matter(line.id)}>{line.title}</Link>,
  },
  { key: 'heat', label: '热度', value: line => line.heat },
  { key: 'callers', label: '人数', value: line => line.callers },
  { key: 'demands', label: '件数', value: line => line.demands },
  { key: 'fresh', label: '近30日新增人数', value: line => share(line.fresh) },
  { key: 'repeated', label: '办结后又有', value: line => share(line.repeated) },
  { key: 'place', label: '地点', value: line => line.place },
  { key: 'people', label: '人群', hidden: true, value: line => line.people },
  { key: 'weeks', label: '有诉求的周数', hidden: true, value: line => line.weeks },
  { key: 'from', label: '首件', value: line => line.from, show: line => dayOrDash(line.from) },
  { key: 'to', label: '末件', value: line => line.to, show: line => dayOrDash(line.to) },
]
const filters: readonly Filter[] = [
  { key: 'from', label: '登记日期自', kind: 'day' },
  { key: 'to', label: '至', kind: 'day' },
  { key: 'q', label: '查找（名称、地点）', kind: 'words' },
]

/** The hottest matters of a span, with how their heat is counted, and the runs that group a span anew. */
export function TopicsPage() {
  const may = holdsOne(useSession(), 'dispatcher', 'supervisor')
  const list: ListOf<HotTopic> = {
    ...{ name: 'topics', caption: '热点事项', unit: '个', columns, filters },
    fetch: asked => read<Topics>(`/hotline/topics${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => line.title,
    open: line => deskPaths.matter(line.id),
    empty: (
      <p>
        这段时间没有两人以上反映的同一事项。没有选择日期的，为最近 30 日；新登记的诉求一分钟内自动归入事项。
      </p>
    ),
  }
  return (
    <>
      <title>热点事项 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <h1>热点事项</h1>
      <p>
        同一地点或者人群、同一问题、一段时间内的诉求归为一个事项；没有选择日期的，为最近 30 日，最多列出 200
        个。
      </p>
      <details>
        <summary>热度怎样计算</summary>
        <p>{heatInWords}</p>
      </details>
      <List list={list} />
      {may && <Regrouping />}
    </>
  )
}

function Regrouping() {
  const session = useSession()
  const [agency, choose] = useState('')
  const acting = useActing()
  const found = useQuery({
    queryKey: ['topics', 'runs'],
    queryFn: () => read<Topics>('/hotline/topics?size=1'),
  })
  const hotlines = useAgencies().filter(({ code }) =>
    session.grants.some(
      grant => grant.agency === code && (grant.role === 'dispatcher' || grant.role === 'supervisor'),
    ),
  )
  return (
    <section className="card no-print" aria-label="重新归集">
      <h2>重新归集</h2>
      <p>
        按一段时间的全部诉求重新归集事项，人工更正过的事项不变。每夜自动归集最近 30
        日；更早的日期没有列出热点的，请在这里归集。
      </p>
      <form
        onSubmit={event => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const body = {
            agency: agency || hotlines[0]?.code,
            from: textIn(form, 'from'),
            until: textIn(form, 'until'),
          }
          void acting.run(async () => {
            await send('POST', '/hotline/topics/runs', body)
            return '已登记，几分钟内完成，结果见下。'
          })
        }}
      >
        {hotlines.length > 1 && (
          <Field label="热线">
            <select value={agency} onChange={({ target }) => choose(target.value)}>
              {hotlines.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </Field>
        )}
        <Field label="登记日期自" wrong={acting.fields.from}>
          <input type="date" name="from" required />
        </Field>
        <Field label="至" wrong={acting.fields.until}>
          <input type="date" name="until" required />
        </Field>
        <Button htmlType="submit" loading={acting.busy}>
          重新归集
        </Button>
        <Outcome acting={acting} />
      </form>
      <ul>
        {found.data?.runs.map(run => (
          <li key={run.id}>
            {`${dayOrDash(run.from)}至${dayOrDash(run.until)}，${run.byName}，${momentInChinese(run.askedAt)}：`}
            {run.doneAt === null ? '等待归集' : `归集 ${run.demands} 件，其中 ${run.moved} 件换了事项`}
          </li>
        ))}
      </ul>
    </section>
  )
}
