import { Document, Packer, Paragraph, TextRun } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { blankContent } from '../../item.ts'
import { keepLinkLook } from '../../store/checks/remembered.ts'
import { contentHash } from '../../store/hash.ts'
import { itemRecordOf } from '../../store/history.ts'
import { aContent, aDraft, aPublished, putOnShelf, savedAs, theOffice } from '../an-item.ts'
import { findingsIn, findingsOf, freshFindingsOf, severeOf } from '../checking.ts'
import { attachFile } from '../drafting.ts'
import { openLink, tryLinks } from './links.ts'
import { standingList } from './list.ts'
import { recheckPublic } from './rechecking.ts'
import { findingsView, tryOut, wordsView } from './views.ts'
import { addPhrase, addWord, editWord, importWords, removePhrase, removeWords } from './words.ts'

let work: TestDb
const [top, agency, today] = ['city', 'trial', dayOf('2026-03-10')]
const officer: Actor = { id: 'o', name: '演市专员', grants: [{ role: 'officer', agency: top }] }
const other = theOffice(agency).officer
beforeAll(async () => {
  work = await testDb()
  await addAgency(
    work,
    { code: top, name: '云川市人民政府', shortName: '云川市', kind: 'government', parent: null },
    theSystem,
  )
  await addAgency(
    work,
    { code: agency, name: '云川市试验局', shortName: '试验局', kind: 'department', parent: top },
    theSystem,
  )
})
afterAll(() => work.close())

const fresh = (change = {}) => aDraft(work, { agency, today, content: aContent(change) })
const word = (wrong: string, change = {}) => ({
  ...({
    word: wrong,
    right: '',
    severity: 'severe',
    why: '试验',
    from: dayOf('2020-01-01'),
    to: null,
  } as const),
  ...change,
})
const recordOf = async (id: string) => {
  const record = await itemRecordOf(work, id)
  if (record === undefined) throw new Error('no item')
  return record
}
const rules = async (id: string) => (await findingsOf(work, await recordOf(id))).map(({ rule }) => rule)

test('a severe word holds approval until it is corrected; a mild one does not; the text is never altered', async () => {
  const body = '<p>申请人身份证号11010519491231002X，开立帐户。</p>'
  const id = await fresh({ body })
  expect(await rules(id)).toEqual(['personal.idNumber', 'words.mild'])
  expect((await recordOf(id)).draft?.content.body).toBe(body)
  await expect(putOnShelf(work, { id, agency, today })).rejects.toThrow(/必须处理.*身份证号码/)
  await savedAs(
    work,
    { id, by: theOffice(agency).clerk, today },
    aContent({ body: body.replace('11010519491231002X', '110105********002X') }),
  )
  expect(await rules(id)).toEqual(['words.mild'])
  await expect(putOnShelf(work, { id, agency, today })).resolves.toMatchObject({ shelf: 'public' })
})

test('what was found is remembered for these very bytes and this state of the lists', async () => {
  const content = aContent({ body: '<p>开立帐户用于试验，具体办法由市试验局另行制定。</p>' })
  const kept = { content, sha256: contentHash(content) }
  expect(await findingsIn(work, kept)).toHaveLength(1)
  const empty = { ...kept, content: blankContent('document', '20.15') }
  expect(await findingsIn(work, empty)).toHaveLength(1)
  await addPhrase(work, officer, { phrase: '开立帐户', why: '试验' })
  expect((await findingsIn(work, kept)).length).toBe(0)
  await removePhrase(work, officer, '开立帐户')
})

test('a changed list re-checks what is already public, in steps, and the desk counts what it finds', async () => {
  const id = await aPublished(work, {
    agency,
    today,
    content: aContent({ body: '<p>本市推行云上办法，方便群众办事，请各单位遵照执行并抓好落实。</p>' }),
  })
  while (!(await recheckPublic(work, { millis: 5_000, links: false })).done);
  expect(
    (await findingsView(work, other, { sort: '-published', page: 1, size: 20, q: '云上办法' })).total,
  ).toBe(0)
  expect(await addWord(work, officer, word('云上办法', { right: '网上办理' }))).toEqual({
    kind: 'changed',
    count: 1,
  })
  expect((await wordsView(work, officer)).rechecked).toBe(false)
  const { checked } = await recheckPublic(work, { millis: 5_000, links: false })
  expect(checked).toBeGreaterThan(0)
  const view = await findingsView(work, other, { rule: 'words', sort: '-published', page: 1, size: 20 })
  expect(
    view.lines
      .filter(({ item }) => item === id)
      .map(({ found, proposal, severity }) => [found, proposal, severity]),
  ).toEqual([['云上办法', '网上办理', 'severe']])
  expect(view.counts).toContainEqual({ kind: 'words', severity: 'severe', count: 1 })
  const lists = await wordsView(work, officer)
  expect([lists.rechecked, lists.words.find(each => each.word === '云上办法')?.hits]).toEqual([true, 1])
  const stranger: Actor = { id: 'x', name: '他', grants: [{ role: 'officer', agency: 'elsewhere' }] }
  expect((await findingsView(work, stranger, { sort: 'title', page: 1, size: 20 })).total).toBe(0)
})

test('only the top agency changes the lists; what makes no sense is refused in words', async () => {
  const before = (await standingList(work)).version
  expect(await addWord(work, other, word('另一'))).toMatchObject({
    message: expect.stringMatching(/最上级机关/),
  })
  const refused = async (done: Promise<unknown>, why: RegExp) => {
    const answer = await done
    expect(isRefusal(answer) ? answer.message : answer).toMatch(why)
  }
  await refused(addWord(work, officer, word('错')), /至少两个字/)
  await refused(addWord(work, officer, word('错词', { right: '错词' })), /相同/)
  await refused(addWord(work, officer, word('错词', { to: dayOf('2019-01-01') })), /停用日期须在起始日期之后/)
  await refused(addWord(work, officer, word('帐户', { from: dayOf('1949-10-01') })), /已在词表中/)
  await refused(removeWords(work, officer, ['00000000-0000-4000-8000-000000000000']), /已被他人删除/)
  await refused(addPhrase(work, officer, { phrase: '的', why: '' }), /至少两个字/)
  await refused(removePhrase(work, officer, '没有这个'), /没有这个短语/)
  await refused(importWords(work, officer, []), /没有错敏词/)
  expect((await standingList(work)).version).toBe(before)
})

test('words are added, changed, imported and taken off, each making a new version', async () => {
  await addWord(work, officer, word('试错词'))
  const kept = (await wordsView(work, officer)).words.find(each => each.word === '试错词')
  expect(kept).toMatchObject({ severity: 'severe', changedBy: '演市专员' })
  const found = async (text: string) => (await tryOut(work, text)).map(({ rule, at }) => [rule, at?.text])
  expect(await found('这是试错词，手机13812345678')).toEqual([
    ['words.severe', '试错词'],
    ['personal.mobile', '13812345678'],
  ])
  expect(await editWord(work, officer, kept?.id ?? '', word('试错词', { severity: 'mild' }))).toMatchObject({
    count: 1,
  })
  expect(await found('这是试错词')).toEqual([['words.mild', '试错词']])
  expect(
    await importWords(work, officer, [
      word('试错词', { right: '试对词' }),
      word('又一错词'),
      word('又一错词'),
    ]),
  ).toMatchObject({ count: 2 })
  const ids = (await wordsView(work, officer)).words
    .filter(each => /试错词|又一错词/.test(each.word))
    .map(({ id }) => id)
  expect(await removeWords(work, officer, ids)).toMatchObject({ count: 2 })
  expect(await found('这是试错词')).toEqual([])
})

test('what an attachment hides is found once by its bytes, and holds approval', async () => {
  const document = new Document({
    creator: '演经办',
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('正文'), new TextRun({ text: '内部意见', vanish: true })] }),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const id = await fresh()
  const doing = { id, by: theOffice(agency).clerk, today }
  const file = await attachFile(work, doing, { name: '清单.docx', bytes })
  if (isRefusal(file)) throw new Error(file.message)
  await savedAs(work, doing, aContent({ attachments: [file] }))
  const severe = await severeOf(work, await recordOf(id))
  expect(severe.map(({ rule, field }) => [rule, field])).toEqual([['hidden.hiddenText', 'attachments.0']])
  expect(await rules(id)).toContain('hidden.metadata')
})

test('links are tried outside of acts alone, remembered with their day, and never into the network of the office', async () => {
  const id = await fresh({
    body: '<p>详见<a href="https://gone.test/x">办事指南</a>，按照本通知的要求抓好贯彻落实工作。</p>',
  })
  expect(await rules(id)).toEqual(['links.untried'])
  await tryLinks(work, '<a href="https://gone.test/x">x</a>', async () => ({
    opens: false,
    why: '网页不存在',
  }))
  expect(await rules(id)).toEqual(['links.dead'])
  await keepLinkLook(work, 'https://gone.test/x', { opens: true, why: '', on: '2026-03-11' })
  expect(await freshFindingsOf(work, await recordOf(id))).toEqual([])
  const inside = { opens: false, why: '指向内部网络，公众打不开' }
  expect(await openLink('http://127.0.0.1:1/x')).toEqual(inside)
  expect(await openLink('http://[::1]/x')).toEqual(inside)
  expect(await openLink('http://localhost:1/x')).toEqual(inside)
  expect(await openLink('ftp://x')).toEqual({ opens: false, why: '地址不完整' })
})
