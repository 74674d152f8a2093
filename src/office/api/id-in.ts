import { ProblemError } from '../../platform/http/problem.ts'
import { isUuid } from '../../platform/text/uuid.ts'
import type { Who } from '../env.ts'

/** The id in the address, in the place of this name. @throws ProblemError 404 in these words where it is none */
export function idIn(context: Who, missing: string, name = 'id'): string {
  const id = context.req.param(name) ?? ''
  if (!isUuid(id.toLowerCase())) throw new ProblemError(404, missing)
  return id
}
