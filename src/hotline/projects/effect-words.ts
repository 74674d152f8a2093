import type { Effect, RatioOfRates, Weeks } from './effect.ts'

/** Demands of a window. */
export function totalOf(weeks: Weeks): number {
  return weeks.reduce((total, count) => total + count, 0)
}

/** The comparisons of an effect, in the order in which they are read, and what is said where one is missing. */
export const comparisons = [
  { key: 'alone', label: '治理后与治理前', missing: '—' },
  { key: 'againstCity', label: '扣除全市其他诉求的变化', missing: '全市没有其他诉求可比' },
  { key: 'againstSeason', label: '扣除上年同期的变化', missing: '上年同期没有诉求可比' },
  { key: 'againstBoth', label: '两者都扣除', missing: '没有上年同期的全市诉求可比' },
] as const satisfies readonly {
  readonly key: keyof Effect
  readonly label: string
  readonly missing: string
}[]

/** A change as one says it: 下降 38%, 上升 5%. */
export function percentChange({ ratio }: RatioOfRates): string {
  const percent = Math.round(Math.abs(ratio - 1) * 100)
  if (percent === 0) return '基本持平'
  return `${ratio < 1 ? '下降' : '上升'} ${percent}%`
}

/** What the best comparison that could be made says, with its interval; never more than the numbers bear. */
export function ratioInWords({ againstBoth, againstCity, againstSeason, alone }: Effect): string {
  const [found, what] =
    againstBoth !== null
      ? [againstBoth, '扣除全市其他诉求和上年同期的变化后']
      : againstCity !== null
        ? [againstCity, '扣除全市其他诉求的变化后']
        : againstSeason !== null
          ? [againstSeason, '扣除上年同期的变化后']
          : [alone, '单看前后']
  const interval = `95% 区间为 ${found.low.toFixed(2)} 至 ${found.high.toFixed(2)}`
  const bears =
    found.high < 1
      ? '区间全部在 1 以下，不像是偶然的波动'
      : found.low > 1
        ? '区间全部在 1 以上，诉求不降反升'
        : '区间包含 1，不能排除没有变化'
  return `${what}，每周件数为原来的 ${found.ratio.toFixed(2)} 倍（${percentChange(found)}），${interval}：${bears}。`
}
