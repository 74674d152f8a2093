import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../statute/refusal.ts'
import { heldBy, partsOfPicture, pixelsOfPicture } from '../hidden/pages/picture-file.ts'
import { barePhoto } from './bare-photo.ts'
import type { KnownFile } from './known.ts'

const jpg = (bytes: Uint8Array): KnownFile => ({ name: '路灯.jpg', kind: 'jpg', media: 'image/jpeg', bytes })
function bareOf(file: KnownFile): Buffer {
  const bare = barePhoto(file)
  if (isRefusal(bare)) throw new Error(bare.message)
  return Buffer.from(bare.bytes)
}
const segment = (marker: number, content: readonly number[] | Buffer) => {
  const length = content.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content])
}
const size = segment(0xc0, [8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0])
const scan = Buffer.concat([segment(0xda, [1, 1, 0, 0, 0x3f, 0]), Buffer.from([1, 0xff, 0, 0xff, 0xd3, 2])])
const end = Buffer.from([0xff, 0xd9])

/** What a camera writes: how it was held, and where it stood. */
function told(held: number): Buffer {
  const tags = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0, 0, 0, 0, 0]
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from(tags), Buffer.from('GPS 41.1N')]))
}
const photo = (held: number, ...more: readonly Buffer[]) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), told(held), ...more, size, scan, end])

test.each([1, 6, 8])('where a photo was taken does not stay, how it was held (%i) does', held => {
  const bytes = bareOf(jpg(photo(held)))
  expect(bytes.includes('GPS')).toBe(false)
  expect(heldBy(partsOfPicture(bytes).parts)).toBe(held)
  expect(pixelsOfPicture(bytes)).toEqual(pixelsOfPicture(photo(held)))
})

test('words, small copies and what stands behind the end do not stay; colours and lines do', () => {
  const colours = segment(0xe2, Buffer.from('ICC_PROFILE\0 colours'))
  const more = [segment(0xfe, Buffer.from('演市民')), segment(0xe2, Buffer.from('MPF\0 small copy')), colours]
  const bytes = bareOf(jpg(Buffer.concat([photo(1, ...more), photo(1), Buffer.from('trailer')])))
  expect(bytes).toEqual(Buffer.concat([Buffer.from([0xff, 0xd8]), colours, size, scan, end]))
})

test('the lines of every scan of a photo stay as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 4 }), all => {
      const lines = all.map(each => [...each].flatMap(byte => (byte === 0xff ? [0xff, 0] : [byte])))
      const scans = lines.flatMap(each => [
        segment(0xc4, [0xff, 0xd9]),
        segment(0xda, [0]),
        Buffer.from(each),
      ])
      const plain = Buffer.concat([Buffer.from([0xff, 0xd8]), size, ...scans, end])
      expect(bareOf(jpg(plain))).toEqual(plain)
    }),
  )
})

test('a PNG keeps its picture and loses its words; other files are left alone; a hurt one is told', () => {
  const chunk = (name: string, content: string) => {
    const body = Buffer.from(name + content, 'latin1')
    const bytes = Buffer.alloc(8 + body.length)
    bytes.writeUInt32BE(content.length, 0)
    body.copy(bytes, 4)
    bytes.writeUInt32BE(crc32(body), 4 + body.length)
    return bytes
  }
  const head = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  const shown = [chunk('IHDR', 'size'), chunk('IDAT', 'lines'), chunk('IEND', '')]
  const [first = head, ...rest] = shown
  const bytes = Buffer.concat([head, first, chunk('eXIf', 'GPS'), chunk('tEXt', 'who'), ...rest, first])
  const png = { name: 'a.png', kind: 'png', media: 'image/png', bytes } as const
  expect(bareOf(png)).toEqual(Buffer.concat([head, ...shown]))
  const text = { name: 'a.txt', kind: 'txt', media: 'text/plain', bytes: Buffer.from('甲') } as const
  expect(barePhoto(text)).toBe(text)
  const hurt = { kind: 'refusal', message: expect.stringContaining('已损坏') }
  expect(barePhoto({ ...png, bytes: bytes.subarray(0, 20) })).toMatchObject(hurt)
  expect(barePhoto(jpg(photo(1).subarray(0, 8)))).toMatchObject(hurt)
})
