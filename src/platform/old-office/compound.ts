import cfb from 'cfb'
import { HurtFile } from '../strange/hurt-file.ts'

/** What a file in the form of Office 97 to 2003 is by what it holds; `locked` is any newer one under a password too. */
export type OldKind = 'word' | 'sheets' | 'slides' | 'locked' | 'other'

/** A compound file, MS-CFB: its streams by their names. */
export interface OldFile {
  readonly kind: OldKind
  /** The bytes of a stream; undefined where there is none. */
  stream(name: string): Uint8Array | undefined
}

const main = [
  ...([
    ['EncryptedPackage', 'locked'],
    ['WordDocument', 'word'],
    ['Workbook', 'sheets'],
    ['Book', 'sheets'],
    ['PowerPoint Document', 'slides'],
  ] as const),
] as const

/** Opens a file of Office 97 to 2003, or of a program that writes the same. @throws HurtFile */
export function oldFile(bytes: Uint8Array): OldFile {
  const container = opened(bytes)
  const stream = (name: string) => {
    const content = cfb.find(container, `/${name}`)?.content
    return content === undefined ? undefined : Uint8Array.from(content)
  }
  const kind = main.find(([name]) => cfb.find(container, `/${name}`) !== null)?.[1] ?? 'other'
  return { kind, stream }
}

function opened(bytes: Uint8Array) {
  try {
    return cfb.read(Buffer.from(bytes), { type: 'buffer' })
  } catch {
    throw new HurtFile('文件已损坏，无法打开。')
  }
}
