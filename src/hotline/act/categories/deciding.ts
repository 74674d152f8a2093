import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { figuresOfJudged } from '../../classify/office-model.ts'
import { categoriesIn, wrongInTree } from '../../classify/tree.ts'
import type { CategoryAccuracyView, CategoryView } from '../../classify/view.ts'
import { newestFigures } from '../../store/categories/models.ts'
import {
  categoryHeld,
  categoryTree,
  confirmedByDispatch,
  judgedByPeople,
  keepCategoryTree,
  keepDecided,
} from '../../store/categories/rows.ts'
import { demandOf } from '../../store/history.ts'
import { demandSeen } from '../views/demand.ts'

/** The category of a demand; undefined where this person may not see the demand. */
export async function categoryOfDemand(
  work: Work,
  id: string,
  reader: Actor,
): Promise<CategoryView | undefined> {
  const record = await demandSeen(work, id, reader)
  if (record === undefined) return undefined
  return {
    held: (await categoryHeld(work, id)) ?? null,
    mayDecide: mayDecide(reader, record.demand.agency),
  }
}

function mayDecide(by: Actor, agency: string): boolean {
  return (['hotlineAgent', 'dispatcher', 'supervisor'] as const).some(role => holds(by, role, agency))
}

/** Somebody of the hotline decides on the category; no model changes it afterwards. Undefined where he may not see the demand. */
export async function decideCategory(
  work: Work,
  { id, by, at }: { readonly id: string; readonly by: Actor; readonly at: string },
  category: string,
): Promise<Refusal | 'decided' | undefined> {
  const record = await demandSeen(work, id, by)
  if (record === undefined) return undefined
  const { agency, number } = record.demand
  if (!mayDecide(by, agency)) return refuse('分类由热线的话务员、派单员或者督办员选定。')
  if (!categoriesIn(await categoryTree(work)).includes(category))
    return refuse('没有这个分类，请从列表中选择；分类由系统管理员在“诉求分类”页维护。')
  return await work.transaction(async inner => {
    // Whoever acts on the demand meanwhile takes its category into the facts of another unit.
    await demandOf(inner, id, true)
    await keepDecided(inner, { demand: id, agency, category, by: by.name, at })
    const who = { by: by.id, byName: by.name, agency }
    await audit(inner, { ...who, act: 'hotline.category', subject: id, detail: { number, category } })
    return 'decided' as const
  })
}

/** Keeps another tree of categories; demands keep the category that they have. */
export async function settleCategories(
  work: Work,
  lines: string,
  { by, at }: { readonly by: Actor; readonly at: string },
): Promise<Refusal | undefined> {
  const wrong = wrongInTree(lines)
  if (wrong !== undefined) return refuse(wrong)
  await work.transaction(async inner => {
    await keepCategoryTree(inner, { lines, by: by.id, byName: by.name, at })
    const who = { by: by.id, byName: by.name, agency: null }
    const detail = { categories: categoriesIn(lines).length }
    await audit(inner, { ...who, act: 'hotline.categories', subject: 'categories', detail })
  })
  return undefined
}

/** The accuracy of the model of a hotline. */
export async function categoryAccuracy(work: Work, agency: string): Promise<CategoryAccuracyView> {
  const [model, judged, confirmed] = await Promise.all([
    newestFigures(work, agency),
    judgedByPeople(work, agency),
    confirmedByDispatch(work, agency),
  ])
  return { model: model ?? null, corrected: figuresOfJudged(judged), confirmed }
}

/** The tree as lines, one category each. */
export function categoryLines(work: Work): Promise<string> {
  return categoryTree(work)
}
