import { createHash } from 'node:crypto'
import { posix } from 'node:path'

/** The addresses of the site that a copy holds, and where in the copy each stands. */
export interface Places {
  /** The file of an address within the copy; undefined for what the copy does not hold. */
  fileOf(address: string): string | undefined
}

/** What a page of a list may be asked besides its number, one thing at a time: else the copy would never end. */
const choices: Readonly<Record<string, readonly string[]>> = {
  '/disclosure/catalogue': ['agency', 'duty', 'form', 'year', 'series', 'theme'],
  '/disclosure/documents': ['list'],
  '/disclosure/guide': ['agency'],
  '/disclosure/rules': ['agency'],
}
const plain = [
  /^\/disclosure$/,
  /^\/disclosure\/items\/[\w-]+$/,
  /^\/disclosure\/items\/[\w-]+\/editions\/\d+$/,
  /^\/disclosure\/series(\/[\w-]+\/[^/]+)?$/,
  /^\/disclosure\/consultations(\/[\w-]+)?$/,
]
const assets: Readonly<Record<string, string>> = {
  '/assets/styles.css': 'assets/styles.css',
  '/assets/page.js': 'assets/page.js',
  '/assets/icon.svg': 'assets/icon.svg',
  '/search': 'search.html',
}

/** @param endings the ending of each file's name, by its id */
export function placesOf(endings: ReadonlyMap<string, string>): Places {
  return {
    fileOf(address) {
      const { pathname, searchParams } = new URL(address, 'http://copy.invalid/')
      const asked = [...searchParams]
      if (asked.length === 0 && assets[pathname] !== undefined) return assets[pathname]
      const file = /^\/disclosure\/items\/([\w-]+)\/files\/([\da-f-]{36})$/.exec(pathname)
      if (file !== null) {
        const [, item = '', id = ''] = file
        const ending = endings.get(id)
        return ending === undefined ? undefined : `disclosure/items/${item}/files/${id}${ending}`
      }
      if (!isHeld(pathname, asked)) return undefined
      const query = asked.map(([name, value]) => `~${name}-${safe(value)}`).join('')
      const path = pathname
        .split('/')
        .filter(Boolean)
        .map(part => safe(decodeURIComponent(part)))
      return `${path.join('/')}${query}.html`
    },
  }
}

function isHeld(pathname: string, asked: readonly (readonly [string, string])[]): boolean {
  if (/^\/disclosure\/items\/[\w-]+\/difference$/.test(pathname)) {
    return asked.length === 2 && asked[0]?.[0] === 'from' && asked[1]?.[0] === 'to'
  }
  const rest = asked.filter(([name, value]) => name !== 'page' || !/^\d{1,6}$/.test(value))
  if (plain.some(each => each.test(pathname))) return rest.length === 0
  const allowed = choices[pathname]
  return allowed !== undefined && rest.length <= 1 && rest.every(([name]) => allowed.includes(name))
}

/** A name that every file system and every server takes as it is. */
function safe(text: string): string {
  if (/^[\w.-]{1,80}$/.test(text) && !text.startsWith('.')) return text
  return `x${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}

/** How one file of the copy names another. */
export function relativeTo(from: string, to: string): string {
  return posix.relative(posix.dirname(from), to) || posix.basename(to)
}
