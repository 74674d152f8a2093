import { useAgencies } from '../../../desk/agencies.ts'
import type { useTyped } from '../../../desk/steps/typed.ts'
import { wordsIn } from '../../projects/scope.ts'

/** A unit as a form offers it. */
export interface UnitChoice {
  readonly value: string
  readonly label: string
}

/** The units that take work. */
export function useUnits(): readonly UnitChoice[] {
  return useAgencies()
    .filter(({ standing }) => standing)
    .map(({ code, name }) => ({ value: code, label: name }))
}

interface Choosing {
  readonly label: string
  readonly name: string
  readonly filling: ReturnType<typeof useTyped>
  readonly units: readonly UnitChoice[]
}

/** Several units, each with its box; kept as their codes parted by blanks. */
export function UnitsField({ label, name, filling, units }: Choosing) {
  const chosen = wordsIn(filling.typed[name] ?? '')
  const change = (unit: string, on: boolean) => {
    const rest = chosen.filter(each => each !== unit)
    filling.write({ [name]: (on ? [...rest, unit] : rest).join(' ') })
  }
  return (
    <details open={chosen.length > 0}>
      <summary>{`${label}${chosen.length > 0 ? `：已选 ${chosen.length} 个` : ''}`}</summary>
      <ul className="offers">
        {units.map(({ value, label: unit }) => (
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
