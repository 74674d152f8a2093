import { useEffect, useRef, useState } from 'react'
import { useAgencies } from '../agencies.ts'
import { Seek } from './choose.tsx'
import { foundBy } from './found-by.ts'

/** What is typed is asked for when the typing rested for so long. */
export const restMilliseconds = 300
/** From so many on they are found by typing too: names of agencies, and whatever else. */
const many = { named: 10, other: 40 } as const

interface Narrowing {
  readonly id: string
  /** The id of the label. */
  readonly about: string
  readonly value: string
  /** What may be chosen; an empty value stands for all. Those that are agencies are found by their first letters too. */
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** `typing` where it was chosen by what was typed. */
  readonly choose: (value: string, typing: boolean) => void
}

/** One of several by which a page is narrowed; of many, also by typing beside the list: once the typing rests, the nearest is chosen. */
export function Narrowed({ id, about, value, options, choose }: Narrowing) {
  const { sought, seek, found, isNamed } = useSought(options, value, nearest => choose(nearest, true))
  const offered = options.filter(
    each => found.length === 0 || each.value === '' || each.value === value || found.includes(each.value),
  )
  return (
    <span className="choose">
      <select id={id} value={value} onChange={({ target }) => choose(target.value, false)}>
        {offered.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {options.length >= (isNamed ? many.named : many.other) && (
        <Seek {...{ sought, seek, about }} unknown={found.length === 0} />
      )}
    </span>
  )
}

/** What is typed beside the list, and which values it finds. */
function useSought(options: Narrowing['options'], value: string, chosen: (nearest: string) => void) {
  const spoken = new Map(useAgencies().map(({ code, initials }) => [code, initials]))
  const [sought, setSought] = useState('')
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  useEffect(() => {
    if (value === '') setSought('')
  }, [value])
  const named = options
    .filter(each => each.value !== '')
    .map(each => ({ ...each, initials: spoken.get(each.value) ?? '' }))
  const found = (words: string) => foundBy(words, named).map(each => each.value)
  const seek = (words: string) => {
    setSought(words)
    clearTimeout(waiting.current)
    const [nearest] = words.trim() === '' ? [] : found(words)
    if (nearest !== undefined) waiting.current = setTimeout(() => chosen(nearest), restMilliseconds)
  }
  return { sought, seek, found: found(sought), isNamed: named.some(({ initials }) => initials !== '') }
}
