import { html } from 'hono/html'
import { type Day, inChinese, weeksOfMonth } from '../../../statute/day.ts'
import type { ProofDay } from '../../../statute/proof.ts'
import type { Markup } from '../../../web/markup.ts'
import type { ClockProof } from '../../clock.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** Why the answer is due on that day: the proof as months, counted days numbered, the others with their reason. */
export function proofTable({ days, due, counted, allowance }: ClockProof): Markup {
  const months = [...Map.groupBy(days, ({ on }) => on.slice(0, 7))]
  const words =
    due === null
      ? `现在不计期限；已计 ${counted} 个工作日，共 ${allowance} 个工作日。`
      : `收到之日不计，从下一个工作日起数到第 ${allowance} 个工作日，答复期限到 ${inChinese(due)}；已计 ${counted} 个工作日。`
  return html`<details class="proof"><summary>为什么是这个期限：逐日计算</summary><p>${words}</p>${months.map(([month, of]) => monthTable(month, of))}</details>`
}

function monthTable(month: string, days: readonly ProofDay[]): Markup {
  const byDay = new Map(days.map(day => [day.on, day]))
  const [year, number] = month.split('-').map(Number)
  return html`<div class="table-frame"><table class="month"><caption>${year}年${number}月</caption><thead><tr>${weekdays.map(each => html`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>${weeksOfMonth(month).map(({ before, days: week }) => html`<tr>${blanks(before)}${week.map(on => cell(on, byDay.get(on)))}${blanks(7 - before - week.length)}</tr>`)}</tbody></table></div>`
}

function blanks(count: number): Markup[] {
  return Array.from({ length: count }, () => html`<td></td>`)
}

function cell(on: Day, day: ProofDay | undefined): Markup {
  const date = Number(on.slice(8))
  if (day === undefined) return html`<td><span class="note">${date}</span></td>`
  return day.counted
    ? html`<td class="counted">${date}<br><strong>第${day.number}日</strong></td>`
    : html`<td class="uncounted">${date}<br><span class="note">${day.reason}</span></td>`
}
