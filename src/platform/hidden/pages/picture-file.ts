import { CannotRedact } from '../cannot-redact.ts'

/** A part of a PNG or JPG file by its name: a PNG's chunk, a JPG's marker such as APP1. */
interface PicturePart {
  readonly name: string
  readonly content: Buffer
}

const mostPixels = 60_000_000

/** The parts of a PNG or JPG file; `after` counts the bytes behind its end. @throws CannotRedact where it is hurt */
export function partsOfPicture(bytes: Uint8Array): {
  readonly parts: readonly PicturePart[]
  readonly after: number
} {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return file[0] === 0x89 ? pngParts(file) : jpgParts(file)
  } catch (error) {
    if (error instanceof RangeError) throw new CannotRedact('图片已损坏，无法打开。')
    throw error
  }
}

function pngParts(file: Buffer) {
  const parts: PicturePart[] = []
  let at = 8
  while (at < file.length) {
    const length = file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    parts.push({ name, content: file.subarray(at + 8, at + 8 + length) })
    at += 12 + length
    if (name === 'IEND') break
  }
  if (parts.at(-1)?.name !== 'IEND' || at > file.length) throw new RangeError('cut off')
  return { parts, after: file.length - at }
}

function jpgParts(file: Buffer) {
  const parts: PicturePart[] = []
  let at = 2
  while (at < file.length) {
    const marker = file.readUInt8(at + 1)
    const length = file.readUInt16BE(at + 2)
    parts.push({ name: nameOfMarker(marker), content: file.subarray(at + 4, at + 2 + length) })
    at += 2 + length
    if (marker === 0xda) break
  }
  const end = file.indexOf(Buffer.from([0xff, 0xd9]), at)
  return { parts, after: end < 0 ? 0 : file.length - end - 2 }
}

function nameOfMarker(marker: number): string {
  if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`
  if (marker === 0xfe) return 'COM'
  const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
  return frame ? 'SOF' : marker.toString(16)
}

/** How the camera was held, 1 for upright to 8: from 5 on the picture is shown lying on its side. */
export function heldBy(parts: readonly PicturePart[]): number {
  const told = parts.find(
    ({ name, content }) => name === 'APP1' && content.subarray(0, 4).toString() === 'Exif',
  )
  const tags = told?.content.subarray(6)
  if (tags === undefined || tags.length < 10) return 1
  const little = tags.toString('latin1', 0, 2) === 'II'
  const two = (at: number) => (little ? tags.readUInt16LE(at) : tags.readUInt16BE(at))
  const start = little ? tags.readUInt32LE(4) : tags.readUInt32BE(4)
  for (let entry = 0; start + 2 <= tags.length && entry < two(start); entry++) {
    const at = start + 2 + entry * 12
    if (at + 12 > tags.length) return 1
    if (two(at) === 0x0112) return two(at + 8)
  }
  return 1
}

/** The width and height in pixels as it is shown, before anything is unpacked. @throws CannotRedact where it has none or too many */
export function pixelsOfPicture(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const { parts } = partsOfPicture(bytes)
  const head = parts.find(({ name }) => name === 'IHDR' || name === 'SOF')
  if (head === undefined || head.content.length < 8) throw new CannotRedact('图片已损坏，无法打开。')
  const size =
    head.name === 'IHDR'
      ? { width: head.content.readUInt32BE(0), height: head.content.readUInt32BE(4) }
      : { width: head.content.readUInt16BE(3), height: head.content.readUInt16BE(1) }
  if (size.width === 0 || size.height === 0) throw new CannotRedact('图片已损坏，无法打开。')
  if (size.width * size.height > mostPixels) throw new CannotRedact('图片超过 6000 万像素，请缩小后再试。')
  return heldBy(parts) >= 5 ? { width: size.height, height: size.width } : size
}
