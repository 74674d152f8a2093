import { OpenAPIHono } from '@hono/zod-openapi'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { AppEnv } from '../../office/env.ts'
import type { Person } from '../../office/people.ts'
import type { Actor } from '../../office/roles.ts'
import { problemOfError } from '../../platform/http/guards.ts'
import { problemResponse } from '../../platform/http/problem.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { aContent, aDraft, aPublished, theOffice } from '../act/an-item.ts'
import { publishDue } from '../act/publishing.ts'
import type { Attachment, ItemContent } from '../item.ts'
import type { DraftView, ItemLine, ItemPage, ItemsToday, ItemView } from '../view.ts'
import { itemsApi } from './routes.ts'

let work: TestDb
const api = new OpenAPIHono<AppEnv>()
const agency = 'bureau'
const today = '2026-03-16'
const asPerson = (actor: Actor): Person => ({ ...actor, signIn: actor.id, disabled: false })
const { clerk, officer, coordinator, reviewer, head } = theOffice(agency)
const outsider: Actor = { id: 'out', name: '演外局', grants: [{ role: 'officer', agency: 'elsewhere' }] }
const auditor: Actor = { id: 'aud', name: '演审计', grants: [{ role: 'auditor', agency: 'city' }] }
const staff = { clerk, officer, coordinator, reviewer, head, outsider, auditor }
type Who = keyof typeof staff

beforeAll(async () => {
  process.env.GONGKAI_TODAY = today
  work = await testDb()
  const city = { code: 'city', name: '云川市', shortName: '云川', kind: 'government', parent: null } as const
  await addAgency(work, city, theSystem)
  for (const code of [agency, 'elsewhere']) {
    const bureau = { code, name: `${code}局`, shortName: '局', kind: 'department', parent: 'city' } as const
    await addAgency(work, bureau, theSystem)
  }
  api.use(async (context, next) => {
    const who = Object.entries(staff).find(([name]) => name === context.req.header('who'))?.[1]
    context.set('work', work)
    context.set('secrets', passingSecrets())
    context.set('session', null)
    context.set('person', who === undefined ? null : asPerson(who))
    await next()
  })
  api.route('/', itemsApi())
  api.onError((error, context) => problemResponse(problemOfError(error, context)))
})
afterAll(() => work.close())

async function ask<T>(who: Who, method: string, path: string, body?: unknown) {
  const form = body instanceof FormData
  const answer = await api.request(`http://localhost${path}`, {
    method,
    headers: { who, ...(body === undefined || form ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const said: T = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text
  return { status: answer.status, said, text }
}

const step = (who: Who, id: string, name: string, body: object = {}) =>
  ask<ItemView & { detail: string }>(who, 'POST', `/items/${id}/steps/${name}`, body)
const sent = (name: string, bytes: Uint8Array) => {
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(bytes)], name))
  return form
}
const draftIn = (content: ItemContent) => aDraft(work, { agency, today, content })

test('a draft goes from its first word to the shelf through the interface, and each sees what is theirs to do', async () => {
  const begun = await ask<{ id: string }>('clerk', 'POST', '/items', { agency, form: 'document' })
  expect(begun.status).toBe(201)
  const { id } = begun.said
  const content = aContent({ title: '关于公布停车位的通知', documentNumber: '云试发〔2026〕8号' })
  const saved = await ask<DraftView>('clerk', 'PUT', `/items/${id}/draft`, { content, draftVersion: 1 })
  expect([saved.status, saved.said.version]).toEqual([200, 2])
  const tasks = async (who: Who) => (await ask<ItemsToday>(who, 'GET', '/items/today')).said.tasks
  const next = async (who: Who) => (await tasks(who)).filter(each => each.id === id).map(each => each.next)
  expect(await next('clerk')).toEqual(['修改并提交'])
  for (const [who, name, body] of [
    ['clerk', 'submit', {}],
    ['coordinator', 'check', { words: '文号无误' }],
    ['reviewer', 'review', { finding: 'open', ground: '经审查，不涉及国家秘密。' }],
    ['head', 'approve', {}],
    ['officer', 'publish', {}],
  ] as const) {
    const before = (await ask<ItemView>(who, 'GET', `/items/${id}`)).said
    expect(before.steps.find(each => each.step === name)?.refusal, name).toBeUndefined()
    if (name !== 'submit') expect(await next(who), name).toHaveLength(1)
    const done = await step(who, id, name, { ...body, version: before.standing.version })
    expect([name, done.status]).toEqual([name, 200])
  }
  const { said } = await ask<ItemView>('auditor', 'GET', `/items/${id}`)
  expect([said.standing.shelf, said.published?.title, said.editions.length]).toEqual([
    'public',
    content.title,
    1,
  ])
  expect(said.steps.every(each => each.refusal !== undefined)).toBe(true)
  const edition = await ask<{ content: ItemContent }>('clerk', 'GET', `/items/${id}/editions/1`)
  expect(edition.said.content).toEqual(said.published)
})

test('two editors never overwrite each other: the second is given what the first saved', async () => {
  const id = await draftIn(aContent({ title: '甲' }))
  const { said } = await ask<ItemView>('clerk', 'GET', `/items/${id}`)
  const draftVersion = said.draft?.version
  const mine = aContent({ title: '乙' })
  expect((await ask('officer', 'PUT', `/items/${id}/draft`, { content: mine, draftVersion })).status).toBe(
    200,
  )
  const late = { content: aContent({ title: '丙' }), draftVersion }
  const refused = await ask<{ draft: DraftView; detail: string }>('clerk', 'PUT', `/items/${id}/draft`, late)
  expect([refused.status, refused.said.draft.content.title]).toEqual([409, '乙'])
  expect(refused.said.detail).toContain('演专员')
  const wrong = await ask('clerk', 'PUT', `/items/${id}/draft`, {
    content: { ...mine, madeOn: '三月' },
    draftVersion,
  })
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('成文日期')])
})

test('a step says why it is refused, what is wrong in its form, and that another was faster', async () => {
  const id = await draftIn(aContent({ title: '待批' }))
  const early = await step('head', id, 'approve')
  expect([early.status, early.said.detail]).toEqual([422, expect.stringContaining('待批准')])
  expect((await step('clerk', id, 'submit', { version: 99 })).status).toBe(409)
  expect((await step('clerk', id, 'fly')).status).toBe(404)
  await step('clerk', id, 'submit')
  await step('coordinator', id, 'check')
  const unsaid = await step('reviewer', id, 'review', { ground: '无' })
  expect([unsaid.status, unsaid.said.detail]).toEqual([400, expect.stringContaining('审查意见')])
  const closed = { ground: 'internalAffairs', reason: '内部事务', reviewOn: '2027-03-16' }
  expect((await step('head', id, 'withhold', closed)).status).toBe(200)
  const ledger = await ask<ItemPage>('auditor', 'GET', '/items/withheld')
  expect(ledger.said.lines).toEqual([expect.objectContaining({ id, ...closed })])
})

test('a character that no text can hold is refused as a wrong input, not as our fault', async () => {
  const begun = await ask('clerk', 'POST', '/items', { agency, form: 'news', keywords: ['甲\0乙'] })
  const listed = await ask('clerk', 'GET', '/items?q=%00')
  for (const answer of [begun, listed]) {
    expect(answer).toMatchObject({ status: 400, said: { detail: expect.stringContaining('空字符') } })
  }
})

test('the list filters, sorts and pages on the server; what is late stands there, and the file is what is listed', async () => {
  await draftIn(aContent({ title: '久未公开的通知', madeOn: dayOf('2026-01-05'), documentNumber: null }))
  await aPublished(work, {
    agency,
    today,
    content: aContent({ form: 'news', title: '已公开的动态', documentNumber: null }),
  })
  const titles = async (query: string) =>
    (await ask<ItemPage>('clerk', 'GET', `/items?${query}`)).said.lines.map(({ title }) => title)
  expect(await titles('late=1')).toEqual(['久未公开的通知'])
  expect(await titles('form=news')).toEqual(['已公开的动态'])
  expect(await titles('q=久未&draft=drafting&sort=-made&size=1')).toEqual(['久未公开的通知'])
  const { said } = await ask<{ lines: ItemLine[]; total: number }>('clerk', 'GET', '/items?size=2&sort=title')
  expect([said.lines.length, said.total]).toEqual([2, 5])
  expect(
    said.lines.every(line => line.shelf === 'public' || line.due === null || line.due > '2026-01-20'),
  ).toBe(true)
  const file = await ask('clerk', 'GET', '/items/sheet/csv?late=1')
  expect(file.text.split('\r\n').filter(row => row.includes('久未公开的通知'))).toHaveLength(1)
  expect((await ask('clerk', 'GET', '/items?sort=shoe')).status).toBe(400)
  expect((await ask<ItemPage>('outsider', 'GET', '/items')).said.total).toBe(0)
})

test('files are for those who may see the draft; a Word document comes in with its structure', async () => {
  const id = await draftIn(aContent({ title: '带附件' }))
  const kept = await ask<Attachment>(
    'clerk',
    'POST',
    `/items/${id}/files`,
    sent('清单.txt', strToU8('甲乙丙')),
  )
  expect([kept.status, kept.said.name]).toEqual([200, '清单.txt'])
  const read = await ask('auditor', 'GET', `/items/${id}/files/${kept.said.file}`)
  expect(read.text).toBe('甲乙丙')
  expect((await ask('outsider', 'GET', `/items/${id}/files/${kept.said.file}`)).status).toBe(404)
  expect((await ask('outsider', 'GET', `/items/${id}`)).status).toBe(404)
  expect((await ask('coordinator', 'POST', `/items/${id}/files`, sent('a.txt', strToU8('甲')))).status).toBe(
    403,
  )
  const word = await ask<{ body: string }>(
    'clerk',
    'POST',
    `/items/${id}/word`,
    sent('通知.docx', wordFile()),
  )
  expect([word.status, word.said.body]).toEqual([200, '<p>第一条 试验。</p>'])
  expect((await ask('clerk', 'POST', `/items/${id}/word`, sent('通知.docx', strToU8('不是')))).status).toBe(
    422,
  )
})

test('what was set to a moment goes out by itself when it has come', async () => {
  const id = await draftIn(aContent({ title: '定时', documentNumber: null }))
  await step('clerk', id, 'submit')
  await step('coordinator', id, 'check')
  await step('reviewer', id, 'review', { finding: 'open', ground: '可以公开' })
  await step('head', id, 'approve')
  const past = await step('officer', id, 'schedule', { moment: '2020-01-01T00:00:00Z' })
  expect([past.status, past.said.detail]).toEqual([422, expect.stringContaining('倒签')])
  const moment = new Date(Date.now() + 3_600_000).toISOString()
  expect((await step('officer', id, 'schedule', { moment })).status).toBe(200)
  expect((await publishDue(work)).published).toBe(0)
  expect(await publishDue(work, new Date(Date.now() + 7_200_000).toISOString())).toEqual({
    published: 1,
    held: [],
  })
})

/** The smallest Word document that says one sentence. */
function wordFile(): Uint8Array {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const rels =
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  const document =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>第一条 试验。</w:t></w:r></w:p></w:body></w:document>'
  const parts = { '[Content_Types].xml': types, '_rels/.rels': rels, 'word/document.xml': document }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}
