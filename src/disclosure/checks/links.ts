import type { ItemFinding } from './finding.ts'
import { plainText, unescaped } from './plain.ts'

/** A link of a body: where it leads, and the words that it stands on. */
export interface BodyLink {
  readonly address: string
  readonly words: string
}

/** The web addresses that a body links to, each once. */
export function linksOf(body: string): readonly BodyLink[] {
  const all = [...body.matchAll(/<a [^>]*?href="(https?:[^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
    ([, address = '', inner = '']) => ({ address: unescaped(address), words: plainText(inner).trim() }),
  )
  return [...new Map(all.map(link => [link.address, link])).values()]
}

/** What came of opening an address; `why` says in Chinese why it did not open. */
export interface LinkLook {
  readonly opens: boolean
  readonly why: string
  readonly on: string
}

/** Links that did not open when they were last tried, and how many could not be tried: a house may not reach the web. */
export function linkFindings(body: string, looks: ReadonlyMap<string, LinkLook>): readonly ItemFinding[] {
  const links = linksOf(body)
  const untried = links.filter(({ address }) => !looks.has(address))
  const dead = links.flatMap(({ address, words }): ItemFinding[] => {
    const look = looks.get(address)
    if (look === undefined || look.opens) return []
    return [
      {
        ...{ rule: 'links.dead', severity: 'mild', field: 'body' },
        message: `正文链接“${words === '' ? address : words}”（${address}）在 ${look.on} 打不开：${look.why}。请更正或者删去。`,
      },
    ]
  })
  if (untried.length === 0) return dead
  const [first] = untried
  return [
    ...dead,
    {
      ...{ rule: 'links.untried', severity: 'mild', field: 'body' },
      message: `正文有 ${untried.length} 个链接还没有检查（如 ${first?.address ?? ''}）；服务器不能访问外网时检查不了，请点开核对。`,
    },
  ]
}
