import { useState } from 'react'
import { type Choosable, Seek } from '../../../desk/choosing/choose.tsx'
import { foundBy } from '../../../desk/choosing/found-by.ts'
import type { useTyped } from '../../../desk/steps/typed.ts'
import { wordsIn } from '../../projects/scope.ts'

/** A unit as a form offers it. */
export interface UnitChoice {
  readonly value: string
  readonly label: string
}

interface Choosing {
  readonly label: string
  readonly name: string
  readonly filling: ReturnType<typeof useTyped>
  readonly units: readonly Choosable[]
}

/** Several units, each with its box; kept as their codes parted by blanks. */
export function UnitsField({ label, name, filling, units }: Choosing) {
  const [sought, seek] = useState('')
  const found = foundBy(sought, units)
  const chosen = wordsIn(filling.typed[name] ?? '')
  const change = (unit: string, on: boolean) => {
    const rest = chosen.filter(each => each !== unit)
    filling.write({ [name]: (on ? [...rest, unit] : rest).join(' ') })
  }
  return (
    <details open={chosen.length > 0}>
      <summary>{`${label}${chosen.length > 0 ? `：已选 ${chosen.length} 个` : ''}`}</summary>
      <Seek {...{ sought, seek }} unknown={found.length === 0} />
      <ul className="offers">
        {(found.length === 0 ? units : found).map(({ value, label: unit }) => (
          <li key={value}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={event => change(value, event.target.checked)}
              />
              {` ${unit}`}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** One unit. */
export function UnitOptions({ units }: { units: readonly UnitChoice[] }) {
  return (
    <>
      <option value="">请选择</option>
      {units.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  )
}
