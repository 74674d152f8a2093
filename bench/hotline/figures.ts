import type { Up } from '../../src/app/platform-up.ts'
import { countFigures } from '../../src/hotline/act/figures/counting.ts'
import { momentToday } from '../../src/platform/clock.ts'
import { dayOf } from '../../src/statute/day.ts'
import { line, p95 } from '../measure.ts'

/** A month and a year by unit with all rates, from the kept sums. */
export async function figureLines({ work }: Up) {
  const codes = await work.db.selectFrom('agencies').select('code').execute()
  const agencies = codes.map(({ code }) => code)
  const month = { agencies, by: ['unit'], from: dayOf('2025-12-01'), until: dayOf('2025-12-31') } as const
  const year = { ...month, from: dayOf('2025-01-01') }
  const months = { ...year, by: ['month'] } as const
  const moment = momentToday()
  return [
    line('a month by unit with all rates, p95', await p95(30, () => countFigures(work, month, moment)), 300),
    line('a year by unit, p95', await p95(10, () => countFigures(work, year, moment))),
    line('a year by month, p95', await p95(10, () => countFigures(work, months, moment))),
  ]
}
