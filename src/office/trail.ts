import { audit, type BrokenRow, verifyAudit } from '../platform/audit.ts'
import {
  type AuditFilter,
  type AuditPlace,
  type AuditRow,
  auditCount,
  auditPages,
  auditRows,
  countedAtMost,
} from '../platform/audit-page.ts'
import { csvLine } from '../platform/text/csv-line.ts'
import { isUuid } from '../platform/text/uuid.ts'
import type { Work } from '../platform/work.ts'
import { actInChinese, detailInChinese, subjectInChinese } from './act-names.ts'
import { agencyTree } from './agencies.ts'
import { type Actor, type Agency, sees } from './roles.ts'

/** A row of the trail as it is read: with the words for what was done, and the names of what it was done on. */
export interface TrailRow extends AuditRow {
  readonly actLabel: string
  readonly subjectName: string
  readonly agencyName: string | null
  readonly told: string
}

/** What the reader asks for; what he may see is added here. */
export type TrailQuery = Omit<AuditFilter, 'within'>

/** One page of what the reader may see, and where the pages before and after it lie. */
export async function trailPage(
  work: Work,
  reader: Actor,
  query: TrailQuery,
  { size, ...place }: AuditPlace & { size: number },
) {
  const tree = await agencyTree(work)
  const filter = withinReach(query, reader, tree)
  const [found, count] = await Promise.all([
    auditRows(work.db, filter, place, size + 1),
    auditCount(work.db, filter),
  ])
  const upwards = place.after !== undefined
  const more = found.length > size
  const rows = upwards ? found.slice(-size) : found.slice(0, size)
  return {
    rows: await named(work, rows, tree),
    ...{ total: Math.min(count, countedAtMost), more: count > countedAtMost },
    earlier: (upwards ? place.after !== undefined : more) ? (rows.at(-1)?.id ?? null) : null,
    later: (upwards ? more : place.before !== undefined) ? (rows[0]?.id ?? null) : null,
  }
}

/** All that matches and the reader may see, in pages; the export itself is noted. */
export async function* trailExport(work: Work, reader: Actor, query: TrailQuery): AsyncGenerator<TrailRow[]> {
  const tree = await agencyTree(work)
  await noted(work, reader, 'audit.export', asked(query))
  for await (const rows of auditPages(work.db, withinReach(query, reader, tree))) {
    yield await named(work, rows, tree)
  }
}

/** Verifies the whole trail for this reader; the verification is noted with its result. */
export async function verifyTrail(
  work: Work,
  reader: Actor,
  tell: (rows: number) => Promise<void> | void = () => {},
): Promise<{ rows: number; broken: BrokenRow[] }> {
  const result = await verifyAudit(work.db, tell)
  await noted(work, reader, 'audit.verify', { rows: result.rows, broken: result.broken.length })
  return result
}

function asked(query: TrailQuery): Record<string, string> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

function withinReach(query: TrailQuery, reader: Actor, tree: readonly Agency[]): AuditFilter {
  const agencies = tree.filter(({ code }) => seesRecords(reader, code, tree)).map(({ code }) => code)
  return agencies.length === tree.length ? query : { ...query, within: { agencies, by: reader.id } }
}

/** The trail is open to auditors and administrators: another role of theirs, elsewhere, opens nothing there. */
function seesRecords(reader: Actor, agency: string, tree: readonly Agency[]): boolean {
  const grants = reader.grants.filter(({ role }) => role === 'auditor' || role === 'administrator')
  return sees({ ...reader, grants }, agency, tree)
}

async function named(work: Work, rows: readonly AuditRow[], tree: readonly Agency[]): Promise<TrailRow[]> {
  const agencies = new Map(tree.map(({ code, name }) => [code, name]))
  const ids = [...new Set(rows.map(({ subject }) => subject).filter(isUuid))]
  const found = ids.length
    ? await work.db.selectFrom('people').select(['id', 'name', 'sign_in']).where('id', 'in', ids).execute()
    : []
  const people = new Map(found.map(({ id, name, sign_in }) => [id, `${name}（${sign_in}）`]))
  return rows.map(row => ({
    ...row,
    actLabel: actInChinese(row.act),
    subjectName: people.get(row.subject) ?? subjectInChinese(row.act, row.subject, tree),
    agencyName: row.agency === null ? null : (agencies.get(row.agency) ?? row.agency),
    told: detailInChinese(row.detail, tree),
  }))
}

function noted(work: Work, { id, name }: Actor, act: string, detail: Record<string, string | number>) {
  return audit(work, { by: id, byName: name, agency: null, act, subject: 'trail', detail })
}

/** The trail as a table for Excel: a mark of its encoding, a head, a line for each row. */
export async function* csvOfTrail(pages: AsyncIterable<readonly TrailRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(['编号', '时间', '办理人', '机构', '事项', '对象', '内容', '摘要'])}`
  for await (const rows of pages) yield rows.map(lineOfRow).join('')
}

function lineOfRow(row: TrailRow): string {
  const at = inOffice.format(new Date(row.at))
  return csvLine([
    ...[String(row.id), at, row.byName, row.agencyName ?? '', row.actLabel],
    ...[row.subjectName, row.told, row.hash],
  ])
}

const inOffice = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})
