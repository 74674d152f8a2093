import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../office/roles.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import {
  at,
  doing,
  given,
  hotline,
  openHotline,
  refused,
  registered,
  secrets,
  start,
  toRoads,
  who,
} from '../a-hotline.ts'
import { dispatch, sign } from '../dispatching.ts'
import { demandsBehind, everyDemandBehind } from '../figures/behind.ts'
import { wallboard } from '../figures/wallboard.ts'
import { callBack, explain, feedBack, noteDemand } from '../handling.ts'
import { liveHelp } from '../live/helping.ts'
import { attach, papersSeen } from '../papers/papers.ts'
import { openProject } from '../projects/opening.ts'
import { projectDemands, projectSeen, tryScope } from '../projects/views.ts'
import { takeAnswerStep } from '../published/stepping.ts'
import { repeatsSeen } from '../repeats/repeats.ts'
import { alarmRegister } from '../safety/noticing.ts'
import { instruct } from '../together.ts'
import { joinWaiting } from '../topics/joining.ts'
import { matterOfDemand, matterView } from '../topics/views.ts'
import { demandSeen, demandView, openCaller } from '../views/demand.ts'
import { demandsCsv } from '../views/export.ts'
import { demandQueue, instructionRegister } from '../views/queue.ts'
import { enterVisit } from '../visits/visits.ts'

let work: TestDb
let id = ''
let project = ''
const day = dayOf('2026-01-16')
const said = '举报演示站漏油'
const words = { subject: said, body: `${said}，已经着火了。`, place: `${said}的地方` }
const caller = { name: '演举报', phone: '000-9990000' }
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
  for (const place of [0, 1, 2]) {
    const receipt = await registered(work, { ...words, caller, confidential: true, type: 'complaint' })
    if (place === 0) id = receipt.id
  }
  await dispatch(work, doing(id, who('dispatcher')), { ...toRoads, basis: said })
  await noteDemand(work, doing(id, who('dispatcher')), said)
  const clerk = who('handlingUnit', 'roads')
  await sign(work, doing(id, clerk))
  const visit = { key: randomUUID(), seen: said, visitedAt: start, photos: 0 }
  expect(await enterVisit(work, doing(id, clerk), visit)).toHaveProperty('state')
  const files = [{ name: `${said}.txt`, bytes: new TextEncoder().encode(said) }]
  const attaching = { ...doing(id, who('hotlineAgent')), secrets }
  expect(await attach(work, attaching, { words: '', files, open: false })).toHaveProperty('state')
  while ((await joinWaiting(work, hotline, day)) > 0);
  const opened = await openProject(
    work,
    {
      ...{ agency: hotline, title: '演示专项', reason: '演示', lead: 'roads', coUnits: [], demands: [id] },
      ...{
        limit: dayOf('2026-03-01'),
        scope: { words: ['演示'], places: [], units: [], types: [], matters: [] },
      },
    },
    { by: who('supervisor'), moment: start },
  )
  if ('kind' in opened) throw new Error(opened.message)
  project = opened.id
  await instruct(work, doing(id, who('supervisor')), { leader: '演领导', words: `查明${said}`, dueOn: null })
})
afterAll(() => work.close())

const later = at('2026-02-16 10:00')
const page = { page: 1, size: 50 }
const scope = { agencies: [hotline], from: day, until: day, figure: 'total', part: 'numerator' } as const

async function whole<T>(pieces: AsyncGenerator<T>): Promise<T[]> {
  const all: T[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

type Door = (reader: Actor) => Promise<unknown>
/** Every list and page of the staff on which a demand's words can stand, by whom each is read. */
const doors: Readonly<Record<string, Door>> = {
  'the page of the demand': reader => demandView(work, id, { reader, moment: start, secrets }),
  'the queue': reader => demandQueue(work, { ...page, sort: '-filed' }, { reader, moment: start }),
  'the export of the queue': async reader => {
    const given = await demandsCsv(work, { ...page, sort: '-filed' }, { reader, moment: start })
    return isRefusal(given) ? given : await whole(given)
  },
  'the register of instructions': reader => instructionRegister(work, page, reader),
  'the demands behind a figure': reader =>
    demandsBehind(work, { ...scope, ...page }, { reader, moment: start }),
  'the export of the demands behind a figure': async reader => {
    const given = await everyDemandBehind(work, scope, { by: reader, moment: start })
    return isRefusal(given) ? given : await whole(given)
  },
  'the demands of a project': async reader => {
    const record = await projectSeen(work, project, reader)
    return record && (await projectDemands(work, record, page, { reader, moment: start }))
  },
  'the demands of a matter': async reader => {
    const panel = await matterOfDemand(work, id, reader)
    return [panel, panel && (await matterView(work, panel.id, { reader, today: day }))]
  },
  'the register of alarms': reader => alarmRegister(work, { ...page, waiting: false }, reader),
}

test.each(Object.entries(doors))(
  '%s shows a confidential demand, and its words to who works on it alone',
  async (_, door) => {
    const seen = async (reader: Actor) => JSON.stringify(await door(reader))
    expect(await seen(who('dispatcher'))).toContain(said)
    for (const reader of [who('auditor'), who('supervisingOffice'), who('administrator'), who('officer')]) {
      const text = await seen(reader)
      expect(text).toContain('要求保密，不显示内容')
      expect(text).not.toContain(said)
      expect(text).not.toMatch(/演举报|9990000/)
    }
  },
)

test('the unit reads the words of what it handles and of nothing else; who calls it never opens', async () => {
  const unit = who('handlingUnit', 'roads')
  expect(JSON.stringify(await doors['the page of the demand']?.(unit))).toContain(said)
  expect(JSON.stringify(await doors['the queue']?.(who('auditor', 'roads')))).not.toContain(said)
  const opening = { id, reader: unit, moment: start, secrets }
  expect(await openCaller(work, opening, '联系来电人')).toMatchObject(refused(/请由热线转达/))
})

const asTyped = { ...given, subject: said, body: said, place: '', phone: caller.phone }
test.each<readonly [string, () => Promise<unknown>]>([
  [
    'the help of an agent who types the same words and the same number',
    () => liveHelp(work, asTyped, { reader: who('hotlineAgent'), moment: start, today: day, secrets }),
  ],
  ['the wallboard', () => wallboard(work, [hotline], { today: day, moment: later })],
  [
    'repeated callers',
    () => repeatsSeen(work, { ...page, kind: 'callers', from: day, to: day }, who('supervisor')),
  ],
  [
    'the trial of the scope of a project',
    () =>
      tryScope(
        work,
        { agency: hotline, scope: { words: ['漏油'], places: [], units: [], types: [], matters: [] } },
        start,
      ),
  ],
])('%s shows nobody the words of a confidential demand', async (_, door) => {
  const text = JSON.stringify(await door())
  expect(text).not.toMatch(/演示站漏油|演举报|9990000/)
})

test.each(['open', undefined] as const)(
  'who may not read its words does not find it by them either, state %s',
  async state => {
    const found = async (reader: Actor) =>
      (
        await demandQueue(
          work,
          { ...page, state, q: '演示站漏油', sort: '-filed' },
          { reader, moment: start },
        )
      ).total
    expect(await found(who('dispatcher'))).toBe(3)
    expect(await found(who('handlingUnit', 'roads'))).toBe(1)
    expect(await found(who('auditor'))).toBe(0)
    const number = (await demandView(work, id, { reader: who('auditor'), moment: start, secrets }))?.demand
      .number
    const asked = { ...page, q: number, sort: '-filed' } as const
    expect((await demandQueue(work, asked, { reader: who('auditor'), moment: start })).total).toBe(1)
  },
)

test('what it shares with others of its matter, and its papers, are for who works on it alone', async () => {
  const record = (await demandSeen(work, id, who('dispatcher'))) ?? expect.fail()
  for (const reader of [who('auditor'), who('supervisingOffice'), who('administrator'), who('officer')]) {
    expect(await papersSeen(work, record, reader)).toEqual([])
    expect((await matterOfDemand(work, id, reader))?.why).toMatchObject({ places: [], words: [] })
  }
  expect((await papersSeen(work, record, who('dispatcher'))).map(({ name }) => name)).toEqual([`${said}.txt`])
  expect((await matterOfDemand(work, id, who('dispatcher')))?.why.words.join()).not.toBe('')
})

test('whatever is written while it is handled is words, to the last step', async () => {
  const { id: whole } = await registered(work, { ...words, caller, confidential: true, type: 'complaint' })
  const [clerk, asker] = [who('handlingUnit', 'roads'), who('callbackAgent')]
  await dispatch(work, doing(whole, who('dispatcher')), { ...toRoads, basis: said })
  await sign(work, doing(whole, clerk))
  await feedBack(work, doing(whole, clerk), { words: said, resolution: 'explained' })
  await callBack(work, doing(whole, asker), { handling: 'satisfied', result: 'dissatisfied', words: said })
  expect(await explain(work, doing(whole, asker), said)).toMatchObject({ state: 'closed' })
  const read = async (reader: Actor) =>
    JSON.stringify(await demandView(work, whole, { reader, moment: start, secrets }))
  expect((await read(asker)).split(said)).toHaveLength(8)
  expect(await read(who('auditor'))).not.toContain(said)
})

test('its answer is never published', async () => {
  const by = { ...doing(id, who('supervisor')), secrets }
  expect(await takeAnswerStep(work, { ...by, step: 'propose' })).toMatchObject(
    refused(/要求保密的诉求不公开/),
  )
})

test('who the caller is, said in his own words, is taken out for whoever may not open it', async () => {
  const body = '我是演举报，电话 000-9990000 或者 000 9990000。'
  const told = {
    ...words,
    subject: '演举报反映路灯',
    body,
    caller,
    confidential: true,
    type: 'complaint',
  } as const
  const { id: named } = await registered(work, told)
  await dispatch(work, doing(named, who('dispatcher')), { ...toRoads, basis: '演举报来电' })
  const out = '（来电人信息已隐去）'
  const shown = async (reader: Actor) => {
    const view = await demandView(work, named, { reader, moment: start, secrets })
    // The subject stands in every list: it never holds who calls, whoever reads it.
    expect(view?.demand.subject).toBe(`${out}反映路灯`)
    return [view?.demand.body, view?.events.at(-1)]
  }
  for (const reader of [who('handlingUnit', 'roads'), who('dispatcher')])
    expect(await shown(reader)).toMatchObject([
      `我是${out}，电话 ${out} 或者 ${out}。`,
      { basis: `${out}来电` },
    ])
  expect(await shown(who('callbackAgent'))).toMatchObject([body, { basis: '演举报来电' }])
})
