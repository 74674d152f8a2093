import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { aPdf } from '../a-file.ts'
import { look, page, rebuild } from '../by-kind.ts'
import { CannotRedact } from '../cannot-redact.ts'
import { drawable, type Picture } from './drawing.ts'
import { readablePdf } from './pdf-look.ts'

const said = (words: string, y: number) => `BT /F1 24 Tf 72 ${y} Td (${words}) Tj ET`
const noMarks = { boxes: [], words: [] }
const kinds = async (bytes: Uint8Array) => (await look(bytes)).found.map(({ kind }) => kind)

async function drawn(bytes: Uint8Array): Promise<Picture> {
  const file = await drawable(bytes)
  const picture = file.draw(1, 1)
  file.close()
  return picture
}

/** The darkest and the lightest of a rectangle in points from the left top corner of A4. */
function shades({ width, data }: Picture, [x, y, wide, high]: readonly [number, number, number, number]) {
  const lights: number[] = []
  for (let row = y; row < y + high; row++) {
    for (let column = x; column < x + wide; column++) lights.push(data[(row * width + column) * 4] ?? 0)
  }
  return { darkest: Math.min(...lights), lightest: Math.max(...lights) }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await extractText(await readablePdf(bytes), { mergePages: true })).text.trim()
}

const hiding: readonly (readonly [string, Uint8Array, string])[] = [
  ['words under a black box', aPdf(`${said('Zhang San', 700)} 0 0 0 rg 60 690 200 40 re f`), 'coveredText'],
  ['words under a white box', aPdf(`${said('Zhang San', 700)} 1 1 1 rg 60 690 200 40 re f`), 'hiddenText'],
  ['white words', aPdf(`1 1 1 rg ${said('Zhang San', 700)}`), 'hiddenText'],
  ['words beyond the edge of the page', aPdf(said('Zhang San', 900)), 'hiddenText'],
  ['words in the invisible mode', aPdf(`3 Tr ${said('Zhang San', 700)}`), 'hiddenText'],
  [
    'a black annotation over words',
    aPdf(said('Zhang San', 700), {
      page: '/Annots [6 0 R]',
      objects: [
        '<< /Type /Annot /Subtype /Square /Rect [60 690 260 730] /IC [0 0 0] /C [0 0 0] /F 4 /AP << /N 7 0 R >> >>',
        '<< /Type /XObject /Subtype /Form /BBox [60 690 260 730] /Length 31 >>\nstream\n0 0 0 rg 60 690 200 40 re f    \nendstream',
      ],
    }),
    'coveredText',
  ],
  [
    'a note',
    aPdf(said('Plain', 700), {
      page: '/Annots [6 0 R]',
      objects: ['<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (Clerk) /Contents (say no) >>'],
    }),
    'annotation',
  ],
  [
    'a script',
    aPdf(said('Plain', 700), {
      catalog: '/OpenAction 6 0 R',
      objects: ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>'],
    }),
    'script',
  ],
  [
    'a form field',
    aPdf(said('Plain', 700), {
      catalog: '/AcroForm << /Fields [6 0 R] >>',
      page: '/Annots [6 0 R]',
      objects: ['<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Zhang San) /Rect [10 10 90 30] >>'],
    }),
    'formField',
  ],
  [
    'an attachment',
    aPdf(said('Plain', 700), {
      catalog: '/Names << /EmbeddedFiles << /Names [(a.txt) 6 0 R] >> >>',
      objects: [
        '<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>',
        '<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream',
      ],
    }),
    'attachment',
  ],
  [
    'a layer that is switched off',
    aPdf(`/OC /L1 BDC ${said('Zhang San', 700)} EMC`, {
      catalog: '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
      page: '/Resources << /Font << /F1 5 0 R >> /Properties << /L1 6 0 R >> >>',
      objects: ['<< /Type /OCG /Name (draft) >>'],
    }),
    'hiddenLayer',
  ],
  [
    'an earlier version',
    new Uint8Array([...aPdf(said('a', 700)), ...Buffer.from('%%EOF\n')]),
    'earlierVersion',
  ],
]

test.each(hiding)('%s: found, and gone when rebuilt', async (_name, bytes, kind) => {
  expect(await kinds(bytes)).toContain(kind)
  const { bytes: anew, removed } = await rebuild(bytes, noMarks)
  expect(removed.map(one => one.kind)).toContain(kind)
  expect(await kinds(anew)).toEqual([])
  expect(Buffer.from(anew).includes('Zhang')).toBe(false)
  expect(await textOf(anew)).toBe('')
})

test('a page of plain black words hides nothing', async () => {
  const lines = ['The quick brown fox; 1,234.5', 'ilililil WWW mmm', 'I'].map((line, at) =>
    said(line, 700 - at * 40),
  )
  expect(await kinds(aPdf(lines.join(' ')))).toEqual([])
})

test('white words on a dark heading are read, and so hide nothing', async () => {
  expect(await kinds(aPdf(`0 0 0.5 rg 60 690 300 40 re f 1 1 1 rg ${said('Heading', 700)}`))).toEqual([])
})

test('what is boxed is black in the pixels, what is not stays legible', async () => {
  const bytes = aPdf(`${said('Zhang San', 700)} ${said('Plain words', 500)}`)
  const box = { page: 1, x: 0.1, y: 110 / 842, width: 0.4, height: 40 / 842 }
  const { bytes: anew } = await rebuild(bytes, { boxes: [box], words: [] })
  const picture = await drawn(anew)
  expect(shades(picture, [62, 112, 200, 34])).toEqual({ darkest: 0, lightest: 0 })
  const plain = shades(picture, [70, 320, 130, 28])
  expect(plain.darkest).toBeLessThan(60)
  expect(plain.lightest).toBeGreaterThan(240)
})

test('a word is found in the text layer and painted over; one that is not there is refused', async () => {
  const bytes = aPdf(`${said('Zhang San', 700)} ${said('Plain words', 500)}`)
  const { bytes: anew } = await rebuild(bytes, { boxes: [], words: ['zhangsan'] })
  const picture = await drawn(anew)
  expect(shades(picture, [74, 122, 90, 18])).toEqual({ darkest: 0, lightest: 0 })
  expect(shades(picture, [70, 320, 130, 28]).lightest).toBeGreaterThan(240)
  await expect(rebuild(bytes, { boxes: [], words: ['李四'] })).rejects.toThrow('文件中没有找到“李四”')
})

test('a word among letters of other widths is painted over whole, and its neighbours stay', async () => {
  const bytes = aPdf(said('iiiiiiiillll, WWWWWW: Zhang San; 000000000', 700))
  const { bytes: anew } = await rebuild(bytes, { boxes: [], words: ['Zhang San'] })
  const before = await drawn(bytes)
  const after = await drawn(anew)
  const from = Math.floor(72 + widthOf('iiiiiiiillll, WWWWWW: '))
  const to = Math.ceil(72 + widthOf('iiiiiiiillll, WWWWWW: Zhang San'))
  expect(shades(after, [from + 1, 124, to - from - 2, 18])).toEqual({ darkest: 0, lightest: 0 })
  expect(shades(after, [72, 120, from - 84, 24]).darkest).toBeLessThan(90)
  expect(shades(after, [to + 10, 120, 60, 24]).lightest).toBe(shades(before, [to + 10, 120, 60, 24]).lightest)
})

/** In points, by the widths of Helvetica at 24. */
function widthOf(text: string): number {
  const widths: Readonly<Record<string, number>> = {
    ...{
      i: 222,
      l: 222,
      ',': 278,
      ':': 278,
      ' ': 278,
      W: 944,
      Z: 611,
      h: 556,
      a: 556,
      n: 556,
      g: 556,
      S: 667,
    },
  }
  return [...text].reduce((sum, sign) => sum + (widths[sign] ?? 556) * 0.024, 0)
}

test('Chinese words without their font are told, and the file is refused, since they would be left blank', async () => {
  const content = 'BT /F2 24 Tf 72 700 Td <4E2D6587> Tj ET'
  const font = '/BaseFont /STSong-Light'
  const bytes = aPdf(content, {
    page: '/Resources << /Font << /F2 6 0 R >> >>',
    objects: [
      `<< /Type /Font /Subtype /Type0 ${font} /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>`,
      `<< /Type /Font /Subtype /CIDFontType0 ${font} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>`,
    ],
  })
  expect(await kinds(bytes)).toEqual(['font'])
  await expect(rebuild(bytes, noMarks)).rejects.toThrow('字体没有嵌入文件')
})

test('2,000 pages are the most', async () => {
  await expect(look(aPdf('', { pages: 10_000 }))).rejects.toThrow('文件共 10000 页，超过 2000 页')
})

const bad: readonly (readonly [string, Uint8Array, string])[] = [
  ['an empty file', new Uint8Array(), '文件是空的'],
  ['a script that calls itself a PDF', Buffer.from('#!/bin/sh\nrm -rf /'), '按内容判断'],
  ['a PDF cut off', aPdf(said('a', 700)).slice(0, 60), '文件已损坏'],
  ['a PDF of zeros', new Uint8Array([...Buffer.from('%PDF-1.7\n'), ...new Uint8Array(5_000)]), '文件已损坏'],
  ['a file of 51 MB', new Uint8Array(51 * 1024 * 1024), '文件超过 50 MB'],
  [
    'an old Word file',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]),
    '旧版 Word',
  ],
]

test.each(bad)('%s is refused in words', async (_name, bytes, words) => {
  await expect(rebuild(bytes, noMarks)).rejects.toThrow(words)
  await expect(look(bytes)).rejects.toThrow(CannotRedact)
})

test.each([{ page: 2 }, { page: 0 }, { width: Number.NaN }, { height: -1 }])(
  'a box %o is refused',
  async change => {
    const box = { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, ...change }
    await expect(rebuild(aPdf(''), { boxes: [box], words: [] })).rejects.toThrow(CannotRedact)
  },
)

test('a page is drawn as PNG for marking; a page that is not there is refused', async () => {
  const png = await page(aPdf(said('a', 700)), 1)
  expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')])
  await expect(page(aPdf(''), 2)).rejects.toThrow('没有第 2 页')
})
