import { CannotRedact } from '../../cannot-redact.ts'
import { mainPart, type Parts, partXml, type Relation, relationsOf } from '../package.ts'
import { child, type Element, inside, named } from '../xml.ts'

/** A part of a Word file whose words are printed. */
export interface WordPart {
  readonly name: string
  readonly kind: 'document' | 'header' | 'footer' | 'footnotes' | 'endnotes'
  readonly root: Element
  readonly relations: readonly Relation[]
}

/** A Word file, opened. */
export interface WordFile {
  readonly parts: Parts
  readonly main: string
  readonly printed: readonly WordPart[]
  readonly styles: Element | undefined
  readonly settings: Element | undefined
}

/** What a part is called where a finding stands in it. */
export const wordPlace = {
  document: '正文',
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
} as const satisfies Record<WordPart['kind'], string>

/** Opens a Word file. @throws CannotRedact where it has no text or writes it unlike Word and WPS do */
export function wordFile(parts: Parts): WordFile {
  const main = mainPart(parts, 'docx')
  const relations = relationsOf(parts, main)
  const target = (kind: string) => relations.find(one => one.kind === kind && !one.outside)?.target ?? ''
  const kinds = ['header', 'footer', 'footnotes', 'endnotes'] as const
  const named = kinds.flatMap(kind =>
    relations.filter(one => one.kind === kind && !one.outside).map(one => ({ name: one.target, kind })),
  )
  const printed = [{ name: main, kind: 'document' } as const, ...named].flatMap(({ name, kind }) => {
    const root = partXml(parts, name)
    return root === undefined ? [] : [{ name, kind, root, relations: relationsOf(parts, name) }]
  })
  for (const { root } of printed)
    if (!isUsual(root)) {
      throw new CannotRedact('文件的内部写法特殊，请用 Word 或者 WPS 打开后另存为 .docx 再试。')
    }
  return {
    parts,
    main,
    printed,
    styles: partXml(parts, target('styles')),
    settings: partXml(parts, target('settings')),
  }
}

/** The names are looked at with their usual prefixes, so that a file which uses others is not taken for clean. */
function isUsual(root: Element): boolean {
  if (!/^w:(document|hdr|ftr|footnotes|endnotes)$/.test(root.name)) return false
  const bound = [...namespaces(root)].filter(([, address]) =>
    /\/wordprocessingml\/(2006\/)?main$/.test(address),
  )
  return bound.every(([prefix]) => prefix === 'xmlns:w')
}

function* namespaces(root: Element): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(root.attributes))
    if (name.startsWith('xmlns')) yield [name, value]
  for (const one of inside(root)) yield* namespaces(one)
}

/** Whether an on-and-off property is on: `<w:vanish/>` is, `<w:vanish w:val="0"/>` is not. */
export function isOn(property: Element | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '')
}

/** The headers and footers that are printed nowhere: no section names them, or only for pages that it does not tell apart. */
export function unprinted(file: WordFile): ReadonlySet<string> {
  const document = file.printed.find(({ kind }) => kind === 'document')
  if (document === undefined) return new Set()
  const even = isOn(child(file.settings, 'w:evenAndOddHeaders'))
  const shown = named(document.root, 'w:sectPr').flatMap(section => {
    const first = isOn(child(section, 'w:titlePg'))
    return inside(section)
      .filter(({ name }) => name === 'w:headerReference' || name === 'w:footerReference')
      .filter(({ attributes }) => isShown(attributes['w:type'] ?? 'default', { first, even }))
      .map(({ attributes }) => attributes['r:id'])
  })
  const targets = document.relations.filter(({ id }) => shown.includes(id)).map(({ target }) => target)
  const heads = file.printed.filter(({ kind }) => kind === 'header' || kind === 'footer')
  return new Set(heads.map(({ name }) => name).filter(name => !targets.includes(name)))
}

function isShown(
  type: string,
  { first, even }: { readonly first: boolean; readonly even: boolean },
): boolean {
  return type === 'default' || (type === 'first' && first) || (type === 'even' && even)
}
