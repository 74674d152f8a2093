import { readFileSync } from 'node:fs'
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { aPdf } from '../../../platform/hidden/a-file.ts'
import { pngOf } from '../../../platform/hidden/pages/png.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { aContent, aDraft, putOnShelf, savedAs, theOffice } from '../../act/an-item.ts'
import { attachFile } from '../../act/drafting.ts'
import { withdraw } from '../../act/revising.ts'
import type { Attachment } from '../../item.ts'
import { bodyPages, textPages } from '../../read/preview/chunks.ts'
import { previewOf } from '../../read/preview/preview.ts'
import { previewRoutes } from './routes.ts'

let work: TestDb
const portal = new Hono<AppEnv>()
const [agency, today] = ['trial', dayOf('2026-03-10')]
const { clerk, head } = theOffice(agency)
const files = new Map<string, Attachment>()
let [id, hidden] = ['', '']

const dot = pngOf({ width: 2, height: 2, data: new Uint8Array(16).fill(120) })
const ofd = zipSync({
  'OFD.xml': strToU8('<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>'),
  'D/Document.xml': strToU8('<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>'),
  'D/P.xml': strToU8(
    '<Page><TextObject Boundary="1 2 3 4"><TextCode>版式文件正文</TextCode></TextObject></Page>',
  ),
})

async function aWord(): Promise<Uint8Array> {
  const rows = Array.from(
    { length: 400 },
    (_, at) =>
      new TableRow({
        children: [new TableCell({ children: [new Paragraph(`第 ${at} 行的名称和说明文字`)] })],
      }),
  )
  const image = new ImageRun({
    type: 'png',
    data: Buffer.from(dot),
    transformation: { width: 9, height: 9 },
    altText: { name: '', title: '', description: '流程图' },
  })
  const document = new Document({
    sections: [
      { children: [new Paragraph('办事<指南>'), new Paragraph({ children: [image] }), new Table({ rows })] },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

beforeAll(async () => {
  work = await testDb()
  await addAgency(
    work,
    { code: agency, name: '云川市试验局', shortName: '试验局', kind: 'department', parent: null },
    theSystem,
  )
  portal.use(async (context, next) => {
    context.set('work', work)
    await next()
  })
  previewRoutes(portal)
  id = await aDraft(work, { agency, today, content: aContent() })
  hidden = await aDraft(work, { agency, today, content: aContent() })
  const sheet = await writeXlsxFile(
    Array.from({ length: 250 }, (_, at) => [{ value: `甲${at}` }, { value: at }]),
    { sheet: '明细' },
  ).toBuffer()
  const given = {
    ...{ '清单.docx': await aWord(), '明细.xlsx': new Uint8Array(sheet), '图.png': dot, '通知.ofd': ofd },
    ...{ '说明.txt': strToU8('第一行\n<b>第二行</b>'), '目录.csv': strToU8('名称,数量\n"甲,乙",2') },
    '表.pdf': aPdf('BT /F1 24 Tf 50 700 Td (Page words) Tj ET', { pages: 2 }),
  }
  for (const [name, bytes] of Object.entries(given)) {
    const file = await attachFile(work, { id, by: clerk, today }, { name, bytes })
    if (isRefusal(file)) throw new Error(file.message)
    files.set(name, file)
  }
  await savedAs(work, { id, by: clerk, today }, aContent({ attachments: [...files.values()] }))
  await putOnShelf(work, { id, agency, today })
}, 120_000)
afterAll(() => work.close())

async function preview(name: string, query = '', status = 200): Promise<string> {
  const answer = await portal.request(
    `/disclosure/items/${id}/files/${files.get(name)?.file}/preview${query}`,
  )
  expect([name, query, answer.status]).toEqual([name, query, status])
  const page = await answer.text()
  expect(Buffer.byteLength(page)).toBeLessThan(60_000)
  return page
}

test('Word is shown as a page of ours, in pages, with its pictures, and nothing of it runs', async () => {
  const first = await preview('清单.docx')
  expect(first).toContain('办事&lt;指南&gt;')
  expect(first).toContain('alt="流程图"')
  expect(first).toContain('下一页')
  const picture = await portal.request(
    `/disclosure/items/${id}/files/${files.get('清单.docx')?.file}/preview?picture=picture-1.png`,
  )
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(await preview('清单.docx', '?page=2')).toContain('第 2 / ')
  await preview('清单.docx', '?page=99', 404)
  await preview('清单.docx', '?picture=../../x', 404)
})

test('Excel and CSV are tables of a hundred rows a page, and say so', async () => {
  const first = await preview('明细.xlsx')
  expect(first).toContain('共 250 行，本页为第 1 至 100 行')
  expect(first).toContain('<td>甲99</td>')
  expect(first).not.toContain('<td>甲100</td>')
  expect(await preview('明细.xlsx', '?page=3')).toContain('<td>甲249</td>')
  await preview('明细.xlsx', '?sheet=2', 404)
  expect(await preview('目录.csv')).toContain('<td>甲,乙</td><td>2</td>')
})

test('PDF is shown page by page with its words, OFD and text as words, a picture as itself', async () => {
  const pdf = await preview('表.pdf')
  expect(pdf).toContain('?drawn=1')
  expect(pdf).toContain('Page words')
  const drawn = await portal.request(
    `/disclosure/items/${id}/files/${files.get('表.pdf')?.file}/preview?drawn=2`,
  )
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png'])
  await preview('表.pdf', '?drawn=3', 404)
  expect(await preview('通知.ofd')).toContain('<p>版式文件正文</p>')
  expect(await preview('说明.txt')).toContain('<p>&lt;b&gt;第二行&lt;/b&gt;</p>')
  expect(await preview('图.png')).toContain('alt="附件图片：图.png"')
})

test('files of Office 97 to 2003 are shown by their words and tables, other old ones say why not', async () => {
  const folder = new URL('../../../platform/old-office/testdata/', import.meta.url)
  const shown = (name: string, bytes: Uint8Array) =>
    previewOf({ name, media: 'application/x-cfb', sha256: name, bytes: () => Promise.resolve(bytes) })
  const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))
  expect(await shown('通知.doc', read('notice.doc'))).toMatchObject({ kind: 'text' })
  expect(await shown('许可.xls', read('permits.xls'))).toMatchObject({
    ...{ kind: 'sheets', sheets: [{ name: '许可结果' }] },
  })
  const hurt = read('notice.doc').slice(0, 700)
  expect(await shown('坏.doc', hurt)).toMatchObject({ kind: 'none' })
})

test('only files of what is public are previewed', async () => {
  const draft = await attachFile(
    work,
    { id: hidden, by: clerk, today },
    { name: '内部.txt', bytes: strToU8('内部文字') },
  )
  if (isRefusal(draft)) throw new Error(draft.message)
  for (const path of [`${hidden}/files/${draft.file}`, `${id}/files/${draft.file}`, `${id}/files/x`]) {
    expect((await portal.request(`/disclosure/items/${path}/preview`)).status).toBe(404)
  }
  await withdraw(work, { id, by: head, today }, '试验')
  await preview('说明.txt', '', 404)
})

test('a long table is cut between rows with its head, and a long line of words too', () => {
  const row = (text: string) => `<tr><td>${text}</td></tr>`
  const table = `<table><thead><tr><th>名称</th></tr></thead><tbody>${row('甲'.repeat(5_000)).repeat(4)}</tbody></table>`
  const pages = bodyPages(
    `<p>前<sup><a id="footnote-ref-1" href="#footnote-1">[1]</a></sup></p>${table}<ol><li id="footnote-1">注</li></ol>`,
  )
  expect(pages).toHaveLength(2)
  expect(pages.filter(page => page.includes('<th>名称</th>'))).toHaveLength(2)
  expect(pages[0]).toContain('href="?page=2#footnote-1"')
  expect(textPages('字'.repeat(30_000)).map(page => page.length)).toEqual([12_000, 12_000, 6_000])
  expect(textPages(' \n')).toEqual([])
})
