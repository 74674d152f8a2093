import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type RowMapping, rowFields } from '../../rows/columns.ts'

/** The columns of a sheet by field. */
export const rowMappingForm = z.partialRecord(z.enum(rowFields), z.int().min(0).max(99))

interface Sheet {
  readonly agency: string
  readonly form: string
  readonly headings: readonly string[]
}

const keyOf = (headings: readonly string[]) => headings.map(each => each.trim()).join('\u001f')

/** How this agency read a sheet with these headings before. */
export async function rememberedMapping(
  work: Work,
  { agency, form, headings }: Sheet,
): Promise<RowMapping | undefined> {
  const row = await work.db
    .selectFrom('disclosure_row_mappings')
    .select('columns')
    .where('agency', '=', agency)
    .where('form', '=', form)
    .where('headings', '=', keyOf(headings))
    .executeTakeFirst()
  return row === undefined ? undefined : rowMappingForm.parse(row.columns)
}

/** Remembers how a sheet with these headings is read. */
export async function rememberMapping(work: Work, sheet: Sheet, mapping: RowMapping): Promise<void> {
  const { agency, form, headings } = sheet
  const columns = JSON.stringify(mapping)
  await work.db
    .insertInto('disclosure_row_mappings')
    .values({ agency, form, headings: keyOf(headings), columns })
    .onConflict(conflict => conflict.columns(['agency', 'form', 'headings']).doUpdateSet({ columns }))
    .execute()
}
