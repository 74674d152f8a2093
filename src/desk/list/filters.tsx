import { useEffect, useRef, useState } from 'react'
import { Narrowed, restMilliseconds } from '../choosing/narrowed.tsx'
import type { Ask } from './address.ts'
import type { Asked, Filter } from './column.ts'

/** The filters of a list; `/` leads to the first. */
export function Filters({ filters, asked, ask }: { filters: readonly Filter[]; asked: Asked; ask: Ask }) {
  const some = Object.keys(asked.filters).length > 0
  return (
    <search className="filters no-print" aria-label="筛选">
      {filters.map(filter => (
        <div key={filter.key}>
          <label id={`label-${filter.key}`} htmlFor={`filter-${filter.key}`}>
            {filter.label}
          </label>
          <Field filter={filter} value={asked.filters[filter.key] ?? ''} ask={ask} />
        </div>
      ))}
      {some && (
        <button type="button" className="plain" onClick={ask.clear}>
          清除筛选
        </button>
      )}
    </search>
  )
}

function Field({ filter, value, ask }: { filter: Filter; value: string; ask: Ask }) {
  if (filter.kind === 'words') return <Words filter={filter} value={value} ask={ask} />
  if (filter.kind === 'day') {
    return (
      <input
        id={`filter-${filter.key}`}
        type="date"
        value={value}
        onChange={event => ask.filter(filter.key, event.target.value)}
      />
    )
  }
  return (
    <Narrowed
      id={`filter-${filter.key}`}
      about={`label-${filter.key}`}
      options={[{ value: '', label: '全部' }, ...(filter.options ?? [])]}
      value={value}
      choose={(chosen, typing) => ask.filter(filter.key, chosen, typing)}
    />
  )
}

/** Words are asked for when the typing rests; not while a Chinese word is still being composed. */
function Words({ filter, value, ask }: { filter: Filter; value: string; ask: Ask }) {
  const [typed, setTyped] = useState(value)
  const composing = useRef(false)
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setTyped(value), [value])
  useEffect(() => () => clearTimeout(asking.current), [])
  const rest = (words: string) => {
    clearTimeout(asking.current)
    asking.current = setTimeout(() => ask.filter(filter.key, words.trim(), true), restMilliseconds)
  }
  return (
    <input
      id={`filter-${filter.key}`}
      type="search"
      value={typed}
      onCompositionStart={() => {
        composing.current = true
        clearTimeout(asking.current)
      }}
      onCompositionEnd={event => {
        composing.current = false
        rest(event.currentTarget.value)
      }}
      onChange={event => {
        setTyped(event.target.value)
        if (!composing.current) rest(event.target.value)
      }}
    />
  )
}
