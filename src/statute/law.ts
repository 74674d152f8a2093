import { type Day, dayOf } from './day.ts'

/** A number that the law sets, with its unit, its article and the day from which it holds. */
export interface LegalNumber {
  readonly value: number
  readonly unit: '个工作日' | '日' | '个月' | '次'
  readonly law: string
  readonly since: Day
}

/** 《政府信息公开条例》, State Council Order 711, in force since 2019-05-15. */
const inForce = dayOf('2019-05-15')
/** 《行政复议法》 as revised, in force since 2024-01-01. */
const reconsiderationLaw = dayOf('2024-01-01')

function workdays(value: number, law: string): LegalNumber {
  return { value, unit: '个工作日', law, since: inForce }
}

/** Art. 26: an item is disclosed within 20 working days of being made or changed. */
export const disclosurePeriod = workdays(20, 'Art 26')
/** Art. 33 ¶2: an answer is due within 20 working days of receipt; the day of receipt is not counted. */
export const answerPeriod = workdays(20, 'Art 33')
/** Art. 33 ¶2: the period may be extended by at most 20 working days. */
export const extensionMax = workdays(20, 'Art 33')
/** Art. 30: a correction is asked for within 7 working days of receipt. */
export const correctionNotice = workdays(7, 'Art 30')
/** Art. 30: a correction is asked for once. */
export const correctionsMax: LegalNumber = { value: 1, unit: '次', law: 'Art 30', since: inForce }
/** Art. 32: a third party has 15 working days from receiving the letter; then the agency decides. */
export const thirdPartyPeriod = workdays(15, 'Art 32')
/** Art. 34: an agency that made the information too has 15 working days; silence is consent. */
export const coMakerPeriod = workdays(15, 'Art 34')
/** 行政复议法 Art. 20: reconsideration is sought within 60 days of knowing the decision. */
export const reconsiderationPeriod: LegalNumber = {
  ...{ value: 60, unit: '日', law: '行政复议法 Art 20', since: reconsiderationLaw },
}
/** 行政复议法 of 1999 Art. 9, as amended in 2017: the same 60 days for decisions before 2024. ◇ */
export const earlierReconsiderationPeriod: LegalNumber = {
  ...{ value: 60, unit: '日', law: '行政复议法（2017年修正） Art 9', since: dayOf('2017-09-01') },
}
/** 行政复议法 Art. 62: a reconsideration is decided within 60 days of acceptance; its 30 more days are its own choice. ◇ */
export const reconsiderationDecision: LegalNumber = {
  ...{ value: 60, unit: '日', law: '行政复议法 Art 62', since: reconsiderationLaw },
}
/** 行政诉讼法 Art. 46: litigation directly within 6 months of knowing the decision. */
export const litigationPeriod: LegalNumber = {
  ...{ value: 6, unit: '个月', law: '行政诉讼法 Art 46', since: dayOf('2015-05-01') },
}
/** 行政复议法 Art. 23: where information is not given, reconsideration comes before litigation; one turn, since 2024. */
export const reconsiderationFirst: LegalNumber = {
  ...{ value: 1, unit: '次', law: '行政复议法 Art 23', since: reconsiderationLaw },
}
/** 行政诉讼法 Art. 45: litigation within 15 days of the reconsideration decision, or of the end of its period. */
export const litigationAfterReconsideration: LegalNumber = {
  ...{ value: 15, unit: '日', law: '行政诉讼法 Art 45', since: dayOf('2015-05-01') },
}
/** ◇ 109号: the fee is paid within so many days of the notice; the office may set another time. */
export const feePaymentPeriod: LegalNumber = {
  ...{ value: 30, unit: '日', law: '国办函〔2020〕109号', since: dayOf('2021-01-01') },
}

/** Art. 49: agencies publish their annual report by this day of the next year. */
export const reportDue = { month: 1, date: 31, law: 'Art 49' } as const
/** Art. 49: the supervising office of a government publishes its report by this day of the next year. */
export const governmentReportDue = { month: 3, date: 31, law: 'Art 49' } as const
/** 国办公开办函〔2021〕30号: the form of the annual report and how its tables add up. */
export const formNotice = '国办公开办函〔2021〕30号'

/** The last day for the report of a year: of a government itself, or of an agency below it. */
export function reportDueOn(year: number, kind: 'government' | 'agency'): Day {
  const { month, date } = kind === 'government' ? governmentReportDue : reportDue
  return dayOf(`${year + 1}-${String(month).padStart(2, '0')}-${date}`)
}
