import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAgencies } from '../../desk/agencies.ts'
import { Broken } from '../../desk/broken.tsx'
import { read } from '../../desk/client.ts'
import { useAsked } from '../../desk/list/address.ts'
import type { Filter } from '../../desk/list/column.ts'
import { Filters } from '../../desk/list/filters.tsx'
import { SlowSkeleton } from '../../desk/list/list.tsx'
import { momentInChinese } from '../../statute/moment.ts'
import { actLabel } from '../act-names.ts'
import './office.css'
import { VerifyTrail } from './verify-trail.tsx'

interface TrailLine {
  readonly id: number
  readonly at: string
  readonly byName: string
  readonly agencyName: string | null
  readonly actLabel: string
  readonly subjectName: string
  readonly told: string
}
interface TrailPart {
  readonly rows: readonly TrailLine[]
  readonly total: number
  readonly more: boolean
  readonly earlier: number | null
  readonly later: number | null
}

const groups = [
  { value: 'report.', label: '年度报告：全部' },
  { value: 'person.', label: '人员：全部' },
  { value: 'agency.', label: '机构：全部' },
  { value: 'session.', label: '登录：全部' },
]

/** Who did what and when: filtered in the address, page by page, exported, verified. */
export function TrailPage() {
  const agencies = useAgencies()
  const [query, setQuery] = useSearchParams()
  const filters: readonly Filter[] = [
    { key: 'by', label: '办理人', kind: 'words' },
    {
      ...{ key: 'act', label: '事项', kind: 'choice' },
      options: [...groups, ...Object.entries(actLabel).map(([value, label]) => ({ value, label }))],
    },
    {
      ...{ key: 'agency', label: '机构', kind: 'choice' },
      options: agencies.map(({ code, name }) => ({ value: code, label: name })),
    },
    { key: 'from', label: '自', kind: 'day' },
    { key: 'to', label: '至', kind: 'day' },
  ]
  const [asked, ask] = useAsked(filters, { sort: undefined, size: 50 })
  const go = (changes: Readonly<Record<string, string>>, replace = false) => {
    const next = new URLSearchParams(query)
    for (const key of ['before', 'after']) next.delete(key)
    for (const [key, value] of Object.entries(changes)) {
      if (value === '') next.delete(key)
      else next.set(key, value)
    }
    setQuery(next, { replace })
  }
  const place = Object.fromEntries(
    ['before', 'after'].flatMap(key => (query.get(key) === null ? [] : [[key, query.get(key) ?? '']])),
  )
  const wanted = new URLSearchParams({ ...asked.filters, ...place, size: '50' })
  const found = useQuery({
    queryKey: ['trail', wanted.toString()],
    queryFn: () => read<TrailPart>(`/audit?${wanted}`),
    placeholderData: before => before,
  })
  const filtered = {
    ...ask,
    filter: (key: string, value: string, typing?: boolean) => go({ [key]: value }, typing),
  }
  return (
    <>
      <title>操作留痕 - 工作台</title>
      <h1>操作留痕</h1>
      <Filters filters={filters} asked={asked} ask={filtered} />
      <p className="actions no-print">
        <a href={`/api/v1/audit.csv?${new URLSearchParams(asked.filters)}`}>导出符合条件的全部留痕（CSV）</a>
      </p>
      {found.isError && <Broken cause={found.error} />}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Part part={found.data} go={go} />}
      <VerifyTrail />
    </>
  )
}

function Part({ part, go }: { part: TrailPart; go: (changes: Record<string, string>) => void }) {
  const { rows, total, more, earlier, later } = part
  const [open, setOpen] = useState<number>()
  if (rows.length === 0) return <p role="status">没有符合条件的留痕。请放宽日期或清除筛选。</p>
  return (
    <section aria-label="留痕">
      <div className="frame">
        <table className="lines rows">
          <thead>
            <tr>
              {['编号', '时间', '办理人', '机构', '事项', '对象'].map(label => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <Row
                key={row.id}
                row={row}
                open={row.id === open}
                toggle={() => setOpen(row.id === open ? undefined : row.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <nav className="pages actions" aria-label="翻页">
        <span role="status">{more ? `超过 ${total} 条` : `共 ${total} 条`}</span>
        <Button size="small" disabled={later === null} onClick={() => go({ after: String(later) })}>
          更近的
        </Button>
        <Button size="small" disabled={earlier === null} onClick={() => go({ before: String(earlier) })}>
          更早的
        </Button>
        <Button size="small" onClick={() => go({})}>
          最近的
        </Button>
      </nav>
    </section>
  )
}

function Row({ row, open, toggle }: { row: TrailLine; open: boolean; toggle: () => void }) {
  return (
    <>
      <tr>
        <td>{row.id}</td>
        <td>{momentInChinese(row.at)}</td>
        <td>{row.byName || '（未登录）'}</td>
        <td>{row.agencyName}</td>
        <td>
          <button type="button" className="plain" aria-expanded={open} onClick={toggle}>
            {row.actLabel}
          </button>
        </td>
        <td>{row.subjectName}</td>
      </tr>
      {open && (
        <tr>
          <td />
          <td colSpan={5} className="whole">
            {row.told === '' ? '没有更多内容。' : row.told}
          </td>
        </tr>
      )}
    </>
  )
}
