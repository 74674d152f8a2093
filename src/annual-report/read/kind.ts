import { Unreadable } from './unreadable.ts'

/** A file as it came: its bytes tell the kind, and its name where they do not. */
export interface ReportFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The formats that can be read. */
export type Kind = 'html' | 'txt' | 'md' | 'json' | 'docx' | 'xlsx' | 'pdf'

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((sign, at) => bytes[at] === sign.charCodeAt(0))
}

/** First bytes of files that cannot be read, and what to do instead. */
const others: readonly (readonly [mark: string, advice: string])[] = [
  [
    '\u00d0\u00cf\u0011\u00e0',
    '这是旧版 Word、Excel 或加密的文件，请去除密码并另存为 .docx 或 .xlsx 后再试。',
  ],
  ['{\\rtf', '这是 RTF 文件，请用 Word 或 WPS 另存为 .docx 后再试。'],
  ['Rar!', '这是压缩包，请解压后选择其中的报告文件。'],
  ['7z\u00bc\u00af', '这是压缩包，请解压后选择其中的报告文件。'],
  ['\u0089PNG', '这是图片，无法读取其中的文字，请改用网页、Word 或带文字的 PDF。'],
  ['\u00ff\u00d8\u00ff', '这是图片，无法读取其中的文字，请改用网页、Word 或带文字的 PDF。'],
  ['MIME-Version:', '这是整页存档文件，请在浏览器中另存为 .html 后再试。'],
]

/** What kind of file it is, by its first bytes and its name. @throws Unreadable where it is none that can be read */
export function kindOf({ name, bytes }: ReportFile): Kind {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (startsWith(bytes, '%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\u0003\u0004')) return packed(name, bytes)
  const advice = others.find(([mark]) => startsWith(bytes, mark))?.[1]
  if (advice !== undefined) throw new Unreadable(name, advice)
  if (ending === 'html' || ending === 'htm') return 'html'
  if (ending === 'txt' || ending === 'md' || ending === 'json') return ending
  if (isMarkup(bytes)) return 'html'
  if (ending === 'pdf' || ending === 'docx' || ending === 'xlsx')
    throw new Unreadable(name, `文件已损坏，不是 .${ending} 文件。`)
  throw new Unreadable(name, '只能读取 html、txt、md、docx、xlsx、pdf、json 文件。')
}

/** An archive is what its contents are, whatever it is called. */
function packed(name: string, bytes: Uint8Array): 'docx' | 'xlsx' {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (archive.includes('word/document.xml')) return 'docx'
  if (archive.includes('xl/workbook.xml')) return 'xlsx'
  if (archive.includes('OFD.xml')) throw new Unreadable(name, '这是 OFD 版式文件，请另存为 PDF 后再试。')
  if (/\.(?:docx|xlsx)$/i.test(name)) throw new Unreadable(name, '文件已损坏，其中没有报告内容。')
  throw new Unreadable(name, '这是压缩包，请解压后选择其中的报告文件。')
}

/** Sites give pages other names, and offices save pages as .doc. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))
  return /^[\s\u00ef\u00bb\u00bf]*<(?:!doctype\s+html|html|\?xml|head|meta|body|div|table|p\b|h1)/i.test(
    start,
  )
}
