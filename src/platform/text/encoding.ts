import iconv from 'iconv-lite'

/** The words of a text file: UTF-8, UTF-16 by its mark, else GB 18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const unmarked = withoutMark(bytes)
  if (unmarked !== undefined) return new TextDecoder(unmarked).decode(bytes)
  const chinese = /charset\s*=\s*["']?\s*gb/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 2048)))
  if (chinese && !isUtf8(bytes)) return iconv.decode(Buffer.from(bytes), 'gb18030')
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\ufffd')) return text
  const other = iconv.decode(Buffer.from(bytes), 'gb18030')
  return count(other) < count(text) ? other : text
}

/** Markup in UTF-16 without its mark: every other byte of its first signs is zero. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = bytes
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  return a === 0 && b === 0x3c && c === 0 && d !== 0 ? 'utf-16be' : undefined
}

function isUtf8(bytes: Uint8Array): boolean {
  return !new TextDecoder('utf-8').decode(bytes).includes('\ufffd')
}

function count(text: string): number {
  return text.split('\ufffd').length
}
