/** One line of the arithmetic of a fee, as the notice shows it to the applicant. */
export interface FeeLine {
  /** 31–40件 */
  readonly range: string
  readonly count: number
  /** Yuan for each piece or page. */
  readonly rateYuan: number
  readonly yuan: number
  /** 31–40件: 200元 × 10 = 2000元 */
  readonly text: string
}

/** An information-processing fee 信息处理费 with its arithmetic. */
export interface Fee {
  readonly yuan: number
  readonly lines: readonly FeeLine[]
  readonly law: '国办函〔2020〕109号'
}

interface Rung {
  readonly from: number
  readonly to: number
  readonly rateYuan: number
}

/** By piece, all of an applicant's requests in a calendar month: 10 free, 11–30 ¥100, then each ten ¥100 dearer. */
export function feeByPiece(pieces: number): Fee {
  return feeOf(pieces, '件', function* () {
    yield { from: 1, to: 10, rateYuan: 0 }
    yield { from: 11, to: 30, rateYuan: 100 }
    for (let ten = 0; ; ten++) yield { from: 31 + ten * 10, to: 40 + ten * 10, rateYuan: 200 + ten * 100 }
  })
}

/** By page, one request: 30 free, 31–100 ¥10, 101–200 ¥20, from 201 ¥40. */
export function feeByPage(pages: number): Fee {
  return feeOf(pages, '页', function* () {
    yield { from: 1, to: 30, rateYuan: 0 }
    yield { from: 31, to: 100, rateYuan: 10 }
    yield { from: 101, to: 200, rateYuan: 20 }
    yield { from: 201, to: Number.POSITIVE_INFINITY, rateYuan: 40 }
  })
}

function feeOf(total: number, unit: '件' | '页', ladder: () => Iterable<Rung>): Fee {
  if (!Number.isSafeInteger(total) || total < 0) throw new RangeError(`not a number of ${unit}: ${total}`)
  const lines: FeeLine[] = []
  for (const { from, to, rateYuan } of ladder()) {
    if (total < from) break
    const count = Math.min(total, to) - from + 1
    const range = to === Number.POSITIVE_INFINITY ? `${from}${unit}以上` : `${from}–${to}${unit}`
    const yuan = count * rateYuan
    lines.push({ range, count, rateYuan, yuan, text: `${range}: ${rateYuan}元 × ${count} = ${yuan}元` })
  }
  return { yuan: lines.reduce((sum, line) => sum + line.yuan, 0), lines, law: '国办函〔2020〕109号' }
}
