import type { Work } from '../../../platform/work.ts'

/** The agent of this hotline who signs in under this name. */
export async function agentOf(work: Work, signIn: string, agency: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('people as p')
    .innerJoin('grants as g', 'g.person', 'p.id')
    .select('p.id')
    .where('p.sign_in', '=', signIn)
    .where('p.disabled', '=', false)
    .where('g.role', '=', 'hotlineAgent')
    .where('g.agency', '=', agency)
    .executeTakeFirst()
  return row?.id
}
