import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  randomFillSync,
} from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Seals what must not be readable in the database, in a backup or in a cookie. */
export interface Secrets {
  /** The text, sealed for one purpose; it opens for no other. */
  seal(purpose: string, text: string): string
  /** The text; undefined where it was sealed with another key or for another purpose, or was changed. */
  open(purpose: string, sealed: string): string | undefined
  /** The bytes, sealed for one purpose; for files, piece by piece. */
  sealBytes(purpose: string, bytes: Uint8Array): Buffer
  /** The bytes; undefined as with `open`. */
  openBytes(purpose: string, sealed: Uint8Array): Buffer | undefined
  /** A mark that is the same for the same text and tells nobody without the key what the text was. */
  mark(purpose: string, text: string): string
}

/** Sealing with this key of 32 bytes: AES-256-GCM, with the number of the key before the text. */
export function secretsOf(bytes: Buffer): Secrets {
  const number = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const prefix = Buffer.from(number, 'hex')
  // Made once: from bytes they would be made at every use, which takes ten times as long as the sealing.
  const key = createSecretKey(bytes)
  const markKey = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', 'marks', 32)))
  const sealBytes = (purpose: string, bytes: Uint8Array) =>
    Buffer.concat([prefix, encrypted(key, purpose, bytes)])
  const openBytes = (purpose: string, sealed: Uint8Array) =>
    prefix.equals(sealed.subarray(0, prefix.length))
      ? decrypted(key, purpose, sealed.subarray(prefix.length))
      : undefined
  return {
    seal: (purpose, text) =>
      `v1.${number}.${encrypted(key, purpose, Buffer.from(text)).toString('base64url')}`,
    open(purpose, sealed) {
      const [version, keyNumber, body = ''] = sealed.split('.')
      if (version !== 'v1' || keyNumber !== number) return undefined
      return decrypted(key, purpose, Buffer.from(body, 'base64url'))?.toString('utf8')
    },
    ...{ sealBytes, openBytes },
    mark: (purpose, text) => createHmac('sha256', markKey).update(`${purpose}\n${text}`).digest('base64url'),
  }
}

function encrypted(key: KeyObject, purpose: string, bytes: Uint8Array): Buffer {
  const nonce = drawnBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

const drawn = Buffer.alloc(12 * 1024)
let used = drawn.length

/** Random bytes that nobody had before; drawn many at once, since each drawing takes longer than the sealing. */
function drawnBytes(count: number): Buffer {
  if (used + count > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += count
  return Buffer.from(drawn.subarray(used - count, used))
}

function decrypted(key: KeyObject, purpose: string, bytes: Uint8Array): Buffer | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

/** A key that nobody keeps: what is sealed with it cannot be read after this process has ended. */
export function passingSecrets(): Secrets {
  return secretsOf(randomBytes(32))
}

/**
 * The platform's key: from `GONGKAI_KEY`, or from the file `key` in the data folder, made at the first start.
 * @throws CannotStart where it is no key, or the folder cannot be written
 */
export async function platformSecrets(dataDir: string): Promise<Secrets> {
  const told = process.env.GONGKAI_KEY || undefined
  return secretsOf(
    keyOf(told ?? (await keptKey(dataDir)), told === undefined ? join(dataDir, 'key') : undefined),
  )
}

async function keptKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'key')
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) {
      throw CannotStart.of(cause, dataDir)
    }
  }
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw CannotStart.of(cause, file)
  })
}

function keyOf(text: string, file: string | undefined): Buffer {
  const trimmed = text.trim()
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64')
  if (key.length === 32) return key
  throw CannotStart.wrongKey(file)
}
