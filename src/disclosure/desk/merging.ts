import { aligned } from '../alignment.ts'
import type { ItemContent } from '../item.ts'

/** A field in which two drafts differ. */
export type DifferentField = Exclude<keyof ItemContent, 'body'>

/** The fields in which the drafts differ, but for the body. */
export function differentFields(mine: ItemContent, theirs: ItemContent): DifferentField[] {
  const fields: DifferentField[] = [
    ...(['title', 'form', 'duty', 'theme', 'genre', 'documentNumber', 'madeOn'] as const),
    ...(['jointMakers', 'keywords', 'summary', 'attachments', 'own'] as const),
    ...(['interprets', 'repeals', 'revises', 'series', 'rows'] as const),
  ]
  return fields.filter(field => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]))
}

/** A stretch of two bodies: the same on both sides, or one that stands against the other. */
export interface Stretch {
  readonly same: boolean
  readonly mine: readonly string[]
  readonly theirs: readonly string[]
}

/** Two bodies, block by block, as stretches that are the same and stretches that differ; nothing of either is lost. */
export function stretches(mine: readonly string[], theirs: readonly string[]): Stretch[] {
  const found: { same: boolean; mine: string[]; theirs: string[] }[] = []
  for (const [a, b] of aligned(mine, theirs, (one, other) => (one === other ? 1 : 0))) {
    const same = a === b
    const last = found.at(-1)
    const into = last?.same === same ? last : { same, mine: [], theirs: [] }
    if (into !== last) found.push(into)
    if (a !== undefined) into.mine.push(a)
    if (b !== undefined) into.theirs.push(b)
  }
  return found
}

/** Which side a piece is taken from. */
export type Side = 'mine' | 'theirs' | 'both'

/** The draft as it was chosen piece by piece; what was not chosen is mine. */
export function settled(
  { mine, theirs }: { readonly mine: ItemContent; readonly theirs: ItemContent },
  fields: Readonly<Partial<Record<DifferentField, Side>>>,
  body: { readonly stretches: readonly Stretch[]; readonly sides: readonly Side[] },
): ItemContent {
  const taken = Object.entries(fields).flatMap(([field, side]) =>
    side === 'theirs' ? Object.entries(theirs).filter(([name]) => name === field) : [],
  )
  const blocks = body.stretches.flatMap((stretch, place) => {
    const side = body.sides[place] ?? 'mine'
    if (stretch.same || side === 'mine') return stretch.mine
    return side === 'theirs' ? stretch.theirs : [...stretch.mine, ...stretch.theirs]
  })
  return { ...mine, ...Object.fromEntries(taken), body: blocks.join('') }
}
