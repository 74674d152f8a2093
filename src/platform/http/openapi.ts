import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { ProblemError } from './problem.ts'

/** The form of a problem+json body, RFC 9457. */
export const problemForm = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    law: z.string().optional(),
  })
  .openapi('Problem')

/** The responses of a route: what it gives, and the problems that it may answer with. */
export function gives<T extends z.ZodType>(form: T, description: string) {
  const problems = { 'application/problem+json': { schema: problemForm } }
  return {
    200: { description, content: { 'application/json': { schema: form } } },
    401: { description: '尚未登录', content: problems },
    403: { description: '无权办理', content: problems },
    404: { description: '没有找到', content: problems },
    409: { description: '内容已被他人修改', content: problems },
    422: { description: '不能办理,说明原因和依据', content: problems },
  }
}

/** A JSON body of this form. */
export function takes<T extends z.ZodType>(form: T) {
  return { body: { required: true, content: { 'application/json': { schema: form } } } }
}

/** What is wrong with an input, field by field, in one Chinese sentence. */
export function wrongInput(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(
      issue =>
        `${issue.path.join('.') || '内容'}:${/[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '填写不正确'}`,
    )
    .join(';')
}

/** The JSON body of a request in this form. @throws ProblemError 400 that says which field is wrong */
export async function body<T>(context: Context, form: z.ZodType<T>): Promise<T> {
  const read: unknown = await context.req.json().catch(() => undefined)
  const parsed = form.safeParse(read)
  if (!parsed.success) throw new ProblemError(400, wrongInput(parsed.error))
  return parsed.data
}
