import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { Actor, Role } from '../../../office/roles.ts'
import { instantOf } from '../../../platform/clock.ts'
import { passingSecrets } from '../../../platform/secret.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { addDays, type Day, dayOf } from '../../../statute/day.ts'
import { fallsUnder, type Scope } from '../../projects/scope.ts'
import { registerDemand } from '../registering.ts'
import { attach } from './attaching.ts'
import { gatherForEach } from './gathering.ts'
import { type OpeningProject, openProject } from './opening.ts'
import * as verbs from './verbs.ts'
import { projectDemands, projectFile, projectList, projectSeen, projectView } from './views.ts'

const hotline = 'hotline'
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  for (const code of [hotline, 'heat', 'market', 'roads'])
    await addAgency(
      work,
      { code, name: `演示${code}`, shortName: code, kind: 'department', parent: null },
      theSystem,
    )
})
afterAll(() => work.close())

const who = (role: Role, agency = hotline): Actor => ({
  ...{ id: `${role} ${agency}`, name: '演示' },
  grants: [{ role, agency }],
})
const at = (on: Day, time = '10:00:00') => instantOf(on, time)

async function filed(on: Day, subject: string, place = '') {
  const receipt = await registerDemand(
    work,
    {
      ...{ agency: hotline, type: 'complaint', channel: 'phone', urgency: 'ordinary', confidential: false },
      ...{ subject, body: '请处理。', place, caller: { name: '演来电', phone: '' } },
    },
    { by: who('hotlineAgent'), moment: at(on), secrets: passingSecrets() },
  )
  if ('kind' in receipt) throw new Error(receipt.message)
  return receipt
}

const opening: OpeningProject = {
  ...{ agency: hotline, title: '供热不达标', reason: '两周 30 件', lead: 'heat', coUnits: ['market'] },
  ...{ limit: dayOf('2026-03-01'), demands: [] },
  scope: { words: ['供热', '暖气'], places: [], units: [], types: [], matters: [] },
}
const supervisor = who('supervisor')
const lead = who('handlingUnit', 'heat')
async function openedOn(on: Day, change: Partial<OpeningProject> = {}) {
  const done = await openProject(work, { ...opening, ...change }, { by: supervisor, moment: at(on) })
  if ('kind' in done) throw new Error(done.message)
  return done
}
const refused = (message: RegExp) => ({ kind: 'refusal', message: expect.stringMatching(message) })
const start = dayOf('2026-01-05')

test('a hot matter becomes a project, is planned, done and signed off; its effect is counted', async () => {
  for (let week = 1; week <= 8; week++) {
    for (let each = 0; each < 5; each++) await filed(addDays(start, -7 * week + each), '小区暖气不热')
    for (let each = 0; each < 4; each++) await filed(addDays(start, -7 * week + each), '路灯不亮')
  }
  const named = await filed(start, '换热站噪声')
  const { id, number } = await openedOn(start, { demands: [named.id] })
  expect(number).toBe('ZX2026-001')
  const doing = (by: Actor, on: Day) => ({ id, by, moment: at(on) })
  const measure = { words: '更换管网', unit: 'heat', due: dayOf('2026-01-20') }
  const plan = { cause: '管网老化', measures: [measure] }
  expect(await verbs.plan(work, doing(who('handlingUnit', 'market'), start), plan)).toMatchObject(
    refused(/“报送治理方案”由牵头单位办理/),
  )
  const tooLate = { ...plan, measures: [{ ...measure, due: dayOf('2026-03-02') }] }
  expect(await verbs.plan(work, doing(lead, start), tooLate)).toMatchObject(refused(/时限晚于专项的期限/))
  const foreign = { ...plan, measures: [{ ...measure, unit: 'roads' }] }
  expect(await verbs.plan(work, doing(lead, start), foreign)).toMatchObject(refused(/不是牵头或者配合单位/))
  expect(await verbs.plan(work, doing(lead, start), plan)).toMatchObject({ state: 'planned' })
  await verbs.agreePlan(work, doing(supervisor, addDays(start, 1)), '')
  expect(await verbs.report(work, doing(lead, addDays(start, 5)), '完成')).toMatchObject(
    refused(/第 1 项还没有完成/),
  )
  const done = { words: '已更换', measure: 1, done: true }
  await verbs.progress(work, doing(lead, addDays(start, 6)), done)
  expect(await verbs.report(work, doing(lead, addDays(start, 6)), '完成')).toMatchObject({
    state: 'reported',
  })
  const after = addDays(start, 7)
  for (let week = 0; week < 2; week++) {
    await filed(addDays(after, 7 * week + 2), '暖气仍不热')
    for (let each = 0; each < 4; each++) await filed(addDays(after, 7 * week + each), '路灯不亮')
  }
  const reading = { reader: supervisor, moment: at(addDays(after, 16)) }
  const view = await projectView(work, id, reading)
  expect(view?.demands).toEqual({ named: 1, rule: 42, out: 0 })
  expect(view?.measured?.scope).toMatchObject({ before: [5, 5, 5, 5, 5, 5, 5, 5], after: [1, 1] })
  expect(view?.measured?.rest).toMatchObject({ before: [4, 4, 4, 4, 4, 4, 4, 4], after: [4, 4] })
  expect(view?.measured?.effect?.againstCity?.ratio).toBeCloseTo(
    2.5 / 2 / (40.5 / 8) / (8.5 / 2 / (32.5 / 8)),
    10,
  )
  const record = (await projectSeen(work, id, supervisor)) ?? expect.fail()
  const paged = { page: 1, size: 50 }
  expect((await projectDemands(work, record, { ...paged, window: 'before' }, reading)).total).toBe(40)
  expect((await projectDemands(work, record, { ...paged, way: 'named' }, reading)).lines).toMatchObject([
    { number: named.number },
  ])
  expect(await verbs.signOff(work, doing(supervisor, addDays(after, 16)), '同意销号')).toMatchObject({
    state: 'signedOff',
  })
  expect(await verbs.takeDown(work, doing(supervisor, addDays(after, 16)), '误')).toMatchObject(
    refused(/不用撤下/),
  )
  expect(
    await verbs.publish(work, doing(supervisor, addDays(after, 17)), '演来电13812345678反映'),
  ).toMatchObject(refused(/手机/))
  expect(await verbs.publish(work, doing(supervisor, addDays(after, 17)), '已更换管网。')).toMatchObject({
    summary: '已更换管网。',
  })
})

test('a file of a project is sealed as it is kept, and opens with the key', async () => {
  const { id } = await openedOn(start, { title: '演示材料' })
  const bytes = Buffer.from('演示材料的内容')
  const secrets = passingSecrets()
  const attaching = {
    file: { kind: 'txt' as const, name: '现场.txt', media: 'text/plain', bytes },
    words: '',
    secrets,
  }
  expect(await attach(work, { id, by: lead, moment: at(start) }, attaching)).toMatchObject({ version: 2 })
  const row = await work.db
    .selectFrom('hotline_project_files')
    .select(['id', 'sealed', 'bytes'])
    .where('project', '=', id)
    .executeTakeFirstOrThrow()
  expect(row.bytes).toBeNull()
  expect(row.sealed?.includes(bytes)).toBe(false)
  const of = { project: id, file: row.id }
  expect((await projectFile(work, { ...of, secrets }))?.bytes).toEqual(bytes)
  expect(await projectFile(work, { ...of, secrets: passingSecrets() })).toBeUndefined()
})

test('what is taken out by hand stays out, whatever the rule says; a changed rule gathers anew', async () => {
  const on = dayOf('2026-05-11')
  const wrong = await filed(on, '水质发黄，想买净水器')
  const right = await filed(on, '水质发黄')
  const { id } = await openedOn(on, {
    title: '水质',
    limit: dayOf('2026-07-01'),
    scope: { ...opening.scope, words: ['水质'] },
  })
  const doing = { id, by: supervisor, moment: at(on) }
  const correction = { number: wrong.number, belongs: false, reason: '不是投诉供水' }
  expect(await verbs.correct(work, { ...doing, by: lead }, correction)).toMatchObject(refused(/由督办员办理/))
  expect(await verbs.correct(work, doing, { ...correction, number: '20260101-99999' })).toMatchObject(
    refused(/没有编号为/),
  )
  await verbs.correct(work, doing, correction)
  expect(await gatherForEach(work, at(on))).toBeGreaterThan(0)
  const ways = async () => (await projectView(work, id, { reader: supervisor, moment: at(on) }))?.demands
  expect(await ways()).toEqual({ named: 0, rule: 1, out: 1 })
  await filed(on, '自来水有异味')
  const scope = { ...opening.scope, words: ['异味', '净水器'] }
  await verbs.changeScope(work, doing, { scope, reason: '扩大' })
  expect(await ways()).toEqual({ named: 0, rule: 1, out: 1 })
  await verbs.correct(work, doing, { number: right.number, belongs: true, reason: '属于' })
  expect(await ways()).toEqual({ named: 1, rule: 1, out: 1 })
})

test('who has no part in a project sees nothing of it; a unit sees of its demands its own', async () => {
  const on = dayOf('2026-06-01')
  await filed(on, '井盖异响')
  const { id } = await openedOn(on, {
    limit: dayOf('2026-07-01'),
    scope: { ...opening.scope, words: ['井盖'] },
  })
  const outsider = who('handlingUnit', 'roads')
  expect(await projectSeen(work, id, outsider)).toBeUndefined()
  const list = { sort: '-opened', page: 1, size: 20 } as const
  expect(await projectList(work, list, outsider)).toEqual({ lines: [], total: 0 })
  const record = (await projectSeen(work, id, lead)) ?? expect.fail()
  const seen = (reader: Actor) =>
    projectDemands(work, record, { page: 1, size: 20 }, { reader, moment: at(on) })
  expect((await seen(lead)).total).toBe(0)
  expect((await seen(supervisor)).total).toBe(1)
  expect((await projectList(work, { ...list, q: '供热' }, lead)).total).toBeGreaterThan(0)
})

const openings: readonly [string, Partial<OpeningProject>, RegExp][] = [
  [
    'no rule and no demand',
    { scope: { words: [], places: [], units: ['heat'], types: [], matters: [] } },
    /词语或者地点/,
  ],
  ['a limit that is over', { limit: start }, /今天以后/],
  ['no such unit', { lead: 'none' }, /没有这个单位/],
  ['the lead unit as its own co-unit', { coUnits: ['heat'] }, /牵头单位不用再列/],
  ['a demand of nobody', { demands: ['00000000-0000-4000-8000-000000000000'] }, /不是本热线的/],
]
test.each(openings)('no project is opened with %s', async (_, change, why) => {
  const done = await openProject(work, { ...opening, ...change }, { by: supervisor, moment: at(start) })
  expect(done).toMatchObject(refused(why))
})

test('a form sent twice opens one project; one who acts on what is past is told', async () => {
  const first = await openedOn(start, { once: 'the same' })
  expect(await openedOn(start, { once: 'the same' })).toEqual(first)
  const doing = { id: first.id, by: supervisor, moment: at(start), version: 7 }
  expect(await verbs.drop(work, doing, '重复')).toMatchObject({ kind: 'conflict', standing: { version: 1 } })
})

test('the database catches by a rule exactly what the rule says', async () => {
  const words = ['甲', '乙', '%', '_', '丙\\']
  const subjects = ['甲路乙', '100%涨价', '乙_丙\\', '丁', '甲%']
  const kinds = ['城建', '城建/供水', '城建/供_水', '城建设']
  const on = dayOf('2027-01-04')
  const all = await Promise.all(
    subjects.map(async (subject, place) => {
      const where = words[place] ?? ''
      const { number } = await filed(on, subject, where)
      return {
        number,
        subject,
        body: '请处理。',
        place: where,
        type: 'complaint',
        unit: null,
        matter: null,
        category: kinds[place] ?? null,
      } as const
    }),
  )
  for (const { number, category } of all) {
    const { demand } = await work.db
      .selectFrom('hotline_demands')
      .select('id as demand')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const row = { demand, agency: hotline, category: category ?? '' }
    if (category !== null) await work.db.insertInto('hotline_demand_categories').values(row).execute()
  }
  const some = fc.subarray(words)
  await fc.assert(
    fc.asyncProperty(
      some,
      some,
      fc.subarray(['complaint', 'praise'] as const),
      fc.subarray(['城建', '城建/供_水', '民政']),
      async (has, places, types, categories) => {
        const scope: Scope = { words: has, places, units: [], types, matters: [], categories }
        fc.pre(has.length + places.length + categories.length > 0)
        const { id } = await openedOn(on, { limit: addDays(on, 9), scope })
        const record = (await projectSeen(work, id, supervisor)) ?? expect.fail()
        const reading = { reader: supervisor, moment: at(on) }
        const { lines } = await projectDemands(work, record, { page: 1, size: 100 }, reading)
        const caught = lines.filter(({ filedAt }) => filedAt === at(on)).map(({ number }) => number)
        const expected = all.filter(demand => fallsUnder(scope, demand)).map(({ number }) => number)
        expect(caught.toSorted()).toEqual(expected.toSorted())
      },
    ),
    { numRuns: 25 },
  )
})
