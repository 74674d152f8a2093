import type { ResultLine } from '../../disclosure/rows/line.ts'
import { addDays, type Day, dayNumber } from '../../statute/day.ts'
import { pick, workdayFrom } from './chance.ts'
import type { Field } from './topics.ts'

/** What results of a form look like. */
export interface Results {
  readonly form: 'permitResults' | 'penaltyResults' | 'coercionResults' | 'fees'
  readonly label: string
  readonly field: Field
  readonly from: Day
  readonly until: Day
  readonly count: number
  /** Fen in all; only of fees. */
  readonly fen?: number
  /** The first running number. */
  readonly first: number
}

const marks = { permitResults: '许', penaltyResults: '罚', coercionResults: '强', fees: '费' } as const
const surnames = ['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈'] as const
const firms = ['建设工程', '置业', '物业服务', '装饰', '餐饮管理', '物流', '环保科技', '市政工程'] as const

/** Plainly invented results, evenly over the span. */
export function* lines(results: Results): Generator<ResultLine> {
  const { field, count, from, until, form, first } = results
  const span = Math.max(1, dayNumber(until) - dayNumber(from))
  const word = field.word.replace(/发$/, marks[form])
  for (let at = 0; at < count; at++) {
    const number = first + at
    const on = addDays(from, Math.floor((at / count) * span))
    const worked = workdayFrom(on)
    const decidedOn = worked > until ? on : worked
    const hidden = form === 'penaltyResults' && number % 41 === 7
    yield {
      reference: `${word}〔${from.slice(0, 4)}〕${number}号`,
      ...partyOf(form, number),
      ...matterOf(results, number),
      ...{ decidedOn, amountYuan: amountOf(results, at) },
      ...{ shown: !hidden, unshownReason: hidden ? '当事人为未成年人' : '' },
    }
  }
}

function partyOf(form: Results['form'], number: number): Pick<ResultLine, 'party' | 'partyKind'> {
  if (number % 5 === 3) return { party: `${pick(surnames, number)}*`, partyKind: 'person' }
  if (number % 7 === 2)
    return { party: `演示${pick(firms, number)}经营部（个体工商户）`, partyKind: 'soleTrader' }
  const name = `演示${number % 97}号${pick(firms, number + form.length)}有限公司`
  return { party: name, partyKind: 'organisation' }
}

function matterOf({ form, field }: Results, number: number): Pick<ResultLine, 'matter' | 'basis'> {
  const offence = pick(field.offences.length === 0 ? ['违反管理规定'] : field.offences, number)
  switch (form) {
    case 'permitResults':
      return { matter: pick(field.permits, number), basis: '《中华人民共和国行政许可法》第三十八条' }
    case 'penaltyResults':
      return { matter: offence, basis: '《中华人民共和国行政处罚法》第五十七条' }
    case 'coercionResults':
      return { matter: `查封、扣押：${offence}`, basis: '《中华人民共和国行政强制法》第二十二条' }
    case 'fees':
      return { matter: '城市道路占用、挖掘修复费', basis: '云川市行政事业性收费目录（演示）' }
  }
}

/** A fine in whole hundreds; of fees as much as makes their sum. */
function amountOf({ form, fen = 0, count }: Results, at: number): string | null {
  if (form === 'permitResults' || form === 'coercionResults') return null
  if (form === 'penaltyResults') return `${(2 + (at % 48)) * 100}.00`
  const share = Math.floor(fen / count)
  const own = at === count - 1 ? fen - share * (count - 1) : share
  return (own / 100).toFixed(2)
}
