import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { wrongInWords } from './field-names.ts'
import { ProblemError } from './problem.ts'

/** The form of a problem+json body, RFC 9457. */
export const problemForm = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    law: z.string().optional().openapi({ description: '拒绝所依据的条款' }),
    fields: z.record(z.string(), z.string()).optional().openapi({ description: '各项填写的问题' }),
  })
  .openapi('Problem')

const problems = { 'application/problem+json': { schema: problemForm } }
const refusals = {
  400: { description: '填写不正确，fields 说明各项', content: problems },
  401: { description: '尚未登录', content: problems },
  403: { description: '无权办理', content: problems },
  404: { description: '没有找到', content: problems },
  409: { description: '内容已被他人修改', content: problems },
  422: { description: '不能办理，说明原因和依据', content: problems },
} as const

/** The responses of a route: what it gives, and the problems that it may answer with. */
export function gives<T extends z.ZodType>(form: T, description: string) {
  return { 200: { description, content: { 'application/json': { schema: form } } }, ...refusals }
}

/** The responses of a route that makes something. */
export function makes<T extends z.ZodType>(form: T, description: string) {
  return { 201: { description, content: { 'application/json': { schema: form } } }, ...refusals }
}

/** The responses of a route that answers with nothing but that it was done. */
export function does(description: string) {
  return { 204: { description }, ...refusals }
}

/** A route that is described apart from its handler, and what is asked before the handler: who may use it. */
export type DescribedRoute<Env extends object> = RouteConfig & {
  readonly middleware?: MiddlewareHandler<Env> | MiddlewareHandler<Env>[]
}

/**
 * Describes routes whose handlers read their input themselves: files, forms of several parts, redirections. It comes before
 * the handlers, so that who may use a route is asked before anything is read.
 */
export function describe<Env extends object>(
  api: OpenAPIHono<Env>,
  routes: readonly DescribedRoute<Env>[],
): void {
  for (const { middleware = [], ...route } of routes) {
    api.openAPIRegistry.registerPath(route)
    const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1')
    for (const guard of [middleware].flat()) api.on(route.method.toUpperCase(), path, guard)
  }
}

/** A JSON body of this form. */
export function takes<T extends z.ZodType>(form: T) {
  return { body: { required: true, content: { 'application/json': { schema: form } } } }
}

/** What is wrong with each field of an input, in Chinese, by the field's path. */
export function wrongFields(error: z.core.$ZodError): Readonly<Record<string, string>> {
  const entries = error.issues.slice(0, 50).map(issue => {
    const inner = issue.code === 'invalid_union' ? issue.errors.flat().at(-1)?.message : undefined
    const said = [issue.message, inner ?? ''].find(text => /[\u4e00-\u9fff]/.test(text))
    return [issue.path.join('.') || '内容', said ?? unsaid(issue)] as const
  })
  return Object.fromEntries(entries.toReversed())
}

const unsaid = ({ code, message }: z.core.$ZodIssue) =>
  code === 'invalid_type' && message.endsWith('received undefined') ? '没有填写' : '填写不正确'

/** What is wrong with an input, field by field, in one Chinese sentence; programs read `fields`. */
export function wrongInput(error: z.core.$ZodError): string {
  return Object.entries(wrongFields(error))
    .toReversed()
    .slice(0, 5)
    .map(([field, said]) => wrongInWords(field, said))
    .join('；')
}

/** An input that is not in its form: 400, with `fields` for the page to put each message at its field. */
export function wrongForm(error: z.core.$ZodError): ProblemError {
  return new ProblemError(400, wrongInput(error), { fields: wrongFields(error) })
}

const notJson = '请求的内容不是 JSON。'

/** What is answered where a body is no JSON. */
export const noJson = () => new ProblemError(400, notJson, { fields: { 内容: notJson } })

/** The JSON body of a request in this form. @throws ProblemError 400 that says which field is wrong */
export async function body<T>(context: Context, form: z.ZodType<T>): Promise<T> {
  const read: unknown = await context.req.json().catch(() => undefined)
  if (read === undefined) throw noJson()
  const parsed = form.safeParse(read)
  if (!parsed.success) throw wrongForm(parsed.error)
  return parsed.data
}

/** What the address asks in this form. @throws ProblemError 400 that says which field is wrong */
export function queryIn<T>(context: Context, form: z.ZodType<T>): T {
  const parsed = form.safeParse(context.req.query())
  if (!parsed.success) throw wrongForm(parsed.error)
  return parsed.data
}
