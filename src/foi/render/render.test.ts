import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { drawable } from '../../platform/printing/glyphs.ts'
import { aLetter, someFacts } from '../letters/a-letter.ts'
import { answerLetter } from '../letters/answer.ts'
import type { Letter } from '../letters/letter.ts'
import { coMakerLetter } from '../letters/third-parties.ts'
import { letterHtml } from './html.ts'
import { printedLetter } from './printed.ts'
import { letterFileName, renderLetter } from './render.ts'

const hostile = [
  '<script>alert(1)</script>&amp;<!-- x -->]]>{{y}}',
  '=HYPERLINK("https://evil.example")',
  '@SUM(A1) +1 -1 $x^2$ #let y = 1 `raw` *b* _i_ \\ // /* @label <label>',
  '表情 😀🎉👨‍👩‍👧 完',
  '从右到左 سلام عليكم שלום 完',
  '生僻字 𠮷 㐀 𠀀 𪜀 完',
  'a'.repeat(400),
  `'; drop table foi_requests; --`,
]

/** What stands in the letter, without spaces: where lines break is the paper's affair. */
function solid(letter: Letter, words: (text: string) => string = text => text): string {
  const { agency, number, title, addressee, paragraphs, day, printed } = printedLetter(letter)
  const said = [agency, number, words(title), words(addressee), ...paragraphs.map(words), agency, day]
  if (printed !== null) said.push(agency, printed)
  return tight(said.join(''))
}

function tight(text: string): string {
  return text.replace(/[\s\u200b]/g, '')
}

async function pdfPages(letter: Letter): Promise<{ pages: string[]; sizes: number[][] }> {
  const document = await getDocumentProxy(new Uint8Array(await renderLetter(letter, 'pdf')))
  const { text } = await extractText(document, { mergePages: false })
  const sizes: number[][] = []
  for (let page = 1; page <= document.numPages; page++) sizes.push((await document.getPage(page)).view)
  return { pages: text, sizes }
}

/** The text of a PDF without the numbers of its pages. */
function textOf(pages: readonly string[]): string {
  return tight(pages.map(page => page.replace(/— \d+ —\s*$/, '')).join(''))
}

async function docxXml(letter: Letter): Promise<string> {
  const bytes = await renderLetter(letter, 'docx')
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
}

function docxText(xml: string): string {
  const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = '']) => text)
  const signs: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
    '&quot;': '"',
    '&apos;': "'",
  }
  return tight(texts.join('').replace(/&(?:lt|gt|amp|quot|apos);/g, sign => signs[sign] ?? sign))
}

/** Is it drawn from parts? */
function isSetFromParts(sign: string): boolean {
  return sign.normalize('NFD') !== sign || /\p{M}/u.test(sign)
}

const long = aLetter({
  paragraphs: Array.from({ length: 60 }, (_, at) => `第${at + 1}项：${'逐项说明理由。'.repeat(12)}`),
})

test('a PDF says what the letter says, on A4', async () => {
  const { pages, sizes } = await pdfPages(aLetter())
  expect(textOf(pages)).toBe(solid(aLetter()))
  expect(sizes).toEqual([[0, 0, 595.2756, 841.8898]])
})

test('a letter of many pages numbers them, and no page holds more than 22 lines', async () => {
  const { pages } = await pdfPages(long)
  expect(pages.length).toBeGreaterThan(5)
  expect(textOf(pages)).toBe(solid(long))
  pages.forEach((page, at) => {
    expect(page.trim().endsWith(`— ${at + 1} —`)).toBe(true)
    expect(page.trim().split('\n').length).toBeLessThanOrEqual(23)
  })
})

test('a line holds 28 characters', async () => {
  const { pages } = await pdfPages(aLetter({ paragraphs: ['字'.repeat(26 + 28)] }))
  expect(pages[0]?.split('\n')).toContain('字'.repeat(28))
})

test('what no font here can draw is written as its code in the PDF, and nothing is lost', async () => {
  const letter = aLetter({ addressee: '演😀', paragraphs: [...hostile, '长'.repeat(5000)] })
  expect(textOf((await pdfPages(letter)).pages)).toBe(solid(letter, drawable))
  expect(drawable('𠮷😀🎉字')).toBe('𠮷〔U+1F600 U+1F389〕字')
})

test('Word has the page, the margins and the words of the letter', async () => {
  for (const letter of [aLetter(), long, aLetter({ addressee: '演😀', paragraphs: hostile })]) {
    const xml = await docxXml(letter)
    expect(docxText(xml)).toBe(solid(letter))
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"')
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  }
})

test('a letter to another agency says who printed it and when; one to a person does not', async () => {
  const letter = { ...coMakerLetter(someFacts(), '云川市邻近局'), number: '〔2025〕第13号' }
  expect(textOf((await pdfPages(letter)).pages)).toBe(solid(letter))
  expect(docxText(await docxXml(letter))).toBe(solid(letter))
  expect(solid(letter)).toMatch(/2025年3月10日云川市试验局2025年3月10日印发$/)
  expect(String(await letterHtml(letter))).toContain('印发')
  expect(solid(aLetter())).not.toContain('印发')
})

test('a page shows words and no markup that anybody typed', async () => {
  const letter = aLetter({ addressee: '<b>演</b>', paragraphs: hostile })
  const page = String(await letterHtml(letter))
  expect(page).not.toMatch(/<script|<b>|<!--/)
  expect(page).toContain('&lt;script&gt;')
  expect(new TextDecoder().decode(await renderLetter(letter, 'html'))).toContain('&lt;script&gt;')
})

test('a letter that was frozen with several lines in a paragraph is printed line by line', async () => {
  const { free: _, ...frozen } = aLetter({ paragraphs: ['第一行\n第二行\u0007\u202e', ''] })
  expect(printedLetter(frozen).paragraphs).toEqual(['第一行', '第二行'])
  expect(docxText(await docxXml(frozen))).toContain('第一行第二行')
})

test('whatever is asked for, each format says the same', { timeout: 60_000 }, async () => {
  // Letters with several accents are set from parts, which a reader of PDF takes for signs of their own.
  const typed = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map(text =>
      text.replace(/(?!\p{Script=Han})[\u024f-\u{10ffff}]/gu, sign => (isSetFromParts(sign) ? '' : sign)),
    )
  await fc.assert(
    fc.asyncProperty(typed, fc.stringMatching(/^[一-龥，。\n]{1,300}$/), async (description, reasoning) => {
      const decision = { outcome: { kind: 'granted' }, reasoning } as const
      const letter = answerLetter(decision, someFacts({ description }))
      expect(textOf((await pdfPages(letter)).pages)).toBe(solid(letter, drawable))
      expect(docxText(await docxXml(letter))).toBe(solid(letter))
    }),
    { numRuns: 15 },
  )
})

test('a letter is kept under its title and number', () => {
  expect(letterFileName(aLetter(), 'pdf')).toBe('政府信息公开申请补正告知书〔2025〕第12号.pdf')
})
