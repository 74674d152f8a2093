import { Buffer } from 'node:buffer'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { modelFromBytes } from '../../classify/kept-model.ts'
import type { CategoryPast } from '../../duties/by-category.ts'
import type { Handled } from '../../duties/learning.ts'
import type { UnitModel } from '../../duties/unit-model.ts'

const handledForm = z
  .object({
    ...{ unit: z.string(), subject: z.string(), body: z.string() },
    ...{ category: z.string().nullable(), byHand: z.boolean().nullable() },
  })
  .transform(({ category, byHand, ...handled }): Handled => {
    const known = category === null || category === '' ? undefined : { category, byHand: byHand === true }
    return { ...handled, category: known }
  })

/** The newest demands that a unit fed back on, so many at most, the oldest first: a unit that returned one is not named. */
export async function handledOf(work: Work, hotline: string, most: number): Promise<Handled[]> {
  const rows = await work.db
    .selectFrom('hotline_standings as s')
    .innerJoin('hotline_demands as d', 'd.id', 's.demand')
    .leftJoin('hotline_demand_categories as c', 'c.demand', 's.demand')
    .where('s.agency', '=', hotline)
    .where('s.unit', 'is not', null)
    .where('s.fed_back_at', 'is not', null)
    .select(['s.unit', 'd.subject', 'd.body', 'c.category', 'c.by_hand as byHand'])
    .orderBy('s.filed_at', 'desc')
    .orderBy('s.demand')
    .limit(most)
    .execute()
  return z.array(handledForm).parse(rows).reverse()
}

/** Hotlines that have demands. */
export async function hotlinesWithDemands(work: Work): Promise<string[]> {
  const rows = await work.db
    .selectFrom('agencies as a')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('hotline_standings as s').whereRef('s.agency', '=', 'a.code').select('s.demand')),
    )
    .select('a.code')
    .orderBy('a.code')
    .execute()
  return rows.map(({ code }) => code)
}

/** Keeps what was learned in place of what was learned before. */
export async function keepUnitModel(
  work: Work,
  hotline: string,
  {
    learned,
    from,
    at,
  }: {
    /** The model as its bytes. */
    readonly learned: Omit<UnitModel, 'model'> & { readonly model: Uint8Array }
    readonly from: number
    readonly at: string
  },
): Promise<void> {
  const row = {
    ...{ model: Buffer.from(learned.model), evidence: JSON.stringify(learned.evidence) },
    ...{ by_category: JSON.stringify(learned.byCategory), learned_from: from, trained_at: at },
  }
  await work.db
    .insertInto('hotline_unit_models')
    .values({ hotline, ...row })
    .onConflict(conflict => conflict.column('hotline').doUpdateSet(row))
    .execute()
}

const evidenceForm = z.record(z.string(), z.object({ judged: z.int(), right: z.int() }))

const weighing = z.object({ words: z.number(), category: z.number() })
const byCategoryForm: z.ZodType<CategoryPast> = z.object({
  counts: z.record(z.string(), z.record(z.string(), z.int())),
  weight: z.object({ byHand: weighing, told: weighing }),
})

/** When the kept model was learned; undefined where there is none. */
export async function unitModelAt(work: Work, hotline: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('hotline_unit_models')
    .where('hotline', '=', hotline)
    .select('trained_at')
    .executeTakeFirst()
  return row === undefined ? undefined : String(row.trained_at)
}

/** The kept model. */
export async function unitModelOf(work: Work, hotline: string): Promise<UnitModel | undefined> {
  const row = await work.db
    .selectFrom('hotline_unit_models')
    .where('hotline', '=', hotline)
    .select(['model', 'evidence', 'by_category'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    model: modelFromBytes(new Uint8Array(row.model)),
    evidence: evidenceForm.parse(row.evidence),
    byCategory: byCategoryForm.parse(row.by_category),
  }
}
