import { type Refusal, refuse } from '../../statute/refusal.ts'
import { CannotRedact } from '../hidden/cannot-redact.ts'
import { heldBy, partsOfPicture } from '../hidden/pages/picture-file.ts'
import type { KnownFile } from './known.ts'

const start = Buffer.from([0xff, 0xd8])
const end = Buffer.from([0xff, 0xd9])
/** What a PNG needs to be shown as it was; time, place and words are none of it. */
const neededInPng = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|sBIT|bKGD|pHYs|iCCP)$/

/**
 * A photo without what it tells besides its picture: place, time, camera, words, small copies and whatever stands behind its end.
 * How the camera was held stays, so that nobody's photo lies on its side; files of other kinds stay as they are.
 * A hurt photo is refused.
 */
export function barePhoto(file: KnownFile): KnownFile | Refusal {
  if (file.kind !== 'jpg' && file.kind !== 'png') return file
  const whole = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  try {
    return { ...file, bytes: file.kind === 'png' ? barePng(whole) : bareJpg(whole) }
  } catch (cause) {
    if (!(cause instanceof RangeError || cause instanceof CannotRedact)) throw cause
    return refuse(`“${file.name}”已损坏，不能打开；请重新拍摄，或者另选一张。`)
  }
}

function barePng(whole: Buffer): Buffer {
  const kept = [whole.subarray(0, 8)]
  for (let at = 8, name = ''; name !== 'IEND'; ) {
    const next = at + 12 + whole.readUInt32BE(at)
    name = whole.toString('latin1', at + 4, at + 8)
    if (next > whole.length) throw new RangeError('cut off')
    if (neededInPng.test(name)) kept.push(whole.subarray(at, next))
    at = next
  }
  return Buffer.concat(kept)
}

function bareJpg(whole: Buffer): Buffer {
  const held = heldBy(partsOfPicture(whole).parts)
  const kept = [start, ...(held > 1 && held <= 8 ? [howHeld(held)] : [])]
  let at = 2
  while (at + 4 <= whole.length) {
    if (whole[at] !== 0xff) throw new RangeError('no marker')
    const marker = whole.readUInt8(at + 1)
    if (marker === 0xd9) break
    const next = marker === 0xff ? at + 1 : at + 2 + whole.readUInt16BE(at + 2)
    if (next > whole.length) throw new RangeError('cut off')
    if (marker !== 0xff && isNeeded(marker, whole.subarray(at + 4, next))) kept.push(whole.subarray(at, next))
    at = next
    if (marker !== 0xda) continue
    const after = endOfScan(whole, at)
    kept.push(whole.subarray(at, after))
    at = after
  }
  return Buffer.concat([...kept, end])
}

/** Of what programs add, the sign of the format, the colours of an Adobe file and a profile of colours. */
function isNeeded(marker: number, content: Buffer): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  return (
    (marker === 0xe0 && content.toString('latin1', 0, 4) === 'JFIF') ||
    (marker === 0xe2 && content.toString('latin1', 0, 11) === 'ICC_PROFILE') ||
    (marker === 0xee && content.toString('latin1', 0, 5) === 'Adobe')
  )
}

/** Where the next marker stands after the lines of a scan: in them a 0xff is followed by a zero or by a restart. */
function endOfScan(whole: Buffer, from: number): number {
  for (let at = whole.indexOf(0xff, from); at >= 0; at = whole.indexOf(0xff, at + 1)) {
    const next = whole[at + 1] ?? 0xd9
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return whole.length
}

/** The shortest note of the camera that says how it was held and nothing else. */
function howHeld(held: number): Buffer {
  const tags = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, held, 0, 0, 0, 0, 0, 0]
  const content = [...Buffer.from('Exif\0\0'), ...tags]
  return Buffer.from([0xff, 0xe1, 0, content.length + 2, ...content])
}
