import { Proof } from '../../../../desk/proof/proof.tsx'
import { inChinese, weekdayInChinese } from '../../../../statute/day.ts'
import type { CaseView } from '../../../view.ts'
import { WhatIf } from './what-if.tsx'

/** When the answer is due and why, day by day, and what it would be if. */
export function ClockPanel({ view }: { view: CaseView }) {
  const { clock, standing } = view
  return (
    <section className="card" aria-label="答复期限">
      <h2>答复期限</h2>
      <p>{summaryOf(view)}</p>
      {clock.days.length > 0 && (
        <details>
          <summary>为什么：逐日说明</summary>
          <Proof clock={clock} />
        </details>
      )}
      {standing.outcomeOn === null && standing.receivedOn !== null && <WhatIf view={view} />}
    </section>
  )
}

function summaryOf({ clock, standing }: CaseView): string {
  const { due, counted, allowance, missingYear, state } = clock
  if (missingYear !== null)
    return `${missingYear} 年的放假安排通知尚未载入，期限无法计算；请系统管理员载入后再看。`
  if (standing.receivedOn === null) return '收到之日尚未确认，期限不起算（《条例》第三十一条）。'
  const count = `已计 ${counted} 个工作日，共 ${allowance} 个工作日`
  if (standing.outcomeOn !== null) return `${inChinese(standing.outcomeOn)}办结，${count}。`
  if (state === 'awaitingCorrection') return '正在等待补正，收到补正之日起重新计算。'
  if (state === 'lapsed') return '补正期限已过，申请人没有补正。'
  if (due === null) return `${count}；正在等待意见，期间不计入期限。`
  return `${inChinese(due)}（${weekdayInChinese(due)}）前答复。${count}，收到之日不计算在内。`
}
