/** By what a request breaks a rule, and under which article. */
export const breachLaw = {
  late: 'Art 33',
  answeredLate: 'Art 33',
  unconfirmed: 'Art 31',
  correctionOver: 'Art 30',
  paymentOver: '国办函〔2020〕109号',
  unserved: 'Art 40',
  noLetter: 'Art 36',
  roundOwed: 'Art 51',
} as const
export type BreachKind = keyof typeof breachLaw

/** The kind as the rehearsal heads it. */
export const breachLabel = {
  late: '超期未答复',
  answeredLate: '超期答复',
  unconfirmed: '未按时确认收到',
  correctionOver: '补正期满未办理',
  paymentOver: '缴费期满未办理',
  unserved: '已答复未送达',
  noLetter: '缺少答复文书',
  roundOwed: '责令重新答复未办理',
} as const satisfies Record<BreachKind, string>

/** A request that breaks a rule, in one sentence. */
export interface Breach {
  readonly kind: BreachKind
  readonly id: string
  readonly number: string
  readonly words: string
  readonly law: string
}
