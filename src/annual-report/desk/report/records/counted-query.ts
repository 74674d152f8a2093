import { queryOptions } from '@tanstack/react-query'
import { read } from '../../../../desk/client.ts'
import type { CountedView, RestatementView } from '../../../counted/view.ts'
import { draftPath } from '../keeping/draft-query.ts'

/** The address of a year as the records count it. */
export function countedPath(agency: string, year: number): string {
  return `${draftPath(agency, year)}/counted`
}

/** A year as the records count it today. */
export function countedQuery(agency: string, year: number) {
  return queryOptions({
    queryKey: ['counted', agency, year],
    queryFn: () => read<CountedView>(countedPath(agency, year)),
  })
}

/** What changed since a year was published; null where it is not published, or not kept here. */
export function restatementQuery(agency: string, year: number) {
  return queryOptions({
    queryKey: ['restatement', agency, year],
    queryFn: () => read<RestatementView | null>(`${draftPath(agency, year)}/restatement`),
  })
}
