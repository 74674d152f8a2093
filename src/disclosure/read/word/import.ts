import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import {
  mainPart,
  type Parts,
  partsOf,
  partXml,
  relationsOf,
} from '../../../platform/hidden/office/package.ts'
import { inside, xmlText } from '../../../platform/hidden/office/xml.ts'
import { checkArchive } from '../../../platform/strange/archive.ts'
import { HurtFile } from '../../../platform/strange/hurt-file.ts'
import { cleanBody } from '../clean.ts'
import { paragraphsOf } from '../plain.ts'
import { accepted } from './accepted.ts'
import { factsIn, type WordFacts } from './facts.ts'
import { Labels } from './labels.ts'
import { numberingOf } from './numbering.ts'
import { Taken } from './taken.ts'

/** A picture of a Word document; the body names it in `src` until it has an address of its own. */
export interface ImportedPicture {
  readonly name: string
  readonly bytes: Uint8Array
  readonly alt: string
}

/** A Word document as the editor takes it in. */
export interface ImportedWord {
  readonly kind: 'imported'
  readonly body: string
  readonly pictures: readonly ImportedPicture[]
  /** What was changed or left out on the way, one sentence each. */
  readonly notes: readonly string[]
  readonly facts: WordFacts
}

/** Reads a Word document: structure, tables, footnotes and pictures; not its looks. @throws HurtFile */
export async function wordDocument(bytes: Uint8Array): Promise<ImportedWord> {
  const names = checkArchive(bytes)
  if (names.some(name => /vbaProject|vbaData/i.test(name))) {
    throw new HurtFile('文件带有宏程序，不能导入。请在 Word 中另存为不含宏的 .docx 文件后再试。')
  }
  const parts = partsOf(bytes)
  const taken = new Taken()
  const pictures: { name: string; bytes: Uint8Array }[] = []
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(acceptedFile(parts, taken)) },
    {
      convertImage: mammoth.images.imgElement(async image => {
        const ending = { 'image/png': 'png', 'image/jpeg': 'jpg' }[image.contentType]
        if (ending === undefined) {
          taken.pictures++
          return { src: '' }
        }
        const name = `picture-${pictures.length + 1}.${ending}`
        pictures.push({ name, bytes: Uint8Array.from(await image.readAsBuffer()) })
        return { src: name }
      }),
      styleMap: ["p[style-name='Title'] => h2:fresh", "p[style-name='Subtitle'] => p:fresh", 'u => u'],
    },
  )
  const body = cleanBody(value)
  const found = pictures.map(one => ({ ...one, alt: alternativeOf(body, one.name) }))
  return { kind: 'imported', body, pictures: found, notes: taken.notes(), facts: factsIn(paragraphsOf(body)) }
}

function alternativeOf(body: string, name: string): string {
  const alt = new RegExp(`<img src="${name}"(?: alt="([^"]*)")?`).exec(body)?.[1] ?? ''
  return alt
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** The file with its changes accepted, for the library to read. */
function acceptedFile(parts: Parts, taken: Taken): Uint8Array {
  const main = mainPart(parts, 'docx')
  const relations = relationsOf(parts, main)
  const comments = relations.find(({ kind }) => kind === 'comments')?.target ?? ''
  taken.comments = inside(partXml(parts, comments)).length
  const notes = relations.flatMap(({ kind, target }) => (/^(foot|end)notes$/.test(kind) ? [target] : []))
  const anew: Record<string, Uint8Array> = Object.fromEntries(parts)
  for (const name of [main, ...notes]) {
    const root = partXml(parts, name)
    if (root === undefined) continue
    const labels = new Labels(numberingOf(parts))
    const own = {
      labels,
      taken,
      relations: relationsOf(parts, name),
      contentsStyles: contentsStylesOf(parts),
    }
    const children = root.children.flatMap(one => accepted(one, own))
    anew[name] = strToU8(xmlText({ ...root, children }))
  }
  return zipSync(anew, { level: 0 })
}

function contentsStylesOf(parts: Parts): ReadonlySet<string> {
  const styles = inside(partXml(parts, 'word/styles.xml')).filter(style =>
    inside(style).some(
      ({ name, attributes }) => name === 'w:name' && /^toc \d/i.test(attributes['w:val'] ?? ''),
    ),
  )
  return new Set(styles.map(({ attributes }) => attributes['w:styleId'] ?? ''))
}
