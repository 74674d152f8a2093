import { explain, saveDraft, startReport, takeStep } from '../annual-report/act/act.ts'
import { cellAt, withCell } from '../annual-report/cells.ts'
import type { AnnualReport } from '../annual-report/form.ts'
import { sumOf } from '../annual-report/roll-up.ts'
import { addAgency, theSystem } from '../office/agencies.ts'
import { addPerson } from '../office/people.ts'
import { type Actor, type Agency, type Role, roleLabel } from '../office/roles.ts'
import { saveSetting, settingForms } from '../platform/settings.ts'
import type { Work } from '../platform/work.ts'
import { type Day, dayOf } from '../statute/day.ts'
import { isRefusal, type Refusal } from '../statute/refusal.ts'
import { city, government } from './city.ts'
import { type Left, nothingLeft, proseOf, yearOfAgency } from './figures.ts'
import { demoSignIns } from './staff.ts'

/** The years that are told; the year after the last is under way. */
export const toldYears = [2021, 2022, 2023, 2024] as const

/**
 * Tells the demo city's years through the verbs that the staff use. Two errors are deliberate: the words of 住建局 in 2023
 * speak of more lawsuits than its table (`narrative.remedies`, explained), and the city's report of 2024 has a cell that is not the sum of its
 * agencies' (`roll-up`).
 */
export async function tellDemo(work: Work): Promise<void> {
  const site = settingForms.site.parse({
    ...{ name: '云川市政府信息公开平台（演示）', owner: '云川市人民政府办公室（演示）', demo: true },
    ...{ contact: '0000-0000000（演示）', idCode: '0000000000', icp: '演示备00000000号' },
  })
  await saveSetting(work, 'site', site, theSystem)
  for (const agency of city) must(await addAgency(work, agency, theSystem))
  for (const { role, agency, ...person } of demoSignIns) {
    must(await addPerson(work, { ...person, grants: [{ role, agency }] }, theSystem, dayOf('2021-12-01')))
  }
  const left = new Map<string, Left>()
  for (const year of toldYears) {
    const reports: AnnualReport[] = []
    for (const agency of city.filter(({ code }) => code !== government)) {
      const told = yearOfAgency(agency, year, left.get(agency.code) ?? nothingLeft)
      left.set(agency.code, told.left)
      reports.push(told.report)
      await tellReport(work, agency, withDeliberateError(told.report, agency.code))
    }
    await tellGovernment(work, year, reports)
  }
}

/** The words speak of five more lawsuits than the table holds: of an appeal that is counted once, as is explained. */
function withDeliberateError(report: AnnualReport, code: string): AnnualReport {
  if (code !== 'yunchuan-housing' || report.year !== 2023) return report
  const { litigationDirect, litigationAfterReconsideration } = report.remedies
  const told = (litigationDirect.total ?? 0) + (litigationAfterReconsideration.total ?? 0) + 5
  const overview = `${report.narrative.overview}\n全年因政府信息公开引起行政诉讼${told}件。`
  return { ...report, narrative: { ...report.narrative, overview } }
}

async function tellReport(work: Work, agency: Omit<Agency, 'standing'>, report: AnnualReport): Promise<void> {
  const day = (month: number, date: number) => dayOf(`${report.year + 1}-0${month}-${date}`)
  const late = agency.code === 'yunchuan-baishi' && report.year === 2024
  const key = { agency: agency.code, year: report.year }
  const as = (role: Role, today: Day) => ({ ...key, by: whoIs(role, agency.code), today })
  must(
    await startReport(work, as('officer', day(1, 10)), report.year === toldYears[0] ? 'blank' : 'previous'),
  )
  must(await saveDraft(work, as('officer', day(1, 12)), report))
  if (agency.code === 'yunchuan-housing' && report.year === 2023) {
    const where = [...litigation, 'narrative.overview']
    const explanations = [
      { rule: 'narrative.remedies', where, text: '文中含二审案件五件，表中按规定只计一审。' },
    ]
    must(await explain(work, as('officer', day(1, 12)), explanations))
  }
  must(await takeStep(work, as('officer', day(1, 15)), 'submit'))
  must(await takeStep(work, as('coordinator', day(1, 18)), 'check'))
  must(await takeStep(work, as('head', day(1, 22)), 'approve'))
  must(await takeStep(work, as('officer', late ? day(2, 14) : day(1, 26)), 'publish'))
}

async function tellGovernment(work: Work, year: number, reports: readonly AnnualReport[]): Promise<void> {
  const sum = sumOf(reports, '云川市人民政府', year)
  const path = 'proactive.penalties'
  const told = year === 2024 ? withCell(sum, path, (cellAt(sum, path) ?? 0) + 12) : sum
  const agency = city.find(({ code }) => code === government)
  if (agency === undefined) throw new RangeError('the city has no government')
  await tellReport(work, agency, { ...told, narrative: proseOf(agency.name, year) })
}

const litigation = ['remedies.litigationDirect.total', 'remedies.litigationAfterReconsideration.total']

/** Who did it then: those who have an account today, or a colleague of an agency whose accounts are not shown. */
function whoIs(role: Role, agency: string): Actor {
  return { id: `${agency} ${role}`, name: `演示${roleLabel[role]}`, grants: [{ role, agency }] }
}

function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.message)
  return answer
}
