import { type Hidden, onlyFound } from '../../hidden.ts'
import { mainPart, type Parts, partXml, relationsOf } from '../package.ts'
import { lookIntoParts } from '../package-look.ts'
import { type Element, inside, localName, within, wordsIn } from '../xml.ts'

/** A slide of a presentation: its words, a line for each paragraph. */
interface Slide {
  readonly place: string
  readonly hidden: boolean
  readonly words: string
}

/** The words of the slides that are shown, in their order. @throws CannotRedact */
export function slideWords(parts: Parts): readonly string[] {
  return slidesOf(parts)
    .filter(({ hidden }) => !hidden)
    .map(({ words }) => words)
}

/** What a presentation holds that nobody sees who is shown it. @throws CannotRedact */
export function lookIntoSlides(parts: Parts): readonly Hidden[] {
  const slides = slidesOf(parts)
  const hidden = slides.filter(slide => slide.hidden).length
  const beside = slides.flatMap(({ place }) => relationsOf(parts, place))
  const noted = beside
    .filter(({ kind }) => kind === 'notesSlide')
    .filter(({ target }) => notesOf(partXml(parts, target)) !== '').length
  const comments = beside.filter(({ kind }) => kind === 'comments').length
  return onlyFound([
    {
      ...{ kind: 'hiddenSlide', where: '演示文稿', count: hidden },
      what: `有 ${hidden} 张幻灯片被隐藏，放映时看不到，文件中仍有其内容。`,
    },
    {
      ...{ kind: 'speakerNotes', where: '演示文稿', count: noted },
      what: `有 ${noted} 张幻灯片写有演讲者备注。`,
    },
    {
      ...{ kind: 'comment', where: '演示文稿', count: comments },
      what: `有 ${comments} 张幻灯片带有批注，附有作者姓名和时间。`,
    },
    ...lookIntoParts(parts),
  ])
}

function slidesOf(parts: Parts): readonly Slide[] {
  const main = mainPart(parts, 'pptx')
  const relations = relationsOf(parts, main)
  const listed = inside(inside(partXml(parts, main)).find(one => localName(one) === 'sldIdLst'))
  return listed.flatMap(({ attributes }) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
    const place = relations.find(one => one.id === id)?.target ?? ''
    const root = partXml(parts, place)
    if (root === undefined) return []
    return [{ place, hidden: /^(?:0|false)$/.test(root.attributes.show ?? ''), words: linesOf(root) }]
  })
}

function linesOf(root: Element): string {
  const paragraphs = [...within(root)].filter(({ name }) => name === 'a:p')
  return paragraphs
    .map(paragraph => runsOf(paragraph).trim())
    .filter(line => line !== '')
    .join('\n')
}

function runsOf(paragraph: Element): string {
  return [...within(paragraph)]
    .map(one => (one.name === 'a:t' ? wordsIn(one) : one.name === 'a:br' ? ' ' : ''))
    .join('')
}

/** The notes without the number of the page, which is a field. */
function notesOf(root: Element | undefined): string {
  if (root === undefined) return ''
  const fields = [...within(root)].filter(({ name }) => name === 'a:fld').map(wordsIn)
  return fields.reduce((words, field) => words.replace(field, ''), linesOf(root)).trim()
}
