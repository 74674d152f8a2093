import { useId } from 'react'
import { Narrowed } from '../../../../desk/choosing/narrowed.tsx'

/** One of several. */
export interface Option {
  readonly value: string
  readonly label: string
}

/** A choice of one of several, with its label. */
export function Choice({
  label,
  value,
  options,
  choose,
}: {
  label: string
  value: string
  options: readonly Option[]
  choose(value: string): void
}) {
  const id = useId()
  return (
    <div>
      <label id={`${id} label`} htmlFor={id}>
        {label}
      </label>
      <Narrowed {...{ id, about: `${id} label`, value, options, choose }} />
    </div>
  )
}
