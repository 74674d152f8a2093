import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  ImageRun,
  InsertedTextRun,
  type IPropertiesOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import { repacked } from '../../a-file.ts'
import { look, rebuild } from '../../by-kind.ts'
import { pngOf } from '../../pages/png.ts'
import { partsOf, partXml } from '../package.ts'

const tracked = { id: 1, author: '经办人甲', date: '2026-01-05T00:00:00Z' }
const body = 'word/document.xml'

async function aWord(
  children: readonly ParagraphChild[],
  more: Partial<IPropertiesOptions> = {},
): Promise<Uint8Array> {
  const sections = [{ children: [new Paragraph({ children: [...children] })] }]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections, ...more })))
}

const kinds = async (bytes: Uint8Array) => (await look(bytes)).found.map(({ kind }) => kind)

async function textOf(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.trim()
}

async function anew(bytes: Uint8Array, words: readonly string[] = []): Promise<Uint8Array> {
  const rebuilt = await rebuild(bytes, { boxes: [], words })
  expect(await kinds(rebuilt.bytes)).toEqual([])
  return rebuilt.bytes
}

test('comments are found, and gone with their authors', async () => {
  const bytes = await aWord(
    [
      new CommentRangeStart(0),
      new TextRun('正文'),
      new CommentRangeEnd(0),
      new TextRun({ children: [new CommentReference(0)] }),
    ],
    {
      comments: {
        children: [{ id: 0, author: '经办人甲', date: new Date(0), children: [new Paragraph('不能给')] }],
      },
    },
  )
  expect(await kinds(bytes)).toContain('comment')
  const clean = await anew(bytes)
  expect(await textOf(clean)).toBe('正文')
  expect([...partsOf(clean).keys()].filter(name => /comment|docProps/.test(name))).toEqual([])
})

test('what was inserted is accepted, what was deleted is gone', async () => {
  const bytes = await aWord([
    new TextRun('同意'),
    new DeletedTextRun({ ...tracked, text: '不公开' }),
    new InsertedTextRun({ ...tracked, text: '公开' }),
  ])
  expect(await kinds(bytes)).toContain('trackedChange')
  const clean = await anew(bytes)
  expect(await textOf(clean)).toBe('同意公开')
  expect(JSON.stringify(partXml(partsOf(clean), body))).not.toMatch(/经办人甲|不公开/)
})

const unseen: readonly (readonly [string, TextRun])[] = [
  ['hidden words', new TextRun({ text: '密', vanish: true })],
  ['white words', new TextRun({ text: '密', color: 'FFFFFF' })],
  ['words of half a point', new TextRun({ text: '密', size: 1 })],
]

test.each(unseen)('%s are found, and gone', async (_name, run) => {
  const bytes = await aWord([new TextRun('公开'), run])
  expect(await kinds(bytes)).toContain('hiddenText')
  expect(await textOf(await anew(bytes))).toBe('公开')
})

test('words hidden by their style are found, and gone', async () => {
  const bytes = await aWord([new TextRun('公开'), new TextRun({ text: '密', style: 'Inner' })], {
    styles: {
      characterStyles: [
        { id: 'Outer', name: 'Outer', run: { vanish: true } },
        { id: 'Inner', name: 'Inner', basedOn: 'Outer' },
      ],
    },
  })
  expect(await textOf(await anew(bytes))).toBe('公开')
})

test('black on black is not blacking out: it becomes so', async () => {
  const bytes = await aWord([
    new TextRun('申请人'),
    new TextRun({ text: '张三', highlight: 'black' }),
    new TextRun({ text: '李四', shading: { fill: '000000' } }),
  ])
  expect(await kinds(bytes)).toContain('coveredText')
  expect(await textOf(await anew(bytes))).toBe('申请人████')
})

test('white words on a dark cell are a heading', async () => {
  const cell = new TableCell({
    shading: { fill: '1F4E8C' },
    children: [new Paragraph({ children: [new TextRun({ text: '项目', color: 'FFFFFF' })] })],
  })
  const sections = [{ children: [new Table({ rows: [new TableRow({ children: [cell] })] })] }]
  expect(await textOf(await anew(await aWord([], { sections })))).toBe('项目')
})

test('a word is blacked out over the borders of runs, everywhere and sign for sign', async () => {
  const bytes = await aWord([
    new TextRun('由张'),
    new TextRun({ text: '三丰', bold: true }),
    new TextRun('和 张三 办理'),
  ])
  expect(await textOf(await anew(bytes, ['张三']))).toBe('由██丰和 ██ 办理')
  await expect(rebuild(bytes, { boxes: [], words: ['王五'] })).rejects.toThrow('文件中没有找到“王五”')
})

test('links, fields and properties are gone, page numbers stay', async () => {
  const footer = new Footer({
    children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
  })
  const link = new ExternalHyperlink({
    link: 'https://inner.example/secret',
    children: [new TextRun('见附件')],
  })
  const sections = [{ footers: { default: footer }, children: [new Paragraph({ children: [link] })] }]
  const bytes = await aWord([], { sections, creator: '经办人甲', title: '内部稿' })
  expect(await kinds(bytes)).toEqual(expect.arrayContaining(['external', 'metadata']))
  const clean = await anew(bytes)
  const parts = partsOf(clean)
  expect(await textOf(clean)).toBe('见附件')
  expect([...parts.keys()].filter(name => name.includes('footer'))).toHaveLength(1)
  const footerName = [...parts.keys()].find(name => name.includes('footer')) ?? ''
  expect(JSON.stringify(partXml(parts, footerName))).toContain('PAGE')
  expect([...parts.values()].some(part => Buffer.from(part).includes('secret'))).toBe(false)
})

test('a header for a first page that is not told apart is printed nowhere, and gone', async () => {
  const header = (text: string) => new Header({ children: [new Paragraph(text)] })
  const headers = { default: header('局文件'), first: header('内部稿') }
  const sections = [{ headers, children: [new Paragraph('正文')] }]
  const bytes = await aWord([], { sections })
  expect(await kinds(bytes)).toContain('hiddenHeader')
  const parts = partsOf(await anew(bytes))
  const words = [...parts.keys()].map(name => JSON.stringify(partXml(parts, name) ?? ''))
  expect(words.some(text => text.includes('内部稿'))).toBe(false)
  expect(words.some(text => text.includes('局文件'))).toBe(true)
})

test('a note whose mark was deleted is gone, one that is still named stays', async () => {
  const footnotes = {
    1: { children: [new Paragraph('见附件')] },
    2: { children: [new Paragraph('内部依据')] },
  }
  const bytes = await aWord([new TextRun('正文'), new FootnoteReferenceRun(1)], { footnotes })
  expect(await kinds(bytes)).toContain('hiddenText')
  const parts = partsOf(await anew(bytes))
  const notes = JSON.stringify(partXml(parts, 'word/footnotes.xml'))
  expect(notes).toContain('见附件')
  expect(notes).not.toContain('内部依据')
})

test('hidden rows of a table are gone', async () => {
  const row = (text: string) =>
    new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })
  const sections = [{ children: [new Table({ rows: [row('公开'), row('密')] })] }]
  const bytes = repacked(await aWord([], { sections }), {
    [body]: old => old.replace(/<w:tr>(?!.*<w:tr>)/s, '<w:tr><w:trPr><w:hidden/></w:trPr>'),
  })
  expect(await kinds(bytes)).toContain('hiddenRow')
  expect(await textOf(await anew(bytes))).toBe('公开')
})

test('a field that fetches something leaves its result alone', async () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DOCPROPERTY 内部编号</w:instrText></w:r><w:r><w:t>代码中的字</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>结果</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
  const bytes = repacked(await aWord([new TextRun('前')]), {
    [body]: old => old.replace('</w:p>', `${field}</w:p>`),
  })
  expect(await kinds(bytes)).toEqual(expect.arrayContaining(['field', 'hiddenText']))
  expect(await textOf(await anew(bytes))).toBe('前结果')
})

test('a picture is drawn anew without its properties, and only what is shown of it', async () => {
  const data = pngOf({ width: 40, height: 20, data: new Uint8Array(40 * 20 * 4).fill(99) })
  const image = new ImageRun({ type: 'png', data, transformation: { width: 40, height: 20 } })
  const bytes = repacked(await aWord([image]), {
    [body]: old => old.replace('<a:srcRect/>', '<a:srcRect l="50000"/>'),
  })
  expect(await kinds(bytes)).toContain('croppedPicture')
  const parts = partsOf(await anew(bytes))
  const picture = parts.get('word/media/document-1.png') ?? new Uint8Array()
  expect(Buffer.from(picture).readUInt32BE(16)).toBe(20)
})

test('a shape over words is found and the file refused: what is under it cannot be told', async () => {
  const shape =
    '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute" fillcolor="black"/></w:pict></w:r>'
  const bytes = repacked(await aWord([new TextRun('张三')]), {
    [body]: old => old.replace('</w:p>', `${shape}</w:p>`),
  })
  expect(await kinds(bytes)).toContain('coveringShape')
  await expect(rebuild(bytes, { boxes: [], words: [] })).rejects.toThrow('请另存为 PDF 后再画框')
})

test('macros, embedded files and data of one’s own are found, and gone', async () => {
  const bytes = repacked(await aWord([new TextRun('正文')]), {
    'word/vbaProject.bin': () => 'macro',
    'word/embeddings/sheet.xlsx': () => 'PK',
    'customXml/item1.xml': () => '<secret>张三</secret>',
    'word/people.xml': () => '<w15:people/>',
  })
  expect(await kinds(bytes)).toEqual(expect.arrayContaining(['macro', 'embedded', 'customXml', 'otherPart']))
  const names = [...partsOf(await anew(bytes)).keys()]
  expect(names.filter(name => /vba|embed|custom|people/.test(name))).toEqual([])
})

test('a file that writes its names unlike Word and WPS is refused, not taken for clean', async () => {
  const bytes = repacked(await aWord([new TextRun('正文')]), {
    [body]: old => old.replaceAll('<w:', '<q:').replaceAll('</w:', '</q:').replace('xmlns:w=', 'xmlns:q='),
  })
  await expect(look(bytes)).rejects.toThrow('请用 Word 或者 WPS 打开后另存')
})

test('boxes are no marks for a Word file', async () => {
  const box = { page: 1, x: 0, y: 0, width: 1, height: 1 }
  const bytes = await aWord([new TextRun('正文')])
  await expect(rebuild(bytes, { boxes: [box], words: [] })).rejects.toThrow('请改为填写要涂黑的词语')
})
