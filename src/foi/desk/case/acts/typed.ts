import { useState } from 'react'
import { keep, kept } from '../../../../desk/kept-text.ts'
import type { Colleague } from '../../../view.ts'
import type { StepField } from './step-spec.ts'

/** What was typed into a step's form, field by field. */
export type Typed = Readonly<Record<string, string>>

/** What is typed into a form, kept in this browser until it is done. */
export function useTyped(
  place: string,
  usual: Typed,
): { typed: Typed; write: (name: string, value: string) => void; clear: () => void } {
  const [typed, setTyped] = useState<Typed>(() => ({ ...usual, ...read(place) }))
  return {
    typed,
    write(name, value) {
      const next = { ...typed, [name]: value }
      setTyped(next)
      keep(place, JSON.stringify(next))
    },
    clear: () => void keep(place, ''),
  }
}

function read(place: string): Typed {
  try {
    const found: unknown = JSON.parse(kept(place) ?? '{}')
    if (typeof found !== 'object' || found === null) return {}
    return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]))
  } catch {
    return {}
  }
}

/** The body of a step, from what was typed; undefined while something that must be said is empty. */
export function bodyOf(
  fields: readonly StepField[],
  typed: Typed,
  people: readonly Colleague[],
): Record<string, unknown> | undefined {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const value = (typed[field.name] ?? '').trim()
    if (value === '' && field.optional !== true) return undefined
    if (value !== '' || field.kind === 'line' || field.kind === 'words') {
      body[field.name] = sent(field, value, people)
    }
  }
  return body
}

function sent({ kind, options }: StepField, value: string, people: readonly Colleague[]): unknown {
  if (kind === 'number') return Number(value)
  if (kind === 'person') {
    const found = people.find(({ id }) => id === value)
    return found && { id: found.id, name: found.name }
  }
  const yesOrNo = options?.every(each => each.value === 'yes' || each.value === 'no')
  return yesOrNo === true ? value === 'yes' : value
}
