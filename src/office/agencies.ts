import { type AuditEntry, audit } from '../platform/audit.ts'
import type { Db } from '../platform/db.ts'
import type { Work } from '../platform/work.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import { type Actor, type Agency, holds, lineOf, type Role } from './roles.ts'

/** Who acts where no person does: the setting up of a system, the demo's beginning, a job of the night. */
export const theSystem: Actor = { id: 'system', name: '系统', grants: [] }

/** All agencies, a parent before its children. */
export async function agencyTree(work: Work): Promise<Agency[]> {
  const rows = await work.db.selectFrom('agencies').selectAll().orderBy('code').execute()
  const tree = rows.map(row => ({
    ...{ code: row.code, name: row.name, shortName: row.short_name, kind: kindOf(row.kind) },
    ...{ parent: row.parent, standing: row.standing },
  }))
  const depth = new Map(tree.map(agency => [agency.code, lineOf(agency.code, tree).length]))
  return tree.toSorted((a, b) => (depth.get(a.code) ?? 0) - (depth.get(b.code) ?? 0))
}

function kindOf(text: string): Agency['kind'] {
  return text === 'government' || text === 'county' || text === 'township' ? text : 'department'
}

/** Adds an agency below its parent. */
export function addAgency(
  work: Work,
  agency: Omit<Agency, 'standing'>,
  by: Actor,
): Promise<Agency | Refusal> {
  return work.transaction(async inner => {
    if (!manages(by, agency.parent, await agencyTree(inner))) {
      return refuse('只有上级机构的系统管理员可以增加机构。')
    }
    const refusal = await refusalOfPlace(inner, agency)
    if (refusal !== undefined) return refusal
    await inner.db
      .insertInto('agencies')
      .values({
        ...{ code: agency.code, name: agency.name, short_name: agency.shortName },
        ...{ kind: agency.kind, parent: agency.parent },
      })
      .execute()
    const detail = { name: agency.name, parent: agency.parent }
    await noted(inner, by, { act: 'agency.add', subject: agency.code, detail })
    return { ...agency, standing: true }
  })
}

async function refusalOfPlace(work: Work, agency: Omit<Agency, 'standing'>): Promise<Refusal | undefined> {
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(agency.code)) {
    return refuse('机构代码由小写字母开头，只含小写字母、数字和连字符，2 至 63 位。')
  }
  const same = await work.db
    .selectFrom('agencies')
    .select(['code', 'name'])
    .where(eb => eb.or([eb('code', '=', agency.code), eb('name', '=', agency.name)]))
    .executeTakeFirst()
  if (same !== undefined) return refuse(`已有机构“${same.name}”（代码 ${same.code}），名称和代码都不能重复。`)
  if (agency.parent !== null && !(await exists(work.db, agency.parent))) {
    return refuse(`上级机构 ${agency.parent} 不存在，请先增加它。`)
  }
  return undefined
}

async function exists(db: Db, code: string): Promise<boolean> {
  return (
    (await db.selectFrom('agencies').select('code').where('code', '=', code).executeTakeFirst()) !== undefined
  )
}

/** Renames an agency, moves it below another, or dissolves it. */
export function changeAgency(
  work: Work,
  code: string,
  change: { name?: string; shortName?: string; parent?: string | null; standing?: boolean },
  by: Actor,
): Promise<Agency | Refusal> {
  return work.transaction(async inner => {
    const tree = await agencyTree(inner)
    if (!manages(by, code, tree)) return refuse('只有本机构或上级机构的系统管理员可以修改机构。')
    const agency = tree.find(each => each.code === code)
    if (agency === undefined) return refuse(`没有代码为 ${code} 的机构。`)
    const { parent } = change
    if (parent !== undefined && parent !== null) {
      if (!tree.some(each => each.code === parent)) return refuse(`上级机构 ${parent} 不存在。`)
      if (lineOf(parent, tree).includes(code)) return refuse('不能把机构移到它自己或其下级之下。')
    }
    const changed = { ...agency, ...change }
    await inner.db
      .updateTable('agencies')
      .set({
        name: changed.name,
        short_name: changed.shortName,
        parent: changed.parent,
        standing: changed.standing,
      })
      .where('code', '=', code)
      .execute()
    await noted(inner, by, { act: 'agency.change', subject: code, detail: change })
    return changed
  })
}

/** Is the actor administrator of this agency or of one above it? Whoever sets a system up is. */
export function manages(by: Actor, agency: string | null, tree: readonly Agency[]): boolean {
  return by === theSystem || (agency !== null && holdsAbove(by, 'administrator', agency, tree))
}

/** Does this person hold the role at the agency or at one above it? */
export function holdsAbove(actor: Actor, role: Role, agency: string, tree: readonly Agency[]) {
  return lineOf(agency, tree).some(code => holds(actor, role, code))
}

function noted(work: Work, by: Actor, what: Pick<AuditEntry, 'act' | 'subject' | 'detail'>) {
  return audit(work, { by: by.id, byName: by.name, agency: what.subject, ...what })
}
