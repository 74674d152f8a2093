import { type AuditEntry, audit } from '../platform/audit.ts'
import type { Work } from '../platform/work.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import {
  type Actor,
  type Agency,
  administers,
  administersAll,
  holds,
  lineOf,
  type Role,
  sees,
} from './roles.ts'

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

/** The agencies whose unpublished work this person may see; of them only the one that is asked for, where one is. */
export async function agenciesSeen(work: Work, reader: Actor, only?: string): Promise<Agency[]> {
  const tree = await agencyTree(work)
  return tree.filter(({ code }) => (only === undefined || code === only) && sees(reader, code, tree))
}

function kindOf(text: string): Agency['kind'] {
  return text === 'government' || text === 'county' || text === 'township' ? text : 'department'
}

/** Adds an agency below its parent; only the setting up of a system makes one without. */
export function addAgency(
  work: Work,
  agency: Omit<Agency, 'standing'>,
  by: Actor,
): Promise<Agency | Refusal> {
  return work.transaction(async inner => {
    const tree = await lockedTree(inner)
    const refusal =
      refusalOfReach(by, agency.parent, tree) ?? refusalOfCode(agency, tree) ?? refusalOfParent(agency, tree)
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

/** What may be changed of an agency. */
export interface AgencyChange {
  readonly name?: string
  readonly shortName?: string
  readonly parent?: string | null
  readonly standing?: boolean
}

/** Why an agency is not dissolved yet: work that it holds in a part that stands after the office. */
export type HeldWork = (work: Work, agency: Agency) => Promise<Refusal | undefined>

/** Who changes an agency, and what may hold it from being dissolved. */
export interface ChangingAgency {
  readonly by: Actor
  readonly held?: readonly HeldWork[]
}

/** Renames an agency, moves it below another, dissolves it or sets it up again; its history stays with it. */
export function changeAgency(
  work: Work,
  code: string,
  change: AgencyChange,
  { by, held = [] }: ChangingAgency,
): Promise<Agency | Refusal> {
  return work.transaction(async inner => {
    const tree = await lockedTree(inner)
    const agency = tree.find(each => each.code === code)
    if (agency === undefined) return refuse(`没有代码为 ${code} 的机构。`)
    if (!manages(by, code, tree)) return refuse('只有本机构或上级机构的系统管理员可以修改机构。')
    const changed = { ...agency, ...change }
    const refusal =
      refusalOfName(changed, tree) ??
      (changed.parent === agency.parent ? undefined : refusalOfMove(agency, changed.parent, by, tree)) ??
      (changed.standing === agency.standing ? undefined : refusalOfStanding(agency, changed, by, tree))
    if (refusal !== undefined) return refusal
    if (agency.standing && !changed.standing) {
      // Whoever gives it work holds its row: what he gave is counted below, or he finds it dissolved.
      await inner.db.selectFrom('agencies').select('code').where('code', '=', code).forNoKeyUpdate().execute()
      const holding = await firstOf(inner, agency, held)
      if (holding !== undefined) return holding
    }
    const { name, parent, standing } = changed
    await inner.db
      .updateTable('agencies')
      .set({ name, short_name: changed.shortName, parent, standing })
      .where('code', '=', code)
      .execute()
    await noted(inner, by, { act: 'agency.change', subject: code, detail: { ...change } })
    return changed
  })
}

async function firstOf(work: Work, agency: Agency, held: readonly HeldWork[]): Promise<Refusal | undefined> {
  for (const each of held) {
    const refusal = await each(work, agency)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** The tree, locked until the transaction ends, so that two moves cannot make a circle. */
export async function lockedTree(work: Work): Promise<Agency[]> {
  await work.db.selectFrom('agencies').select('code').where('parent', 'is', null).forUpdate().execute()
  return agencyTree(work)
}

/** Is the actor administrator of this agency or of one above it? Whoever sets a system up is. */
export function manages(by: Actor, agency: string | null, tree: readonly Agency[]): boolean {
  return by === theSystem || (agency !== null && administers(by, agency, tree))
}

/** Is the actor administrator of the whole house? Whoever sets a system up is. */
export function managesAll(by: Actor, tree: readonly Agency[]): boolean {
  return by === theSystem || administersAll(by, tree)
}

/** Does this person hold the role at the agency or at one above it? */
export function holdsAbove(actor: Actor, role: Role, agency: string, tree: readonly Agency[]) {
  return lineOf(agency, tree).some(code => holds(actor, role, code))
}

function noted(work: Work, by: Actor, what: Pick<AuditEntry, 'act' | 'subject' | 'detail'>) {
  return audit(work, { by: by.id, byName: by.name, agency: what.subject, ...what })
}

function refusalOfReach(by: Actor, parent: string | null, tree: readonly Agency[]): Refusal | undefined {
  return manages(by, parent, tree) ? undefined : refuse('只有上级机构的系统管理员可以增加机构。')
}

function refusalOfCode(agency: Omit<Agency, 'standing'>, tree: readonly Agency[]): Refusal | undefined {
  if (!/^[a-z][a-z0-9-]{1,62}$/.test(agency.code)) {
    return refuse('机构代码由小写字母开头，只含小写字母、数字和连字符，2 至 63 位。')
  }
  const same = tree.find(({ code }) => code === agency.code)
  if (same !== undefined) return refuse(`代码 ${same.code} 已由“${same.name}”使用，代码不能重复。`)
  return refusalOfName(agency, tree)
}

function refusalOfName(
  { code, name }: Pick<Agency, 'code' | 'name'>,
  tree: readonly Agency[],
): Refusal | undefined {
  const same = tree.find(each => each.name === name && each.code !== code)
  return same === undefined
    ? undefined
    : refuse(`已有机构“${same.name}”（代码 ${same.code}），名称不能重复。`)
}

function refusalOfParent({ parent }: Pick<Agency, 'parent'>, tree: readonly Agency[]): Refusal | undefined {
  if (parent === null) return undefined
  const above = tree.find(({ code }) => code === parent)
  if (above === undefined) return refuse(`上级机构 ${parent} 不存在，请先增加它。`)
  return above.standing ? undefined : refuse(`“${above.name}”已撤销，不能在其下设立机构。`)
}

/** To move an agency one manages both the place that it leaves and the place to which it goes. */
function refusalOfMove(
  agency: Agency,
  parent: string | null,
  by: Actor,
  tree: readonly Agency[],
): Refusal | undefined {
  if (agency.parent === null || parent === null) return refuse('最上级机构不能移动，机构也不能移到最上级。')
  if (!manages(by, agency.parent, tree)) return refuse('只有原上级机构的系统管理员可以移动机构。')
  const refusal = refusalOfParent({ parent }, tree)
  if (refusal !== undefined) return refusal
  if (lineOf(parent, tree).includes(agency.code)) return refuse('不能把机构移到它自己或其下级之下。')
  return manages(by, parent, tree) ? undefined : refuse('您不是新上级机构的系统管理员，不能把机构移到那里。')
}

function refusalOfStanding(
  before: Agency,
  after: Agency,
  by: Actor,
  tree: readonly Agency[],
): Refusal | undefined {
  if (before.parent === null) return refuse('最上级机构不能撤销。')
  if (!manages(by, before.parent, tree)) return refuse('机构由其上级机构的系统管理员撤销或恢复。')
  if (after.standing) return refusalOfParent(after, tree)
  const below = tree.filter(({ parent, standing }) => parent === before.code && standing)
  if (below.length === 0) return undefined
  const names = below.slice(0, 3).map(({ shortName }) => shortName)
  return refuse(
    `还有 ${below.length} 个下级机构（${names.join('、')}${below.length > 3 ? '等' : ''}），请先移走或撤销。`,
  )
}
