import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { doing, openHotline, refused, registered, secrets, start, toRoads, who } from '../a-hotline.ts'
import { fedBackDemand } from '../callback/a-gateway.ts'
import { dispatch } from '../dispatching.ts'
import { demandSeen } from '../views/demand.ts'
import { doAsCaller } from './following.ts'

let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await openHotline(work)
})
afterAll(() => work.close())

/** The caller as his page shows the demand when he sends a form of it. */
async function callerOf(id: string) {
  const record = (await demandSeen(work, id, who('dispatcher'))) ?? expect.fail()
  return (step: string, typed: Readonly<Record<string, string>>) =>
    doAsCaller(work, { record, step, moment: start, secrets }, { typed, files: [] })
}

const kinds = async (id: string) =>
  (await demandSeen(work, id, who('dispatcher')))?.events.map(({ kind }) => kind)

test('a form that is sent twice in the same moment is bounded like one that is sent again', async () => {
  const { id } = await registered(work)
  await dispatch(work, doing(id, who('dispatcher')), toRoads)
  const caller = await callerOf(id)
  const done = await Promise.all([1, 2, 3].map(() => caller('urge', { words: '请尽快' })))
  expect(done.filter(each => each !== undefined && 'state' in each)).toHaveLength(1)
  expect(done.filter(each => each !== undefined && 'message' in each)).toMatchObject([
    refused(/24 小时内已经催办过/),
    refused(/24 小时内已经催办过/),
  ])
  expect(await kinds(id)).toEqual(['registered', 'dispatched', 'urged'])
})

test('a caller may think twice of his rating, and not without end', async () => {
  const id = await fedBackDemand(work)
  const rate = async (result: string) =>
    await (await callerOf(id))('callBack', { handling: 'satisfied', result, words: '又灭了' })
  for (const result of ['satisfied', 'dissatisfied', 'basically'])
    expect(await rate(result)).toMatchObject({ state: 'calledBack' })
  expect(await rate('satisfied')).toMatchObject(refused(/已经评价 3 次/))
})

test.each(['note', 'urge', 'reopen', 'withdraw', 'callBack'])(
  'what a caller types for %s is no longer than its form',
  async step => {
    const { id } = await registered(work)
    const typed = { words: '长'.repeat(2001), sure: '1', handling: 'satisfied', result: 'satisfied' }
    expect(await (await callerOf(id))(step, typed)).toMatchObject(refused(/不能超过 2000 字，现在有 2001 字/))
  },
)
