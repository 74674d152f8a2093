import { keep, kept } from '../kept-text.ts'

const family = 'gongkai along '
const lastsMs = 3 * 86_400_000

interface Kept<T> {
  readonly at: number
  readonly value: T
}

/** Keeps an answer of the server in this browser for pages that open without a line, three days at most; false where there is no room. */
export function keepAlong(name: string, value: unknown): boolean {
  return keep(family + name, JSON.stringify({ at: Date.now(), value }))
}

/** What is kept under this name, and when it was read in milliseconds; undefined where it is not, or no longer. */
export function alongOf<T>(name: string): Kept<T> | undefined {
  const text = kept(family + name)
  if (text === null) return undefined
  const found: Kept<T> = JSON.parse(text)
  if (found.at > Date.now() - lastsMs) return found
  dropAlong(name)
  return undefined
}

/** Forgets what is kept under this name. */
export function dropAlong(name: string): void {
  keep(family + name, '')
}

/** The names that begin so. */
export function namesAlong(start: string): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter(key => key.startsWith(family + start))
      .map(key => key.slice(family.length))
  } catch {
    return []
  }
}

/** Forgets all of it: whoever signs out leaves no answer of the server in this browser. */
export function forgetAlong(): void {
  for (const name of namesAlong('')) dropAlong(name)
}
