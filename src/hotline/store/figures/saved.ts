import type { Work } from '../../../platform/work.ts'

/** A report that somebody put together and keeps. */
export interface SavedReport {
  readonly id: string
  readonly name: string
  /** What the address of the page asks. */
  readonly query: string
}

/** The reports of a person, by their names. */
export async function reportsKept(work: Work, person: string): Promise<SavedReport[]> {
  return await work.db
    .selectFrom('hotline_saved_reports')
    .select(['id', 'name', 'query'])
    .where('person', '=', person)
    .orderBy('name')
    .execute()
}

/** Keeps a report under its name; one of the same name is replaced. */
export async function keepReport(
  work: Work,
  { name, query }: Omit<SavedReport, 'id'>,
  { person, at }: { readonly person: string; readonly at: string },
): Promise<void> {
  await work.db
    .insertInto('hotline_saved_reports')
    .values({ person, name, query, made_at: at })
    .onConflict(conflict => conflict.columns(['person', 'name']).doUpdateSet({ query, made_at: at }))
    .execute()
}

/** Keeps it no longer. */
export async function dropReport(work: Work, id: string, person: string): Promise<void> {
  await work.db
    .deleteFrom('hotline_saved_reports')
    .where('id', '=', id)
    .where('person', '=', person)
    .execute()
}
