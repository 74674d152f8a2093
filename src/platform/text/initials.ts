import { pinyin } from 'pinyin-pro'

const kept = new Map<string, string>()
const mostKept = 20_000

/** The first letters of a name as it is spoken, 住建局 as zjj; a person's family name is read as one. */
export function initialsOf(name: string, kind: 'agency' | 'person' = 'agency'): string {
  const key = `${kind} ${name}`
  const before = kept.get(key)
  if (before !== undefined) return before
  const surname = kind === 'person' ? 'head' : 'off'
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname })
    .join('')
    .toLowerCase()
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, letters)
  return letters
}
