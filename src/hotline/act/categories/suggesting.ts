import type { Work } from '../../../platform/work.ts'
import { decidedBy, sureFrom } from '../../classify/deciding.ts'
import { type CategoryModel, categoriesOf, knownGrams } from '../../classify/model.ts'
import type { Demand } from '../../demand.ts'
import type { Message } from '../../message.ts'
import { newestModel } from '../../store/categories/models.ts'
import { keepSuggested, type Suggested } from '../../store/categories/rows.ts'

const fewestKnown = 4

/** Lets the office's model say the category of a demand that comes in; where there is no model yet, nothing is said. */
export async function suggestCategory(work: Work, { id, agency, subject, body }: Demand): Promise<void> {
  const model = await newestModel(work, agency)
  if (model === undefined) return
  await keepSuggested(work, agency, [suggestedFor(model, id, { subject, body })])
}

/** What a model says of one demand. */
export function suggestedFor(model: CategoryModel, demand: string, message: Message): Suggested {
  const { category, confidence } = decidedBy(categoriesOf(model, message))
  const sure = confidence >= sureFrom && knownGrams(model, message) >= fewestKnown
  return { demand, category: sure ? category : '', suggested: category, confidence }
}
