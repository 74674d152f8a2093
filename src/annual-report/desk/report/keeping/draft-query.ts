import { queryOptions } from '@tanstack/react-query'
import { Refused, read } from '../../../../desk/client.ts'
import type { DraftView } from '../../../view.ts'

/** Under what the desk's view of a report is remembered. */
export function draftQueryKey(agency: string, year: number) {
  return ['draft', agency, year] as const
}

/** A report's address in the interface. */
export function draftPath(agency: string, year: number): string {
  return `/reports/${encodeURIComponent(agency)}/${year}`
}

/** The desk's view of a report; null where there is none, or this person may not see it. */
export function draftQuery(agency: string, year: number) {
  return queryOptions({
    queryKey: draftQueryKey(agency, year),
    queryFn: () =>
      read<DraftView>(`${draftPath(agency, year)}/draft`).catch((cause: unknown) => {
        if (cause instanceof Refused && cause.status === 404) return null
        throw cause
      }),
  })
}
