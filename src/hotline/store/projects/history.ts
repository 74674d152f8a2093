import { z } from 'zod'
import type { Work } from '../../../platform/work.ts'
import { type ProjectEvent, type ProjectEventKind, projectEventLabel } from '../../projects/events.ts'
import { type ProjectStanding, projectAfter } from '../../projects/standing.ts'
import { unitsOf } from '../../projects/steps.ts'
import { toldProjectForms } from './told.ts'

const kindForm = z.enum(Object.keys(projectEventLabel) as [ProjectEventKind, ...ProjectEventKind[]])

/** A project: hot demands that a lead unit takes in hand. */
export interface ProjectRecord {
  readonly id: string
  readonly agency: string
  /** ZX2026-001; never reused. */
  readonly number: string
  readonly events: readonly ProjectEvent[]
  readonly standing: ProjectStanding
}

/** The project; `lock` keeps everybody else from acting on it until the transaction ends. */
export async function projectOf(work: Work, id: string, lock = false): Promise<ProjectRecord | undefined> {
  let query = work.db.selectFrom('hotline_projects').select(['id', 'agency', 'number']).where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (row === undefined) return undefined
  const events = await projectEventsOf(work, id)
  return { ...row, events, standing: projectAfter(events) }
}

async function projectEventsOf(work: Work, project: string): Promise<ProjectEvent[]> {
  const rows = await work.db
    .selectFrom('hotline_project_events')
    .select(['kind', 'at', 'by', 'by_name as byName', 'told'])
    .where('project', '=', project)
    .orderBy('number')
    .execute()
  return rows.map(({ kind, told, at, by, byName }) => ({
    ...toldProjectForms[kindForm.parse(kind)].parse(told),
    ...{ at, by, byName },
  }))
}

/** A new project without a history yet; its number is the next of the year. */
export async function insertProject(
  work: Work,
  {
    agency,
    year,
    at,
    once,
  }: { readonly agency: string; readonly year: number; readonly at: string; readonly once: string | null },
): Promise<{ readonly id: string; readonly number: string }> {
  const before = `ZX${year}-`
  await work.db.selectFrom('agencies').select('code').where('code', '=', agency).forNoKeyUpdate().execute()
  const { count } = await work.db
    .selectFrom('hotline_projects')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('agency', '=', agency)
    .where('number', 'like', `${before}%`)
    .executeTakeFirstOrThrow()
  return await work.db
    .insertInto('hotline_projects')
    .values({
      ...{ agency, number: `${before}${String(Number(count) + 1).padStart(3, '0')}` },
      ...{ opened_at: at, opened_once: once },
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
}

/** The project that the same form opened before. */
export async function openedBefore(
  work: Work,
  once: string,
): Promise<{ readonly id: string; readonly number: string } | undefined> {
  return await work.db
    .selectFrom('hotline_projects')
    .select(['id', 'number'])
    .where('opened_once', '=', once)
    .executeTakeFirst()
}

/** Appends an event and moves the standing that the lists read. */
export async function appendProjectEvent(
  work: Work,
  { id, agency, events }: Pick<ProjectRecord, 'id' | 'agency' | 'events'>,
  event: ProjectEvent,
): Promise<ProjectStanding> {
  const standing = projectAfter([...events, event])
  const { kind, at, by, byName, ...about } = event
  await work.db
    .insertInto('hotline_project_events')
    .values({
      ...{ project: id, number: standing.version, kind, at, by, by_name: byName },
      told: JSON.stringify({ kind, ...about }),
    })
    .execute()
  await keepStanding(work, { id, agency, standing })
  return standing
}

async function keepStanding(
  work: Work,
  { id, agency, standing }: Pick<ProjectRecord, 'id' | 'agency' | 'standing'>,
): Promise<void> {
  const { state, version, title, lead, limit, openedAt } = standing
  const row = {
    ...{ state, version, title, lead, limit_on: limit, ended_at: standing.endedAt },
    shown_at: standing.summaryAt,
  }
  await work.db
    .insertInto('hotline_project_standings')
    .values({ project: id, agency, opened_at: openedAt, ...row })
    .onConflict(conflict => conflict.column('project').doUpdateSet(row))
    .execute()
  await work.db
    .insertInto('hotline_project_units')
    .values(unitsOf(standing).map(unit => ({ project: id, unit })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
