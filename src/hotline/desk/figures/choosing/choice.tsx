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
  return (
    <div>
      <label>
        {label}
        <select value={value} onChange={({ target }) => choose(target.value)}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
