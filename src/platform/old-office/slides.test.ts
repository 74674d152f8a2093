import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { HurtFile } from '../strange/hurt-file.ts'
import { oldFile } from './compound.ts'
import { oldSlideWords } from './slides.ts'
import { oldWords } from './words.ts'

const bytes = new Uint8Array(readFileSync(new URL('./testdata/reading.ppt', import.meta.url)))
const told = [
  '演示政策解读\n第一，申请条件放宽。\n第二，A4 paper only.\n组合中的文字',
  '第二页\nplain latin text',
]

test('a presentation of PowerPoint 97 is read slide by slide, groups too; notes and the master stay out', async () => {
  expect(oldFile(bytes).kind).toBe('slides')
  expect(await oldWords(bytes)).toEqual(told)
})

function streams() {
  const { stream } = oldFile(bytes)
  const [user, all] = [stream('Current User'), stream('PowerPoint Document')]
  if (user === undefined || all === undefined) throw new Error('no stream')
  return { user: Buffer.from(user), all: Buffer.from(all) }
}
const read = (user: Buffer, all: Buffer) =>
  oldSlideWords({ stream: name => (name === 'Current User' ? user : all) })

/** Where the second slide lies, and the number under which the directory keeps it. */
function secondSlide(all: Buffer) {
  const text = all.indexOf(Buffer.from('第二页', 'utf16le'))
  let at = all.lastIndexOf(Buffer.from([0x0f, 0, 0xee, 3]), text)
  while (at + 8 + all.readUInt32LE(at + 4) < text)
    at = all.lastIndexOf(Buffer.from([0x0f, 0, 0xee, 3]), at - 1)
  return { at, bytes: Buffer.from(all.subarray(at, at + 8 + all.readUInt32LE(at + 4))) }
}

const record = (type: number, ...values: readonly number[]) => {
  const made = Buffer.alloc(8 + values.length * 4)
  made.writeUInt16LE(type, 2)
  made.writeUInt32LE(values.length * 4, 4)
  for (const [place, value] of values.entries()) made.writeUInt32LE(value, 8 + place * 4)
  return made
}

/** The file saved once more, as a fast saving leaves it: the changed slide behind the old one, which still lies there. */
function savedAgain(change: (slide: Buffer) => void) {
  const { user, all } = streams()
  const edit = user.readUInt32LE(16)
  const directory = all.readUInt32LE(edit + 8 + 12)
  const { at, bytes: slide } = secondSlide(all)
  change(slide)
  const entries: number[] = []
  const end = directory + 8 + all.readUInt32LE(directory + 4)
  for (let next = directory + 8; next < end; ) {
    const head = all.readUInt32LE(next)
    for (let each = 0; each < head >>> 20; each++)
      if (all.readUInt32LE(next + 4 + each * 4) === at) entries.push((head & 0xfffff) + each)
    next += 4 + (head >>> 20) * 4
  }
  const [number = 0] = entries
  const newDirectory = all.length + slide.length
  const saving = record(0xff5, 0, 0, edit, newDirectory, all.readUInt32LE(edit + 8 + 16), 0, 0)
  const list = record(0x1772, (1 << 20) | number, all.length)
  user.writeUInt32LE(newDirectory + list.length, 16)
  return read(user, Buffer.concat([all, slide, list, saving]))
}

test('words of an earlier saving lie in the file and are not read', () => {
  const after = savedAgain(slide => {
    slide.write('新二页', slide.indexOf(Buffer.from('第二页', 'utf16le')), 'utf16le')
  })
  expect(after).toEqual([told[0], '新二页\nplain latin text'])
})

test('a hidden slide is not read', () => {
  const after = savedAgain(slide => {
    const info = slide.indexOf(Buffer.from([0xf9, 3])) - 2
    slide.writeUInt16LE(slide.readUInt16LE(info + 18) | 4, info + 18)
  })
  expect(after).toEqual([told[0]])
})

test('a locked file, one that is cut and one that runs in a circle are refused', () => {
  const { user, all } = streams()
  const lockedUser = Buffer.from(user)
  lockedUser.writeUInt32LE(0xf3d1c4df, 12)
  expect(() => read(lockedUser, all)).toThrow('设有密码')
  for (const share of [0, 0.3, 0.9]) {
    expect(() => read(user, all.subarray(0, Math.floor(all.length * share)))).toThrow(HurtFile)
  }
  const circle = Buffer.from(all)
  circle.writeUInt32LE(user.readUInt32LE(16), user.readUInt32LE(16) + 8 + 8)
  expect(() => read(user, circle)).toThrow(HurtFile)
})
