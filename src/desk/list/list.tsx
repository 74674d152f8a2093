import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { fieldsOf, Refused, wordsOf } from '../client.ts'
import { type Ask, useAsked } from './address.ts'
import { Bulk } from './bulk.tsx'
import { Choices, columnsShown, PageSize } from './choices.tsx'
import type { Asked, Filter, ListOf } from './column.ts'
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
  const { lines = [], total = 0, more = false } = found.data ?? {}
  useLastPage(asked, ask, found.isPlaceholderData ? 0 : total)
  if (found.isError) {
    return (
      <section className="list" aria-label={list.caption}>
        <Filters filters={list.filters} asked={asked} ask={ask} />
        <Failed cause={found.error} filters={list.filters} again={() => void found.refetch()} />
      </section>
    )
  }
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
      {found.isSuccess && total > 0 && <Pages {...{ asked, ask, total, more }} unit={list.unit} />}
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

/** Past the last page, as after the last rows of a list were dealt with, the last page is shown. */
function useLastPage({ page, size }: Asked, ask: Ask, total: number): void {
  const last = Math.ceil(total / size)
  useEffect(() => {
    if (last > 0 && page > last) ask.page(last, true)
  })
}

interface Failure {
  readonly cause: unknown
  readonly filters: readonly Filter[]
  readonly again: () => void
}

/** What to do about it: an address that asks what cannot be asked is cleared, what is not allowed is not tried again. */
function Failed({ cause, filters, again }: Failure) {
  const status = cause instanceof Refused ? cause.status : 0
  return (
    <div role="alert" className="nothing">
      <p>{status === 400 ? wrongWords(cause, filters) : `没有取回：${wordsOf(cause)}`}</p>
      {status === 400 && <Link to="?">清除筛选和排序</Link>}
      {status !== 400 && status !== 403 && <Button onClick={again}>重试</Button>}
    </div>
  )
}

/** What the address asks and the list does not know, by the labels of its filters. */
function wrongWords(cause: unknown, filters: readonly Filter[]): string {
  const labels = { sort: '排序', page: '页码', size: '每页行数', agency: '机关' }
  const named = new Map([
    ...Object.entries(labels),
    ...filters.map(({ key, label }) => [key, label] as const),
  ])
  const wrong = Object.entries(fieldsOf(cause))
  if (wrong.length === 0) return `没有取回：${wordsOf(cause)}`
  const said = wrong.map(([key, words]) => `${named.get(key) ?? key}：${words}`)
  return `网址中的筛选不能用：${said.join('；')}。`
}

interface PagesOf {
  readonly asked: Asked
  readonly ask: Ask
  readonly total: number
  readonly more: boolean
  readonly unit: string
}

function Pages({ asked, ask, total, more, unit }: PagesOf) {
  const { page, size } = asked
  const last = Math.max(1, Math.ceil(total / size))
  return (
    <nav className="pages" aria-label="翻页">
      <span role="status">
        {more
          ? `超过 ${total} ${unit}，可翻看前 ${total} ${unit}，第 ${page} / ${last} 页；请用筛选缩小范围`
          : `共 ${total} ${unit}，第 ${page} / ${last} 页`}
      </span>
      <Button size="small" disabled={page <= 1} onClick={() => ask.page(page - 1)}>
        上一页
      </Button>
      <Button size="small" disabled={page >= last} onClick={() => ask.page(page + 1)}>
        下一页
      </Button>
    </nav>
  )
}
