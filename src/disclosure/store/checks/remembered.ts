import { z } from 'zod'
import { hiddenKinds } from '../../../platform/hidden/hidden.ts'
import type { Work } from '../../../platform/work.ts'
import type { FileLook } from '../../checks/files.ts'
import type { ItemFinding } from '../../checks/finding.ts'
import type { LinkLook } from '../../checks/links.ts'

const findingForm = z.object({
  ...{ rule: z.string(), severity: z.enum(['severe', 'mild']), field: z.string(), message: z.string() },
  at: z.object({ start: z.int(), text: z.string() }).optional(),
  proposal: z.string().optional(),
}) satisfies z.ZodType<ItemFinding, unknown>
const lookForm = z.object({
  words: z.boolean(),
  trouble: z.enum(['none', 'locked', 'hurt']),
  hidden: z.array(
    z.object({ kind: z.enum(hiddenKinds), where: z.string(), what: z.string(), count: z.int() }),
  ),
}) satisfies z.ZodType<FileLook, unknown>

/** Under which rules and lists a content was checked. */
export interface CheckedBy {
  readonly rules: number
  readonly mark: string
}

/** What was found in a content when it was checked by these rules and lists; undefined where it was not. */
export async function keptFindings(
  work: Work,
  sha256: string,
  { rules, mark }: CheckedBy,
): Promise<readonly ItemFinding[] | undefined> {
  const row = await work.db
    .selectFrom('disclosure_kept_findings')
    .select('findings')
    .where('sha256', '=', sha256)
    .where('rules', '=', rules)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return row === undefined ? undefined : z.array(findingForm).parse(row.findings)
}

/** Remembers what was found in a content. */
export async function keepFindings(
  work: Work,
  sha256: string,
  told: CheckedBy & { readonly findings: readonly ItemFinding[]; readonly at: string },
): Promise<void> {
  const { rules, mark, findings, at } = told
  const row = { rules, mark, findings: JSON.stringify(findings), kept_at: at }
  await work.db
    .insertInto('disclosure_kept_findings')
    .values({ sha256, ...row })
    .onConflict(conflict => conflict.column('sha256').doUpdateSet(row))
    .execute()
}

/** Forgets what was remembered before this moment: drafts change every minute. */
export async function forgetFindings(work: Work, before: string): Promise<void> {
  await work.db.deleteFrom('disclosure_kept_findings').where('kept_at', '<', before).execute()
}

/** How these files were when they were looked into, by hash. */
export async function fileLooks(work: Work, hashes: readonly string[]): Promise<Map<string, FileLook>> {
  if (hashes.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('disclosure_file_looks')
    .select(['sha256', 'look'])
    .where('sha256', 'in', [...hashes])
    .execute()
  return new Map(rows.map(({ sha256, look }) => [sha256, lookForm.parse(look)]))
}

/** Remembers how a file was. */
export async function keepFileLook(work: Work, sha256: string, look: FileLook, at: string): Promise<void> {
  const row = { look: JSON.stringify(look), looked_at: at }
  await work.db
    .insertInto('disclosure_file_looks')
    .values({ sha256, ...row })
    .onConflict(conflict => conflict.column('sha256').doUpdateSet(row))
    .execute()
}

/** How these addresses were when they were last opened. */
export async function linkLooks(work: Work, addresses: readonly string[]): Promise<Map<string, LinkLook>> {
  if (addresses.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('disclosure_link_looks')
    .select(['address', 'opens', 'why', 'looked_on as on'])
    .where('address', 'in', [...addresses])
    .execute()
  return new Map(rows.map(({ address, opens, why, on }) => [address, { opens, why, on }]))
}

/** Remembers how an address was on a day. */
export async function keepLinkLook(work: Work, address: string, { opens, why, on }: LinkLook): Promise<void> {
  const row = { opens, why, looked_on: on }
  await work.db
    .insertInto('disclosure_link_looks')
    .values({ address, ...row })
    .onConflict(conflict => conflict.column('address').doUpdateSet(row))
    .execute()
}

/** Addresses that were last opened before this day, the oldest first. */
export async function oldLinkLooks(work: Work, before: string, most: number): Promise<string[]> {
  const rows = await work.db
    .selectFrom('disclosure_link_looks')
    .select('address')
    .where('looked_on', '<', before)
    .orderBy('looked_on')
    .limit(most)
    .execute()
  return rows.map(({ address }) => address)
}
