import { posix } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { CannotRedact } from '../cannot-redact.ts'
import { type Element, element, inside, parseXml, xmlText } from './xml.ts'

/** The parts of a Word, Excel or PowerPoint file by their place in it. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** A relation of a part: what it needs and where that stands. */
export interface Relation {
  readonly id: string
  /** The last word of its type: image, header, hyperlink. */
  readonly kind: string
  /** The place in the file; an address where it is outside. */
  readonly target: string
  readonly outside: boolean
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

/** Unpacks; that the content is not too big was asked before. @throws CannotRedact */
export function partsOf(bytes: Uint8Array): Parts {
  try {
    return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')))
  } catch {
    throw new CannotRedact('文件已损坏，无法解开。')
  }
}

/** One part as XML; undefined where there is none. */
export function partXml(parts: Parts, name: string): Element | undefined {
  const bytes = parts.get(name)
  if (bytes === undefined) return undefined
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe
  return parseXml(
    wide ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) : strFromU8(bytes),
  )
}

/** What a part needs. */
export function relationsOf(parts: Parts, name: string): readonly Relation[] {
  const root = partXml(parts, relationsName(name))
  return inside(root).map(({ attributes }) => {
    const outside = attributes.TargetMode === 'External'
    const target = attributes.Target ?? ''
    const place = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(name), target)
    return {
      id: attributes.Id ?? '',
      kind: /[^/]*$/.exec(attributes.Type ?? '')?.[0] ?? '',
      target: outside ? target : place,
      outside,
    }
  })
}

function relationsName(name: string): string {
  return posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`)
}

/** Where the main part stands if nothing says so. */
const usual = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const

/** The main part: the document, the workbook or the presentation. @throws CannotRedact */
export function mainPart(parts: Parts, kind: keyof typeof usual): string {
  const main = relationsOf(parts, '').find(relation => relation.kind === 'officeDocument')?.target
  const name = main ?? usual[kind]
  if (!parts.has(name)) throw new CannotRedact('文件已损坏，其中没有正文。')
  return name
}

/** A part to be written: its content, its content type and what it needs. */
export interface NewPart {
  readonly content: Element | Uint8Array
  readonly type: string
  readonly relations: readonly { readonly id: string; readonly kind: string; readonly target: string }[]
}

const earliest = new Date('1980-01-01T00:00:00')

/** Packs a file of these parts alone, the first being the main one; it tells no time and no name. */
export function packed(parts: ReadonlyMap<string, NewPart>): Uint8Array {
  const [main = ''] = parts.keys()
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(xmlText(contentTypes(parts))),
    '_rels/.rels': strToU8(
      xmlText(relationsXml([{ id: 'rId1', kind: 'officeDocument', target: `/${main}` }])),
    ),
  }
  for (const [name, { content, relations }] of parts) {
    files[name] = content instanceof Uint8Array ? content : strToU8(xmlText(content))
    if (relations.length > 0) files[relationsName(name)] = strToU8(xmlText(relationsXml(relations)))
  }
  return zipSync(files, { level: 6, mtime: earliest })
}

function contentTypes(parts: ReadonlyMap<string, NewPart>): Element {
  const defaults = [
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'png', ContentType: 'image/png' }),
  ]
  const own = [...parts]
    .filter(([name]) => !name.endsWith('.png'))
    .map(([name, { type }]) => element('Override', { PartName: `/${name}`, ContentType: type }))
  return element('Types', { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' }, [
    ...defaults,
    ...own,
  ])
}

function relationsXml(relations: NewPart['relations']): Element {
  const lines = relations.map(({ id, kind, target }) =>
    element('Relationship', { Id: id, Type: `${relationTypes}${kind}`, Target: target }),
  )
  return element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    lines,
  )
}
