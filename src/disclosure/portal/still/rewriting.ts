import { type Places, relativeTo } from './places.ts'

/** A page for the copy, and the addresses of the site that it leads to and the copy holds. */
export interface Rewritten {
  readonly page: string
  readonly leadsTo: readonly string[]
}

const parts = /<form\b[\s\S]*?<\/form>|<a\b[^>]*>|<\/a>|<(?:img|link|script)\b[^>]*>/g

/**
 * Makes the links of a page lead within the copy. What the copy does not hold is left as plain words, and forms, which
 * nothing would answer, are gone. The markup is the site's own: attributes stand in double quotes.
 */
export function rewritten(page: string, own: string, places: Places): Rewritten {
  const leadsTo = new Set<string>()
  let unlinked = false
  const to = (address: string): string | undefined => {
    const [path = '', fragment] = address.split('#')
    if (path === '') return address
    const file = places.fileOf(path)
    if (file === undefined) return undefined
    leadsTo.add(path)
    return relativeTo(own, file) + (fragment === undefined ? '' : `#${fragment}`)
  }
  const made = page.replace(parts, part => {
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
  return { page: made, leadsTo: [...leadsTo] }
}
