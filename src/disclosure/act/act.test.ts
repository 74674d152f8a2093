import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { saveSetting, settingForms } from '../../platform/settings.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import type { ItemContent } from '../item.ts'
import { editionOf } from '../store/editions.ts'
import { itemRecordOf, rebuildItemStandings } from '../store/history.ts'
import { relationsFrom } from '../store/shelf/relations.ts'
import type { ItemDone } from './act.ts'
import { aContent, aDraft, aPublished, putOnShelf, savedAs, stood, theOffice } from './an-item.ts'
import { abandon, attachFile, handOver, noteItem, saveDraft, startItem } from './drafting.ts'
import { end } from './ending.ts'
import { publish, publishDue, publishUrgently, reviewUrgent, schedule, unschedule } from './publishing.ts'
import { approve, check, reconsider, review, sendBack, submit, waive, withhold } from './reviewing.ts'
import { dropRevision, openRevision, restore, withdraw } from './revising.ts'

let work: TestDb
const agency = 'trial'
const { officer, clerk, coordinator, reviewer, head } = theOffice(agency)
const today = dayOf('2026-03-10')
beforeAll(async () => {
  work = await testDb()
  const added = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...added, kind: 'department', parent: null }, theSystem)
})
afterAll(() => work.close())

const fresh = (change = {}) => aDraft(work, { agency, today, content: aContent(change) })
const shelved = (change = {}) => aPublished(work, { agency, today, content: aContent(change) })
const open = { finding: 'open', ground: '不涉密' } as const
const refused = async (done: Promise<unknown>, why: RegExp) =>
  expect(await done).toMatchObject({ kind: 'refusal', message: expect.stringMatching(why) })

test('from a draft to the shelf, by five people, and the trail holds', async () => {
  const id = await shelved()
  const record = await itemRecordOf(work, id)
  expect(record?.standing).toMatchObject({ draft: 'none', shelf: 'public', edition: 1, publishedOn: today })
  expect(record?.item.indexNumber).toMatch(/^trial\/2026-\d{5}$/)
  const kinds = ['started', 'submitted', 'checked', 'reviewed', 'approved', 'published']
  expect(record?.events.map(({ kind }) => kind)).toEqual(kinds)
  expect(record?.draft).toBeNull()
  expect((await verifyAudit(work.db)).broken).toEqual([])
})

test('one changed byte after review sends the draft back', async () => {
  const id = await fresh()
  const doing = { id, today }
  await stood(submit(work, { ...doing, by: clerk }, ''))
  await stood(check(work, { ...doing, by: coordinator }, ''))
  await stood(review(work, { ...doing, by: reviewer }, open))
  await savedAs(work, { ...doing, by: clerk }, aContent({ title: '关于试验的通知。' }))
  expect((await itemRecordOf(work, id))?.standing).toMatchObject({ draft: 'drafting', reviewed: null })
  await refused(approve(work, { ...doing, by: head }, ''), /待批准/)
})

test('nobody checks, reviews or approves what he submitted', async () => {
  const id = await fresh()
  const both = { ...clerk, grants: [...clerk.grants, ...coordinator.grants, ...head.grants] }
  await stood(submit(work, { id, by: both, today }, ''))
  await refused(check(work, { id, by: both, today }, ''), /自己提交的稿件/)
  await stood(check(work, { id, by: coordinator, today }, ''))
  await stood(review(work, { id, by: reviewer, today }, open))
  await refused(approve(work, { id, by: both, today }, ''), /自己提交的稿件/)
})

test('two editors at once never overwrite each other', async () => {
  const id = await fresh()
  const mine = await saveDraft(
    work,
    { id, by: clerk, today },
    { content: aContent({ title: '甲' }), draftVersion: 2 },
  )
  expect(mine).toMatchObject({ version: 3 })
  const theirs = { content: aContent({ title: '乙' }), draftVersion: 2 }
  expect(await saveDraft(work, { id, by: officer, today }, theirs)).toMatchObject({
    ...{ kind: 'draftConflict', draft: { version: 3, content: { title: '甲' } } },
  })
})

test('what a reader needs must be there before it is handed in, and it is said what lacks', async () => {
  const id = await fresh({ form: 'normativeDocument', documentNumber: null, madeOn: null, own: {} })
  await refused(submit(work, { id, by: clerk, today }, ''), /还缺：成文日期、发文字号、施行日期/)
})

test('a day of making in the future is not published, and no day of publication is written back', async () => {
  const id = await fresh({ madeOn: dayOf('2026-03-11') })
  await refused(
    putOnShelf(work, { id, agency, today }).catch(error => ({ kind: 'refusal', message: error.message })),
    /成文日期/,
  )
  const other = await fresh()
  await stood(submit(work, { id: other, by: clerk, today }, ''))
  await stood(check(work, { id: other, by: coordinator, today }, ''))
  await stood(review(work, { id: other, by: reviewer, today }, open))
  await stood(approve(work, { id: other, by: head, today }, ''))
  await refused(schedule(work, { id: other, by: officer, today }, '2020-01-01T00:00:00Z'), /倒签/)
  const soon = new Date(Date.now() + 60_000).toISOString()
  expect(await stood(schedule(work, { id: other, by: officer, today }, soon))).toMatchObject({
    draft: 'scheduled',
  })
  expect(await publishDue(work)).toEqual({ published: 0, held: [] })
  await stood(unschedule(work, { id: other, by: head, today }, '等一等'))
  await stood(schedule(work, { id: other, by: officer, today }, soon))
  expect(await publishDue(work, new Date(Date.now() + 61_000).toISOString())).toEqual({
    published: 1,
    held: [],
  })
})

test('a document that is ended by another one of ours leads to it, and back; what is not public ends nothing', async () => {
  const form = 'normativeDocument'
  const old = await shelved({ form, documentNumber: '云试发〔2026〕31号' })
  const next = await shelved({ form, documentNumber: '云试发〔2026〕32号' })
  const draft = await fresh()
  const told = { validity: 'repealed', endsOn: today, byWords: '云试发〔2026〕32号' } as const
  const ending = (byItem: string) => end(work, { id: old, by: officer, today }, { ...told, byItem })
  await refused(ending(draft), /没有找到所选的依据文件/)
  await refused(ending('nothing'), /没有找到所选的依据文件/)
  await stood(ending(next))
  expect(await relationsFrom(work, old).execute()).toMatchObject([
    { kind: 'repeals', back: true, item: next },
  ])
  expect(await relationsFrom(work, next).execute()).toMatchObject([
    { kind: 'repeals', back: false, item: old },
  ])
})

test('a revision that goes out at its set moment tells why it was made', async () => {
  const id = await shelved()
  await stood(openRevision(work, { id, by: clerk, today }, '补正附件中的日期'))
  await savedAs(work, { id, by: clerk, today }, aContent({ title: '关于试验的通知（补正）' }))
  await stood(submit(work, { id, by: clerk, today }, ''))
  await stood(check(work, { id, by: coordinator, today }, ''))
  await stood(review(work, { id, by: reviewer, today }, open))
  await stood(approve(work, { id, by: head, today }, ''))
  await stood(schedule(work, { id, by: officer, today }, new Date(Date.now() + 60_000).toISOString()))
  await publishDue(work, new Date(Date.now() + 61_000).toISOString())
  expect(await editionOf(work, id, 2)).toMatchObject({ reason: '补正附件中的日期' })
})

test('a repeal links both ways from the day in force, and cannot come before the making', async () => {
  const form = 'normativeDocument'
  const old = await shelved({ form, documentNumber: '云试发〔2026〕2号' })
  await refused(
    end(
      work,
      { id: old, by: officer, today },
      { validity: 'repealed', endsOn: dayOf('2026-03-01'), byWords: '云试发〔2026〕3号', byItem: null },
    ),
    /不能早于成文日期/,
  )
  const own = { effectiveOn: '2026-04-01' }
  const next = await shelved({ form, documentNumber: '云试发〔2026〕3号', repeals: [old], own })
  expect((await itemRecordOf(work, old))?.standing).toMatchObject({
    ...{ validity: 'repealed', endsOn: '2026-04-01', endedBy: { words: '云试发〔2026〕3号', item: next } },
  })
  await refused(
    end(
      work,
      { id: old, by: officer, today },
      { validity: 'expired', endsOn: today, byWords: '到期', byItem: null },
    ),
    /已登记失效/,
  )
})

test('the same document number twice is named with the document that has it', async () => {
  const form = 'normativeDocument'
  await shelved({ form, title: '试验办法', documentNumber: '云试发〔2026〕9号' })
  const id = await fresh({ form, documentNumber: '云试发[2026] 第09号' })
  await refused(submit(work, { id, by: clerk, today }, ''), /已用于《试验办法》/)
})

test('an emergency goes out first and is marked until a second person has reviewed it', async () => {
  const id = await fresh({ form: 'emergency' })
  await refused(publishUrgently(work, { id, by: head, today }, ''), /理由/)
  const out = await stood(publishUrgently(work, { id, by: head, today }, '台风登陆'))
  expect(out).toMatchObject({ shelf: 'public', urgentBy: head.id })
  const same = { ...head, grants: [...head.grants, ...reviewer.grants] }
  await refused(reviewUrgent(work, { id, by: same, today }, '不涉密'), /发布人以外/)
  await refused(openRevision(work, { id, by: officer, today }, '补充'), /先补作/)
  expect(await stood(reviewUrgent(work, { id, by: reviewer, today }, '不涉密'))).toMatchObject({
    urgentBy: null,
  })
})

test('what is not disclosed is kept with its ground and looked at again', async () => {
  const id = await fresh()
  await stood(submit(work, { id, by: clerk, today }, ''))
  await stood(check(work, { id, by: coordinator, today }, ''))
  await stood(review(work, { id, by: reviewer, today }, { finding: 'closed', ground: '内部研究意见' }))
  await refused(approve(work, { id, by: head, today }, ''), /待批准/)
  const told = { ground: 'deliberative', reason: '过程性信息' } as const
  await refused(withhold(work, { id, by: head, today }, { ...told, reviewOn: today }), /今天之后/)
  const done = await stood(
    withhold(work, { id, by: head, today }, { ...told, reviewOn: dayOf('2027-03-10') }),
  )
  expect(done).toMatchObject({ draft: 'withheld', shelf: 'never' })
  const again = { open: true, reason: '事项已办结', reviewOn: null }
  expect(await stood(reconsider(work, { id, by: head, today }, again))).toMatchObject({ draft: 'drafting' })
})

test('a draft that was left goes to another, and one given up keeps its number', async () => {
  const id = await fresh()
  await stood(
    handOver(
      work,
      { id, by: coordinator, today },
      { to: { id: officer.id, name: officer.name }, reason: '调离' },
    ),
  )
  await stood(noteItem(work, { id, by: reviewer, today }, '请抓紧'))
  await stood(abandon(work, { id, by: officer, today }, '重复'))
  const number = (await itemRecordOf(work, id))?.item.indexNumber
  const next = await fresh()
  expect((await itemRecordOf(work, next))?.item.indexNumber).not.toBe(number)
})

test('a draft holds no file and no rows of another item, and the hash of a file is that of its bytes', async () => {
  const [id, other] = [await fresh(), await fresh()]
  const doing = { id, by: clerk, today }
  const file = { name: 'a.txt', bytes: Buffer.from('附件内容') }
  const [mine, theirs] = [
    await attachFile(work, doing, file),
    await attachFile(work, { ...doing, id: other }, file),
  ]
  if ('kind' in mine || 'kind' in theirs) throw new Error('not kept')
  const save = (change: Partial<ItemContent>) =>
    saveDraft(work, doing, { content: aContent(change), draftVersion: 2 })
  await refused(save({ attachments: [theirs] }), /不是上传到这件信息的文件/)
  const rows = { batch: theirs.file, count: 1, sha256: mine.sha256 }
  await refused(save({ rows }), /不是这件信息的/)
  const lied = { ...mine, name: '附件一', sha256: 'f'.repeat(64), media: 'text/html' }
  expect(await save({ attachments: [lied] })).toMatchObject({
    content: { attachments: [{ ...mine, name: '附件一' }] },
  })
})

test('the index number is made by the pattern of the settings, with the number that an agency has of its own', async () => {
  const form = settingForms.disclosure
  expect(form.safeParse({ agencyNumbers: 'trial' }).success).toBe(false)
  expect(form.safeParse({ agencyNumbers: 'trial=1\nother=1' }).success).toBe(false)
  expect(form.safeParse({ indexPattern: '{year}-{number}' }).success).toBe(false)
  const set = form.parse({ indexPattern: '{agency}/{year}-{number:5}', agencyNumbers: 'trial = 11330100X\n' })
  await saveSetting(work, 'disclosure', set, theSystem)
  const id = await fresh()
  const number = (await itemRecordOf(work, id))?.item.indexNumber ?? ''
  expect(number).toMatch(/^11330100X\/2026-\d{5}$/)
  const after = (by: number) => `11330100X/2026-${String(Number(number.slice(-5)) + by).padStart(5, '0')}`
  const values = [1, 2].map(by => {
    return { id: `from-an-older-site-${by}`, agency, index_number: after(by), started_on: today }
  })
  await work.db.insertInto('disclosure_items').values(values).execute()
  expect((await itemRecordOf(work, await fresh()))?.item.indexNumber).toBe(after(3))
})

test('strangers write nothing, and a file that is none is not taken', async () => {
  const stranger = { ...clerk, grants: [{ role: 'departmentOfficer', agency: 'other' }] as const }
  await refused(startItem(work, { by: stranger, today }, { agency, form: 'news' }), /本机关/)
  const id = await fresh()
  await refused(
    attachFile(work, { id, by: stranger, today }, { name: 'a.txt', bytes: Buffer.from('甲') }),
    /本机关/,
  )
  await refused(
    attachFile(work, { id, by: clerk, today }, { name: 'a.exe', bytes: Buffer.from('MZ\0\0') }),
    /不是可以接收/,
  )
  const kept = await attachFile(
    work,
    { id, by: clerk, today },
    { name: 'a.txt', bytes: Buffer.from('附件内容') },
  )
  expect(kept).toMatchObject({ name: 'a.txt', sizeBytes: 12 })
})

type Act = (id: string) => Promise<ItemDone>
const acts: readonly Act[] = [
  id => submit(work, { id, by: clerk, today }, ''),
  id => submit(work, { id, by: officer, today }, ''),
  id => check(work, { id, by: coordinator, today }, ''),
  id => review(work, { id, by: reviewer, today }, open),
  id => review(work, { id, by: reviewer, today }, { finding: 'passedOn', ground: '报请确定' }),
  id => approve(work, { id, by: head, today }, ''),
  id => publish(work, { id, by: officer, today }, '更正'),
  id => publishUrgently(work, { id, by: head, today }, '紧急'),
  id => reviewUrgent(work, { id, by: reviewer, today }, '不涉密'),
  id => waive(work, { id, by: head, today }, '法定名称'),
  id => sendBack(work, { id, by: coordinator, today }, '再改'),
  id => openRevision(work, { id, by: clerk, today }, '更新'),
  id => dropRevision(work, { id, by: clerk, today }, '不改了'),
  id => withdraw(work, { id, by: head, today }, '内容有误'),
  id => restore(work, { id, by: head, today }, '已核实'),
  id =>
    withhold(
      work,
      { id, by: head, today },
      { ground: 'deliberative', reason: '过程', reviewOn: dayOf('2027-01-04') },
    ),
  id => reconsider(work, { id, by: head, today }, { open: true, reason: '可以公开', reviewOn: null }),
]

test('in any course of acts, what the public can read was reviewed and approved as those very bytes', async () => {
  const course = fc.array(fc.oneof(fc.nat(acts.length - 1), fc.constant('save' as const)), {
    minLength: 8,
    maxLength: 25,
  })
  await fc.assert(
    fc.asyncProperty(course, async steps => {
      const id = await fresh()
      let words = 0
      for (const step of steps) {
        if (step !== 'save') await acts[step]?.(id)
        else
          await savedAs(work, { id, by: clerk, today }, aContent({ title: `第${++words}稿` })).catch(
            () => undefined,
          )
        await everyEditionWasSeen(id)
      }
    }),
    { numRuns: 12 },
  )
  expect(await rebuildItemStandings(work)).toBeGreaterThan(20)
}, 60_000)

async function everyEditionWasSeen(id: string): Promise<void> {
  const events = (await itemRecordOf(work, id))?.events ?? []
  for (const [at, event] of events.entries()) {
    if (event.kind !== 'published') continue
    expect((await editionOf(work, id, event.edition))?.sha256).toBe(event.sha256)
    if (event.urgent !== null) continue
    const before = events.slice(0, at)
    const since = before.slice(before.findLastIndex(({ kind }) => kind === 'submitted'))
    const seen = since.flatMap(each => ('sha256' in each && each.sha256 === event.sha256 ? [each.kind] : []))
    expect(seen).toEqual(expect.arrayContaining(['submitted', 'checked', 'reviewed', 'approved']))
    expect(
      new Set(since.flatMap(each => (each.kind === 'approved' || each.kind === 'submitted' ? [each.by] : [])))
        .size,
    ).toBe(2)
  }
}
