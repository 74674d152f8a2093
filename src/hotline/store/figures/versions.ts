import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { dayOf } from '../../../statute/day.ts'
import { resolutions, satisfactions } from '../../events.ts'
import { instantMinutes, signingMinutes } from '../../figures/counters.ts'
import { type FigureVersion, unsaidWays, usualVersion } from '../../figures/version.ts'

const versionForm = z.object({
  ...{ question: z.enum(['handling', 'result']), satisfied: z.array(z.enum(satisfactions)) },
  ...{ unsaid: z.enum(unsaidWays), resolved: z.array(z.enum(resolutions)), basis: z.string() },
  ...{ instant: z.literal(instantMinutes), signing: z.literal(signingMinutes) },
})

/** The versions of the figures in the order of their days; the first is the usual one, which held before any was set. */
export async function figureVersionsKept(work: Work): Promise<FigureVersion[]> {
  const rows = await work.db
    .selectFrom('hotline_figure_versions')
    .select(['starts_on', 'version'])
    .orderBy('starts_on')
    .execute()
  const first = { ...usualVersion, from: dayOf('2000-01-01') }
  return [first, ...rows.map(row => ({ ...versionForm.parse(row.version), from: dayOf(row.starts_on) }))]
}

/** Keeps a version from its day on. */
export async function keepFigureVersion(
  work: Work,
  { from, ...version }: FigureVersion,
  { by, byName, at }: { readonly by: string; readonly byName: string; readonly at: string },
): Promise<void> {
  await work.db
    .insertInto('hotline_figure_versions')
    .values({ starts_on: from, version: JSON.stringify(version), by, by_name: byName, at })
    .execute()
}
