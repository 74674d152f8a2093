import { z } from 'zod'
import { literally } from '../../../platform/text/like.ts'
import type { Work } from '../../../platform/work.ts'
import { type ProjectState, projectEnds, projectStates } from '../../projects/standing.ts'
import type { ProjectLine } from '../../projects/view.ts'
import { projectOf } from './history.ts'
import type { Gathered } from './members.ts'

/** By what projects may be sorted. */
export const projectSorts = ['opened', '-opened', 'limit', '-limit'] as const
type ProjectSort = (typeof projectSorts)[number]

/** What a list of projects is asked for. */
export interface ProjectsAsked {
  /** Of these hotlines, or with these units. */
  readonly agencies: readonly string[]
  readonly state?: ProjectState | 'open' | undefined
  readonly unit?: string | undefined
  readonly q?: string | undefined
  readonly sort: ProjectSort
  readonly page: number
  readonly size: number
}

const lineForm = z.object({
  ...{ id: z.string(), number: z.string(), title: z.string(), state: z.enum(projectStates) },
  ...{ lead: z.string(), leadName: z.string(), limit: z.string(), openedAt: z.string() },
  ...{ shownAt: z.string().nullable(), demands: z.coerce.number() },
})

function asked(work: Work, { agencies, state, unit, q }: ProjectsAsked) {
  const mine = [...agencies, '']
  let query = work.db
    .selectFrom('hotline_project_standings as s')
    .innerJoin('hotline_projects as p', 'p.id', 's.project')
    .innerJoin('agencies as u', 'u.code', 's.lead')
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('s.agency', 'in', mine),
        exists(
          selectFrom('hotline_project_units as w')
            .select('w.unit')
            .whereRef('w.project', '=', 's.project')
            .where('w.unit', 'in', mine),
        ),
      ]),
    )
  if (state === 'open') query = query.where('s.state', 'not in', [...projectEnds])
  else if (state !== undefined) query = query.where('s.state', '=', state)
  if (unit !== undefined) query = query.where('s.lead', '=', unit)
  if (q !== undefined && q !== '') {
    const pattern = `%${literally(q)}%`
    query = query.where(({ or, eb }) => or([eb('s.title', 'like', pattern), eb('p.number', 'like', pattern)]))
  }
  return query
}

/** A page of projects, and how many there are. */
export async function projectLines(
  work: Work,
  query: ProjectsAsked,
): Promise<{ readonly lines: ProjectLine[]; readonly total: number }> {
  const { page, size, sort } = query
  const by = sort.endsWith('limit') ? 's.limit_on' : 's.opened_at'
  const [rows, { total }] = await Promise.all([
    asked(work, query)
      .select(['p.id', 'p.number', 's.title', 's.state', 's.lead', 'u.short_name as leadName'])
      .select(['s.limit_on as limit', 's.opened_at as openedAt', 's.shown_at as shownAt'])
      .select(({ selectFrom }) =>
        selectFrom('hotline_project_demands as m')
          .whereRef('m.project', '=', 's.project')
          .where('m.way', '<>', 'out')
          .select(({ fn }) => fn.countAll<number>().as('demands'))
          .as('demands'),
      )
      .orderBy(by, sort.startsWith('-') ? 'desc' : 'asc')
      .orderBy('s.project')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    asked(work, query)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { lines: z.array(lineForm).parse(rows), total: Number(total) }
}

/** The scope of every project that is not dropped: its demands are followed after the end too. */
export async function openProjectScopes(work: Work): Promise<Gathered[]> {
  const rows = await work.db
    .selectFrom('hotline_project_standings')
    .select('project')
    .where('state', '<>', 'dropped')
    .orderBy('project')
    .execute()
  const records = await Promise.all(rows.map(({ project }) => projectOf(work, project)))
  return records.flatMap(record =>
    record === undefined ? [] : [{ id: record.id, agency: record.agency, scope: record.standing.scope }],
  )
}

/** A project as the public's list names it. */
export interface ShownProject {
  readonly id: string
  readonly title: string
  readonly leadName: string
  readonly shownAt: string
}

/** A page of the projects whose summary is public, the newest first, and how many there are. */
export async function shownProjects(
  work: Work,
  page: number,
  size: number,
): Promise<{ readonly lines: ShownProject[]; readonly total: number }> {
  const shown = work.db
    .selectFrom('hotline_project_standings as s')
    .innerJoin('agencies as u', 'u.code', 's.lead')
    .where('s.shown_at', 'is not', null)
  const [rows, { total }] = await Promise.all([
    shown
      .select(['s.project as id', 's.title', 'u.name as leadName', 's.shown_at as shownAt'])
      .orderBy('s.shown_at', 'desc')
      .orderBy('s.project')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    shown.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  const lines = rows.flatMap(({ shownAt, ...row }) => (shownAt === null ? [] : [{ ...row, shownAt }]))
  return { lines, total: Number(total) }
}
