import { Unreadable } from './unreadable.ts'

/** A file as it came: its name tells the kind where its bytes do not. */
export interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The formats that can be read. */
export type Kind = 'html' | 'txt' | 'md' | 'json' | 'docx' | 'xlsx' | 'pdf'

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((sign, at) => bytes[at] === sign.charCodeAt(0))
}

/** What kind of file it is, by its first bytes and its name. @throws Unreadable where it is none that can be read */
export function kindOf({ name, bytes }: ReportFile): Kind {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    if (ending === 'docx' || ending === 'xlsx') return ending
    throw new Unreadable(name, '压缩包不是 Word(.docx)或 Excel(.xlsx)文件。')
  }
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0'))
    throw new Unreadable(name, '这是旧版 Word、Excel 或加密的文件，请另存为 .docx 或 .xlsx 后再试。')
  if (ending === 'pdf' || ending === 'docx' || ending === 'xlsx')
    throw new Unreadable(name, `文件已损坏，不是 .${ending} 文件。`)
  if (ending === 'html' || ending === 'htm') return 'html'
  if (ending === 'txt' || ending === 'md' || ending === 'json') return ending
  throw new Unreadable(name, '只能读取 html、txt、md、docx、xlsx、pdf、json 文件。')
}
