import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { wrongForm } from '../../platform/http/openapi.ts'
import { ProblemError, problemResponse } from '../../platform/http/problem.ts'
import { isRefusal, type Refusal } from '../../statute/refusal.ts'
import { agencyTree } from '../agencies.ts'
import { type AppEnv, signedIn } from '../env.ts'
import { administersAll, holdsAnywhere, type Role, roleLabel } from '../roles.ts'

/** An interface of the office: an input that is not in its form is answered with what is wrong at each field. */
export function officeRoutes(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: result => (result.success ? undefined : problemResponse(wrongForm(result.error).problem)),
  })
}

const session = [{ session: [] }]

/** A route for everybody. */
export const forEverybody = { description: '可用者：任何人，无需登录。', security: [] }

/** A route for whoever is signed in. */
export const forSignedIn = {
  description: '可用者：已登录的任何人。',
  security: session,
  middleware: guard((_, context) => void signedIn(context)),
}

/** A route for who holds one of these roles; asked before the input is looked at. */
export function forRoles(...allowed: readonly Role[]) {
  const labels = allowed.map(role => roleLabel[role]).join('或')
  return {
    description: `可用者：${labels}，限其所辖机构。`,
    security: session,
    middleware: guard((_, context) => {
      const person = signedIn(context)
      if (allowed.some(role => holdsAnywhere(person, role))) return
      throw new ProblemError(403, `这项工作由${labels}办理，您没有这个角色。`)
    }),
  }
}

/** A route for those who work at the agency, in whatever role: an auditor reads and is none of them. */
export const forWorkers = {
  description: '可用者：本机关的经办人员；审计员不能。',
  security: session,
  middleware: guard((_, context) => {
    if (signedIn(context).grants.some(({ role }) => role !== 'auditor')) return
    throw new ProblemError(403, '这项工作由本机关的经办人员办理，审计员不能。')
  }),
}

/** A route that concerns every agency: for the administrator of an agency that has none above it. */
export const forTheWholeHouse = {
  description: '可用者：最上级机构的系统管理员。',
  security: session,
  middleware: guard(async (work, context) => {
    const person = signedIn(context)
    if (administersAll(person, await agencyTree(work))) return
    throw new ProblemError(403, '这项工作关系到全部机构，由最上级机构的系统管理员办理。')
  }),
}

type Guard = (
  work: AppEnv['Variables']['work'],
  context: Parameters<typeof signedIn>[0],
) => void | Promise<void>

function guard(check: Guard): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    await check(context.var.work, context)
    await next()
  }
}

/** What an act answered. @throws ProblemError 422 where it refused */
export function orThrow<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw ProblemError.of(result)
  return result
}
