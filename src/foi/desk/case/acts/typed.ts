import type { Typed } from '../../../../desk/steps/typed.ts'
import type { Colleague } from '../../../view.ts'
import type { StepField } from './step-spec.ts'

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
