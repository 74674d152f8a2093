import { forgetAlong } from './along/along.ts'

/** Why the server did not do it: RFC 9457, with the article where the law refuses. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly law: string | undefined
  /** What else the answer carries: with 409 the version and the report that stand now. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.status = status
    this.law = typeof more.law === 'string' ? more.law : undefined
    this.more = more
  }
}

const unreachable = '连接不上服务器。填写的内容仍在页面上，请检查网络后重试。'

/** Reads from the interface, for as long as the signal allows. @throws Refused */
export async function read<T>(path: string, signal: AbortSignal | null = null): Promise<T> {
  const answer = await ask(path, { signal, headers: { accept: 'application/json' } })
  const data: T = await answer.json()
  return data
}

/** Asks the interface to do something; JSON in, JSON out, or undefined where it answers nothing. @throws Refused */
export async function send<T = undefined>(method: Method, path: string, body?: unknown): Promise<T> {
  const form = body instanceof FormData || body instanceof Blob
  const answer = await ask(path, {
    method,
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    headers: form || body === undefined ? {} : { 'content-type': 'application/json' },
  })
  const text = await answer.text()
  const data: T = text === '' ? undefined : JSON.parse(text)
  return data
}
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

async function ask(path: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(`/api/v1${path}`, request).catch(() => {
    throw new Refused(0, unreachable)
  })
  if (answer.ok) return answer
  const problem: Record<string, unknown> = await answer.json().catch(() => ({}))
  const detail =
    typeof problem.detail === 'string' ? problem.detail : `服务器答复 ${answer.status}，请稍后重试。`
  if (answer.status === 401) {
    forgetAlong()
    for (const each of signedOutListeners) each()
  }
  throw new Refused(answer.status, detail, problem)
}

const signedOutListeners = new Set<() => void>()

/** Tells when the server no longer knows who asks. @returns how to stop listening */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** The words of a failure, with its article. */
export function wordsOf(cause: unknown): string {
  if (!(cause instanceof Refused)) return cause instanceof Error ? cause.message : String(cause)
  return cause.law === undefined ? cause.message : `${cause.message}（${cause.law}）`
}

/** What is wrong at which field of what was sent; none where it was refused as a whole. */
export function fieldsOf(cause: unknown): Readonly<Record<string, string>> {
  const fields = cause instanceof Refused ? cause.more.fields : undefined
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(Object.entries(fields).map(([field, said]) => [field, String(said)]))
}
