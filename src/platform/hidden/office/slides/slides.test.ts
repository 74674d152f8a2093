import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { isRefusal } from '../../../../statute/refusal.ts'
import { knownFile } from '../../../files/known.ts'
import { look, rebuild } from '../../by-kind.ts'
import { partsOf } from '../package.ts'
import { slideWords } from './slides.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
const relations = (...all: readonly string[]) => strToU8(`<Relationships>${all.join('')}</Relationships>`)
const paragraph = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`

/** A presentation of these slides in this order; the second may be hidden, the first has notes. */
function aPresentation({ hides = true, notes = '先讲这一条', macros = false } = {}): Uint8Array {
  const types = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types><Override PartName="/ppt/presentation.xml" ContentType="${types}"/></Types>`,
    ),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'ppt/presentation.xml')),
    'ppt/presentation.xml': strToU8(
      '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="r3"/><p:sldId id="257" r:id="r2"/></p:sldIdLst></p:presentation>',
    ),
    'ppt/_rels/presentation.xml.rels': relations(
      relation('r2', 'slide', 'slides/slide1.xml'),
      relation('r3', 'slide', 'slides/slide2.xml'),
    ),
    'ppt/slides/slide1.xml': strToU8(`<p:sld${hides ? ' show="0"' : ''}>${paragraph('第二张')}</p:sld>`),
    'ppt/slides/slide2.xml': strToU8(
      `<p:sld>${paragraph('政策解读')}<a:p><a:r><a:t>要点</a:t></a:r><a:br/><a:r><a:t>一</a:t></a:r></a:p></p:sld>`,
    ),
    'ppt/slides/_rels/slide2.xml.rels': relations(
      relation('r1', 'notesSlide', '../notesSlides/notesSlide1.xml'),
    ),
    'ppt/notesSlides/notesSlide1.xml': strToU8(
      `<p:notes>${paragraph(notes)}<a:p><a:fld type="slidenum"><a:t>1</a:t></a:fld></a:p></p:notes>`,
    ),
    ...(macros ? { 'ppt/vbaProject.bin': strToU8('x') } : {}),
  })
}

test('the words of slides come in the order of the presentation, without the hidden ones', () => {
  expect(slideWords(partsOf(aPresentation()))).toEqual(['政策解读\n要点 一'])
  expect(slideWords(partsOf(aPresentation({ hides: false })))).toEqual(['政策解读\n要点 一', '第二张'])
})

test('hidden slides and notes are found; a page number alone is no note', async () => {
  const { found } = await look(aPresentation())
  expect(found.map(({ kind, count }) => [kind, count])).toEqual([
    ['hiddenSlide', 1],
    ['speakerNotes', 1],
  ])
  expect((await look(aPresentation({ hides: false, notes: '' }))).found).toEqual([])
})

test('a presentation is taken in as what it is, one with macros is not, and none is blackened', async () => {
  expect(await knownFile('讲解.pptx', aPresentation())).toMatchObject({ kind: 'pptx' })
  const told = await knownFile('讲解.pptx', aPresentation({ macros: true }))
  expect(isRefusal(told) && told.message).toBe('“讲解.pptx”中有宏程序，请另存为不含宏的文件。')
  await expect(rebuild(aPresentation(), { boxes: [], words: [] })).rejects.toThrow('请导出为 PDF 后再处理')
})
