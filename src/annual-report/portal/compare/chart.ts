import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import type { Cell } from '../../form.ts'

/** One bar: what it counts, and whether it is of the second agency. */
export interface Bar {
  readonly label: string
  readonly value: Cell
  readonly second: boolean
}

/** The bars of one year. */
export interface BarGroup {
  readonly year: number
  readonly bars: readonly Bar[]
}

const row = 22
const left = 116
const longest = 190

/** Bars with their names and figures beside them; the second agency is hatched. The same figures stand in the table. */
export function barChart(title: string, description: string, groups: readonly BarGroup[]): Markup {
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)))
  let y = 0
  const drawn = groups.map(({ year, bars }) => {
    const head = html`<text class="year" x="0" y="${y + 18}">${year} 年</text>`
    y += 26
    const all = bars.map(({ label, value, second }) => {
      const width = Math.round(((value ?? 0) / most) * longest)
      const mark = second ? html` class="second"` : ''
      const bar = html`<text x="${left - 6}" y="${y + 15}" text-anchor="end">${label}</text><rect${mark} x="${left}" y="${y + 3}" width="${width}" height="15"></rect><text x="${left + width + 5}" y="${y + 15}">${value ?? '空白'}</text>`
      y += row
      return bar
    })
    y += 6
    return html`${head}${all}`
  })
  return html`<svg class="chart" viewBox="0 0 360 ${y}" role="img" aria-labelledby="chart-title chart-desc"><title id="chart-title">${title}</title><desc id="chart-desc">${description}</desc><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" stroke="#1f4e8c" stroke-width="1.5"></path></pattern></defs>${drawn}</svg>`
}
