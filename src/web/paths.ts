/** Every address of the site stands here; a page asks and never writes one by hand. */
export const paths = {
  front: () => '/',
  reports: (query: { agency?: string; year?: number; page?: number } = {}) =>
    `/annual-reports${queryOf(query)}`,
  report: (agency: string, year: number) => `/annual-reports/${agency}/${year}`,
  edition: (agency: string, year: number, edition: number) =>
    `/annual-reports/${agency}/${year}/editions/${edition}`,
  file: (agency: string, year: number, format: string) => `/annual-reports/${agency}/${year}/file.${format}`,
  compare: (agency: string, years: { from?: number; to?: number } = {}) =>
    `/annual-reports/${agency}/compare${queryOf(years)}`,
  check: () => '/check',
  largeType: (on: boolean, back: string) => `/large-type${queryOf({ on: on ? 1 : 0, back })}`,
  styles: () => '/assets/styles.css',
} as const

function queryOf(query: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
}
