import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { look, page, rebuild } from '../by-kind.ts'
import { pixelsOfPicture } from './picture-file.ts'
import { lookIntoPicture } from './picture-look.ts'
import { pngOf } from './png.ts'
import { pictureAsPage } from './redraw.ts'

function grey(width: number, height: number): Buffer {
  return pngOf({ width, height, data: new Uint8Array(width * height * 4).fill(200) })
}

function withChunk(png: Buffer, name: string, content: string): Buffer {
  const body = Buffer.concat([Buffer.from(name), Buffer.from(content)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)])
}

test('words and a second file within a picture are found, and gone when rebuilt', async () => {
  const telling = Buffer.concat([
    withChunk(grey(40, 30), 'tEXt', 'Author\0Zhang San'),
    Buffer.from('PK-hidden'),
  ])
  expect(lookIntoPicture(telling).map(({ kind }) => kind)).toEqual(['metadata', 'embedded'])
  const { bytes, kind } = await rebuild(telling, { boxes: [], words: [] })
  expect(kind).toBe('png')
  expect(lookIntoPicture(bytes)).toEqual([])
  expect(Buffer.from(bytes).includes('Zhang')).toBe(false)
})

test('a box is black in the picture and the rest is as it was', async () => {
  const box = { page: 1, x: 0.5, y: 0, width: 0.5, height: 1 }
  const { bytes } = await rebuild(grey(40, 30), { boxes: [box], words: [] })
  const drawn = (await pictureAsPage(bytes, 'png')).draw(1, 1)
  expect([drawn.width, drawn.height]).toEqual([40, 30])
  expect(drawn.data[15 * 40 * 4 + 30 * 4]).toBe(0)
  expect(drawn.data[15 * 40 * 4 + 10 * 4]).toBe(200)
})

test('a picture of a billion pixels is refused before it is unpacked', async () => {
  const bomb = grey(4, 4)
  bomb.writeUInt32BE(40_000, 16)
  bomb.writeUInt32BE(40_000, 20)
  await expect(page(bomb, 1)).rejects.toThrow('图片超过 6000 万像素')
})

test('a picture cut off is refused', async () => {
  await expect(look(grey(4, 4).subarray(0, 30))).rejects.toThrow('图片已损坏')
})

test('words cannot be sought in a picture', async () => {
  await expect(rebuild(grey(4, 4), { boxes: [], words: ['张三'] })).rejects.toThrow('请改为画框')
})

/** The head of a JPG of 640 by 480, with what the camera says of how it was held: 1 upright, 6 on its side. */
function photo(held: number, order: 'MM' | 'II'): Buffer {
  const short = (value: number) => (order === 'MM' ? [0, value] : [value, 0])
  const long = (value: number) => (order === 'MM' ? [0, 0, 0, value] : [value, 0, 0, 0])
  const tag = order === 'MM' ? [0x01, 0x12] : [0x12, 0x01]
  const entry = [...tag, ...short(3), ...long(1), ...short(held), 0, 0]
  const tags = [...Buffer.from(order), ...short(42), ...long(8), ...short(1), ...entry, ...long(0)]
  const exif = [...Buffer.from('Exif\0\0'), ...tags]
  const size = [0xff, 0xc0, 0, 11, 8, 0x01, 0xe0, 0x02, 0x80, 1, 1, 0x11, 0]
  const lines = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0xff, 0xd9]
  return Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif, ...size, ...lines])
}

test.each(['MM', 'II'] as const)('a photo that lies on its side is as high as it is shown (%s)', order => {
  expect(pixelsOfPicture(photo(1, order))).toEqual({ width: 640, height: 480 })
  expect(pixelsOfPicture(photo(6, order))).toEqual({ width: 480, height: 640 })
})
