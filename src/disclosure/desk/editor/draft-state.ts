import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ItemContent } from '../../item.ts'
import type { DraftView } from '../../view.ts'
import { keepSaving } from '../unsaved.ts'
import { DraftKeeper, type KeptTyping } from './draft-keeper.ts'

/** A draft that is being typed into. */
export interface Typing extends KeptTyping {
  change(change: Partial<ItemContent>): void
  save(): Promise<boolean>
  /** Goes on with this content over what the other saved; both were seen. */
  settle(content: ItemContent, over: DraftView): void
}

/** The draft of this page, saved by itself, before a step, and kept where the page is left. */
export function useDraft(item: string, draft: DraftView, person: string): Typing {
  const queries = useQueryClient()
  const saved = () => void queries.invalidateQueries({ queryKey: ['item', item] })
  const [keeper] = useState(() => new DraftKeeper(draft, { item, person, saved }))
  const { content, saving } = useSyncExternalStore(keeper.subscribe, keeper.state)
  useEffect(() => keepSaving(item, keeper.save), [item, keeper])
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent) => {
      if (keeper.isDirty()) event.preventDefault()
    }
    addEventListener('beforeunload', stay)
    return () => {
      removeEventListener('beforeunload', stay)
      void keeper.save()
    }
  }, [keeper])
  const { change, save, settle } = keeper
  return { content, saving, change, save, settle }
}
