import { GramTable } from './grams.ts'
import type { CategoryModel } from './model.ts'

interface Head {
  readonly form: 1
  readonly categories: readonly string[]
  readonly grams: number
  readonly sharpness: number
}

const headAt = 4

/** A model as bytes, to be kept in a table: the length of its head, the head as JSON, then keys, rarities and weights. */
export function modelToBytes({ categories, vocabulary, weights, sharpness }: CategoryModel): Uint8Array {
  const grams = vocabulary.grams.count
  const head = new TextEncoder().encode(JSON.stringify({ form: 1, categories, grams, sharpness }))
  const from = bodyAt(head.length)
  const bytes = new Uint8Array(from + (grams * 2 + weights.length) * 4)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, headAt)
  new Uint32Array(bytes.buffer, from, grams).set(vocabulary.grams.keys())
  new Float32Array(bytes.buffer, from + grams * 4, grams).set(vocabulary.rarity)
  new Float32Array(bytes.buffer, from + grams * 8).set(weights)
  return bytes
}

/** The model that was kept. @throws where the bytes are no model of this form */
export function modelFromBytes(kept: Uint8Array): CategoryModel {
  // A Buffer would give a view: numbers are read at places that four divides.
  const bytes = new Uint8Array(kept)
  const length = bytes.length < headAt ? 0 : new DataView(bytes.buffer).getUint32(0, true)
  const head = headIn(bytes.subarray(headAt, headAt + length))
  const from = bodyAt(length)
  const wide = head.categories.length
  if (bytes.length !== from + (head.grams * 2 + (head.grams + 1) * wide) * 4)
    throw new Error('The kept model is cut short.')
  const grams = new GramTable(head.grams)
  for (const key of new Uint32Array(bytes.buffer, from, head.grams)) grams.add(key)
  const rarity = new Float32Array(bytes.buffer, from + head.grams * 4, head.grams)
  const weights = new Float32Array(bytes.buffer, from + head.grams * 8)
  return { categories: head.categories, vocabulary: { grams, rarity }, weights, sharpness: head.sharpness }
}

function headIn(bytes: Uint8Array): Head {
  const head: Partial<Head> = bytes.length === 0 ? {} : JSON.parse(new TextDecoder().decode(bytes))
  const { form, categories, grams, sharpness } = head
  if (form !== 1 || categories === undefined || grams === undefined || sharpness === undefined)
    throw new Error('The kept model has another form.')
  return { form, categories, grams, sharpness }
}

/** Numbers stand at places that four divides. */
function bodyAt(head: number): number {
  return Math.ceil((headAt + head) / 4) * 4
}
