import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { wordsOf } from '../client.ts'
import { type Ask, useAsked } from './address.ts'
import { Bulk } from './bulk.tsx'
import { Choices, columnsShown, PageSize } from './choices.tsx'
import type { Asked, ListOf } from './column.ts'
import { Filters } from './filters.tsx'
import { ListExport } from './give-out.tsx'
import { useKept } from './kept.ts'
import './list.css'
import { type Chosen, Rows } from './table.tsx'

/** A list with all that a list of the desk has: filters and order in the address, keys, choosing, export, print. */
export function List<Row>({ list }: { list: ListOf<Row> }) {
  const [kept, keep] = useKept(list.name)
  const [asked, ask] = useAsked(list.filters, { sort: list.sort, size: kept.size })
  const [chosen, choose] = useState<Chosen<Row>>(new Map())
  const queries = useQueryClient()
  const found = useQuery({
    queryKey: ['list', list.name, list.stamp, asked],
    queryFn: () => list.fetch(asked),
    placeholderData: keepPreviousData,
  })
  const columns = columnsShown(list.columns, kept)
  const size = (rows: number) => {
    keep({ size: rows })
    ask.size(rows)
  }
  if (found.isError) return <Failed cause={found.error} again={() => void found.refetch()} />
  const { lines = [], total = 0 } = found.data ?? {}
  const done = () => void queries.invalidateQueries({ queryKey: ['list', list.name] })
  return (
    <section className="list" aria-label={list.caption} aria-busy={found.isFetching}>
      <Filters filters={list.filters} asked={asked} ask={ask} />
      <div className="choosing no-print">
        <Choices columns={list.columns} kept={kept} keep={keep} />
        <PageSize size={asked.size} change={size} />
        <ListExport list={list} columns={columns} asked={asked} />
        <Button size="small" onClick={() => print()}>
          打印本页
        </Button>
      </div>
      {list.bulk !== undefined && <Bulk {...{ list, asked, total, chosen, choose, done }} />}
      {found.isPending && <SlowSkeleton />}
      {found.isSuccess && total === 0 && <Nothing list={list} asked={asked} ask={ask} />}
      {lines.length > 0 && (
        <Rows {...{ list, columns, lines, asked, ask, chosen, choose, dense: kept.dense }} />
      )}
      {found.isSuccess && total > 0 && <Pages asked={asked} ask={ask} total={total} unit={list.unit} />}
    </section>
  )
}

/** A skeleton for what takes longer than 300 ms. */
export function SlowSkeleton() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const waiting = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(waiting)
  }, [])
  return slow ? <Skeleton active aria-label="正在取回" /> : null
}

function Nothing<Row>({ list, asked, ask }: { list: ListOf<Row>; asked: Asked; ask: Ask }) {
  if (Object.keys(asked.filters).length === 0) return <div className="nothing">{list.empty}</div>
  return (
    <div className="nothing" role="status">
      <p>没有符合筛选条件的{list.caption}。</p>
      <Button onClick={ask.clear}>清除筛选</Button>
    </div>
  )
}

function Failed({ cause, again }: { cause: unknown; again: () => void }) {
  return (
    <div role="alert" className="nothing">
      <p>{`没有取回：${wordsOf(cause)}`}</p>
      <Button onClick={again}>重试</Button>
    </div>
  )
}

function Pages({ asked, ask, total, unit }: { asked: Asked; ask: Ask; total: number; unit: string }) {
  const { page, size } = asked
  const last = Math.max(1, Math.ceil(total / size))
  return (
    <nav className="pages" aria-label="翻页">
      <span role="status">{`共 ${total} ${unit}，第 ${page} / ${last} 页`}</span>
      <Button size="small" disabled={page <= 1} onClick={() => ask.page(page - 1)}>
        上一页
      </Button>
      <Button size="small" disabled={page >= last} onClick={() => ask.page(page + 1)}>
        下一页
      </Button>
    </nav>
  )
}
