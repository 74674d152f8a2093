import type { Context } from 'hono'

const mostBytes = 64 * 1024

/** The fields of a posted form, the last of each name; undefined where it is none, or too large. Files are not taken: photos come as addresses. */
export async function fieldsIn(context: Context): Promise<Readonly<Record<string, string>> | undefined> {
  const type = context.req.header('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return undefined
  if (Number(context.req.header('content-length') ?? 0) > mostBytes) return undefined
  const text = await context.req.text()
  if (Buffer.byteLength(text) > mostBytes) return undefined
  const fields = [...new URLSearchParams(text)].map(([name, value]) => [name, withoutNothing(value)] as const)
  return Object.fromEntries(fields)
}

/** The sign of nothing says nothing, and no text of the database holds it. */
const withoutNothing = (text: string) => text.replaceAll('\0', '')
