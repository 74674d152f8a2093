import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type Day, isDay } from '../../../statute/day.ts'
import { type Appraisal, appraisedRates } from '../../bulletins/appraisal.ts'
import { type Industry, usualIndustries } from '../../bulletins/industry.ts'

const appraisalForm = z.object({
  from: z.custom<Day>(value => typeof value === 'string' && isDay(value)),
  points: z.partialRecord(z.enum(appraisedRates), z.number()),
  ...{ perUpdate: z.number(), mostForUpdates: z.number(), basis: z.string() },
})
const industriesForm = z.array(z.object({ name: z.string(), words: z.array(z.string()) }))

/** How a hotline scores its units, in the order of the days from which it holds. */
export async function appraisalsOf(work: Work, hotline: string): Promise<Appraisal[]> {
  const rows = await work.db
    .selectFrom('hotline_appraisals')
    .select('appraisal')
    .where('agency', '=', hotline)
    .orderBy('starts_on')
    .execute()
  return rows.map(({ appraisal }) => appraisalForm.parse(appraisal))
}

/** Keeps how it is scored from a day on; the day's former version is replaced. */
export async function keepAppraisal(
  work: Work,
  { hotline, appraisal }: { readonly hotline: string; readonly appraisal: Appraisal },
  { by, byName, at }: { readonly by: string; readonly byName: string; readonly at: string },
): Promise<void> {
  const row = { appraisal: JSON.stringify(appraisal), by, by_name: byName, at }
  await work.db
    .insertInto('hotline_appraisals')
    .values({ agency: hotline, starts_on: appraisal.from, ...row })
    .onConflict(conflict => conflict.columns(['agency', 'starts_on']).doUpdateSet(row))
    .execute()
}

/** The industries of a hotline, or those with which an office begins. */
export async function industriesOf(work: Work, hotline: string): Promise<readonly Industry[]> {
  const row = await work.db
    .selectFrom('hotline_industries')
    .select('industries')
    .where('agency', '=', hotline)
    .executeTakeFirst()
  return row === undefined ? usualIndustries : industriesForm.parse(row.industries)
}

/** Keeps the industries. */
export async function keepIndustries(
  work: Work,
  hotline: string,
  industries: readonly Industry[],
): Promise<void> {
  const row = { industries: JSON.stringify(industries) }
  await work.db
    .insertInto('hotline_industries')
    .values({ agency: hotline, ...row })
    .onConflict(conflict => conflict.column('agency').doUpdateSet(row))
    .execute()
}
