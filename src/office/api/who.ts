import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { wrongForm } from '../../platform/http/openapi.ts'
import { ProblemError, problemResponse } from '../../platform/http/problem.ts'
import { isRefusal, type Refusal } from '../../statute/refusal.ts'
import { agencyTree } from '../agencies.ts'
import { type AppEnv, signedIn, type Who } from '../env.ts'
import {
  holdsAnywhere,
  holdsAtTop,
  type Role,
  reaches,
  rolesInWords,
  type TakenBy,
  takenBy,
} from '../roles.ts'

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

/** A route for who holds one of these roles, at the agency of the address where it names one; asked before the input is looked at. */
export function forRoles(...allowed: readonly Role[]) {
  return {
    description: `可用者：${rolesInWords(allowed)}，限其所辖机构。`,
    security: session,
    middleware: guard(async (work, context) => {
      if (await hasRole(work, context, allowed)) return
      const where = context.req.param('agency') === undefined ? '' : '该机构的'
      throw new ProblemError(403, `这项工作由${where}${rolesInWords(allowed)}办理，您没有这个角色。`)
    }),
  }
}

/** A route for a step of a table: who may take it is asked before the step's form is read; `of` is undefined where there is no such step. */
export function forStep(of: (step: string) => TakenBy | undefined) {
  return {
    description: '可用者：依环节而定；限本机关。',
    security: session,
    middleware: guard(async (work, context) => {
      const line = of(context.req.param('step') ?? '')
      if (line === undefined) return forWorker(context)
      const { law } = line
      const refused = new ProblemError(403, takenBy(line), law === undefined ? {} : { law })
      if (!(await hasRole(work, context, line.roles))) throw refused
    }),
  }
}

async function hasRole(
  work: AppEnv['Variables']['work'],
  context: Who,
  allowed: readonly Role[],
): Promise<boolean> {
  const person = signedIn(context)
  const agency = context.req.param('agency')
  if (agency === undefined) return allowed.some(role => holdsAnywhere(person, role))
  const tree = await agencyTree(work)
  return allowed.some(role => reaches(person, role, agency, tree))
}

/** A route for those who work at the agency, in whatever role: an auditor reads and is none of them. */
export const forWorkers = {
  description: '可用者：本机关的经办人员；审计员不能。',
  security: session,
  middleware: guard((_, context) => forWorker(context)),
}

function forWorker(context: Who): void {
  if (signedIn(context).grants.some(({ role }) => role !== 'auditor')) return
  throw new ProblemError(403, '这项工作由本机关的经办人员办理，审计员不能。')
}

/** A route that concerns every agency: for who holds one of these roles at an agency that has none above it. */
export function forTheTop(...allowed: readonly Role[]) {
  return {
    description: `可用者：最上级机构的${rolesInWords(allowed)}。`,
    security: session,
    middleware: guard(async (work, context) => {
      const person = signedIn(context)
      const tree = await agencyTree(work)
      if (allowed.some(role => holdsAtTop(person, role, tree))) return
      const who = rolesInWords(allowed)
      throw new ProblemError(403, `这项工作关系到全部机构，由最上级机构的${who}办理，您没有这个角色。`)
    }),
  }
}

/** A route that concerns every agency: for the administrator of an agency that has none above it. */
export const forTheWholeHouse = forTheTop('administrator')

type Guard = (work: AppEnv['Variables']['work'], context: Who) => void | Promise<void>

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
