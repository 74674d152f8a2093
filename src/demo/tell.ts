import { type Doing, type Done, explain, saveDraft, startReport, takeStep } from '../annual-report/act/act.ts'
import { cellAt, withCell } from '../annual-report/cells.ts'
import type { AnnualReport } from '../annual-report/form.ts'
import { sumOf } from '../annual-report/roll-up.ts'
import { addAgency, theSystem } from '../office/agencies.ts'
import { addPerson } from '../office/people.ts'
import { type Actor, type Agency, type Role, roleLabel } from '../office/roles.ts'
import { saveSetting, settingForms } from '../platform/settings.ts'
import type { Work } from '../platform/work.ts'
import { addDays, type Day, dayOf, weekdayOf, yearOf } from '../statute/day.ts'
import { isRefusal, type Refusal } from '../statute/refusal.ts'
import { city, government } from './city.ts'
import { type Left, nothingLeft, yearOfAgency } from './figures.ts'
import { demoSignIns } from './staff.ts'
import { proseOf } from './words.ts'

/** The years that are told whole. */
export const toldYears = [2021, 2022, 2023, 2024] as const

/** One telling: whose report, and the day of the telling, after which nothing has happened yet. */
interface Telling {
  readonly agency: Omit<Agency, 'standing'>
  readonly until: Day
}

/**
 * Tells the demo city's years through the verbs that the staff use. Two errors are deliberate: the words of 住建局 in 2023
 * speak of more lawsuits than its table (`narrative.remedies`, explained), and the city's report of 2024 has a cell that is not the sum of its
 * agencies' (`roll-up`). After 2024 each year is told as far as it has come by the day of the telling; of the last one
 * the visitor makes the report of 住建局, and the city's own waits for it. The requests behind two agencies' tables 3 and 4
 * are told by `foi/tell.ts`, in `beforeReports`, so that each report is published with the extract of what it counts.
 */
export async function tellDemo(
  work: Work,
  until: Day = dayOf('2025-12-31'),
  beforeReports: () => Promise<void> = async () => {},
): Promise<void> {
  await tellCity(work)
  await beforeReports()
  const left = new Map<string, Left>()
  const last = Math.max(toldYears[3], yearOf(until) - 1)
  for (let year: number = toldYears[0]; year <= last; year++) {
    const open = year === last && year > toldYears[3]
    const reports: AnnualReport[] = []
    for (const agency of city.filter(({ code }) => code !== government)) {
      const told = yearOfAgency(agency, year, left.get(agency.code) ?? nothingLeft)
      left.set(agency.code, told.left)
      if (open && agency.code === housing) continue
      reports.push(told.report)
      await tellReport(work, { agency, until }, withDeliberateError(told.report, agency.code))
    }
    await tellGovernment(work, { reports, year, until: open ? dayOf(`${year + 1}-03-03`) : until })
  }
}

/** Sets the city up: its agencies, its people and what its site says of itself. */
export async function tellCity(work: Work): Promise<void> {
  const site = settingForms.site.parse({
    ...{ name: '云川市政府信息公开平台（演示）', owner: '云川市人民政府办公室（演示）', demo: true },
    ...{ contact: '0000-0000000（演示）', idCode: '0000000000', icp: '演示备00000000号' },
    policeRecord: '演公网安备00000000000000号（虚构）',
    ...{
      partyMarkUrl: 'https://example.org/?party-mark',
    },
  })
  await saveSetting(work, 'site', site, theSystem)
  for (const agency of city) must(await addAgency(work, agency, theSystem))
  const numbers = city.map(({ code }, at) => `${code}=${String(at + 1).padStart(9, '0')}`)
  const disclosure = settingForms.disclosure.parse({ agencyNumbers: numbers.join('\n') })
  await saveSetting(work, 'disclosure', disclosure, theSystem)
  for (const { role, agency, ...person } of demoSignIns) {
    must(await addPerson(work, { ...person, grants: [{ role, agency }] }, theSystem, dayOf('2021-12-01')))
  }
}

const housing = 'yunchuan-housing'

/** The words speak of five more lawsuits than the table holds: of an appeal that is counted once, as is explained. */
function withDeliberateError(report: AnnualReport, code: string): AnnualReport {
  if (code !== housing || report.year !== 2023) return report
  const { litigationDirect, litigationAfterReconsideration } = report.remedies
  const told = (litigationDirect.total ?? 0) + (litigationAfterReconsideration.total ?? 0) + 5
  const overview = `${report.narrative.overview}\n全年因政府信息公开引起行政诉讼${told}件。`
  return { ...report, narrative: { ...report.narrative, overview } }
}

/** Tells a report from its start to its publication, as far as it has come; each agency in its turn. */
async function tellReport(work: Work, { agency, until }: Telling, report: AnnualReport): Promise<void> {
  const own = agency.code === government
  const turn = own ? 0 : city.findIndex(({ code }) => code === agency.code)
  const day = (date: number) =>
    weekdayBefore(addDays(dayOf(`${report.year + 1}-0${own ? 3 : 1}-01`), date - 1))
  const key = { agency: agency.code, year: report.year }
  const as = (role: Role, today: Day) => ({ ...key, by: whoIs(role, agency.code), today })
  const from = report.year === toldYears[0] ? 'blank' : 'previous'
  const acts: readonly [Day, (today: Day) => Promise<Done>][] = [
    [day(5), on => startReport(work, as('officer', on), from)],
    [day(6 + turn), on => saveDraft(work, as('officer', on), report)],
    [day(6 + turn), on => explainError(work, as('officer', on))],
    [day(8 + turn), on => takeStep(work, as('officer', on), 'submit')],
    [day(10 + turn), on => takeStep(work, as('coordinator', on), 'check')],
    [day(12 + turn), on => takeStep(work, as('head', on), 'approve')],
    [
      day(late[`${agency.code} ${report.year}`] ?? 14 + turn),
      on => takeStep(work, as('officer', on), 'publish'),
    ],
  ]
  for (const [on, tell] of acts) {
    if (on > until) return
    must(await tell(on))
  }
}

/** Who published late, and on which day, counted from the first of January. */
const late: Readonly<Record<string, number>> = { 'yunchuan-baishi 2024': 45, 'yunchuan-transport 2025': 40 }

function explainError(work: Work, doing: Doing): Promise<Done> {
  const wrong = doing.agency === housing && doing.year === 2023
  const where = [...litigation, 'narrative.overview']
  const text = '文中含二审案件五件，表中按规定只计一审。'
  return explain(work, doing, wrong ? [{ rule: 'narrative.remedies', where, text }] : [])
}

/** The day itself, or the Friday before a weekend: an office does not work then. */
function weekdayBefore(on: Day): Day {
  return addDays(on, weekdayOf(on) === 6 ? -1 : weekdayOf(on) === 0 ? -2 : 0)
}

interface OwnTelling {
  readonly reports: readonly AnnualReport[]
  readonly year: number
  readonly until: Day
}

async function tellGovernment(work: Work, { reports, year, until }: OwnTelling): Promise<void> {
  const sum = sumOf(reports, '云川市人民政府', year)
  const path = 'proactive.penalties'
  const told = year === 2024 ? withCell(sum, path, (cellAt(sum, path) ?? 0) + 12) : sum
  const agency = city.find(({ code }) => code === government)
  if (agency === undefined) throw new RangeError('the city has no government')
  await tellReport(work, { agency, until }, { ...told, narrative: proseOf(agency, year) })
}

const litigation = ['remedies.litigationDirect.total', 'remedies.litigationAfterReconsideration.total']

/** Who did it then: those who have an account today, or a colleague of an agency whose accounts are not shown. */
function whoIs(role: Role, agency: string): Actor {
  return { id: `${agency} ${role}`, name: `演示${roleLabel[role]}`, grants: [{ role, agency }] }
}

/** What was answered; the demo's own story is never refused. */
export function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.message)
  return answer
}
