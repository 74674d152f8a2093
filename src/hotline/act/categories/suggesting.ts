import { decidedBy, sureFrom } from '../../classify/deciding.ts'
import { type CategoryModel, categoriesOf, knownGrams } from '../../classify/model.ts'
import type { Demand } from '../../demand.ts'
import type { Message } from '../../message.ts'
import type { Suggested } from '../../store/categories/rows.ts'

const fewestKnown = 4

/** What the office's model says of a demand that comes in, to be kept; where there is no model yet, nothing is said. */
export function categorySuggested(
  { id, subject, body }: Demand,
  model: CategoryModel | undefined,
): readonly Suggested[] {
  return model === undefined ? [] : [suggestedFor(model, id, { subject, body })]
}

/** What a model says of one demand. */
export function suggestedFor(model: CategoryModel, demand: string, message: Message): Suggested {
  const { category, confidence } = decidedBy(categoriesOf(model, message))
  const sure = confidence >= sureFrom && knownGrams(model, message) >= fewestKnown
  return { demand, category: sure ? category : '', suggested: category, confidence }
}
