import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Refused, send, wordsOf } from '../../../desk/client.ts'
import { keep, kept } from '../../../desk/kept-text.ts'
import type { ItemContent } from '../../item.ts'
import type { DraftView } from '../../view.ts'
import { keepSaving } from '../unsaved.ts'

/** How long the typing rests before it is saved. */
const restMilliseconds = 1200

/** Where the saving of a draft stands. */
export type Saving =
  | { readonly kind: 'saved'; readonly at: string; readonly by: string }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'conflict'; readonly theirs: DraftView }

/** A draft that is being typed into. */
export interface Typing {
  readonly content: ItemContent
  readonly saving: Saving
  change(change: Partial<ItemContent>): void
  save(): Promise<boolean>
  /** Goes on with this content over what the other saved; both were seen. */
  settle(content: ItemContent, over: DraftView): void
}

interface Known {
  readonly content: ItemContent
  readonly version: number
}

/**
 * What is typed is kept in this browser at once and on the server when the typing rests; what another saved meanwhile is
 * never overwritten.
 */
export function useDraft(item: string, draft: DraftView, person: string): Typing {
  const place = `gongkai ${person} draft ${item}`
  const [begun] = useState(() => beginning(place, draft))
  const [content, setContent] = useState(begun.content)
  const [saving, setSaving] = useState<Saving>(begun.saving)
  const now = useRef<Known>({ content: begun.content, version: draft.version })
  const dirty = useRef(begun.saving.kind === 'typing')
  const conflict = useRef(begun.saving.kind === 'conflict')
  const queries = useQueryClient()
  const running = useRef<Promise<boolean>>(undefined)

  const save = useCallback(async (): Promise<boolean> => {
    if (running.current !== undefined) await running.current
    if (conflict.current) return false
    if (!dirty.current) return true
    const sent = now.current
    setSaving({ kind: 'saving' })
    const told = { content: sent.content, draftVersion: sent.version }
    running.current = send<DraftView>('PUT', `/items/${item}/draft`, told)
      .then(done => {
        now.current = { ...now.current, version: done.version }
        dirty.current = now.current.content !== sent.content
        if (!dirty.current) keep(place, '')
        setSaving(dirty.current ? { kind: 'typing' } : { kind: 'saved', at: done.savedAt, by: done.savedByName })
        void queries.invalidateQueries({ queryKey: ['item', item] })
        return !dirty.current
      })
      .catch((cause: unknown) => {
        const theirs = theirDraft(cause)
        conflict.current = theirs !== undefined
        setSaving(theirs === undefined ? { kind: 'failed', why: wordsOf(cause) } : { kind: 'conflict', theirs })
        return false
      })
    const done = await running.current
    running.current = undefined
    return done
  }, [item, place, queries])

  const hold = useCallback(
    (next: ItemContent) => {
      now.current = { ...now.current, content: next }
      dirty.current = true
      setContent(next)
      keep(place, JSON.stringify({ content: next, version: now.current.version }))
      if (!conflict.current) setSaving({ kind: 'typing' })
    },
    [place],
  )
  const change = useCallback((part: Partial<ItemContent>) => hold({ ...now.current.content, ...part }), [hold])

  useEffect(() => {
    if (saving.kind !== 'typing') return
    const rest = setTimeout(() => void save(), restMilliseconds)
    return () => clearTimeout(rest)
    // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the content begins the rest anew
  }, [saving, save, content])
  useEffect(() => keepSaving(item, save), [item, save])
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault()
    }
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [])

  const settle = (settled: ItemContent, over: DraftView) => {
    conflict.current = false
    now.current = { ...now.current, version: over.version }
    hold(settled)
    setSaving({ kind: 'typing' })
  }
  return { content, saving, change, save, settle }
}

/** What was typed and not saved when the page was left goes on; where another saved since, both stand side by side. */
function beginning(place: string, draft: DraftView): { content: ItemContent; saving: Saving } {
  const saved: Saving = { kind: 'saved', at: draft.savedAt, by: draft.savedByName }
  const left = leftAt(place)
  if (left === undefined) return { content: draft.content, saving: saved }
  const same = left.version === draft.version
  return { content: left.content, saving: same ? { kind: 'typing' } : { kind: 'conflict', theirs: draft } }
}

function leftAt(place: string): Known | undefined {
  try {
    const found: Known | null = JSON.parse(kept(place) ?? 'null')
    return typeof found?.version === 'number' && typeof found.content?.body === 'string' ? found : undefined
  } catch {
    return undefined
  }
}

function theirDraft(cause: unknown): DraftView | undefined {
  if (!(cause instanceof Refused) || cause.status !== 409) return undefined
  const theirs: unknown = cause.more.draft
  return isDraft(theirs) ? theirs : undefined
}

function isDraft(value: unknown): value is DraftView {
  return typeof value === 'object' && value !== null && 'content' in value && 'version' in value
}
