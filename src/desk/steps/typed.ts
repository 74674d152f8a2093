import { useState } from 'react'
import { keep, kept } from '../kept-text.ts'

/** What was typed into a form, field by field. */
export type Typed = Readonly<Record<string, string>>

type Change = React.ChangeEvent<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>

/** What is typed into a form of several fields, kept in this browser under this name until it is done. */
export function useTyped(place: string, usual: Typed = {}) {
  const [typed, setTyped] = useState<Typed>(() => ({ ...usual, ...typedAt(place) }))
  const write = (change: Typed) => {
    const next = { ...typed, ...change }
    setTyped(next)
    keep(place, JSON.stringify(next))
  }
  return {
    typed,
    write,
    /** What a control of this name shows and tells. */
    field: (name: string) => ({
      name,
      value: typed[name] ?? '',
      onChange: ({ target }: Change) => write({ [name]: target.value }),
    }),
    /** What stands in the form is what holds now: it stays shown, and is no draft any more. */
    saved: () => keep(place, ''),
    /** Empties the form, but for what the next one begins with. */
    clear(next: Typed = {}) {
      setTyped({ ...usual, ...next })
      keep(place, Object.keys(next).length === 0 ? '' : JSON.stringify(next))
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
