import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import type { Duty, OwedForm } from '../../duties/duty.ts'
import type { Occasion, Published } from '../../duties/owed.ts'
import { isItemForm, itemForms } from '../../forms.ts'
import { dayIn } from '../own-day.ts'

const scopeForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('kind'), of: z.enum(['government', 'department', 'county', 'township']) }),
  z.object({ kind: z.literal('named'), agencies: z.array(z.string().max(63)).max(500) }),
])
const rhythmForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('standing') }),
  z.object({ kind: z.literal('yearly'), by: z.string().max(5) }),
  z.object({ kind: z.literal('every'), months: z.int() }),
  z.object({
    ...{ kind: z.literal('after'), day: z.string().max(50), count: z.int() },
    unit: z.enum(['workdays', 'days']),
  }),
])
const day = z.string().transform(dayOf)

/** A duty as it is set, but for its id. */
export const dutyForm = z.object({
  title: z.string().trim().min(1, '请填写事项名称').max(100, '不能超过 100 字'),
  scope: scopeForm,
  form: z.enum([...itemForms, 'annualReport'], '没有这种信息形式'),
  rhythm: rhythmForm,
  law: z.string().trim().min(1, '请填写依据').max(100, '不能超过 100 字'),
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, '请填写日期')
    .transform(dayOf),
})
const rowForm = dutyForm.extend({ id: z.string(), since: day, endedOn: day.nullable() })

/** Every duty that is set, those that ended last. */
export async function keptDuties(work: Work): Promise<Duty[]> {
  const rows = await work.db
    .selectFrom('disclosure_duties')
    .select(['id', 'title', 'scope', 'form', 'rhythm', 'law', 'since', 'ended_on as endedOn'])
    .orderBy(sql`ended_on is not null`)
    .orderBy('form')
    .orderBy('title')
    .execute()
  return rows.map(row => rowForm.parse(row))
}

/** Sets a duty, a new one where `id` is absent. @returns its id; undefined where there is none of this id */
export async function keepDuty(
  work: Work,
  id: string | undefined,
  { title, scope, form, rhythm, law, since }: Omit<Duty, 'id' | 'endedOn'>,
  by: { readonly id: string; readonly at: string },
): Promise<string | undefined> {
  const row = {
    ...{ title, scope: JSON.stringify(scope), form, rhythm: JSON.stringify(rhythm), law, since },
    ...{ changed_by: by.id, changed_at: by.at },
  }
  const kept =
    id === undefined
      ? work.db.insertInto('disclosure_duties').values(row).returning('id')
      : work.db.updateTable('disclosure_duties').set(row).where('id', '=', id).returning('id')
  return (await kept.executeTakeFirst())?.id
}

/** Ends a duty from a day on, or takes it up again. */
export async function endDuty(
  work: Work,
  id: string,
  endedOn: Day | null,
  by: { readonly id: string; readonly at: string },
): Promise<boolean> {
  const row = await work.db
    .updateTable('disclosure_duties')
    .set({ ended_on: endedOn, changed_by: by.id, changed_at: by.at })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes an event down from which a duty counts; once a day. */
export async function keepOccasion(
  work: Work,
  told: { readonly duty: string; readonly agency: string; readonly on: Day; readonly words: string },
  by: { readonly name: string; readonly at: string },
): Promise<void> {
  const { duty, agency, on, words } = told
  await work.db
    .insertInto('disclosure_occasions')
    .values({ duty, agency, on_day: on, words, recorded_by: by.name, recorded_at: by.at })
    .onConflict(conflict => conflict.columns(['duty', 'agency', 'on_day']).doUpdateSet({ words }))
    .execute()
}

/** A thing of an agency. */
interface Of<T> {
  readonly agency: string
  readonly told: T
}

/** The editions of these forms that are on the shelf, by form, in the order of their days. */
export async function publishedOf(
  work: Work,
  agencies: readonly string[],
  forms: readonly OwedForm[],
): Promise<readonly (Of<Published> & { readonly form: string })[]> {
  const rows = await work.db
    .selectFrom('disclosure_standings as s')
    .innerJoin('disclosure_editions as e', 'e.item', 's.item')
    .select(['s.item', 's.agency', 's.form', 's.title', 'e.published_on as on'])
    .where('s.shelf', '=', 'public')
    .where('s.agency', 'in', [...agencies, ''])
    .where('s.form', 'in', ['', ...forms.filter(form => form !== 'annualReport')])
    .orderBy('e.published_on')
    .execute()
  return rows.map(({ item, agency, form, title, on }) => ({
    ...{ agency, form, told: { item, title, on: dayOf(on) } },
  }))
}

/** The days that items of this form name under this key, drafts too, with when each was published. */
export async function ownDays(
  work: Work,
  agencies: readonly string[],
  { form, key }: { readonly form: OwedForm; readonly key: string },
): Promise<readonly Of<Occasion>[]> {
  if (!isItemForm(form)) return []
  const { rows } = await sql<{ item: string; agency: string; title: string; on: string; published: string }>`
    select s.item, s.agency, c.content->>'title' as title, c.content->'own'->>${key} as on,
      case when s.shelf = 'public' then s.first_published_on::text end as published
    from disclosure_standings s join lateral (
      select content from (
        select e.content, 1 as place from disclosure_editions e where e.item = s.item and e.number = s.edition
        union all select d.content, 2 from disclosure_drafts d where d.item = s.item) as texts order by place limit 1
    ) c on true
    where s.form = ${form} and s.agency = any(${[...agencies]}) and s.draft <> 'abandoned' and s.draft <> 'withheld'
      and ${dayIn(sql`(c.content->'own'->>${key})`)} is not null
    order by 4`.execute(work.db)
  return rows.map(({ item, agency, title, on, published }) => {
    const publishedOn = published === null ? null : dayOf(published)
    return { agency, told: { on: dayOf(on), words: title, item: { id: item, publishedOn } } }
  })
}

/** The events that the staff wrote down, by duty. */
export async function occasionsOf(
  work: Work,
  agencies: readonly string[],
): Promise<readonly (Of<Occasion> & { readonly duty: string })[]> {
  const rows = await work.db
    .selectFrom('disclosure_occasions')
    .select(['duty', 'agency', 'on_day', 'words'])
    .where('agency', 'in', [...agencies, ''])
    .orderBy('on_day')
    .execute()
  return rows.map(({ duty, agency, on_day: on, words }) => ({ duty, agency, told: { on: dayOf(on), words } }))
}
