import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './drawing.ts'

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

/** The pixels as PNG and nothing besides: no time, no name, no text; grey pages as grey, which is a third of the size. */
export function pngOf({ width, height, data }: Picture): Buffer {
  const colours = isGrey(data) ? 1 : 3
  const stride = width * colours
  const rows = Buffer.alloc(height * (stride + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4
      const to = y * (stride + 1) + 1 + x * colours
      for (let colour = 0; colour < colours; colour++) rows[to + colour] = data[from + colour] ?? 0
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = colours === 1 ? 0 : 2
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function isGrey(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false
  }
  return true
}

function chunk(name: string, content: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + content.length)
  bytes.writeUInt32BE(content.length, 0)
  bytes.write(name, 4, 'latin1')
  content.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length)
  return bytes
}
