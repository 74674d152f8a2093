import { useState } from 'react'
import { keep, kept } from '../kept-text.ts'

/** What was typed into a form, field by field. */
export type Typed = Readonly<Record<string, string>>

/** What is typed into a form of several fields, kept in this browser under this name until it is done. */
export function useTyped(
  place: string,
  usual: Typed = {},
): { typed: Typed; write: (change: Typed) => void; clear: () => void } {
  const [typed, setTyped] = useState<Typed>(() => ({ ...usual, ...typedAt(place) }))
  return {
    typed,
    write(change) {
      const next = { ...typed, ...change }
      setTyped(next)
      keep(place, JSON.stringify(next))
    },
    clear() {
      setTyped(usual)
      keep(place, '')
    },
  }
}

function typedAt(place: string): Typed {
  try {
    const found: unknown = JSON.parse(kept(place) ?? '{}')
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]))
  } catch {
    return {}
  }
}
