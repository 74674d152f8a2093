import { z } from 'zod'
import { instantOf } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { ConfidentialReach } from '../../looks/confidence.ts'
import { type ProjectDemandLine, type ProjectWay, projectWays } from '../../projects/view.ts'
import { daysOf, type WeekWindow } from '../../projects/windows.ts'
import { demandStates } from '../../standing.ts'
import { placeFor, subjectFor } from '../looks/shown-words.ts'

/** Which demands of a project are listed. */
interface DemandsOfProject {
  readonly project: string
  /** Of these hotlines, or with these units. */
  readonly agencies: readonly string[]
  /** Whose words of confidential demands are shown. */
  readonly reach: ConfidentialReach
  readonly way?: ProjectWay | undefined
  readonly within?: WeekWindow | undefined
  readonly page: number
  readonly size: number
}

const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), subject: z.string(), place: z.string() },
  ...{ state: z.enum(demandStates), unitName: z.string().nullable(), filedAt: z.string() },
  way: z.enum(projectWays),
})

/** How many demands a project has, by the way in which they came. */
export async function countedWays(work: Work, project: string): Promise<Record<ProjectWay, number>> {
  const rows = await work.db
    .selectFrom('hotline_project_demands')
    .select(({ fn }) => ['way', fn.countAll<number>().as('count')])
    .where('project', '=', project)
    .groupBy('way')
    .execute()
  const of = (way: ProjectWay) => Number(rows.find(row => row.way === way)?.count ?? 0)
  return { named: of('named'), rule: of('rule'), out: of('out') }
}

function asked(work: Work, { project, agencies, way, within }: DemandsOfProject) {
  const mine = [...agencies, '']
  const query = work.db
    .selectFrom('hotline_project_demands as m')
    .innerJoin('hotline_standings as s', 's.demand', 'm.demand')
    .innerJoin('hotline_demands as d', 'd.id', 'm.demand')
    .leftJoin('agencies as u', 'u.code', 's.unit')
    .where('m.project', '=', project)
    .where(({ or, eb }) => or([eb('s.agency', 'in', mine), eb('s.unit', 'in', mine)]))
    .where('m.way', way === undefined ? '<>' : '=', way ?? 'out')
  if (within === undefined) return query
  const { from, until } = daysOf(within)
  return query
    .where('m.filed_at', '>=', instantOf(from, '00:00:00'))
    .where('m.filed_at', '<', instantOf(until, '00:00:00'))
}

/** A page of a project's demands, the newest first, and how many there are. */
export async function projectDemandLines(
  work: Work,
  query: DemandsOfProject,
): Promise<{ readonly lines: ProjectDemandLine[]; readonly total: number }> {
  const { page, size } = query
  const [rows, { total }] = await Promise.all([
    asked(work, query)
      .select(['d.id', 'd.number', 's.state', 'u.short_name as unitName'])
      .select([subjectFor(query.reach).as('subject'), placeFor(query.reach).as('place')])
      .select(['m.filed_at as filedAt', 'm.way'])
      .orderBy('m.filed_at', 'desc')
      .orderBy('m.demand')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    asked(work, query)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}
