import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { look, page, rebuild } from '../by-kind.ts'
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
