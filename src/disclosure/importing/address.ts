import type { SiteMapping } from './mapping.ts'

/** Where the site's root lies in the archive, `www.yunchuan.gov.cn/` as copying programs lay it down; empty where it is the top. */
export function rootOf(names: readonly string[], mapping: SiteMapping): string {
  if (mapping.root !== undefined)
    return mapping.root === '' ? '' : `${mapping.root.replace(/^\/+|\/+$/g, '')}/`
  const top = /^[^/]+\//.exec(names[0] ?? '')?.[0] ?? ''
  const isHost = /^[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?\/$/i.test(top)
  return isHost && names.every(name => name.startsWith(top)) ? top : ''
}

/** What an address is resolved against. */
export interface SitePlace {
  readonly root: string
  readonly base?: string | undefined
}

/** An address as a page says it, whole: `www.x.gov.cn/a` without its scheme is one too. */
function asUrl(said: string, against: string): URL | undefined {
  const text =
    /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(said) && said.includes('.gov.') ? `http://${said}` : said
  return URL.canParse(text, against) ? new URL(text, against) : undefined
}

/** The address that a page had, as a path with its query: as it says itself, else where it lies in the archive. The front page alone is none. */
export function oldPathOf(said: string, name: string, place: SitePlace): string {
  const own = pathIn(name, place)
  const url = said === '' ? undefined : asUrl(said, own.href)
  const chosen = url === undefined || (url.pathname === '/' && url.search === '') ? own : url
  return chosen.pathname + chosen.search
}

/** Where a file of the archive stood on the site. */
function pathIn(name: string, { root, base }: SitePlace): URL {
  const path = name.startsWith(root) ? name.slice(root.length) : name
  const start = base ?? 'http://old.invalid/'
  return new URL(encodeURI(path).replaceAll('#', '%23').replaceAll('?', '%3F'), start)
}

/** What a link of a page leads to: a path of the old site with the places where its file may lie, or somewhere else. */
export interface LinkTarget {
  /** The link as it stays: a path where it stays on the old site, whole where it leads elsewhere. */
  readonly href: string
  /** Names in the archive under which its file may lie. */
  readonly names: readonly string[]
}

/** Follows a link from a page that lies here in the archive and had this address. Undefined where it is no address. */
export function followed(
  href: string,
  page: { readonly name: string; readonly oldPath: string },
  place: SitePlace,
): LinkTarget | undefined {
  const start = new URL(page.oldPath, place.base ?? 'http://old.invalid/')
  const [byAddress, byPlace] = [asUrl(href, start.href), asUrl(href, pathIn(page.name, place).href)]
  if (byAddress === undefined) return undefined
  if (!/^https?:$/.test(byAddress.protocol)) return { href, names: [] }
  const host = place.root.replace(/\/$/, '')
  const here = byAddress.host === start.host || (host !== '' && byAddress.host === host)
  if (!here) return { href: byAddress.href, names: [] }
  const names = [byPlace, byAddress].flatMap(url => (url === undefined ? [] : namesOf(url, place)))
  return { href: byAddress.pathname + byAddress.search, names: [...new Set(names)] }
}

function namesOf({ pathname }: URL, { root, base }: SitePlace): string[] {
  const under = base === undefined ? '/' : new URL(base).pathname.replace(/[^/]*$/, '')
  const path = pathname.startsWith(under) ? pathname.slice(under.length) : pathname.slice(1)
  const name = root + path
  try {
    return [decodeURIComponent(name), name]
  } catch {
    return [name]
  }
}
