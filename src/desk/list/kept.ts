import { useState } from 'react'
import { useSession } from '../session.ts'

/** What a person chose for a list; kept in this browser, for this person alone. */
export interface Kept {
  /** The chosen columns; absent where they are as usual. */
  readonly columns?: readonly string[]
  readonly dense: boolean
  readonly size: number
  readonly views: readonly View[]
}

/** A named set of filters with its order. */
export interface View {
  readonly name: string
  /** The query of the address. */
  readonly search: string
}

const usual: Kept = { dense: false, size: 20, views: [] }

/** The choices of the signed-in person for this list, and how to change them. */
export function useKept(list: string): [Kept, (change: Partial<Kept>) => void] {
  const place = `gongkai list ${list} ${useSession().id}`
  const [kept, setKept] = useState(() => keptIn(localStorage.getItem(place)))
  const change = (changes: Partial<Kept>) => {
    const next = { ...kept, ...changes }
    setKept(next)
    localStorage.setItem(place, JSON.stringify(next))
  }
  return [kept, change]
}

/** Reads what was kept; whatever is not as it was written is as usual. */
export function keptIn(text: string | null): Kept {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    return typeof read === 'object' && read !== null ? { ...usual, ...cleaned(read) } : usual
  } catch {
    return usual
  }
}

function cleaned(read: object): Partial<Kept> {
  const columns = 'columns' in read ? texts(read.columns) : []
  const views = 'views' in read && Array.isArray(read.views) ? read.views.filter(isView) : []
  return {
    ...(columns.length > 0 ? { columns } : {}),
    ...('dense' in read && typeof read.dense === 'boolean' ? { dense: read.dense } : {}),
    ...('size' in read && typeof read.size === 'number' ? { size: read.size } : {}),
    views,
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(each => typeof each === 'string') : []
}

function isView(value: unknown): value is View {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('search' in value)) return false
  return typeof value.name === 'string' && typeof value.search === 'string'
}
