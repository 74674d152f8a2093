import type { RouteObject } from 'react-router'
import { BrokenPage, Nowhere } from './broken.tsx'
import { Shell } from './shell/shell.tsx'
import { SignInPage } from './sign-in-page.tsx'

type Page = () => React.JSX.Element
type Load = () => Promise<{ Component: Page }>

const page = (path: string, load: Load): RouteObject => ({ path, lazy: load, ErrorBoundary: BrokenPage })

/** The pages of the desk; each is fetched when it is first opened. */
export const routes: RouteObject[] = [
  { path: '/desk/sign-in', Component: SignInPage },
  {
    Component: Shell,
    ErrorBoundary: BrokenPage,
    HydrateFallback: () => null,
    children: [
      page('/desk', async () => ({
        Component: (await import('../annual-report/desk/today-page.tsx')).TodayPage,
      })),
      page('/desk/reports', async () => ({
        Component: (await import('../annual-report/desk/reports-page.tsx')).ReportsPage,
      })),
      page('/desk/reports/:agency/:year', async () => ({
        Component: (await import('../annual-report/desk/report/report-page.tsx')).ReportPage,
      })),
      page('/desk/requests/import', async () => ({
        Component: (await import('../foi/desk/old-register/import-page.tsx')).ImportPage,
      })),
      page('/desk/requests', async () => ({
        Component: (await import('../foi/desk/register/register-page.tsx')).RegisterPage,
      })),
      page('/desk/requests/statistics', async () => ({
        Component: (await import('../foi/desk/statistics/statistics-page.tsx')).StatisticsPage,
      })),
      page('/desk/requests/new', async () => ({
        Component: (await import('../foi/desk/lodge/lodge-page.tsx')).LodgePage,
      })),
      page('/desk/record-corrections', async () => ({
        Component: (await import('../foi/desk/records/records-page.tsx')).RecordsPage,
      })),
      page('/desk/demands', async () => ({
        Component: (await import('../hotline/desk/demands-page.tsx')).DemandsPage,
      })),
      page('/desk/hotline/instructions', async () => ({
        Component: (await import('../hotline/desk/instructions/instructions-page.tsx')).InstructionsPage,
      })),
      page('/desk/hotline/figures', async () => ({
        Component: (await import('../hotline/desk/figures/figures-page.tsx')).FiguresPage,
      })),
      page('/desk/hotline/figures/demands', async () => ({
        Component: (await import('../hotline/desk/figures/demands-behind-page.tsx')).DemandsBehindPage,
      })),
      page('/desk/hotline/wallboard', async () => ({
        Component: (await import('../hotline/desk/figures/wallboard-page.tsx')).WallboardPage,
      })),
      page('/desk/hotline/entries', async () => ({
        Component: (await import('../hotline/desk/knowledge/entries-page.tsx')).EntriesPage,
      })),
      page('/desk/hotline/entries/new', async () => ({
        Component: (await import('../hotline/desk/knowledge/new-entry-page.tsx')).NewEntryPage,
      })),
      page('/desk/hotline/entries/:id', async () => ({
        Component: (await import('../hotline/desk/knowledge/entry-page.tsx')).EntryPage,
      })),
      page('/desk/hotline/safety', async () => ({
        Component: (await import('../hotline/desk/safety/safety-page.tsx')).SafetyPage,
      })),
      page('/desk/hotline/duties', async () => ({
        Component: (await import('../hotline/desk/duties/duties-page.tsx')).HotlineDutiesPage,
      })),
      page('/desk/hotline/messages', async () => ({
        Component: (await import('../hotline/desk/callback/messages-page.tsx')).MessagesPage,
      })),
      page('/desk/hotline/published', async () => ({
        Component: (await import('../hotline/desk/published/published-page.tsx')).PublishedPage,
      })),
      page('/desk/hotline/settings', async () => ({
        Component: (await import('../hotline/desk/settings/settings-page.tsx')).HotlineSettingsPage,
      })),
      page('/desk/hotline/samples', async () => ({
        Component: (await import('../hotline/desk/quality/samples-page.tsx')).SamplesPage,
      })),
      page('/desk/hotline/samples/:id', async () => ({
        Component: (await import('../hotline/desk/quality/sample-page.tsx')).SamplePage,
      })),
      page('/desk/hotline/samples/:id/:place', async () => ({
        Component: (await import('../hotline/desk/quality/answer-page.tsx')).SampledAnswerPage,
      })),
      page('/desk/hotline/looks', async () => ({
        Component: (await import('../hotline/desk/looks/looks-page.tsx')).LooksPage,
      })),
      page('/desk/hotline/looks/each', async () => ({
        Component: (await import('../hotline/desk/looks/each-look-page.tsx')).EachLookPage,
      })),
      page('/desk/hotline/repeats', async () => ({
        Component: (await import('../hotline/desk/repeats/repeats-page.tsx')).RepeatsPage,
      })),
      page('/desk/hotline/templates', async () => ({
        Component: (await import('../hotline/desk/templates/templates-page.tsx')).TemplatesPage,
      })),
      page('/desk/hotline/categories', async () => ({
        Component: (await import('../hotline/desk/categories/categories-page.tsx')).CategoriesPage,
      })),
      page('/desk/hotline/topics', async () => ({
        Component: (await import('../hotline/desk/topics/topics-page.tsx')).TopicsPage,
      })),
      page('/desk/hotline/topics/:id', async () => ({
        Component: (await import('../hotline/desk/topics/matter-page.tsx')).MatterPage,
      })),
      page('/desk/demands/new', async () => ({
        Component: (await import('../hotline/desk/register/register-page.tsx')).RegisterDemandPage,
      })),
      page('/desk/visits/:id?', async () => ({
        Component: (await import('../hotline/desk/visits/visits-page.tsx')).VisitsPage,
      })),
      page('/desk/demands/:id', async () => ({
        Component: (await import('../hotline/desk/demand-page.tsx')).DemandPage,
      })),
      page('/desk/hotline/calls', async () => ({
        Component: (await import('../hotline/desk/doors/calls-page.tsx')).CallsPage,
      })),
      page('/desk/hotline/tickets', async () => ({
        Component: (await import('../hotline/desk/doors/tickets/tickets-page.tsx')).TicketsPage,
      })),
      page('/desk/hotline/doors', async () => ({
        Component: (await import('../hotline/desk/doors/doors-page.tsx')).DoorsPage,
      })),
      page('/desk/bulletins', async () => ({
        Component: (await import('../hotline/desk/bulletins/bulletins-page.tsx')).BulletinsPage,
      })),
      page('/desk/bulletins/settings', async () => ({
        Component: (await import('../hotline/desk/bulletins/settings-page.tsx')).BulletinSettingsPage,
      })),
      page('/desk/bulletins/:id', async () => ({
        Component: (await import('../hotline/desk/bulletins/bulletin-page.tsx')).BulletinPage,
      })),
      page('/desk/projects', async () => ({
        Component: (await import('../hotline/desk/projects/projects-page.tsx')).ProjectsPage,
      })),
      page('/desk/projects/new', async () => ({
        Component: (await import('../hotline/desk/projects/open-page.tsx')).OpenProjectPage,
      })),
      page('/desk/projects/:id', async () => ({
        Component: (await import('../hotline/desk/projects/project-page.tsx')).ProjectPage,
      })),
      page('/desk/projects/:id/demands', async () => ({
        Component: (await import('../hotline/desk/projects/demands-page.tsx')).ProjectDemandsPage,
      })),
      page('/desk/words', async () => ({
        Component: (await import('../disclosure/desk/words/words-page.tsx')).WordsPage,
      })),
      page('/desk/requests/:id/papers/:paper', async () => ({
        Component: (await import('../foi/desk/giving/giving-page.tsx')).GivingPage,
      })),
      page('/desk/requests/:id', async () => ({
        Component: (await import('../foi/desk/case/case-page.tsx')).CasePage,
      })),
      page('/desk/items', async () => ({
        Component: (await import('../disclosure/desk/items/items-page.tsx')).ItemsPage,
      })),
      page('/desk/items/import', async () => ({
        Component: (await import('../disclosure/desk/importing/import-page.tsx')).ImportItemsPage,
      })),
      page('/desk/items/:id', async () => ({
        Component: (await import('../disclosure/desk/item/item-page.tsx')).ItemPage,
      })),
      page('/desk/items/:id/rows', async () => ({
        Component: (await import('../disclosure/desk/rows/rows-page.tsx')).RowsPage,
      })),
      page('/desk/withheld', async () => ({
        Component: (await import('../disclosure/desk/withheld/withheld-page.tsx')).WithheldPage,
      })),
      page('/desk/consultations/:id', async () => ({
        Component: (await import('../disclosure/desk/citizens/consultation-page.tsx')).ConsultationPage,
      })),
      page('/desk/interpretations', async () => ({
        Component: (await import('../disclosure/desk/citizens/interpretations-page.tsx')).InterpretationsPage,
      })),
      page('/desk/faults', async () => ({
        Component: (await import('../disclosure/desk/citizens/faults-page.tsx')).FaultsPage,
      })),
      page('/desk/missed-searches', async () => ({
        Component: (await import('../disclosure/desk/missed/missed-page.tsx')).MissedPage,
      })),
      page('/desk/subscriptions', async () => ({
        Component: (await import('../disclosure/desk/citizens/subscriptions-page.tsx')).SubscriptionsPage,
      })),
      page('/desk/duties', async () => ({
        Component: (await import('../disclosure/desk/duties/ledger-page.tsx')).LedgerPage,
      })),
      page('/desk/duties/owed', async () => ({
        Component: (await import('../disclosure/desk/duties/owed-page.tsx')).OwedPage,
      })),
      page('/desk/self-check', async () => ({
        Component: (await import('../disclosure/desk/self-check/self-check-page.tsx')).SelfCheckPage,
      })),
      page('/desk/channels', async () => ({
        Component: (await import('../disclosure/desk/channels/channels-page.tsx')).ChannelsPage,
      })),
      page('/desk/agencies', async () => ({
        Component: (await import('../office/desk/agencies-page.tsx')).AgenciesPage,
      })),
      page('/desk/people', async () => ({
        Component: (await import('../office/desk/people/people-page.tsx')).PeoplePage,
      })),
      page('/desk/calendars', async () => ({
        Component: (await import('../office/desk/calendars/calendars-page.tsx')).CalendarsPage,
      })),
      page('/desk/trail', async () => ({
        Component: (await import('../office/desk/trail-page.tsx')).TrailPage,
      })),
      page('/desk/settings', async () => ({
        Component: (await import('../office/desk/settings-page.tsx')).SettingsPage,
      })),
      page('/desk/account', async () => ({
        Component: (await import('../office/desk/account-page.tsx')).AccountPage,
      })),
      page('/desk/rehearsal/:agency/:year', async () => ({
        Component: (await import('../annual-report/desk/rehearsal/rehearsal-page.tsx')).RehearsalPage,
      })),
      page('/desk/roll-up/:agency/:year', async () => ({
        Component: (await import('../annual-report/desk/roll-up-page.tsx')).RollUpPage,
      })),
      { path: '/desk/*', Component: Nowhere },
    ],
  },
]
