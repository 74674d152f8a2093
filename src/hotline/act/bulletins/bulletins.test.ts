import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { instantOf } from '../../../platform/clock.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { type Day, dayOf } from '../../../statute/day.ts'
import { usualAppraisal } from '../../bulletins/appraisal.ts'
import { spanOf } from '../../bulletins/period.ts'
import type { BulletinView } from '../../bulletins/view.ts'
import { dispatch, sign } from '../dispatching.ts'
import { callBack, close, explain, feedBack } from '../handling.ts'
import { registerDemand } from '../registering.ts'
import { joinWaiting } from '../topics/joining.ts'
import { makeBulletin, makeDue } from './making.ts'
import { bulletinFile } from './printing.ts'
import { setAppraisal, setIndustries } from './settling.ts'
import * as steps from './steps.ts'
import { bulletinView } from './views.ts'

const hotline = 'hotline'
const secrets = passingSecrets()
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  const agencies = [
    [hotline, 'government'],
    ['roads', 'department'],
    ['water', 'department'],
    ['east', 'county'],
  ] as const
  for (const [code, kind] of agencies)
    await addAgency(work, { code, name: `演示${code}`, shortName: code, kind, parent: null }, theSystem)
})
afterAll(() => work.close())

const who = (role: Role, agency = hotline): Actor => ({
  ...{ id: `${role} ${agency}`, name: '演示' },
  grants: [{ role, agency }],
})
const at = (on: Day, time = '10:00:00') => instantOf(on, time)
const supervisor = who('supervisor')
const head = who('head')
const refused = (message: RegExp) => ({ kind: 'refusal', message: expect.stringMatching(message) })

interface Course {
  readonly subject: string
  readonly unit: string
  readonly phone: string
  /** What the caller says in the end; undefined where nobody has fed back yet. */
  readonly result?: 'satisfied' | 'dissatisfied'
}

async function told(on: Day, { subject, unit, phone, result }: Course): Promise<string> {
  const receipt = await registerDemand(
    work,
    {
      ...{ agency: hotline, type: 'complaint', channel: 'phone', urgency: 'ordinary', confidential: false },
      ...{ subject, body: `${subject}，请尽快处理。`, place: '演示路', caller: { name: '演来电', phone } },
    },
    { by: who('hotlineAgent'), moment: at(on), secrets },
  )
  if ('kind' in receipt) throw new Error(receipt.message)
  const { id } = receipt
  const doing = (by: Actor, time: string) => ({ id, by, moment: at(on, time) })
  await dispatch(work, doing(who('dispatcher'), '10:05:00'), { unit, basis: '权责清单' })
  if (result === undefined) return id
  await sign(work, doing(who('handlingUnit', unit), '11:00:00'))
  const words = { words: '已处理。', resolution: 'resolved' } as const
  await feedBack(work, doing(who('handlingUnit', unit), '15:00:00'), words)
  await callBack(work, doing(who('callbackAgent'), '16:00:00'), {
    handling: result,
    result,
    words: '还没有修好',
  })
  const ending = doing(who('callbackAgent'), '16:10:00')
  if (result === 'satisfied') await close(work, ending)
  else await explain(work, ending, '已说明维修计划。')
  return id
}

const month = { hotline, kind: 'month', span: spanOf('month', dayOf('2026-03-10')) } as const
const by = { by: supervisor, moment: at(dayOf('2026-04-01')) }
beforeAll(async () => {
  const on = (day: number) => dayOf(`2026-03-${String(day).padStart(2, '0')}`)
  const light = { subject: '青禾小区路灯不亮', unit: 'roads' }
  await told(on(3), { ...light, phone: '00000000001', result: 'satisfied' })
  await told(on(4), { ...light, phone: '00000000002', result: 'satisfied' })
  await told(on(5), { ...light, phone: '00000000002', result: 'dissatisfied' })
  await told(on(9), { subject: '自来水发黄', unit: 'water', phone: '00000000003', result: 'dissatisfied' })
  await told(on(10), { subject: '下水道堵塞', unit: 'east', phone: '00000000004', result: 'satisfied' })
  await told(on(30), { subject: '井盖异响', unit: 'roads', phone: '00000000005' })
  while ((await joinWaiting(work, hotline, on(31))) > 0);
  await told(dayOf('2026-02-10'), {
    subject: '停水',
    unit: 'water',
    phone: '00000000006',
    result: 'satisfied',
  })
})

async function view(id: string, moment = by.moment): Promise<BulletinView> {
  return (await bulletinView(work, id, { reader: supervisor, moment })) ?? expect.fail()
}
const saving = ({ draft, span }: BulletinView) => ({
  ...{ version: draft.version, cutOff: span.until, words: draft.words, findAnew: false },
  topics: draft.topics.map((_, place) => place),
})
async function made(
  bulletin: Parameters<typeof makeBulletin>[1] = month,
  moment = by.moment,
): Promise<string> {
  const done = await makeBulletin(work, bulletin, { ...by, moment })
  if ('kind' in done) throw new Error(done.message)
  return done.id
}
const cell = ({ tables }: BulletinView, table: string, row: string, column: number) =>
  tables.find(({ key }) => key === table)?.rows.find(([name]) => name?.text === row)?.[column]

test('a month is counted at a click: figures with their change, units with score and rank, topics, repetitions', async () => {
  const early = { ...by, moment: at(dayOf('2026-03-31')) }
  expect(await makeBulletin(work, month, early)).toMatchObject(refused(/还没有结束/))
  expect(await makeBulletin(work, month, { ...by, by: head })).toMatchObject(
    refused(/由热线所在机关的督办员/),
  )
  const id = await made()
  expect(await made()).toBe(id)
  const seen = await view(id)
  expect(cell(seen, 'overview', '诉求总量', 1)?.text).toBe('6')
  expect(cell(seen, 'overview', '诉求总量', 2)?.text).toBe('上升 500.0%')
  expect(cell(seen, 'overview', '诉求总量', 3)?.text).toBe('没有可比数字')
  expect(cell(seen, 'overview', '办结率', 1)?.text).toBe('83.3%')
  // 满意率 of the month: 3 of 5, of the month before 1 of 1.
  expect(cell(seen, 'overview', '满意率', 1)?.text).toBe('60.0%')
  expect(cell(seen, 'overview', '满意率', 2)?.text).toBe('下降 40.0 个百分点')
  expect(cell(seen, 'department', '演示roads', 1)).toMatchObject({
    text: '4',
    opens: { unit: 'roads', figure: 'dispatched' },
  })
  // 25 × 3/4 + 30 × 2/3 + 25 × 1 + 10 × 1 = 73.75 of 100
  const roads = cell(seen, 'department', '演示roads', 7)
  expect(roads?.text).toBe('73.75')
  expect(roads?.why?.at(-1)).toBe('合计 73.75 分 ÷ 100 分 × 100 = 73.75 分')
  expect(cell(seen, 'department', '演示roads', 8)?.text).toBe('1')
  expect(cell(seen, 'department', '演示water', 8)?.text).toBe('2')
  expect(cell(seen, 'county', '演示east', 8)?.text).toBe('1')
  expect(cell(seen, 'repeated', '演示roads', 1)?.text).toBe('1')
  expect(cell(seen, 'repeated', '演示roads', 2)?.text).toBe('2')
  const [topic] = seen.content.numbers.topics
  expect(topic).toMatchObject({ demands: 3, callers: 2, satisfied: 2, evaluated: 3, project: null })
  expect(seen.content.sections[0]?.words).toMatch(/共受理诉求 6 件，环比上升 500\.0%，同比没有可比数字/)
})

test('the numbers are as at the cut-off, whenever they are asked', async () => {
  const id = await made()
  const before = await view(id)
  await told(dayOf('2026-03-30'), {
    subject: '补登记',
    unit: 'roads',
    phone: '00000000007',
    result: 'satisfied',
  })
  const later = await view(id, at(dayOf('2026-06-01')))
  expect(later.content.numbers.whole.total.numerator).toBe(7)
  expect(later.content.numbers.asOf).toBe(before.content.numbers.asOf)
  expect(cell(later, 'overview', '办结率', 1)?.text).toBe('85.7%')
})

test('what is approved is fixed, published it never changes, a correction is a new edition with its reason', async () => {
  const id = await made()
  const doing = (actor: Actor, on = '2026-04-02') => ({ id, by: actor, moment: at(dayOf(on)) })
  const first = await view(id)
  const bad = { ...first.draft.words, cases: [{ number: '', title: '甲', words: '来电人电话13812345678' }] }
  await steps.saveBulletin(work, doing(supervisor), { ...saving(first), words: bad })
  expect(await steps.saveBulletin(work, doing(supervisor), saving(first))).toMatchObject(
    refused(/他人刚刚保存过/),
  )
  expect(await steps.submitBulletin(work, doing(supervisor))).toMatchObject(refused(/典型案例 1.*手机/))
  const unknown = [{ title: '总体情况', words: '共 {{nothing}} 件' }]
  await steps.saveBulletin(work, doing(supervisor), {
    ...saving(await view(id)),
    words: { sections: unknown, cases: [] },
  })
  expect(await steps.submitBulletin(work, doing(supervisor))).toMatchObject(
    refused(/\{\{nothing\}\}不是通报中的数字/),
  )
  const sections = [{ title: '总体情况', words: '共受理 {{total}} 件。' }]
  const cases = [{ number: '20260303-00001', title: '路灯修复', words: '某小区路灯不亮，两日内修复。' }]
  await steps.saveBulletin(work, doing(supervisor), { ...saving(await view(id)), words: { sections, cases } })
  expect(await steps.submitBulletin(work, doing(supervisor))).toBeUndefined()
  expect(await steps.approveBulletin(work, doing(supervisor))).toMatchObject(
    refused(/由热线所在机关的分管领导办理/),
  )
  expect(await steps.approveBulletin(work, doing(head))).toBeUndefined()
  const approved = await view(id)
  await told(dayOf('2026-03-29'), { subject: '后来补登记', unit: 'roads', phone: '00000000008' })
  expect((await view(id)).content).toEqual(approved.content)
  expect(await steps.publishBulletin(work, doing(supervisor, '2026-04-03'))).toBeUndefined()
  expect(await steps.saveBulletin(work, doing(supervisor), saving(approved))).toMatchObject(
    refused(/已发布的通报不能修改/),
  )
  await expect(
    work.db
      .updateTable('hotline_bulletin_editions')
      .set({ content: '{}' })
      .where('bulletin', '=', id)
      .execute(),
  ).rejects.toThrow(/never changes/)
  await expect(
    work.db.deleteFrom('hotline_bulletin_editions').where('bulletin', '=', id).execute(),
  ).rejects.toThrow(/never changes/)
  expect(await steps.restateBulletin(work, doing(supervisor, '2026-04-10'), ' ')).toMatchObject(
    refused(/理由/),
  )
  await steps.restateBulletin(work, doing(supervisor, '2026-04-10'), '漏计一件')
  await steps.submitBulletin(work, doing(supervisor, '2026-04-10'))
  await steps.approveBulletin(work, doing(head, '2026-04-10'))
  const second = await view(id)
  expect(second.standing).toMatchObject({ state: 'approved', edition: 2, restated: '漏计一件' })
  expect(second.content.sections[0]?.words).not.toBe(approved.content.sections[0]?.words)
  expect(second.editions.map(({ publishedAt }) => publishedAt)).toEqual([at(dayOf('2026-04-03')), null])
})

test('the paper says what the page says: prose, tables and cases, in Word and PDF', async () => {
  const seen = await view(await made())
  const { content, tables } = seen
  const bulletin = { content, tables, edition: 2, restated: '漏计一件', publishedAt: null, address: '演示' }
  const word = strFromU8(
    unzipSync(await bulletinFile(bulletin, 'docx'))['word/document.xml'] ?? new Uint8Array(),
  )
  const text = word.replaceAll(/<[^>]+>/g, '')
  expect(text).toContain('2026年3月12345热线办理情况通报（未发布）')
  expect(text).toContain('第 2 版，更正理由：漏计一件')
  expect(text).toContain('路灯修复')
  for (const { rows } of tables)
    for (const row of rows) for (const each of row) expect(text).toContain(each.text)
  expect(text).toContain('图：哪一类诉求、哪一种来源最多（件数）')
  expect(word).toMatch(/<w:gridSpan w:val="40"\/>.*?w:fill="1F4E8C"/)
  const pdf = await bulletinFile(bulletin, 'pdf')
  expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-')
})

test('another formula scores later periods alone; industries are the office’s own', async () => {
  const today = { by: supervisor, moment: at(dayOf('2026-04-01')) }
  const appraisal = {
    ...usualAppraisal,
    from: dayOf('2026-04-01'),
    points: { satisfactionRate: 100 },
    basis: '新办法',
  }
  const set = (change: Partial<typeof appraisal>) =>
    setAppraisal(
      work,
      { hotline, appraisal: { ...appraisal, mostForUpdates: 0, perUpdate: 0, ...change } },
      today,
    )
  expect(await set({ from: dayOf('2026-03-01') })).toMatchObject(refused(/今天或者以后/))
  expect(await set({ basis: ' ' })).toMatchObject(refused(/依据/))
  expect(await set({})).toBeUndefined()
  await told(dayOf('2026-04-07'), {
    subject: '路灯',
    unit: 'roads',
    phone: '00000000009',
    result: 'dissatisfied',
  })
  const industries = [{ name: '照明', words: ['路灯'] }]
  expect(
    await setIndustries(work, { hotline, industries: [{ name: '甲', words: [] }] }, supervisor),
  ).toMatchObject(refused(/请填写“甲”的词语/))
  await setIndustries(work, { hotline, industries }, supervisor)
  const moment = at(dayOf('2026-07-01'))
  const make = async (kind: 'month' | 'quarter', on: Day) => {
    const done = await makeBulletin(
      work,
      { hotline, kind, span: spanOf(kind, on) },
      { by: supervisor, moment },
    )
    return 'kind' in done ? expect.fail(done.message) : await view(done.id, moment)
  }
  const april = await make('month', dayOf('2026-04-07'))
  expect(cell(april, 'department', '演示roads', 7)?.text).toBe('0.00')
  expect((await view(await made())).content.numbers.appraisal.basis).toBe('系统默认')
  const quarter = await make('quarter', dayOf('2026-01-01'))
  expect(cell(quarter, 'industries', '照明', 1)?.text).toBe('3')
  expect(quarter.tables.find(({ key }) => key === 'trend')?.rows.map(([name]) => name?.text)).toEqual([
    ...['2026年2月', '2026年3月'],
  ])
})

test('drafts make themselves for the span that was over last, once; the week tells its backlog', async () => {
  const monday = { by: theSystem, moment: at(dayOf('2026-04-06'), '05:40:00') }
  expect(await makeDue(work, ['week'], monday)).toBe(1)
  await makeDue(work, ['week'], monday)
  const week = { hotline, kind: 'week', span: spanOf('week', dayOf('2026-03-30')) } as const
  const seen = await view(await made(week, monday.moment), monday.moment)
  expect(seen.content.title).toBe('2026年3月30日至4月5日12345热线周调度')
  expect(seen.events.map(({ by: maker }) => maker)).toEqual(['system'])
  expect(cell(seen, 'backlog', '演示roads', 1)).toMatchObject({
    text: '2',
    opens: { figure: 'open', until: '2026-04-05' },
  })
})
