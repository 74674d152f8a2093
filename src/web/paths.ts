/** Every address of the site stands here; a page asks and never writes one by hand. */
export const paths = {
  front: () => '/',
  search: (query: AnyQuery = {}) => `/search${queryOf(query)}`,
  suggest: () => '/search/suggest',
  reports: (query: ReportsQuery = {}) => `/annual-reports${queryOf({ ...query })}`,
  reportsFile: (kind: 'csv' | 'xlsx', query: ReportsQuery) =>
    `/annual-reports.${kind}${queryOf({ ...query })}`,
  agency: (agency: string) => `/annual-reports/${agency}`,
  report: (agency: string, year: number) => `/annual-reports/${agency}/${year}`,
  edition: (agency: string, year: number, edition: number) =>
    `/annual-reports/${agency}/${year}/editions/${edition}`,
  file: (agency: string, year: number, format: string) => `/annual-reports/${agency}/${year}/file.${format}`,
  editionFile: (agency: string, year: number, edition: number, format: string) =>
    `/annual-reports/${agency}/${year}/editions/${edition}/file.${format}`,
  extract: (
    agency: string,
    year: number,
    edition: number,
    query: { cell?: string | undefined; page?: number } = {},
  ) => `/annual-reports/${agency}/${year}/editions/${edition}/extract${queryOf(query)}`,
  extractFile: (agency: string, year: number, edition: number, kind: 'csv' | 'json') =>
    `/annual-reports/${agency}/${year}/editions/${edition}/extract.${kind}`,
  difference: (agency: string, year: number, from: number, to: number) =>
    `/annual-reports/${agency}/${year}/difference${queryOf({ from, to })}`,
  compare: (agency: string, query: CompareQuery = {}) =>
    `/annual-reports/${agency}/compare${queryOf({ ...query })}`,
  compareFile: (agency: string, kind: 'csv' | 'xlsx', query: CompareQuery) =>
    `/annual-reports/${agency}/compare.${kind}${queryOf({ ...query })}`,
  requests: () => '/requests',
  ask: (query: { agency?: string | undefined; about?: string | undefined } = {}) =>
    `/requests/new${queryOf(query)}`,
  askAlike: (about?: string) => `/requests/alike${queryOf({ about })}`,
  answersMe: () => '/requests/answers-me',
  correctRecord: () => '/requests/correct-record',
  track: () => '/requests/track',
  tracked: () => '/requests/tracked',
  trackedStep: (step: string) => `/requests/tracked/steps/${step}`,
  trackedLetter: (letter: string, format: string) => `/requests/tracked/letters/${letter}.${format}`,
  trackedPaper: (paper: string) => `/requests/tracked/papers/${paper}`,
  trackedRound: (request: string) => `/requests/tracked/rounds/${request}`,
  trackedEnd: () => '/requests/tracked/end',
  answers: (query: { q?: string | undefined; agency?: string | undefined; page?: number } = {}) =>
    `/requests/answers${queryOf(query)}`,
  answer: (id: string) => `/requests/answers/${id}`,
  hotline: () => '/hotline',
  fileDemand: (query: { same?: string | undefined; about?: string | undefined } = {}) =>
    `/hotline/new${queryOf(query)}`,
  demandsAlike: () => '/hotline/alike',
  trackDemand: () => '/hotline/track',
  trackedDemand: () => '/hotline/tracked',
  trackedDemandStep: (step: string) => `/hotline/tracked/steps/${step}`,
  trackedDemandPaper: (paper: string) => `/hotline/tracked/papers/${paper}`,
  trackedDemandEnd: () => '/hotline/tracked/end',
  demandAnswers: (query: { q?: string | undefined; page?: number } = {}) =>
    `/hotline/answers${queryOf(query)}`,
  demandAnswer: (id: string) => `/hotline/answers/${id}`,
  rateByLink: (code: string) => `/hotline/rate/${code}`,
  publicEntries: (query: { q?: string | undefined; page?: number } = {}) =>
    `/hotline/questions${queryOf(query)}`,
  publicEntry: (id: string) => `/hotline/questions/${id}`,
  publicEntrySaid: (id: string) => `/hotline/questions/${id}/said`,
  sameForMe: (id: string) => `/hotline/answers/${id}/same`,
  disclosure: () => '/disclosure',
  guide: (agency?: string) => `/disclosure/guide${queryOf({ agency })}`,
  rules: (agency?: string) => `/disclosure/rules${queryOf({ agency })}`,
  catalogue: (query: AnyQuery = {}) => `/disclosure/catalogue${queryOf(query)}`,
  catalogueFile: (kind: 'csv' | 'xlsx' | 'json', query: AnyQuery = {}) =>
    `/disclosure/catalogue.${kind}${queryOf(query)}`,
  item: (id: string) => `/disclosure/items/${id}`,
  itemEdition: (id: string, edition: number) => `/disclosure/items/${id}/editions/${edition}`,
  itemDifference: (id: string, from: number, to: number) =>
    `/disclosure/items/${id}/difference${queryOf({ from, to })}`,
  itemFile: (id: string, file: string) => `/disclosure/items/${id}/files/${file}`,
  itemFilePreview: (id: string, file: string) => `/disclosure/items/${id}/files/${file}/preview`,
  itemPrinted: (id: string, format: string) => `/disclosure/items/${id}/file.${format}`,
  documents: (query: AnyQuery = {}) => `/disclosure/documents${queryOf(query)}`,
  results: (form: string, query: AnyQuery = {}) => `/disclosure/results/${form}${queryOf(query)}`,
  resultsFile: (form: string, kind: 'csv' | 'json', query: AnyQuery = {}) =>
    `/disclosure/results/${form}/rows.${kind}${queryOf(query)}`,
  resultsRow: (form: string, batch: string, place: number) => `/disclosure/results/${form}/${batch}/${place}`,
  series: () => '/disclosure/series',
  oneSeries: (agency: string, name: string, query: AnyQuery = {}) =>
    `/disclosure/series/${agency}/${encodeURIComponent(name)}${queryOf(query)}`,
  openData: () => '/disclosure/open-data',
  consultations: (query: AnyQuery = {}) => `/disclosure/consultations${queryOf(query)}`,
  consultation: (id: string) => `/disclosure/consultations/${id}`,
  faults: (about?: string) => `/faults${queryOf({ about })}`,
  faultTracked: () => '/faults/tracked',
  useful: () => '/useful',
  subscriptions: (query: AnyQuery = {}) => `/subscriptions${queryOf(query)}`,
  subscriptionConfirm: (id: string, code: string) => `/subscriptions/${id}/confirm${queryOf({ code })}`,
  subscriptionOut: (id: string, code: string) => `/subscriptions/${id}/out${queryOf({ code })}`,
  itemsFeed: (query: AnyQuery = {}) => `/disclosure/feed.xml${queryOf(query)}`,
  itemsRss: (query: AnyQuery = {}) => `/disclosure/rss.xml${queryOf(query)}`,
  sitemap: () => '/sitemap.xml',
  sitemapPart: (part: string | number) => `/sitemap-${part}.xml`,
  check: () => '/check',
  checkExample: () => '/check/example',
  checkFile: () => '/check/result',
  largeType: (on: boolean, back: string) => `/large-type${queryOf({ on: on ? 1 : 0, back })}`,
  styles: () => '/assets/styles.css',
  script: () => '/assets/page.js',
  icon: () => '/assets/icon.svg',
  hotlineBulletins: (query: AnyQuery = {}) => `/hotline/bulletins${queryOf(query)}`,
  hotlineBulletin: (id: string, edition?: number) => `/hotline/bulletins/${id}${queryOf({ edition })}`,
  hotlineBulletinFile: (id: string, edition: number, format: string) =>
    `/hotline/bulletins/${id}/editions/${edition}/file.${format}`,
  hotlineProjects: (query: AnyQuery = {}) => `/hotline/projects${queryOf(query)}`,
  hotlineProject: (id: string) => `/hotline/projects/${id}`,
  feed: () => '/feed.xml',
  api: () => '/api/v1',
} as const

/** What an address may be asked. */
export type AnyQuery = Readonly<Record<string, string | number | undefined>>

/** The addresses of the interface that a browser is sent to. */
export const apiPaths = {
  oidc: () => '/api/v1/session/oidc',
  oidcCallback: () => '/api/v1/session/oidc/callback',
  reportIssue: (id: string, until: string) => `/api/v1/hotline/saved-reports/${id}/issues/${until}`,
  figureDemandsFile: (query: string) => `/api/v1/hotline/figures/demands.csv?${query}`,
} as const

/** What the list of annual reports may be asked in its address. */
export interface ReportsQuery {
  readonly agency?: string | undefined
  readonly year?: number | undefined
  readonly standing?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly view?: string | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
}

/** What a comparison may be asked: the figure that is drawn, two years, another agency. */
export interface CompareQuery {
  readonly figure?: string | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly with?: string | undefined
}

/** Files of the desk that are asked for by name. */
export const deskFiles = {
  visitsWorker: () => '/desk/visits-worker.js',
} as const

/** The addresses of the desk. */
export const deskPaths = {
  today: () => '/desk/',
  signIn: (back?: string, refusal?: string) => `/desk/sign-in${queryOf({ back, refusal })}`,
  reports: (query: { agency?: string; year?: number; state?: string; q?: string } = {}) =>
    `/desk/reports${queryOf(query)}`,
  report: (agency: string, year: number, cell?: string, records?: string) =>
    `/desk/reports/${agency}/${year}${queryOf({ cell, records })}`,
  importRegister: () => '/desk/requests/import',
  itemRows: (id: string) => `/desk/items/${id}/rows`,
  rehearsal: (agency: string, year: number) => `/desk/rehearsal/${agency}/${year}`,
  rollUp: (agency: string, year: number) => `/desk/roll-up/${agency}/${year}`,
  requests: (query: AnyQuery = {}) => `/desk/requests${queryOf(query)}`,
  statistics: () => '/desk/requests/statistics',
  newRequest: () => '/desk/requests/new',
  request: (id: string, place = '') => `/desk/requests/${id}${place}`,
  demands: (query: AnyQuery = {}) => `/desk/demands${queryOf(query)}`,
  instructions: (query: AnyQuery = {}) => `/desk/hotline/instructions${queryOf(query)}`,
  figures: (query: AnyQuery = {}) => `/desk/hotline/figures${queryOf(query)}`,
  figureDemands: (query: AnyQuery = {}) => `/desk/hotline/figures/demands${queryOf(query)}`,
  wallboard: (query: AnyQuery = {}) => `/desk/hotline/wallboard${queryOf(query)}`,
  entries: (query: AnyQuery = {}) => `/desk/hotline/entries${queryOf(query)}`,
  newEntry: () => '/desk/hotline/entries/new',
  entry: (id: string) => `/desk/hotline/entries/${id}`,
  safety: (query: AnyQuery = {}) => `/desk/hotline/safety${queryOf(query)}`,
  hotlineDuties: (query: AnyQuery = {}) => `/desk/hotline/duties${queryOf(query)}`,
  callbackMessages: (query: AnyQuery = {}) => `/desk/hotline/messages${queryOf(query)}`,
  publishedAnswers: (query: AnyQuery = {}) => `/desk/hotline/published${queryOf(query)}`,
  hotlineSettings: () => '/desk/hotline/settings',
  topics: (query: AnyQuery = {}) => `/desk/hotline/topics${queryOf(query)}`,
  samples: () => '/desk/hotline/samples',
  sample: (id: string) => `/desk/hotline/samples/${id}`,
  sampledAnswer: (id: string, place: number) => `/desk/hotline/samples/${id}/${place}`,
  looks: (query: AnyQuery = {}) => `/desk/hotline/looks${queryOf(query)}`,
  looksOne: (query: AnyQuery = {}) => `/desk/hotline/looks/each${queryOf(query)}`,
  repeats: (query: AnyQuery = {}) => `/desk/hotline/repeats${queryOf(query)}`,
  categories: () => '/desk/hotline/categories',
  answerTemplates: (query: AnyQuery = {}) => `/desk/hotline/templates${queryOf(query)}`,
  matter: (id: string) => `/desk/hotline/topics/${id}`,
  newDemand: (query: AnyQuery = {}) => `/desk/demands/new${queryOf(query)}`,
  demand: (id: string, place = '') => `/desk/demands/${id}${place}`,
  visits: () => '/desk/visits',
  visit: (demand: string) => `/desk/visits/${demand}`,
  calls: (query: AnyQuery = {}) => `/desk/hotline/calls${queryOf(query)}`,
  importTickets: () => '/desk/hotline/tickets',
  hotlineDoors: (query: AnyQuery = {}) => `/desk/hotline/doors${queryOf(query)}`,
  bulletins: (query: AnyQuery = {}) => `/desk/bulletins${queryOf(query)}`,
  bulletin: (id: string, place = '') => `/desk/bulletins/${id}${place}`,
  bulletinSettings: () => '/desk/bulletins/settings',
  projects: (query: AnyQuery = {}) => `/desk/projects${queryOf(query)}`,
  newProject: (query: AnyQuery = {}) => `/desk/projects/new${queryOf(query)}`,
  project: (id: string, place = '') => `/desk/projects/${id}${place}`,
  projectDemands: (id: string, query: AnyQuery = {}) => `/desk/projects/${id}/demands${queryOf(query)}`,
  recordCorrections: () => '/desk/record-corrections',
  watchedWords: (query: AnyQuery = {}) => `/desk/words${queryOf(query)}`,
  giving: (id: string, paper: string) => `/desk/requests/${id}/papers/${paper}`,
  consultation: (id: string) => `/desk/consultations/${id}`,
  interpretations: () => '/desk/interpretations',
  faults: (query: AnyQuery = {}) => `/desk/faults${queryOf(query)}`,
  subscriptions: () => '/desk/subscriptions',
  duties: (query: AnyQuery = {}) => `/desk/duties${queryOf(query)}`,
  owed: (query: AnyQuery = {}) => `/desk/duties/owed${queryOf(query)}`,
  selfCheck: (query: AnyQuery = {}) => `/desk/self-check${queryOf(query)}`,
  channels: (query: AnyQuery = {}) => `/desk/channels${queryOf(query)}`,
  items: (query: AnyQuery = {}) => `/desk/items${queryOf(query)}`,
  importItems: (run?: string) => `/desk/items/import${queryOf({ run })}`,
  item: (id: string, place = '') => `/desk/items/${id}${place}`,
  withheldItems: (query: AnyQuery = {}) => `/desk/withheld${queryOf(query)}`,
  missedSearches: () => '/desk/missed-searches',
  agencies: () => '/desk/agencies',
  people: () => '/desk/people',
  calendars: (year?: number) => `/desk/calendars${queryOf({ year })}`,
  trail: () => '/desk/trail',
  settings: () => '/desk/settings',
  account: () => '/desk/account',
} as const

function queryOf(query: AnyQuery): string {
  const entries = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  )
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`
}
