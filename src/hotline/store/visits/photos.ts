import type { Work } from '../../../platform/work.ts'

/** A photo of a visit: of which demand, of which visit, and at which place from 0. */
export interface VisitPhoto {
  readonly demand: string
  readonly visit: string
  readonly place: number
}

/** Is this photo kept already? */
export async function hasVisitPhoto(work: Work, { demand, visit, place }: VisitPhoto): Promise<boolean> {
  const row = await work.db
    .selectFrom('hotline_visit_photos')
    .select('paper')
    .where('demand', '=', demand)
    .where('visit', '=', visit)
    .where('place', '=', place)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps which paper is this photo. */
export async function keepVisitPhoto(
  work: Work,
  photo: VisitPhoto & { readonly paper: string },
): Promise<void> {
  await work.db.insertInto('hotline_visit_photos').values(photo).execute()
}
