import { posix } from 'node:path'
import { type Parts, partsOf, partXml } from '../../../platform/hidden/office/package.ts'
import { type Element, inside, localName, within, wordsIn } from '../../../platform/hidden/office/xml.ts'
import { checkArchive } from '../../../platform/strange/archive.ts'

const mostPages = 2_000

/** The words of an OFD 版式文件, GB/T 33190, page by page, each line of the page a line. @throws HurtFile */
export function ofdPages(bytes: Uint8Array): readonly string[] {
  checkArchive(bytes)
  const parts = partsOf(bytes)
  const roots = all(partXml(parts, 'OFD.xml'), 'DocRoot').map(one => wordsIn(one).trim().replace(/^\//, ''))
  return roots.flatMap(root => pagesOf(parts, root))
}

function pagesOf(parts: Parts, root: string): readonly string[] {
  const folder = posix.dirname(root)
  const list = all(partXml(parts, root), 'Pages').flatMap(one => inside(one))
  return list.slice(0, mostPages).map(({ attributes }) => {
    const place = attributes.BaseLoc ?? ''
    return linesOf(partXml(parts, place.startsWith('/') ? place.slice(1) : posix.join(folder, place)))
  })
}

/** Pieces at the same height are one line. */
function linesOf(page: Element | undefined): string {
  let text = ''
  let height: number | undefined
  for (const piece of all(page, 'TextObject')) {
    const [, y = 0] = (piece.attributes.Boundary ?? '').trim().split(/\s+/).map(Number)
    const words = all(piece, 'TextCode').map(wordsIn).join('')
    if (words === '') continue
    text += height === undefined || Math.abs(height - y) < 1 ? words : `\n${words}`
    height = y
  }
  return text
}

function all(root: Element | undefined, name: string): readonly Element[] {
  return root === undefined ? [] : [...within(root)].filter(one => localName(one) === name)
}
