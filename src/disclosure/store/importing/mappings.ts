import type { Instant } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { NamedMapping } from '../../importing/view.ts'
import { siteMappingForm } from './mapping-form.ts'

/** The mappings of these agencies. */
export async function namedMappings(work: Work, agencies: readonly string[]): Promise<NamedMapping[]> {
  if (agencies.length === 0) return []
  const rows = await work.db
    .selectFrom('disclosure_site_mappings')
    .select(['agency', 'name', 'mapping'])
    .where('agency', 'in', [...agencies])
    .orderBy('name')
    .execute()
  return rows.map(row => ({ ...row, mapping: siteMappingForm.parse(row.mapping) }))
}

/** Keeps a mapping under this name; saved again, it is changed. */
export async function keepMapping(
  work: Work,
  { agency, name, mapping }: NamedMapping,
  { at, byName }: { readonly at: Instant; readonly byName: string },
): Promise<void> {
  const kept = { mapping: JSON.stringify(mapping), saved_at: at, saved_by: byName }
  await work.db
    .insertInto('disclosure_site_mappings')
    .values({ agency, name, ...kept })
    .onConflict(conflict => conflict.columns(['agency', 'name']).doUpdateSet(kept))
    .execute()
}
