import { sql } from 'kysely'
import { z } from 'zod'
import type { Work } from '../../platform/work.ts'
import { explanationsForm, findingsForm, reportForm } from '../api/forms.ts'
import type { Finding } from '../finding.ts'
import { afterEvent, type KeptEvent, type Standing } from '../standing.ts'
import { lineOfStep, steps } from '../steps.ts'
import { hasErrors } from '../verify.ts'

/** One report: of an agency and a year. */
export interface ReportKey {
  readonly agency: string
  readonly year: number
}

const stateForm = z.enum(['draft', 'submitted', 'checked', 'approved', 'published'])
const stepForm = z.enum(steps.map(({ step }) => step))

/** Keeps everybody else from acting on this report until the transaction ends. */
export async function lock(work: Work, { agency, year }: ReportKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`report ${agency}`}), ${year})`.execute(work.db)
}

/** Where a report stands; undefined where there is none. */
export async function standingOf(work: Work, { agency, year }: ReportKey): Promise<Standing | undefined> {
  const row = await work.db
    .selectFrom('report_standings')
    .selectAll()
    .where('agency', '=', agency)
    .where('year', '=', year)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    ...{ state: stateForm.parse(row.state), version: row.version, edition: row.edition },
    ...{ draft: reportForm.parse(row.draft), explanations: explanationsForm.parse(row.explanations) },
    importFindings: findingsForm.parse(row.import_findings),
    ...{ submittedBy: row.submitted_by, publishedOn: row.published_on, changedAt: row.changed_at },
  }
}

/** Appends an event and moves the standing; the findings are counted for the lists. */
export async function append(
  work: Work,
  key: ReportKey,
  event: KeptEvent,
  { before, findings }: { before: Standing | undefined; findings: readonly Finding[] },
): Promise<Standing> {
  const standing = afterEvent(before ?? null, event)
  await work.db
    .insertInto('report_events')
    .values({
      ...{ ...key, number: standing.version, act: event.step, on_day: event.on, at: event.at },
      ...{ by: event.by, by_name: event.byName, note: event.note },
      draft: jsonOrNull(event.draft),
      explanations: jsonOrNull(event.explanations),
      import_findings: jsonOrNull(event.importFindings),
    })
    .execute()
  await keep(work, key, { standing, findings })
  return standing
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

async function keep(work: Work, key: ReportKey, now: { standing: Standing; findings: readonly Finding[] }) {
  const { standing, findings } = now
  const errors = findings.filter(finding => hasErrors([finding])).length
  const row = {
    ...{ state: standing.state, version: standing.version, edition: standing.edition, errors },
    ...{
      warnings: findings.length - errors,
      published_on: standing.publishedOn,
      changed_at: standing.changedAt,
    },
    ...{ received: standing.draft.applications.received?.[6] ?? null, submitted_by: standing.submittedBy },
    draft: JSON.stringify(standing.draft),
    explanations: JSON.stringify(standing.explanations),
    import_findings: JSON.stringify(standing.importFindings),
  }
  await work.db
    .insertInto('report_standings')
    .values({ ...key, ...row })
    .onConflict(conflict => conflict.columns(['agency', 'year']).doUpdateSet(row))
    .execute()
}

/** The whole history of a report, in its order. */
export async function eventsOf(work: Work, { agency, year }: ReportKey): Promise<KeptEvent[]> {
  const rows = await work.db
    .selectFrom('report_events')
    .selectAll()
    .where('agency', '=', agency)
    .where('year', '=', year)
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    ...{
      step: stepForm.parse(row.act),
      by: row.by,
      byName: row.by_name,
      on: row.on_day,
      at: row.at,
      note: row.note,
    },
    draft: row.draft === null ? null : reportForm.parse(row.draft),
    explanations: row.explanations === null ? null : explanationsForm.parse(row.explanations),
    importFindings: row.import_findings === null ? null : findingsForm.parse(row.import_findings),
  }))
}

/** The history without the drafts: what the list of events shows. */
export async function eventLines(work: Work, { agency, year }: ReportKey) {
  const rows = await work.db
    .selectFrom('report_events')
    .select(['at', 'act', 'by_name', 'note'])
    .where('agency', '=', agency)
    .where('year', '=', year)
    .orderBy('number')
    .execute()
  let edition = 1
  return rows.map(row => {
    const step = stepForm.parse(row.act)
    if (step === 'correct') edition++
    return { at: row.at, step, label: lineOfStep(step).label, by: row.by_name, edition, note: row.note }
  })
}

/** Where a report stands by its history alone: what the kept standing must equal. */
export async function rebuiltStanding(work: Work, key: ReportKey): Promise<Standing | null> {
  const events = await eventsOf(work, key)
  return events.reduce<Standing | null>((standing, event) => afterEvent(standing, event), null)
}
