import type { Typed } from '../../../../desk/steps/typed.ts'
import { Field } from '../../../../office/desk/acting.tsx'
import { unweighed } from '../../../steps.ts'
import type { CaseView, Colleague } from '../../../view.ts'
import { routeLabel } from '../event-words.ts'
import type { StepField } from './step-spec.ts'

interface Filling {
  readonly view: CaseView
  readonly typed: Typed
  readonly write: (change: Typed) => void
  readonly people: readonly Colleague[]
  readonly wrong: Readonly<Record<string, string>>
}

/** The fields of a step, each with its label. */
export function StepFields({ fields, ...filling }: Filling & { fields: readonly StepField[] }) {
  return fields.map(field => (
    <Field
      key={field.name}
      label={`${field.label}${field.optional === true ? '（可以不填）' : ''}`}
      wrong={filling.wrong[field.name]}
    >
      <Control field={field} {...filling} />
    </Field>
  ))
}

function Control({ field, typed, write, ...rest }: Filling & { field: StepField }) {
  const { name, kind, hint, most } = field
  const value = typed[name] ?? ''
  const shared = { name, value, placeholder: hint, required: field.optional !== true }
  if (kind === 'words')
    return (
      <textarea
        {...shared}
        rows={4}
        maxLength={most}
        onChange={event => write({ [name]: event.target.value })}
      />
    )
  if (kind === 'line' || kind === 'day' || kind === 'number') {
    const type = kind === 'line' ? 'text' : kind === 'day' ? 'date' : 'number'
    return (
      <input
        {...shared}
        type={type}
        {...(kind === 'number' ? { min: 1, step: 1 } : { maxLength: most })}
        onChange={event => write({ [name]: event.target.value })}
      />
    )
  }
  return (
    <select
      name={name}
      value={value}
      required={field.optional !== true}
      onChange={event => write({ [name]: event.target.value })}
    >
      <option value="">请选择</option>
      {optionsOf(field, rest).map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function optionsOf(
  { kind, options = [] }: StepField,
  { view: { standing }, people }: Pick<Filling, 'view' | 'people'>,
) {
  switch (kind) {
    case 'person':
      return people.map(({ id, name, roles }) => ({ value: id, label: `${name}（${roles.join('、')}）` }))
    case 'party':
      return standing.opinions.map(({ of }) => ({ value: of, label: of }))
    case 'objection':
      return unweighed(standing).map(of => ({ value: of, label: of }))
    case 'remedy':
      return standing.remedies.map(({ remedy, route, lodgedOn }) => ({
        ...{ value: remedy, label: `${routeLabel[route]}，${lodgedOn}提出` },
      }))
    default:
      return options
  }
}
