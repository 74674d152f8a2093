import { html } from 'hono/html'
import { addDays, inChinese } from '../../../statute/day.ts'
import { reconsiderationPeriod } from '../../../statute/law.ts'
import type { Markup } from '../../../web/markup.ts'
import { mustReconsiderFirst } from '../../letters/remedy.ts'
import type { TrackView } from './view.ts'

/** Was the information not given in whole or part? Then there is nothing to publish for everybody. */
export function refusedOrNot({ standing: { outcome } }: TrackView): boolean {
  return outcome?.kind !== 'granted' && outcome?.kind !== 'partlyGranted'
}

/** How the decision is contested, with its dates; the letter says the same. */
export function remedyWords({ standing: { outcome, outcomeOn } }: TrackView): Markup | string {
  if (outcome === null || outcomeOn === null) return ''
  const until = addDays(outcomeOn, reconsiderationPeriod.value)
  const first = mustReconsiderFirst(outcome, outcomeOn)
  return html`<details><summary>对答复不服怎么办</summary><p>${first ? '应当先申请行政复议，对复议决定不服再提起行政诉讼' : '可以申请行政复议，也可以直接提起行政诉讼'}。行政复议自收到答复之日起 60 日内提出；按答复之日 ${inChinese(outcomeOn)}计算，不早于 ${inChinese(until)}届满。向谁提出、怎样提出，见答复的最后一段。</p></details>`
}
