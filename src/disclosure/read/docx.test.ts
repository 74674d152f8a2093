import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  type IPropertiesOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { repacked } from '../../platform/hidden/a-file.ts'
import { pngOf } from '../../platform/hidden/pages/png.ts'
import { importWord } from './docx.ts'
import { textOfFile, wordsOf } from './file-text.ts'

const tracked = { id: 1, author: '经办人甲', date: '2026-01-05T00:00:00Z' }
const main = 'word/document.xml'
const dot = pngOf({ width: 2, height: 2, data: new Uint8Array(16).fill(120) })

async function aWord(
  children: readonly (Paragraph | Table)[],
  more: Partial<IPropertiesOptions> = {},
): Promise<Uint8Array> {
  const sections = [{ children: [...children] }]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections, ...more })))
}

const p = (text: string) => new Paragraph(text)
const picture = (description: string) =>
  new Paragraph({
    children: [
      new ImageRun({
        ...{ type: 'png', data: Buffer.from(dot), transformation: { width: 20, height: 20 } },
        altText: { name: '图', title: '', description },
      }),
    ],
  })

async function taken(bytes: Uint8Array) {
  const done = await importWord(bytes)
  if (done.kind === 'refusal') throw new Error(done.message)
  return done
}

test('a notice from Word keeps its structure: headings, table with spans, footnote, picture with its words', async () => {
  const cell = (text: string, more = {}) => new TableCell({ children: [p(text)], ...more })
  const bytes = await aWord(
    [
      p('云川市住房和城乡建设局文件'),
      p('云建发〔2026〕3号'),
      p('云川市住房和城乡建设局'),
      p('关于印发《物业服务收费管理办法》的通知'),
      new Paragraph({ text: '第一章 总则', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [new TextRun('为规范收费'), new FootnoteReferenceRun(1), new TextRun('。')],
      }),
      new Table({
        rows: [
          new TableRow({ tableHeader: true, children: [cell('类别', { columnSpan: 2 }), cell('标准')] }),
          new TableRow({ children: [cell('住宅', { rowSpan: 2 }), cell('一级'), cell('2.10')] }),
          new TableRow({ children: [cell('二级'), cell('1.60')] }),
        ],
      }),
      picture('收费流程图'),
      p('云川市住房和城乡建设局'),
      p('2026年1月5日'),
    ],
    { footnotes: { 1: { children: [p('依据省条例。')] } } },
  )
  const { body, pictures, notes, facts } = await taken(bytes)
  expect(body).toContain('<h2>第一章 总则</h2>')
  expect(body).toContain('<thead><tr><th colspan="2">类别</th><th>标准</th></tr></thead>')
  expect(body).toContain('<td rowspan="2">住宅</td>')
  expect(body).toContain('<a id="footnote-ref-1" href="#footnote-1">[1]</a>')
  expect(body).toMatch(/<li id="footnote-1">依据省条例。/)
  expect(body).toContain('<img src="picture-1.png" alt="收费流程图" />')
  expect(pictures.map(({ name, alt }) => [name, alt])).toEqual([['picture-1.png', '收费流程图']])
  expect(Buffer.from(pictures[0]?.bytes ?? []).equals(Buffer.from(dot))).toBe(true)
  expect(notes).toEqual([])
  expect(facts).toEqual({
    title: '云川市住房和城乡建设局关于印发《物业服务收费管理办法》的通知',
    documentNumber: '云建发〔2026〕3号',
    madeOn: '2026-01-05',
  })
})

test('numbers that Word only draws become words: 第一条, 第二条, （一）; a plain list stays a list', async () => {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    ...{ level: at, format, text, alignment: AlignmentType.LEFT },
  })
  const articles = [
    level(0, LevelFormat.CHINESE_COUNTING, '第%1条'),
    level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
  ]
  const numbering = {
    config: [
      { reference: 'articles', levels: articles },
      { reference: 'list', levels: [level(0, LevelFormat.DECIMAL, '%1.')] },
    ],
  }
  const of = (reference: string, at: number, text: string) =>
    new Paragraph({ text, numbering: { reference, level: at } })
  const { body } = await taken(
    await aWord(
      [
        ...[
          of('articles', 0, '目的'),
          of('articles', 0, '范围'),
          of('articles', 1, '住宅'),
          of('articles', 1, '商铺'),
        ],
        ...[of('articles', 0, '施行'), of('articles', 1, '即日'), of('list', 0, '甲'), of('list', 0, '乙')],
        ...[p('隔开'), of('list', 0, '丙')],
      ],
      { numbering },
    ),
  )
  expect(body).toBe(
    '<p>第一条目的</p><p>第二条范围</p><p>（一）住宅</p><p>（二）商铺</p><p>第三条施行</p><p>（一）即日</p><ol><li>甲</li><li>乙</li></ol><p>隔开</p><p>3.丙</p>',
  )
})

test('tracked changes are taken as accepted, comments and hidden words left out, and each is told', async () => {
  const bytes = await aWord(
    [
      new Paragraph({
        children: [
          new CommentRangeStart(0),
          new TextRun('收费'),
          new DeletedTextRun({ text: '不得', ...tracked }),
          new InsertedTextRun({ text: '应当', ...tracked, id: 2 }),
          new TextRun('公示'),
          new CommentRangeEnd(0),
          new TextRun({ children: [new CommentReference(0)] }),
          new TextRun({ text: '内部意见', vanish: true }),
        ],
      }),
    ],
    {
      comments: { children: [{ id: 0, author: '甲', date: new Date('2026-01-05'), children: [p('再议')] }] },
    },
  )
  const { body, notes } = await taken(bytes)
  expect(body).toBe('<p>收费应当公示</p>')
  expect(notes).toEqual([
    '有 2 处修订痕迹（修订人：经办人甲），已按接受修订后的文字导入，请核对。',
    '有 1 条批注，没有导入。',
    '有 1 处隐藏文字，没有导入。',
  ])
})

test('a picture that stands outside the file is not fetched, and an embedded object is left out', async () => {
  const bytes = await aWord([picture('图'), p('正文')])
  const relations = 'word/_rels/document.xml.rels'
  const outside = repacked(bytes, {
    [relations]: old =>
      old.replace(
        /(Type="[^"]*\/image" )Target="[^"]*"/,
        '$1Target="https://evil.test/x.png" TargetMode="External"',
      ),
    [main]: old => old.replace('正文</w:t>', '正文</w:t><w:object><w:control/></w:object>'),
  })
  const { body, pictures, notes } = await taken(outside)
  expect([body, pictures]).toEqual(['<p>正文</p>', []])
  expect(notes).toEqual([
    '有 1 张图片链接在文件之外，没有导入，请另行插入。',
    '嵌有 1 个其他文件或者对象，没有导入，需要公开的请作为附件上传。',
  ])
})

test('macros, old and locked files, other files and hurt ones are refused in words', async () => {
  const good = await aWord([p('文')])
  const macro = zipSync({ ...unzipSync(good), 'word/vbaProject.bin': strToU8('x') })
  const said = async (bytes: Uint8Array) => {
    const done = await importWord(bytes)
    return done.kind === 'refusal' ? done.message : 'taken'
  }
  expect(await said(macro)).toBe('文件带有宏程序，不能导入。请在 Word 中另存为不含宏的 .docx 文件后再试。')
  expect(await said(new Uint8Array())).toBe('文件是空的，请重新选择。')
  expect(await said(strToU8('<html>'))).toMatch(/不是 Word（.docx）文件/)
  const old = new Uint8Array(600)
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(await said(old)).toMatch(/旧版 .doc、.wps 或者加密/)
  expect(await said(good.subarray(0, good.length - 400))).toMatch(/已损坏|不是 Word/)
  const bomb = zipSync({ ...unzipSync(good), 'word/big.xml': new Uint8Array(70 * 1024 * 1024) })
  expect(await said(bomb)).toBe('文件解开后过大，可能是压缩炸弹。')
})

test('a script or an address that runs does not come through Word', async () => {
  const bytes = repacked(await aWord([p('正文')]), {
    [main]: old =>
      old.replace(
        '正文</w:t>',
        '正文</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "javascript:alert(1)"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>点此&lt;script&gt;</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>',
      ),
  })
  expect((await taken(bytes)).body).toBe('<p>正文链接点此&lt;script&gt;</p>')
})

const ofd = (pages: readonly string[]) =>
  zipSync({
    'OFD.xml': strToU8(
      '<ofd:OFD xmlns:ofd="x"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    ),
    'Doc_0/Document.xml': strToU8(
      `<ofd:Document xmlns:ofd="x"><ofd:Pages>${pages.map((_, at) => `<ofd:Page ID="${at}" BaseLoc="Pages/Page_${at}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ),
    ...Object.fromEntries(
      pages.map((page, at) => [
        `Doc_0/Pages/Page_${at}/Content.xml`,
        strToU8(`<ofd:Page xmlns:ofd="x">${page}</ofd:Page>`),
      ]),
    ),
  })
const line = (y: number, text: string) =>
  `<ofd:TextObject Boundary="20 ${y} 100 5"><ofd:TextCode X="0" Y="4">${text}</ofd:TextCode></ofd:TextObject>`

test('the words of a file are read by its kind, and nothing of what is locked, hurt or a picture', async () => {
  const named = { name: 'x', media: '' }
  const word = await aWord([p('物业收费')])
  expect(await textOfFile({ ...named, kind: 'docx', bytes: word })).toBe('物业收费')
  expect(await textOfFile({ ...named, kind: 'txt', bytes: Uint8Array.from([0xce, 0xef, 0xd2, 0xb5]) })).toBe(
    '物业',
  )
  const pages = ofd([line(20, '通知') + line(20, '公告') + line(30, '正文'), line(20, '第二页')])
  expect(await textOfFile({ ...named, kind: 'ofd', bytes: pages })).toBe('通知公告\n正文\n第二页')
  expect(await textOfFile({ ...named, kind: 'png', bytes: dot })).toBe('')
  expect(await wordsOf({ kind: 'pdf', bytes: strToU8('%PDF-1.7 hurt') })).toEqual({
    pages: [],
    trouble: 'hurt',
  })
})
