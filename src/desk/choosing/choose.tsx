import { useState } from 'react'
import { useAgencies } from '../agencies.ts'
import { foundBy, type Named } from './found-by.ts'
import './choose.css'

/** What may be chosen. */
export interface Choosable extends Named {
  readonly value: string
}

/** The units that take work, as a form offers them. */
export function useUnits(): readonly Choosable[] {
  return useAgencies()
    .filter(({ standing }) => standing)
    .map(({ code, name, initials }) => ({ value: code, label: name, initials }))
}

interface Choosing {
  readonly control: {
    readonly name: string
    readonly value: string
    readonly onChange: React.ChangeEventHandler<HTMLSelectElement>
    readonly 'aria-label'?: string
  }
  readonly choices: readonly Choosable[]
  readonly write: (change: Readonly<Record<string, string>>) => void
  readonly required?: boolean
  /** What stands where nothing is chosen. */
  readonly none?: string
}

/** One of many by name: from the list, or by typing characters or first letters beside it, which chooses the nearest. */
export function Choose({ control, choices, write, required = true, none = '请选择' }: Choosing) {
  const [sought, seek] = useState('')
  const found = foundBy(sought, choices)
  const offered = found.length > 0 ? found : choices
  const rest = choices.filter(
    ({ value }) => value === control.value && !offered.some(each => each.value === value),
  )
  return (
    <span className="choose">
      <select {...control} required={required}>
        <option value="">{none}</option>
        {[...offered, ...rest].map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Seek
        sought={sought}
        unknown={found.length === 0}
        seek={words => {
          seek(words)
          const [nearest] = foundBy(words, choices)
          if (words.trim() !== '' && nearest !== undefined) write({ [control.name]: nearest.value })
        }}
      />
    </span>
  )
}

interface Seeking {
  readonly sought: string
  readonly unknown: boolean
  readonly seek: (words: string) => void
  /** The id of the label of what is sought, where a page has several of these. */
  readonly about?: string
}

/** Where one types by what a list of names is narrowed; Enter does not send the form. */
export function Seek({ sought, unknown, seek, about }: Seeking) {
  return (
    <>
      <input
        type="search"
        aria-label="按名称的字或者拼音首字母查找"
        aria-describedby={about}
        placeholder="字或拼音首字母"
        value={sought}
        onChange={({ target }) => seek(target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      {unknown && <small role="status">没有这样的名称，已列出全部。</small>}
    </>
  )
}
