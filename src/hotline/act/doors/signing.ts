import { createHash, createHmac } from 'node:crypto'

/** What a signature covers: when, which address, under which name, and every byte that was sent. */
interface Signed {
  /** Seconds since 1970, as text. */
  readonly stamp: string
  readonly method: string
  readonly path: string
  /** The `Idempotency-Key`; empty where there is none. */
  readonly once: string
  readonly body: string
}

/** HMAC-SHA-256, as hex, over the five parts with a line break between them. */
export function signatureOf({ stamp, method, path, once, body }: Signed, key: string): string {
  return createHmac('sha256', key).update([stamp, method, path, once, body].join('\n')).digest('hex')
}

/** The same for the same text: tells whether a filing under a known name says the same. */
export function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
