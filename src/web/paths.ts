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

/** The addresses of the interface that a browser is sent to. */
export const apiPaths = {
  oidc: () => '/api/v1/session/oidc',
  oidcCallback: () => '/api/v1/session/oidc/callback',
} as const

/** The addresses of the desk. */
export const deskPaths = {
  today: () => '/desk/',
  signIn: (back?: string, refusal?: string) => `/desk/sign-in${queryOf({ back, refusal })}`,
  reports: (query: { agency?: string; year?: number; state?: string; q?: string } = {}) =>
    `/desk/reports${queryOf(query)}`,
  report: (agency: string, year: number, cell?: string) =>
    `/desk/reports/${agency}/${year}${queryOf({ cell })}`,
  rollUp: (agency: string, year: number) => `/desk/roll-up/${agency}/${year}`,
  agencies: () => '/desk/agencies',
  people: () => '/desk/people',
  calendars: (year?: number) => `/desk/calendars${queryOf({ year })}`,
  trail: () => '/desk/trail',
  settings: () => '/desk/settings',
  account: () => '/desk/account',
} as const

function queryOf(query: Readonly<Record<string, string | number | undefined>>): string {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
}
