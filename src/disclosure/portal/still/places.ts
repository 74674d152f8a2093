import { createHash } from 'node:crypto'
import { posix } from 'node:path'

/** The addresses of the site that a copy holds, and where in the copy each stands. */
export interface Places {
  /** The file of an address within the copy; undefined for what the copy does not hold. `large`: of its 长辈版. */
  fileOf(address: string, large?: boolean): string | undefined
}

/** What a page of a list may be asked besides its number, one thing at a time: else the copy would never end. */
const choices: readonly (readonly [path: RegExp, names: readonly string[]])[] = [
  [/^\/disclosure\/catalogue$/, ['agency', 'duty', 'form', 'year', 'series', 'theme']],
  [/^\/disclosure\/documents$/, ['list']],
  [/^\/disclosure\/(?:guide|rules)$/, ['agency']],
  [/^\/disclosure\/results\/\w+$/, ['year', 'batch']],
  [/^\/disclosure\/series\/[\w-]+\/[^/]+$/, ['year']],
]
const plain = [
  /^\/disclosure(?:\/(?:series|open-data))?$/,
  /^\/disclosure\/items\/[\w-]+$/,
  /^\/disclosure\/items\/[\w-]+\/editions\/\d+$/,
  /^\/disclosure\/consultations(\/[\w-]+)?$/,
]
const assets: Readonly<Record<string, string>> = {
  '/assets/styles.css': 'assets/styles.css',
  '/assets/page.js': 'assets/page.js',
  '/assets/icon.svg': 'assets/icon.svg',
}

type Asked = readonly (readonly [name: string, value: string])[]

/** @param endings the ending of each file's name, by its id @param renderings whether items stand there as Word, PDF and text too */
export function placesOf(endings: ReadonlyMap<string, string>, renderings: boolean): Places {
  const fileOf = (address: string, large = false): string | undefined => {
    const { pathname, searchParams } = new URL(address, 'http://copy.invalid/')
    const asked = [...searchParams]
    if (pathname === '/large-type')
      return fileOf(searchParams.get('back') ?? '', searchParams.get('on') === '1')
    const file = assets[pathname] ?? itemFile(pathname, endings, renderings) ?? dataFile(pathname, asked)
    if (file !== undefined) return file
    if (pathname !== '/search' && !isHeld(pathname, asked)) return undefined
    return `${large ? 'large/' : ''}${nameOf(pathname, asked)}.html`
  }
  return { fileOf }
}

/** A file of an item, as it was kept or as it is printed. */
function itemFile(pathname: string, endings: ReadonlyMap<string, string>, renderings: boolean) {
  const [, item = '', id = '', printed = ''] =
    /^\/disclosure\/items\/([\w-]+)\/(?:files\/([\da-f-]{36})|file\.(docx|pdf|txt))$/.exec(pathname) ?? []
  if (printed !== '') return renderings ? `disclosure/items/${item}/file.${printed}` : undefined
  const ending = endings.get(id)
  return ending === undefined ? undefined : `disclosure/items/${item}/files/${id}${ending}`
}

/** What may be taken whole as open data. */
function dataFile(pathname: string, asked: Asked): string | undefined {
  const whole = /^\/disclosure\/(?:results\/\w+\/rows|catalogue)\.(?:csv|json)$/.test(pathname)
  const inForce = asked.length === 1 && asked[0]?.join() === 'validity,inForce'
  if (!whole || (asked.length > 0 && !(inForce && pathname.startsWith('/disclosure/catalogue.'))))
    return undefined
  return asked.length === 0 ? pathname.slice(1) : pathname.slice(1).replace('.', '~in-force.')
}

function nameOf(pathname: string, asked: Asked): string {
  if (pathname === '/search') return 'search'
  const query = asked.map(([name, value]) => `~${name}-${safe(value)}`).join('')
  const path = pathname
    .split('/')
    .filter(Boolean)
    .map(part => safe(decodeURIComponent(part)))
  return path.join('/') + query
}

function isHeld(pathname: string, asked: Asked): boolean {
  if (/^\/disclosure\/items\/[\w-]+\/difference$/.test(pathname)) {
    return asked.length === 2 && asked[0]?.[0] === 'from' && asked[1]?.[0] === 'to'
  }
  const rest = asked.filter(([name, value]) => name !== 'page' || !/^\d{1,6}$/.test(value))
  if (plain.some(each => each.test(pathname))) return rest.length === 0
  const allowed = choices.find(([path]) => path.test(pathname))?.[1]
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
