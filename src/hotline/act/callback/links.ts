import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../../../platform/secret.ts'
import { isUuid } from '../../../platform/text/uuid.ts'

const purpose = 'hotline rating link'
/** So many characters of the signature stand in the link: 132 bits. */
const signedLength = 22

/** What the link of a message says of it. */
interface Linked {
  readonly id: string
  readonly expiresAt: string
}

const signed = ({ id, expiresAt }: Linked, secrets: Secrets) =>
  secrets.mark(purpose, `${id} ${Date.parse(expiresAt)}`).slice(0, signedLength)

/** The part of the link that only the platform can make: the number of the message, and a signature over it and its last moment. */
export function ratingCode(of: Linked, secrets: Secrets): string {
  return `${Buffer.from(of.id.replaceAll('-', ''), 'hex').toString('base64url')}${signed(of, secrets)}`
}

/** Which message a code claims to be of; undefined where it is no code at all. */
export function claimedBy(code: string): string | undefined {
  if (!/^[\w-]{44}$/.test(code)) return undefined
  const hex = Buffer.from(code.slice(0, -signedLength), 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isUuid(id) ? id : undefined
}

/** Was this code made by the platform for this message, and nothing of it changed? */
export function isGenuine(code: string, of: Linked, secrets: Secrets): boolean {
  const [given, right] = [Buffer.from(code), Buffer.from(ratingCode(of, secrets))]
  return given.length === right.length && timingSafeEqual(given, right)
}
