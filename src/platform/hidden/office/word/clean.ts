import { blackSign } from '../../word-search.ts'
import type { Parts } from '../package.ts'
import type { Tally } from '../tally.ts'
import { child, type Element, inside, type Node, wordsIn } from '../xml.ts'
import { faultOfDrawing, type ShownPicture, shownOf } from './drawing.ts'
import { type Fields, fieldsOf, onlyNumbersPages } from './fields.ts'
import { type Around, isShadedCell, maybeDarkTable, type WordStyles } from './style.ts'
import { isOn, type WordPart, wordPlace } from './word-file.ts'

/** What cleaning a part needs to know, and where it counts what it takes out. */
export interface Cleaning {
  readonly part: WordPart
  readonly parts: Parts
  readonly styles: WordStyles
  readonly tally: Tally
  /** The headers and footers that stay; a reference to any other is dropped. */
  readonly keptHeads: ReadonlySet<string>
  /** Pictures by their new number. */
  readonly pictures: ShownPicture[]
}

/** A part with nothing left in it that its reader does not see. */
export function cleanPart(cleaning: Cleaning): Element {
  const { part, tally } = cleaning
  const fields = fieldsOf(part.root)
  tally.add('field', wordPlace[part.kind], fields.dropped)
  const [root] = new Cleaner(cleaning, fields).clean(part.root, { paragraph: undefined, maybeDark: false })
  return root === undefined || typeof root === 'string' ? { ...part.root, children: [] } : root
}

const unwrapped = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:sdtContent',
  'w:fldSimple',
])
const untold =
  /^w:(?:comment(?:RangeStart|RangeEnd|Reference)|annotationRef|bookmark(?:Start|End)|proofErr|perm(?:Start|End)|lastRenderedPageBreak|\w+Range(?:Start|End)|sdtPr|sdtEndPr|smartTagPr|customXmlPr|dataBinding|numPicBullet\w*|printerSettings|webHidden|cell(?:Ins|Del|Merge)|fldData|rsids?)$/
const usual = /^(?:w|mc|wp|a|pic|wps|wpg|wpc|v|m|w10):/
const hurtful: Readonly<Record<string, 'embedded' | 'otherPart'>> = {
  ...{ 'w:object': 'embedded', 'w:altChunk': 'embedded', 'w:subDoc': 'embedded', 'w:control': 'embedded' },
}

class Cleaner {
  readonly #cleaning: Cleaning
  readonly #fields: Fields
  readonly #where: string

  constructor(cleaning: Cleaning, fields: Fields) {
    this.#cleaning = cleaning
    this.#fields = fields
    this.#where = wordPlace[cleaning.part.kind]
  }

  clean(node: Node, around: Around): readonly Node[] {
    if (typeof node === 'string') return [node]
    const { name } = node
    if (!usual.test(name) || /:extLst$/.test(name) || name === 'a:hlinkClick' || untold.test(name)) return []
    const kind = hurtful[name]
    if (kind !== undefined) return this.#drop(kind)
    if (name === 'w:del' || name === 'w:moveFrom' || /^w:\w+Change$/.test(name))
      return this.#drop('trackedChange')
    if (name === 'w:sdt') return this.#children(child(node, 'w:sdtContent') ?? node, around)
    if (unwrapped.has(name)) return this.#unwrapped(node, around)
    if (name === 'w:fldChar' || name === 'w:instrText')
      return this.#fields.kept.has(node) ? [this.#copy(node)] : []
    if (name === 'w:t' && this.#fields.inCode.has(node))
      return this.#drop('hiddenText', [...wordsIn(node)].length)
    if (name === 'w:r') return this.#run(node, around)
    if (name === 'w:tr') return this.#row(node, around)
    if (name === 'w:drawing' || name === 'w:pict') return this.#drawing(node, around)
    if (name === 'w:headerReference' || name === 'w:footerReference') return this.#reference(node)
    return [this.#copy(node, this.#children(node, inner(node, around)))]
  }

  #drop(kind: Parameters<Tally['add']>[0], count = 1): readonly Node[] {
    this.#cleaning.tally.add(kind, this.#where, count)
    return []
  }

  #children(node: Element, around: Around): readonly Node[] {
    return node.children.flatMap(one => this.clean(one, around))
  }

  #unwrapped(node: Element, around: Around): readonly Node[] {
    if (node.name === 'w:ins' || node.name === 'w:moveTo') this.#drop('trackedChange')
    if (node.name === 'w:smartTag' || node.name === 'w:customXml') this.#drop('customXml')
    if (node.name === 'w:fldSimple') {
      if (onlyNumbersPages(node.attributes['w:instr'] ?? '')) {
        return [this.#copy(node, this.#children(node, around))]
      }
      this.#drop('field')
    }
    return this.#children(node, around)
  }

  #run(run: Element, around: Around): readonly Node[] {
    const unseen = this.#cleaning.styles.unseen(run, around)
    const said = inside(run).filter(({ name }) => name === 'w:t')
    const length = said.reduce(
      (sum, one) => sum + [...wordsIn(one)].filter(sign => /[^\s█]/u.test(sign)).length,
      0,
    )
    if (unseen === 'hidden') {
      this.#cleaning.tally.add('hiddenText', this.#where, length)
      const marks = run.children.filter(one => typeof one !== 'string' && this.#fields.kept.has(one))
      return marks.length === 0 ? [] : [this.#copy(run, marks)]
    }
    if (unseen === undefined || length === 0) return [this.#copy(run, this.#children(run, around))]
    this.#cleaning.tally.add('coveredText', this.#where, length)
    const black = (node: Node): Node =>
      typeof node !== 'string' && node.name === 'w:t'
        ? { ...node, children: [wordsIn(node).replaceAll(/\S/gu, blackSign)] }
        : node
    return [this.#copy(run, this.#children({ ...run, children: run.children.map(black) }, around))]
  }

  #row(row: Element, around: Around): readonly Node[] {
    const properties = child(row, 'w:trPr')
    if (child(properties, 'w:del') !== undefined) return this.#drop('trackedChange')
    const height = child(properties, 'w:trHeight')?.attributes
    const flat = height?.['w:hRule'] === 'exact' && Number(height['w:val']) < 40
    if (isOn(child(properties, 'w:hidden')) || flat) return this.#drop('hiddenRow')
    return [this.#copy(row, this.#children(row, around))]
  }

  #drawing(drawing: Element, around: Around): readonly Node[] {
    const { parts, part } = this.#cleaning
    const fault = faultOfDrawing(drawing, { parts, relations: part.relations })
    if (fault === 'hidden') return this.#drop('hiddenText')
    if (fault === 'unknown') return this.#drop('drawing')
    if (fault === 'covering') this.#drop('coveringShape')
    return [this.#copy(drawing, this.#children(drawing, { ...around, maybeDark: true }))]
  }

  #reference(node: Element): readonly Node[] {
    const target =
      this.#cleaning.part.relations.find(({ id }) => id === node.attributes['r:id'])?.target ?? ''
    if (!this.#cleaning.keptHeads.has(target)) return []
    const { 'w:type': type = 'default', 'r:id': id = '' } = node.attributes
    return [{ ...node, attributes: { 'w:type': type, 'r:id': id } }]
  }

  /** The element with the attributes that tell nothing but how it looks; a picture is given its new number. */
  #copy(node: Element, children: readonly Node[] = []): Element {
    const kept = Object.entries(node.attributes).filter(([name]) => isPlain(name))
    const attributes = Object.fromEntries(kept)
    if (node.name === 'wp:docPr' || node.name === 'pic:cNvPr') {
      if ((node.attributes.descr ?? '') !== '' || (node.attributes.title ?? '') !== '') this.#drop('metadata')
      return { ...node, attributes: { id: attributes.id ?? '0', name: '图' }, children }
    }
    if (/:blipFill$/.test(node.name)) return this.#cropped(node, attributes, children)
    if (node.name === 'v:imagedata') return this.#pictured(node, node.attributes['r:id'], 'r:id')
    if (node.name === 'w:instrText' || node.name === 'w:fldChar') {
      return { ...node, attributes, children: node.children.filter(one => typeof one === 'string') }
    }
    return { ...node, attributes, children }
  }

  #cropped(node: Element, attributes: Element['attributes'], children: readonly Node[]): Element {
    const blip = child(node, 'a:blip')
    if (blip === undefined) return { ...node, attributes, children }
    const shown = shownOf(node, this.#source(blip.attributes['r:embed']))
    if (shown.width < 0.999 || shown.height < 0.999) this.#drop('croppedPicture')
    const others = children.filter(one => typeof one === 'string' || !/^a:(?:blip|srcRect)$/.test(one.name))
    return { ...node, attributes, children: [this.#numbered(blip, shown, 'r:embed'), ...others] }
  }

  #pictured(node: Element, id: string | undefined, attribute: string): Element {
    return this.#numbered(node, { source: this.#source(id), x: 0, y: 0, width: 1, height: 1 }, attribute)
  }

  #numbered(node: Element, shown: ShownPicture, attribute: string): Element {
    const number = this.#cleaning.pictures.push(shown)
    return { ...node, attributes: { [attribute]: `picture${number}` }, children: [] }
  }

  #source(id: string | undefined): string {
    return this.#cleaning.part.relations.find(one => one.id === id)?.target ?? ''
  }
}

function isPlain(name: string): boolean {
  return !/^(?:w:rsid|r:|o:)|^(?:w14|w15|w16\w*|wp14):|^(?:descr|title|alt|href|hidden)$/.test(name)
}

function inner(node: Element, around: Around): Around {
  if (node.name === 'w:p') return { ...around, paragraph: child(node, 'w:pPr') }
  if (node.name === 'w:tbl') return { ...around, maybeDark: around.maybeDark || maybeDarkTable(node) }
  if (node.name === 'w:tc') return { ...around, maybeDark: around.maybeDark || isShadedCell(node) }
  return around
}
