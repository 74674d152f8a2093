import { Refused, send, wordsOf } from '../../../desk/client.ts'
import { keep, kept } from '../../../desk/kept-text.ts'
import type { ItemContent } from '../../item.ts'
import type { DraftView } from '../../view.ts'

/** How long the typing rests before it is saved. */
const restMilliseconds = 1200

/** Where the saving of a draft stands. */
export type Saving =
  | { readonly kind: 'saved'; readonly at: string; readonly by: string }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'conflict'; readonly theirs: DraftView }

/** A draft that is typed into, and where its saving stands. */
export interface KeptTyping {
  readonly content: ItemContent
  readonly saving: Saving
}

interface Place {
  readonly item: string
  readonly person: string
  /** Told when the server has saved. */
  readonly saved: () => void
}

/**
 * What is typed into a draft: kept in this browser at once, and on the server when the typing rests. What another saved
 * meanwhile is never overwritten, and what was typed stays until it is saved.
 */
export class DraftKeeper {
  readonly #item: string
  readonly #place: string
  readonly #saved: () => void
  readonly #listeners = new Set<() => void>()
  #version: number
  #state: KeptTyping
  #dirty: boolean
  #resting: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | undefined

  constructor(draft: DraftView, { item, person, saved }: Place) {
    this.#item = item
    this.#place = `gongkai ${person} draft ${item}`
    this.#saved = saved
    this.#version = draft.version
    this.#state = beginning(this.#place, draft)
    this.#dirty = this.#state.saving.kind === 'typing'
    if (this.#dirty) this.#rest()
  }

  readonly state = (): KeptTyping => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly isDirty = (): boolean => this.#dirty

  readonly change = (part: Partial<ItemContent>): void => {
    const content = { ...this.#state.content, ...part }
    this.#dirty = true
    keep(this.#place, JSON.stringify({ content, version: this.#version }))
    const { saving } = this.#state
    this.#tell({ content, saving: saving.kind === 'conflict' ? saving : { kind: 'typing' } })
    this.#rest()
  }

  /** Saves now. @returns whether nothing is left unsaved */
  readonly save = async (): Promise<boolean> => {
    clearTimeout(this.#resting)
    await this.#running
    if (this.#state.saving.kind === 'conflict') return false
    if (!this.#dirty) return true
    this.#running = this.#send()
    await this.#running
    this.#running = undefined
    return !this.#dirty
  }

  /** Goes on with this content over what the other saved; both were seen. */
  readonly settle = (content: ItemContent, over: DraftView): void => {
    this.#version = over.version
    this.#tell({ content, saving: { kind: 'typing' } })
    this.change(content)
  }

  #rest(): void {
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => void this.save(), restMilliseconds)
  }

  async #send(): Promise<void> {
    const { content } = this.#state
    this.#tell({ content, saving: { kind: 'saving' } })
    const told = { content, draftVersion: this.#version }
    try {
      const done = await send<DraftView>('PUT', `/items/${this.#item}/draft`, told)
      this.#version = done.version
      this.#dirty = this.#state.content !== content
      if (this.#dirty) return this.#rest()
      keep(this.#place, '')
      this.#tell({ content, saving: { kind: 'saved', at: done.savedAt, by: done.savedByName } })
      this.#saved()
    } catch (cause) {
      const theirs = theirDraft(cause)
      const saving: Saving =
        theirs === undefined ? { kind: 'failed', why: wordsOf(cause) } : { kind: 'conflict', theirs }
      this.#tell({ ...this.#state, saving })
    }
  }

  #tell(state: KeptTyping): void {
    this.#state = state
    for (const each of this.#listeners) each()
  }
}

/** What was typed and not saved when the page was left goes on; where another saved since, both stand side by side. */
function beginning(place: string, draft: DraftView): KeptTyping {
  const left = leftAt(place)
  if (left === undefined) {
    return { content: draft.content, saving: { kind: 'saved', at: draft.savedAt, by: draft.savedByName } }
  }
  const same = left.version === draft.version
  return { content: left.content, saving: same ? { kind: 'typing' } : { kind: 'conflict', theirs: draft } }
}

function leftAt(place: string): { readonly content: ItemContent; readonly version: number } | undefined {
  try {
    const found: { content: ItemContent; version: number } | null = JSON.parse(kept(place) ?? 'null')
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
