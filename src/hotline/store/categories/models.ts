import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { modelFromBytes } from '../../classify/kept-model.ts'
import type { CategoryModel } from '../../classify/model.ts'
import type { ModelFigures } from '../../classify/office-model.ts'

const share = z.number()
const cell = z.object({ truth: z.string(), said: z.string(), messages: z.int() })
const accuracy = z.object({
  ...{ category: z.string(), messages: z.int(), precision: share, recall: share, f1: share },
})
const figuresForm: z.ZodType<ModelFigures> = z.object({
  ...{ messages: z.int(), byHand: z.int() },
  heldOut: z.object({
    ...{ tested: z.int(), unsure: z.int(), rightWhereSure: share.nullable(), macroF1: share },
    ...{ accuracy: z.array(accuracy), confusion: z.array(cell) },
  }),
})
const mostHeld = 4
const modelsKept = 7
const held = new Map<string, CategoryModel>()

/** The newest model of a hotline; undefined where none was learned yet. It is read once per process. */
export async function newestModel(work: Work, agency: string): Promise<CategoryModel | undefined> {
  const found = await work.db
    .selectFrom('hotline_category_models')
    .select('id')
    .where('agency', '=', agency)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (found === undefined) return undefined
  const before = held.get(found.id)
  if (before !== undefined) return before
  const { bytes } = await work.db
    .selectFrom('hotline_category_models')
    .select('bytes')
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow()
  const model = modelFromBytes(bytes)
  held.set(found.id, model)
  for (const id of [...held.keys()].slice(0, -mostHeld)) held.delete(id)
  return model
}

/** Keeps a model with its figures; of the older ones the last few stay. */
export async function keepModel(
  work: Work,
  agency: string,
  { bytes, figures, at }: { readonly bytes: Uint8Array; readonly figures: ModelFigures; readonly at: string },
): Promise<void> {
  await work.db
    .insertInto('hotline_category_models')
    .values({ agency, made_at: at, figures: JSON.stringify(figures), bytes: Buffer.from(bytes) })
    .execute()
  const older = await work.db
    .selectFrom('hotline_category_models')
    .select('id')
    .where('agency', '=', agency)
    .orderBy('made_at', 'desc')
    .offset(modelsKept)
    .execute()
  if (older.length === 0) return
  await work.db
    .deleteFrom('hotline_category_models')
    .where(
      'id',
      'in',
      older.map(({ id }) => id),
    )
    .execute()
}

/** When the newest model was learned, and how well it does. */
export async function newestFigures(
  work: Work,
  agency: string,
): Promise<{ readonly at: string; readonly figures: ModelFigures } | undefined> {
  const row = await work.db
    .selectFrom('hotline_category_models')
    .select(['made_at as at', 'figures'])
    .where('agency', '=', agency)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { at: row.at, figures: figuresForm.parse(row.figures) }
}
