import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { read } from '../../../../desk/client.ts'
import type { HotlineYear } from '../../../counted/hotline.ts'
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

/** The figures of the hotline that the prose may show; null where the agency had no demand of the year. */
export function hotlineQuery(agency: string, year: number, version: number) {
  return queryOptions({
    queryKey: ['report-hotline', agency, year, version],
    queryFn: () => read<HotlineYear | null>(`${draftPath(agency, year)}/hotline`),
    placeholderData: keepPreviousData,
  })
}
