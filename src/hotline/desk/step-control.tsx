import { useState } from 'react'
import { Choose, Seek, useUnits } from '../../desk/choosing/choose.tsx'
import { foundBy } from '../../desk/choosing/found-by.ts'
import type { Typed, useTyped } from '../../desk/steps/typed.ts'
import type { DemandField } from './step-spec.ts'

/** What is sent: numbers as numbers, several units as a list; what was left empty is left out. */
export function bodyOf(fields: readonly DemandField[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, unknown][] => {
      const said = (typed[name] ?? '').trim()
      if (said === '') return []
      if (kind === 'units') return [[name, said.split(' ')]]
      return [[name, kind === 'number' ? Number(said) : said]]
    }),
  )
}

/** What a form shows before anybody types. */
export function usualOf(fields: readonly DemandField[]): Typed {
  return Object.fromEntries(fields.flatMap(({ name, usual }) => (usual === undefined ? [] : [[name, usual]])))
}

type Shared = ReturnType<ReturnType<typeof useTyped>['field']>
type Write = ReturnType<typeof useTyped>['write']

/** The control of a field of a step. */
export function Control({ of, control, write }: { of: DemandField; control: Shared; write: Write }) {
  const required = of.optional !== true
  if (of.kind === 'words') return <textarea {...control} rows={4} maxLength={2000} required={required} />
  if (of.kind === 'text') return <input {...control} maxLength={2000} required={required} />
  if (of.kind === 'number') return <input {...control} type="number" min={1} max={of.most} required />
  if (of.kind === 'day') return <input {...control} type="date" required={required} />
  if (of.kind === 'units') return <Units control={control} write={write} />
  if (of.kind === 'unit') return <UnitChosen {...{ control, write }} />
  return (
    <select {...control} required={required}>
      <option value="">{required ? '请选择' : '未评价'}</option>
      {Object.entries(of.options ?? {}).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function UnitChosen({ control, write }: { control: Shared; write: Write }) {
  return <Choose {...{ control, write }} choices={useUnits()} />
}

/** Several units, ticked one by one; kept as their codes with a space between. */
function Units({ control: { name, value }, write }: { control: Shared; write: Write }) {
  const [sought, seek] = useState('')
  const units = useUnits()
  const found = foundBy(sought, units)
  const chosen = value.split(' ').filter(Boolean)
  const tick = (code: string, on: boolean) =>
    write({ [name]: [...chosen.filter(each => each !== code), ...(on ? [code] : [])].join(' ') })
  return (
    <>
      <Seek {...{ sought, seek }} unknown={found.length === 0} />
      <ul className="ticks">
        {(found.length === 0 ? units : found).map(({ value: code, label }) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={event => tick(code, event.target.checked)}
              />
              {` ${label}`}
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
