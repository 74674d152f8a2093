import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { draftOf } from '../../store/drafts.ts'
import { batchOf } from '../../store/rows/batches.ts'
import { aContent, aDraft, aPublished, theOffice } from '../an-item.ts'
import { loadRows, tryRows } from './loading.ts'

let work: TestDb
const agency = 'trial'
const today = dayOf('2026-03-10')
const { clerk, head } = theOffice(agency)
const folder = mkdtempSync(join(tmpdir(), 'gongkai-rows-'))
beforeAll(async () => {
  work = await testDb()
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
})
afterAll(async () => {
  await work.close()
  await rm(folder, { recursive: true })
})

const content = () => aContent({ form: 'penaltyResults', documentNumber: null })
const draft = () => aDraft(work, { agency, today, content: content() })
let files = 0
async function file(bytes: string | Uint8Array, name = 'a.csv') {
  const path = join(folder, `${++files}-${name}`)
  await writeFile(path, bytes)
  return { path, name }
}
const heading =
  '行政处罚决定书文号,行政相对人名称,相对人类别,违法行为,处罚依据,处罚决定日期,罚款金额（元）,是否公示,不公示原因'
const good = [
  heading,
  '云试罚〔2026〕1号,张三,自然人,占道经营,《条例》第五条,2026-01-05,"1,200.5",是,',
  '云试罚〔2026〕2号,云川市演示建材有限公司,法人及非法人组织,未按图施工,《条例》第六条,2026年1月6日,1.2万元,是,',
  '云试罚〔2026〕3号,欧阳小明,,噪声扰民,《条例》第七条,20260107,,否,涉及未成年人',
].join('\r\n')

test('a sheet becomes a batch in the draft: names masked, what is not shown counted, the hash binding every cell', async () => {
  const id = await draft()
  const sheet = await file(iconv.encode(good, 'gb18030'))
  const run = await tryRows(work, { id, by: clerk, today }, sheet)
  expect(run).toMatchObject({
    ...{ count: 3, unshown: 1, faultCount: 0, amountYuan: '13200.50', years: [{ year: 2026, count: 3 }] },
    mapping: {
      reference: 0,
      party: 1,
      partyKind: 2,
      matter: 3,
      basis: 4,
      decidedOn: 5,
      amountYuan: 6,
      shown: 7,
    },
  })
  const loaded = await loadRows(work, { id, by: clerk, today }, sheet)
  if ('kind' in loaded) throw new Error(loaded.message)
  expect((await draftOf(work, id))?.content.rows).toEqual(loaded.rows)
  const rows = await work.db
    .selectFrom('disclosure_rows')
    .select(['party', 'shown', 'unshown_reason', 'decided_on', 'amount_yuan'])
    .where('batch', '=', loaded.rows.batch)
    .orderBy('place')
    .execute()
  expect(rows.map(row => Object.values(row))).toEqual([
    ['张*', true, '', '2026-01-05', '1200.50'],
    ['云川市演示建材有限公司', true, '', '2026-01-06', '12000.00'],
    ['欧阳**', false, '涉及未成年人', '2026-01-07', null],
  ])
  const again = await loadRows(work, { id, by: clerk, today }, await file(good))
  if ('kind' in again) throw new Error(again.message)
  expect(again.rows.batch).not.toBe(loaded.rows.batch)
  expect(again.rows.sha256).toBe(loaded.rows.sha256)
  const changed = await loadRows(work, { id, by: clerk, today }, await file(good.replace('第五条', '第八条')))
  expect(changed).not.toMatchObject({ rows: { sha256: loaded.rows.sha256 } })
  expect(await batchOf(work, loaded.rows.batch)).toMatchObject({ count: 3, shownCount: 2, fileName: 'a.csv' })
})

const wrong: [string, string | Uint8Array, RegExp][] = [
  ['an empty file', '', /文件是空的/],
  ['headings alone', heading, /没有可以保存的行/],
  ['no columns that anybody knows', '甲,乙\n1,2\n', /还有 \d 处问题/],
  ['an old Excel file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /旧版或者加密/],
  ['a program', Uint8Array.from([0x4d, 0x5a, 0, 0]), /不是 Excel/],
  ['a hurt archive', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2]), /损坏/],
  ['JSON that is none', '{"reference":"1号"}\n{oops\n', /第 2 行不是 JSON/],
  ['JSON with a field that nobody knows', '{"reference":"1号","phone":"1"}\n', /不认识的项目“phone”/],
  ['a text of 101 MB', Buffer.alloc(101 * 1024 * 1024, 0x61), /超过 100 MB/],
]
test.each(wrong)('%s is refused with a sentence, and nothing is kept', async (_, bytes, why) => {
  const id = await draft()
  const done = await loadRows(work, { id, by: clerk, today }, await file(bytes))
  expect(done).toMatchObject({ kind: 'refusal', message: expect.stringMatching(why) })
  expect((await draftOf(work, id))?.content.rows).toBeNull()
})

test('what is wrong is told row by row, each with its place and what to do', async () => {
  const id = await draft()
  const lines = [
    ...[heading, '1号,张三,自然人,a,b,2026-02-30,,,', '1号,李四,自然人,a,b,2026-01-01,,,'],
    ...['1号,某公司,外星人,a,b,2026-01-01,,,', '4号,,自然人,a,b,2027-01-01,12.345,,'],
    '5号,11010519491231002X,自然人,a,b,2026-01-01,十元,否,',
  ]
  const run = await tryRows(work, { id, by: clerk, today }, await file(lines.join('\n')))
  if ('kind' in run) throw new Error(run.message)
  expect(run.faults.map(({ row, label, message }) => `${row} ${label} ${message.slice(0, 9)}`)).toEqual([
    '2 决定日期 不是有效的日期，请',
    '4 当事人类别 不认识的类别，请写',
    '5 当事人 没有填写当事人。',
    '5 决定日期 日期在今天之后。',
    '5 金额（元） 金额最多到分，请核',
    '6 当事人 含有居民身份证号码',
    '6 金额（元） 不是有效的金额，请',
    '6 不公示的理由 不公示的，请写明理',
  ])
  expect(JSON.stringify(run)).not.toContain('11010519491231002X"')
  const twice = await tryRows(
    work,
    { id, by: clerk, today },
    await file(`${good}\n${good.split('\r\n')[1]}\n`),
  )
  expect(twice).toMatchObject({ faults: [{ row: 5, message: '文号与第 2 行相同。' }] })
})

test('the same decision in another item is named; a stranger loads nothing', async () => {
  const first = await draft()
  await loadRows(work, { id: first, by: clerk, today }, await file(good.replaceAll('云试罚', '云再罚')))
  const id = await draft()
  const sheet = await file(good.replaceAll('云试罚', '云再罚'))
  const run = await tryRows(work, { id, by: clerk, today }, sheet)
  expect(run).toMatchObject({ repeated: [{ item: first }, { item: first }, { item: first }] })
  expect(await tryRows(work, { id, by: head, today }, sheet)).toMatchObject({ kind: 'refusal' })
  const news = await aDraft(work, { agency, today, content: aContent() })
  expect(await tryRows(work, { id: news, by: clerk, today }, sheet)).toMatchObject({
    message: expect.stringContaining('没有结果明细'),
  })
  const shelved = await aPublished(work, { agency, today, content: aContent() })
  expect(await loadRows(work, { id: shelved, by: clerk, today }, sheet)).toMatchObject({ kind: 'refusal' })
})

test('an Excel sheet is read with its days; merged cells and columns that a person chose are respected', async () => {
  const id = await draft()
  const head = ['文号', '当事人', '事项', '决定日期', '金额（元）'].map(value => ({ value }))
  const row = [
    { value: '云试许〔2026〕1号' },
    { value: '王小二' },
    { value: '施工许可' },
    { value: new Date('2026-01-05T00:00:00Z'), format: 'yyyy-mm-dd' },
    { value: 12.5 },
  ]
  const bytes = await writeXlsxFile([head, row], { sheet: '结果' }).toBuffer()
  const run = await tryRows(work, { id, by: clerk, today }, await file(bytes, 'a.xlsx'))
  expect(run).toMatchObject({ count: 1, faultCount: 0, amountYuan: '12.50' })
  const spanned = [
    [{ value: '云试许〔2026〕1号', rowSpan: 2 }, ...row.slice(1)],
    [null, ...row.slice(1)],
  ]
  const merged = await writeXlsxFile([head, ...spanned], { sheet: '结果' }).toBuffer()
  const told = await tryRows(work, { id, by: clerk, today }, await file(merged, 'b.xlsx'))
  expect(told).toMatchObject({ faults: [{ value: 'A2:A3' }, { message: '没有填写文号。' }] })
  const mapping = { reference: 0, party: 1, matter: 2, decidedOn: 3 }
  const chosen = { ...(await file(bytes, 'c.xlsx')), mapping }
  await loadRows(work, { id, by: clerk, today }, chosen)
  const remembered = await tryRows(work, { id, by: clerk, today }, await file(bytes, 'd.xlsx'))
  expect(remembered).toMatchObject({ mapping, amountYuan: '0.00' })
})
