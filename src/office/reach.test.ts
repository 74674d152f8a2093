import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../platform/test-db.ts'
import { dayOf } from '../statute/day.ts'
import { isRefusal } from '../statute/refusal.ts'
import { addAgency, changeAgency, theSystem } from './agencies.ts'
import { currentCalendar, loadNotice } from './calendars.ts'
import { disablePeople, endAllSessions, resetPassword } from './people/access.ts'
import { addPerson, changePerson, type Person, people, peopleLines } from './people.ts'
import type { Grant } from './roles.ts'
import { csvOfTrail, trailExport, trailPage, verifyTrail } from './trail.ts'

const on = dayOf('2026-01-20')
let work: TestDb
let chief: Person
let county: Person
let officer: Person
beforeAll(async () => {
  work = await testDb()
  const agency = (code: string, parent: string | null) =>
    addAgency(work, { code, name: `名${code}`, shortName: code, kind: 'department', parent }, theSystem)
  for (const [code, parent] of [
    ['city', null],
    ['county', 'city'],
    ['town', 'county'],
    ['market', 'city'],
  ] as const) {
    await agency(code, parent)
  }
  chief = await person('chief', [{ role: 'administrator', agency: 'city' }])
  county = await person('county-admin', [{ role: 'administrator', agency: 'county' }])
  officer = await person('both', [
    { role: 'officer', agency: 'town' },
    { role: 'officer', agency: 'market' },
  ])
})
afterAll(() => work.close())

async function person(signIn: string, grants: Grant[]): Promise<Person> {
  const added = await addPerson(
    work,
    { signIn, name: `演${signIn}`, password: '一二三四五六七八九十', grants },
    theSystem,
    on,
  )
  if (isRefusal(added)) throw new Error(added.message)
  return added
}

test.each([
  ['make itself the highest', 'county', { parent: null }, '最上级'],
  ['move below an agency that he does not manage', 'town', { parent: 'market' }, '新上级机构'],
  ['move below itself', 'town', { parent: 'town' }, '其下级之下'],
  ['move his own agency away', 'county', { parent: 'market' }, '原上级机构'],
  ['change an agency beside his own', 'market', { name: '夺名' }, '系统管理员可以修改'],
  ['dissolve his own agency', 'county', { standing: false }, '上级机构的系统管理员'],
  ['take the name of another', 'town', { name: '名market' }, '不能重复'],
])('a county administrator cannot %s', async (_, code, change, reason) => {
  expect(await changeAgency(work, code, change, { by: county })).toMatchObject({
    kind: 'refusal',
    message: expect.stringContaining(reason),
  })
})

test('an agency with agencies below it is not dissolved; the highest never is', async () => {
  const dissolved = { standing: false }
  expect(await changeAgency(work, 'county', dissolved, { by: chief })).toMatchObject({
    message: expect.stringContaining('1 个下级机构'),
  })
  expect(await changeAgency(work, 'city', dissolved, { by: chief })).toMatchObject({ kind: 'refusal' })
  expect(await changeAgency(work, 'town', dissolved, { by: county })).toMatchObject(dissolved)
  expect(await changeAgency(work, 'town', { standing: true }, { by: county })).toMatchObject({
    standing: true,
  })
})

test('who holds a role outside an administrator’s reach, or none, is not his to change or to give', async () => {
  const bare = await person('bare', [])
  for (const { id } of [officer, bare, chief]) {
    expect(await changePerson(work, id, { name: '改名' }, county)).toMatchObject({ kind: 'refusal' })
    expect(await resetPassword(work, id, county)).toMatchObject({ kind: 'refusal' })
    expect(await endAllSessions(work, id, county)).toMatchObject({ kind: 'refusal' })
  }
  const own = await person('own', [{ role: 'officer', agency: 'town' }])
  for (const grants of [[], [{ role: 'administrator', agency: 'city' } as const]]) {
    expect(await changePerson(work, own.id, { grants }, county)).toMatchObject({ kind: 'refusal' })
    const given = { signIn: 'given', name: '甲', grants }
    expect(await addPerson(work, given, county, on)).toMatchObject({ kind: 'refusal' })
  }
  const seen = await peopleLines(work, county)
  expect(seen.map(({ signIn, managed }) => [signIn, managed])).toEqual([
    ['both', false],
    ['county-admin', true],
    ['own', true],
  ])
  expect((await peopleLines(work, chief)).map(({ signIn }) => signIn)).toContain('bare')
  expect(await resetPassword(work, own.id, county)).toMatchObject({
    password: expect.stringMatching(/^.{4}-.{4}-.{4}-.{4}$/),
  })
})

test('nobody shuts out the last administrator of the highest agency', async () => {
  const second = await person('second', [{ role: 'administrator', agency: 'city' }])
  expect(await changePerson(work, second.id, { disabled: true }, chief)).toMatchObject({ disabled: true })
  expect(await changePerson(work, chief.id, { grants: [] }, chief)).toMatchObject({
    message: expect.stringContaining('最后一位'),
  })
  const preview = await disablePeople(work, [chief.id, officer.id], theSystem, { preview: true })
  expect(preview.map(({ refusal }) => refusal === null)).toEqual([false, true])
  expect((await people(work, officer.id))[0]?.disabled).toBe(false)
  await disablePeople(work, [chief.id, officer.id], theSystem, { preview: false })
  expect((await people(work, officer.id))[0]?.disabled).toBe(true)
  expect((await people(work, chief.id))[0]?.disabled).toBe(false)
})

test('a calendar concerns every agency, and a corrected text counts at once', async () => {
  const text = (last: number) =>
    `国务院办公厅关于2027年部分节假日安排的通知\n国办发明电〔2026〕9号\n一、元旦：1月1日至${last}日放假，共${last}天。`
  expect(await loadNotice(work, text(3), county, on)).toMatchObject({ kind: 'refusal' })
  for (const last of [3, 2]) {
    await loadNotice(work, text(last), chief, on)
    expect((await currentCalendar(work)).years.get(2027)?.holidays[0]?.to).toBe(`2027-01-0${last}`)
  }
})

test('a reader of the trail sees his agencies and his own acts, page by page, and exports the same', async () => {
  const all = await trailPage(work, chief, {}, { size: 5 })
  const older = await trailPage(work, chief, {}, { size: 5, before: all.earlier ?? 0 })
  expect(older.rows[0]?.id).toBeLessThan(all.rows.at(-1)?.id ?? 0)
  expect((await trailPage(work, chief, {}, { size: 5, after: older.later ?? 0 })).rows).toEqual(all.rows)
  const near = await trailPage(work, county, {}, { size: 500 })
  expect(near.rows.every(({ agency, byName }) => agency !== 'market' && byName !== chief.name)).toBe(true)
  expect(near.rows.map(({ actLabel }) => actLabel)).toContain('修改机构')
  let csv = ''
  for await (const text of csvOfTrail(trailExport(work, county, { act: 'agency.' }))) csv += text
  expect(csv.split('\r\n').length - 2).toBe(near.rows.filter(({ act }) => act.startsWith('agency.')).length)
  expect(await verifyTrail(work, chief)).toMatchObject({ broken: [] })
})
