import { agencyTree } from '../../../office/agencies.ts'
import { signedIn } from '../../../office/env.ts'
import { type Agency, sees } from '../../../office/roles.ts'

/** Who asks, in a handler. */
export type Who = Parameters<typeof signedIn>[0]

/** The agencies whose unpublished work this person may see; only the one that is asked for, where one is. */
export async function visibleAgencies(context: Who, asked?: string): Promise<readonly Agency[]> {
  const person = signedIn(context)
  const tree = await agencyTree(context.var.work)
  return tree.filter(({ code }) => sees(person, code, tree) && (asked === undefined || code === asked))
}
