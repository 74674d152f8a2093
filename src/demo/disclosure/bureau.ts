import { cellAt } from '../../annual-report/cells.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { city } from '../city.ts'
import { type Left, nothingLeft, yearOfAgency } from '../figures.ts'
import {
  budget,
  consultation,
  consultationResult,
  interpretation,
  type PlainForm,
  plain,
  rules,
  statistics,
} from './kinds.ts'
import { type Desk, dayIn, type Paper } from './paper.ts'
import { lines, type Results } from './rows.ts'
import { housingField } from './topics.ts'

/** What the second table of the bureau's report says of a year, and what stood in force before it. */
export interface BureauYear {
  readonly issued: number
  readonly repealed: number
  readonly before: number
  readonly results: Readonly<Record<Results['form'], number>>
  readonly feesFen: number
}

/** The figures of the bureau's published report, reckoned as they are at each telling of the reports. */
export function bureauFigures(year: number): BureauYear {
  const agency = city.find(({ code }) => code === housingField.agency)
  if (agency === undefined) throw new RangeError('the city has no such bureau')
  let left: Left = nothingLeft
  for (let each = 2021; ; each++) {
    const { normativeDocuments: before } = left.inForce
    const told = yearOfAgency(agency, each, left)
    left = told.left
    if (each < year) continue
    const cell = (name: string) => cellAt(told.report, `proactive.${name}`) ?? 0
    return {
      ...{ issued: cell('normativeDocuments.issued'), repealed: cell('normativeDocuments.repealed'), before },
      results: {
        ...{ permitResults: cell('licensing'), penaltyResults: cell('penalties') },
        ...{ coercionResults: cell('coercion'), fees: 0 },
      },
      feesFen: Math.round(cell('feesWan') * 1_000_000),
    }
  }
}

/** The documents that are in force when the first year begins, the oldest first. */
export function stock(desk: Desk, firstYear: number): Paper[] {
  const { before } = bureauFigures(firstYear)
  const first = dayIn(firstYear - 6, 2, 10)
  return Array.from({ length: before }, (_, at) =>
    rules(desk, addDays(first, Math.floor((at * 2_100) / before)), at),
  )
}

/** Makes the documents of a year that is over; those repealed leave `inForce`, those made join it. */
export function documentsOf(desk: Desk, year: number, inForce: Paper[]): Paper[] {
  const { issued, repealed } = bureauFigures(year)
  const gone = inForce.splice(0, repealed)
  const made = Array.from({ length: issued }, (_, at) => {
    const on = dayIn(year, 2 + Math.floor((at * 9) / Math.max(1, issued)), 6 + at)
    const repeals = gone[at] === undefined ? undefined : [gone[at].key]
    const turn = gone[at] === undefined ? 37 + year * 5 + at : turnOf(desk, gone[at])
    return rules(desk, on, turn, repeals === undefined ? {} : { repeals })
  })
  inForce.push(...made)
  const rest = gone.slice(issued)
  if (rest.length > 0) repealNotice(desk, dayIn(year, 11, 18), rest)
  return made
}

function turnOf(desk: Desk, paper: Paper): number {
  return desk.papers.indexOf(paper)
}

function repealNotice(desk: Desk, on: Day, gone: readonly Paper[]): Paper {
  const names = gone.map(({ content }) => `<li>${content.title}（${content.documentNumber ?? ''}）</li>`)
  const body = `<p>经清理，决定废止下列行政规范性文件，自本决定公布之日起失效。</p><ul>${names.join('')}</ul>`
  const said = {
    form: 'document' as const,
    title: '关于废止部分行政规范性文件的决定',
    genre: '决定' as const,
    body,
  }
  return desk.add(on, said, { numbered: true, after: 1, repeals: gone.map(({ key }) => key) })
}

const resultNames = [
  ...([
    ['permitResults', '行政许可结果'],
    ['penaltyResults', '行政处罚决定'],
  ] as const),
  ...([
    ['coercionResults', '行政强制决定'],
    ['fees', '行政事业性收费'],
  ] as const),
] as const

/** The results of a year in so many parts each. */
export function resultsOf(desk: Desk, year: number, parts: Readonly<Record<Results['form'], number>>): void {
  const { results, feesFen } = bureauFigures(year)
  for (const [form, label] of resultNames) {
    const [whole, all] = [parts[form], form === 'fees' ? 60 : results[form]]
    for (let part = 0, first = 1; part < whole; part++) {
      const count = share(all, whole, part)
      const months = 12 / whole
      const from = dayIn(year, 1 + part * months, 2)
      const until = dayIn(year, (part + 1) * months, part === whole - 1 ? 22 : 25)
      const period = whole === 1 ? `${year}年` : `${year}年第${part + 1}期`
      const fen = form === 'fees' ? share(feesFen, whole, part) : 0
      const from1 = first
      const rows = () => lines({ field: housingField, form, label, from, until, count, first: from1, fen })
      first += count
      if (count === 0) continue
      const basis =
        form === 'fees' ? { basis: '云川市行政事业性收费目录（演示）', standard: '按挖掘面积计收' } : {}
      const said = {
        form,
        title: `${desk.field.name}${period}${label}公开`,
        body: '',
        own: { period, ...basis },
      }
      desk.add(addDays(until, 1), said, { rows, after: 3 })
    }
  }
}

/** So much of it is in this part, so that the parts make the whole. */
function share(all: number, parts: number, part: number): number {
  return Math.floor((all * (part + 1)) / parts) - Math.floor((all * part) / parts)
}

/** What the bureau published in an earlier year, without documents and results. */
export function earlierYear(desk: Desk, year: number): void {
  budget(desk, year, '预算')
  for (const [quarter, month] of [4, 7, 10].entries())
    statistics(desk, dayIn(year, month, 12), `${year}年${['一季度', '上半年', '前三季度'][quarter]}`)
  for (const [at, form] of ordinary.entries())
    plain(desk, form, dayIn(year, 1 + (at % 11), 3 + ((at * 5) % 22)))
  budget(desk, year, '决算')
}

const ordinary: readonly PlainForm[] = [
  ...(['document', 'document', 'news', 'plan', 'project', 'inspection', 'livelihood', 'news'] as const),
  ...(['procurement', 'emergency', 'recruitment', 'policyQuestions', 'interview', 'news'] as const),
]

const busy: readonly PlainForm[] = [
  ...(['document', 'news', 'project', 'inspection', 'livelihood', 'policyQuestions', 'document'] as const),
  ...([
    'news',
    'procurement',
    'interview',
    'pressConference',
    'emergency',
    'project',
    'recruitment',
  ] as const),
]

/** So many items stood on the portal in the model bureau's last year. */
export const onThePortal = 84

/** The last year that is over, told whole: as many items as the model bureau had on the portal. */
export function lastYear(desk: Desk, year: number, inForce: Paper[]): void {
  const begin = desk.papers.length
  const made = documentsOf(desk, year, inForce)
  // The last one still wants its interpretation.
  for (const [at, document] of made.slice(0, -1).entries()) interpretation(desk, document, at)
  resultsOf(desk, year, { permitResults: 6, penaltyResults: 6, coercionResults: 2, fees: 2 })
  plain(desk, 'guide', dayIn(year, 1, 7))
  plain(desk, 'rule', dayIn(year, 1, 14))
  plain(desk, 'institution', dayIn(year, 1, 16))
  budget(desk, year, '预算')
  budget(desk, year, '决算')
  for (const month of [2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    statistics(desk, dayIn(year, month, 11), `${year}年${month - 1}月`)
  for (const month of [3, 8]) consultationResult(desk, consultation(desk, dayIn(year, month, 4)))
  const inYear = (paper: Paper) => paper.publishedOn.startsWith(String(year))
  for (let at = 0; desk.papers.slice(begin).filter(inYear).length < onThePortal; at++) {
    const form = busy[at % busy.length] ?? 'news'
    // Two were late: Art. 26 gives twenty working days.
    const after = at === 9 || at === 15 ? 45 : undefined
    plain(desk, form, dayIn(year, 1 + ((at * 5) % 11), 5 + ((at * 3) % 20)), after)
  }
}

/** The year under way, as far as it has come. */
export function yearUnderWay(desk: Desk, year: number, until: Day): void {
  for (let month = 1; month <= 12; month++) {
    const on = dayIn(year, month, 5)
    if (on > addDays(until, -10)) return
    plain(desk, busy[month % busy.length] ?? 'news', on, 3)
    if (month > 1) statistics(desk, addDays(on, 4), `${year}年${month - 1}月`)
    if (month % 4 === 3) interpretation(desk, rules(desk, addDays(on, 2), 30 + month), month)
  }
}
