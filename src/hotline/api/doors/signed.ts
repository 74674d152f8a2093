import type { Who } from '../../../office/env.ts'
import { noJson } from '../../../platform/http/openapi.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { clientThatSigned } from '../../act/doors/clients.ts'
import type { Client, ClientKind } from '../../doors/client.ts'

const mostBytes = 256 * 1024

/** A call whose signature was right: who signed it, its name for it, and what it says. */
export interface SignedRequest {
  readonly client: Client
  readonly once: string
  readonly body: string
}

/** Reads a signed call. @throws ProblemError 401 where nobody of these kinds signed it, 413 where it is too large */
export async function signedRequest(context: Who, ...kinds: readonly ClientKind[]): Promise<SignedRequest> {
  const { req, var: variables } = context
  const said = (name: string) => req.header(name) ?? ''
  if (Number(said('content-length')) > mostBytes) throw new ProblemError(413, '内容不能超过 256 KB。')
  const unsigned = new ProblemError(
    401,
    '签名不对、已过期，或者接入方已停用。请核对 gongkai-client、gongkai-signature 和系统时间。',
  )
  if (said('gongkai-signature') === '') throw unsigned
  const [body, once] = [await req.text(), said('idempotency-key')]
  const { pathname, search } = new URL(req.url)
  const call = {
    ...{ client: said('gongkai-client'), signature: said('gongkai-signature'), method: req.method },
    ...{ path: pathname + search, once, body },
  }
  const seconds = Math.floor(Date.now() / 1000)
  const client = await clientThatSigned(variables.work, call, { secrets: variables.secrets, seconds })
  if (client === undefined || !kinds.includes(client.kind)) throw unsigned
  return { client, once, body }
}

/** What was sent, as JSON. @throws ProblemError 400 where it is none */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw noJson()
  }
}
