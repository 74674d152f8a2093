import { paths } from '../../../web/paths.ts'
import { type Places, relativeTo } from './places.ts'
import { searchPlace, stillSearchForm } from './search/page.ts'

/** A page for the copy, and the addresses of the site that it leads to and the copy holds. */
export interface Rewritten {
  readonly page: string
  readonly leadsTo: readonly string[]
}

const parts = /<form\b[\s\S]*?<\/form>|<a\b[^>]*>|<\/a>|<(?:img|link|script)\b[^>]*>/g

/** The part of an item's page that a copy without renderings leaves out. */
const downloads = /<h2>下载<\/h2><ul class="downloads">.*?<\/ul>/s

/**
 * Makes the links of a page lead within the copy. What the copy does not hold is left as plain words, and forms, which
 * nothing would answer, are gone. The markup is the site's own: attributes stand in double quotes.
 */
export function rewritten(page: string, own: string, places: Places): Rewritten {
  const large = own.startsWith('large/')
  const leadsTo = new Set<string>()
  let unlinked = false
  const to = (address: string): string | undefined => {
    const [path = '', fragment] = address.split('#')
    if (path === '') return address
    const file = places.fileOf(path, large)
    if (file === undefined) return undefined
    leadsTo.add(path)
    return relativeTo(own, file) + (fragment === undefined ? '' : `#${fragment}`)
  }
  const held =
    places.fileOf(paths.itemPrinted('any', 'pdf')) === undefined ? page.replace(downloads, '') : page
  const made = held.replace(parts, part => {
    if (part.startsWith('<form')) return ''
    if (part === '</a>') {
      const end = unlinked ? '</span>' : part
      unlinked = false
      return end
    }
    const [whole, name = '', address = ''] = /\b(href|src)="([^"]*)"/.exec(part) ?? []
    if (whole === undefined || !/^[/#]/.test(address)) return part
    const there = to(address.replaceAll('&amp;', '&'))
    if (there !== undefined) return part.replace(whole, `${name}="${there.replaceAll('&', '&amp;')}"`)
    if (!part.startsWith('<a')) return part.startsWith('<img') ? part.replace(whole, '') : ''
    unlinked = true
    return '<span>'
  })
  return { page: withSearch(made, large), leadsTo: [...leadsTo] }
}

/** The page of the search: its form, which the script of the copy answers, and that script. */
function withSearch(page: string, large: boolean): string {
  if (!page.includes(searchPlace)) return page
  const script = `<script src="${large ? '../' : ''}assets/still.js"></script></body>`
  return page.replace(searchPlace, stillSearchForm).replace('</body>', script)
}

/**
 * The same page in 长辈版, as the layout makes it: so that the copy asks the site for each page once. A test holds it against
 * a page that the site makes.
 */
export function enlarged(page: string): string {
  const read = page.includes(`<script src="${paths.script()}"`)
  return page
    .replace('<html lang="zh-CN">', '<html lang="zh-CN" class="large">')
    .replace('\n</head>', read ? '\n</head>' : `<script src="${paths.script()}" defer></script>\n</head>`)
    .replace(/(<a href="\/large-type\?on=)1(&amp;back=[^"]*">)长辈版/, '$10$2标准版')
}
