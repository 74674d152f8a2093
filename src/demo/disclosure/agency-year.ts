import { type Day, dayNumber } from '../../statute/day.ts'
import { government } from '../city.ts'
import {
  about,
  budget,
  consultation,
  consultationResult,
  interpretation,
  type PlainForm,
  plain,
  rules,
  statistics,
} from './kinds.ts'
import { type Desk, dayIn } from './paper.ts'
import { lines } from './rows.ts'
import { nameOfRules, rulesText } from './texts/documents.ts'

const inTurn: readonly PlainForm[] = [
  ...(['plan', 'procurement', 'inspection', 'livelihood', 'project', 'recruitment'] as const),
  ...(['pressConference', 'policyQuestions', 'emergency', 'interview', 'story'] as const),
]

/** What an agency other than the model bureau publishes in a year. */
export function agencyYear(desk: Desk, year: number, first: boolean): void {
  const { turn } = desk
  const shift = turn % 17
  const on = (month: number, date: number) => dayIn(year, month, 1 + ((date + shift) % 27))
  if (first) {
    plain(desk, 'institution', on(1, 8))
    plain(desk, 'guide', on(1, 12))
    plain(desk, 'rule', on(3, 5))
  } else plain(desk, 'news', on(1, 9))
  if (first && desk.field.agency === government) orderOf(desk, on(9, 4))
  budget(desk, year, '预算')
  statistics(desk, on(4, 9), `${year}年一季度`)
  plain(desk, 'document', on(3, 14))
  if (turn % 2 === 0) consultationResult(desk, consultation(desk, on(3, 2)))
  const document = rules(desk, on(5, 11), turn)
  if (turn % 5 !== 4) interpretation(desk, document, turn)
  plain(desk, 'news', on(6, 16))
  for (const [at, month] of [6, 8, 11].entries()) {
    const form = inTurn[(year + at * 3 + dayNumber(dayIn(year, 1, 1)) + turn) % inTurn.length] ?? 'news'
    plain(desk, form, on(month, 4 + at))
  }
  budget(desk, year, '决算')
  statistics(desk, on(10, 12), `${year}年前三季度`)
  plain(desk, 'news', on(12, 3))
}

/** A regulation 规章 of the city's government, which is made by order. */
function orderOf(desk: Desk, on: Day): void {
  const said = about(desk, on, 0)
  const name = nameOfRules(said)
  desk.add(on, {
    ...{ form: 'regulation', title: name, genre: '命令（令）', documentNumber: '云川市人民政府令第7号' },
    ...{ body: rulesText(said), own: { effectiveOn: on, expiresOn: '', drafter: '综合科' } },
  })
}

/** The results of a year of an agency that permits or punishes. */
export function agencyResults(desk: Desk, year: number): void {
  const { field } = desk
  const span = { field, from: dayIn(year, 1, 2), until: dayIn(year, 12, 20), first: 1 }
  for (const [form, label, count] of [
    ['permitResults', '行政许可结果', field.permits.length * 40],
    ['penaltyResults', '行政处罚决定', field.offences.length * 15],
  ] as const) {
    if (count === 0) continue
    const said = { form, title: `${field.name}${year}年${label}公开`, body: '', own: { period: `${year}年` } }
    desk.add(dayIn(year, 12, 22), said, { rows: () => lines({ ...span, form, label, count }) })
  }
}
