import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { read } from '../../../desk/client.ts'
import { isTyping } from '../../../desk/keys.tsx'
import { queryOf } from '../../../desk/list/address.ts'
import type { Asked, Page } from '../../../desk/list/column.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { DemandLine } from '../../view.ts'

const place = 'gongkai demands walked'

/** Keeps in this window what the queue showed last: from a demand one walks on in it. */
export function useWalkedQueue(asked: Asked): void {
  const query = queryOf(asked)
  useEffect(() => sessionStorage.setItem(place, query), [query])
}

interface Walk {
  readonly ids: readonly string[]
  /** The page of the queue that was read last. */
  readonly page: number
}

const pageOf = (query: string, page: number) => {
  const asked = new URLSearchParams(query)
  asked.set('page', String(page))
  return read<Page<DemandLine>>(`/demands?${asked}`)
}

/**
 * Walks the queue from a demand of it: the order is the one in which it was first seen, so that a demand that was dispatched keeps
 * its place behind the next. Where the known ones end, the queue is read on.
 */
export function useWalk(id: string) {
  const go = useNavigate()
  const queries = useQueryClient()
  const [ended, setEnded] = useState('')
  const query = sessionStorage.getItem(place) ?? ''
  const key = ['demands walked', query]
  const first = Number(new URLSearchParams(query).get('page') ?? '1')
  const walk = useQuery({
    ...{ queryKey: key, enabled: query !== '', staleTime: Number.POSITIVE_INFINITY, gcTime: 3_600_000 },
    queryFn: async (): Promise<Walk> => {
      const { lines } = await pageOf(query, first)
      return { ids: lines.map(line => line.id), page: first }
    },
  }).data
  const at = walk?.ids.indexOf(id) ?? -1
  const open = (to: string | undefined) => {
    setEnded(to === undefined ? '队列中没有更多的诉求。' : '')
    if (to !== undefined) void go(deskPaths.demand(to))
  }
  const next = async () => {
    if (walk === undefined || at < 0) return
    const known = walk.ids[at + 1]
    if (known !== undefined) return open(known)
    const further = await readOn(query, walk)
    if (further !== undefined) queries.setQueryData(key, further)
    open(further?.ids[at + 1])
  }
  const before = () => {
    if (walk !== undefined && at > 0) open(walk.ids[at - 1])
  }
  return { inQueue: at >= 0, first: at === 0, next, before, ended }
}

/** The walk with those that stand in the queue now and were not met yet: on the page that was read last, or the one behind it. */
async function readOn(query: string, { ids, page }: Walk): Promise<Walk | undefined> {
  for (const each of [page, page + 1]) {
    const { lines } = await pageOf(query, each)
    const more = lines.map(line => line.id).filter(id => !ids.includes(id))
    if (more.length > 0) return { ids: [...ids, ...more], page: each }
  }
  return undefined
}

/** The keys j and n lead to the next demand, k to the one before; they sleep while somebody types. */
export function useWalkKeys({ next, before }: Pick<ReturnType<typeof useWalk>, 'next' | 'before'>): void {
  const latest = useRef({ next, before })
  useEffect(() => {
    latest.current = { next, before }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event)) return
      if (event.key === 'j' || event.key === 'n') void latest.current.next()
      if (event.key === 'k') latest.current.before()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
