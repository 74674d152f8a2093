import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import { followed, type SitePlace } from '../../importing/address.ts'
import type { TellFault } from '../../importing/fault.ts'
import type { SiteMapping } from '../../importing/mapping.ts'
import type { SiteFiles } from './files.ts'
import { type ListLine, linesOfList, listIn } from './list.ts'
import { largestPageBytes, type PageBytes } from './page.ts'

const pageEnding = /\.(?:s?html?|xhtml|jsp|aspx?|php)$/i
const addressHeadings = ['loc', '网址', '地址', '链接', 'url', 'address', '原地址']
const fileHeadings = ['文件', '路径', '页面文件', 'file', 'path']

/** A page that is to be read: its name, where it has none what stands for it, and what the list says of it. */
export interface PageNamed {
  readonly name: string
  readonly listed: ReadonlyMap<string, string>
  /** The line of the list names a page that does not lie here. */
  readonly missing?: true
}

/** The pages of an older site one after the other: those of its list, else all of them. */
export async function* pagesOf(
  files: SiteFiles,
  mapping: SiteMapping,
  place: SitePlace,
): AsyncGenerator<PageNamed> {
  const list = listIn(files, place.root, mapping.list)
  const left = (name: string) => (mapping.skip ?? []).some(start => isUnder(name, start, place))
  if (list === undefined) {
    for (const name of files.names())
      if (pageEnding.test(name) && !left(name)) yield { name, listed: new Map() }
    return
  }
  const bytes = await files.read(list)
  for await (const line of linesOfList(list, bytes ?? new Uint8Array())) {
    const named = pageOfLine(line, files, place)
    if (!left(named.name)) yield named
  }
}

function isUnder(name: string, start: string, { root }: SitePlace): boolean {
  return `/${name.startsWith(root) ? name.slice(root.length) : name}`.startsWith(
    `/${start.replace(/^\//, '')}`,
  )
}

function pageOfLine({ line, cells }: ListLine, files: SiteFiles, place: SitePlace): PageNamed {
  const said = (headings: readonly string[]) =>
    headings.map(heading => cells.get(heading) ?? '').find(text => text !== '') ?? ''
  const [file, address] = [
    said(fileHeadings)
      .replaceAll('\\', '/')
      .replace(/^\.?\//, ''),
    said(addressHeadings),
  ]
  const url = address === '' ? undefined : addressed(address, place)
  const names = [file, place.root + file, ...(url ?? [])].filter(name => name !== '' && name !== place.root)
  const found = names.flatMap(name => [name, `${name}.html`, `${name.replace(/\/$/, '')}/index.html`])
  const name = found.find(each => files.has(each))
  if (name !== undefined) return { name, listed: cells }
  return { name: file || address || `清单第 ${line} 行`, listed: cells, missing: true }
}

/** The names under which the page of an address may lie, whatever the host: the list is of this site. */
function addressed(address: string, place: SitePlace): readonly string[] {
  const path = address.replace(/^https?:\/\/[^/]+/i, '')
  return followed(path, { name: place.root, oldPath: '/' }, place)?.names ?? []
}

/** The bytes of a page; what hinders is told. */
export async function bytesOfPage(
  files: SiteFiles,
  { name, listed, missing }: PageNamed,
  tell: TellFault,
): Promise<PageBytes | undefined> {
  if (missing) {
    tell('notInArchive', '清单中有这一页，压缩包或者文件夹中没有它的文件，请补上后再迁入。')
    return undefined
  }
  try {
    const bytes = await files.read(name)
    if (bytes !== undefined && bytes.length > 0 && bytes.length <= largestPageBytes)
      return { name, bytes, listed }
    const why = bytes === undefined || bytes.length === 0 ? '是空文件' : '超过 4 MB'
    tell('unreadable', `页面文件${why}，请核对原文件。`)
  } catch (cause) {
    if (!(cause instanceof HurtFile)) throw cause
    tell('unreadable', `页面文件读不出：${cause.message}`)
  }
  return undefined
}
