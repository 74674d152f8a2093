import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { AppEnv } from '../../office/env.ts'
import type { Person } from '../../office/people.ts'
import type { Role } from '../../office/roles.ts'
import { today } from '../../platform/clock.ts'
import { problemOfError } from '../../platform/http/guards.ts'
import { problemResponse } from '../../platform/http/problem.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { addDays } from '../../statute/day.ts'
import { aLodging } from '../act/a-lodging.ts'
import type { AlikeView, CaseView, PreviewView, RequestLine } from '../view.ts'
import { foiApi } from './routes.ts'

let work: TestDb
const api = new OpenAPIHono<AppEnv>()
const secrets = passingSecrets()

const person = (signIn: string, role: Role, agency = 'bureau'): Person => ({
  ...{ id: `00000000-0000-4000-8000-00000000000${signIn.length}`, name: `演${signIn}`, signIn },
  ...{ disabled: false, grants: [{ role, agency }] },
})
const staff: Readonly<Record<string, Person>> = {
  o: person('o', 'officer'),
  co: person('co', 'coordinator'),
  he1: person('he1', 'head'),
  out1: person('out1', 'officer', 'elsewhere'),
  audit: person('audit', 'auditor', 'city'),
}

beforeAll(async () => {
  process.env.GONGKAI_TODAY = '2026-01-20'
  work = await testDb()
  const agency = { shortName: '局', kind: 'department' as const }
  await addAgency(
    work,
    { code: 'city', name: '云川市', shortName: '云川', kind: 'government', parent: null },
    theSystem,
  )
  for (const code of ['bureau', 'elsewhere'])
    await addAgency(work, { code, name: `${code}局`, ...agency, parent: 'city' }, theSystem)
  api.use(async (context, next) => {
    context.set('work', work)
    context.set('secrets', secrets)
    context.set('session', null)
    context.set('person', staff[context.req.header('who') ?? ''] ?? null)
    await next()
  })
  api.route('/', foiApi())
  api.onError((error, context) => problemResponse(problemOfError(error, context)))
})
afterAll(() => work.close())

async function ask<T>(who: string, path: string, body?: unknown): Promise<{ status: number; said: T }> {
  const sent =
    body === undefined
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await api.request(`http://localhost${path}`, {
    ...sent,
    headers: { who, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
  })
  const said: T = JSON.parse(await answer.text())
  return { status: answer.status, said }
}

async function lodged(description = '2024 年度公共租赁住房分配结果'): Promise<string> {
  const lodging = aLodging({ agency: 'bureau', description })
  const { status, said } = await ask<{ id: string; trackingCode: string }>('o', '/requests', lodging)
  expect([status, said.trackingCode?.length]).toEqual([201, 22])
  return said.id
}

test('from the counter to the answer, each step through its address; the preview is the letter that is sent', async () => {
  const id = await lodged()
  const step = (who: string, name: string, body: object = {}) =>
    ask<CaseView>(who, `/requests/${id}/steps/${name}`, body)
  await step('o', 'assign', { department: '住房保障科', limit: addDays(today(), 10) })
  const draft = { outcome: { kind: 'granted' }, reasoning: '已随函提供。' }
  const seen = await ask<PreviewView>('o', `/requests/${id}/preview/draft`, draft)
  expect(seen.said.letter?.title).toBe('政府信息公开答复书')
  expect((await ask<CaseView>('o', `/requests/${id}`)).said.standing.state).toBe('assigned')
  await step('o', 'draft', draft)
  await step('co', 'check')
  await step('he1', 'consent')
  const answered = await step('o', 'answer')
  expect([answered.status, answered.said.standing.state]).toEqual([200, 'answered'])
  const [letter] = answered.said.letters.filter(({ kind }) => kind === 'answer')
  const { said } = await ask<{ paragraphs: string[] }>('o', `/requests/${id}/letters/${letter?.id}`)
  expect(said.paragraphs).toEqual(seen.said.letter?.paragraphs)
})

test('a step that is refused says why on its button, and so does the server, with the same words', async () => {
  const id = await lodged()
  const { said } = await ask<CaseView>('o', `/requests/${id}`)
  const consent = said.steps.find(each => each.step === 'consent')
  expect(consent?.refusal).toMatchObject({ message: expect.stringContaining('分管领导'), law: 'Art 36' })
  const tried = await ask<{ detail: string; law: string }>('o', `/requests/${id}/steps/consent`, {})
  expect([tried.status, tried.said.detail, tried.said.law]).toEqual([
    403,
    consent?.refusal?.message,
    'Art 36',
  ])
})

test('who saw an older version is told so, and nothing is done', async () => {
  const id = await lodged()
  await ask('o', `/requests/${id}/steps/note`, { text: '先记一笔' })
  const { status, said } = await ask<{ version: number }>('o', `/requests/${id}/steps/note`, {
    ...{ version: 2, text: '再记一笔' },
  })
  expect([status, said.version]).toEqual([409, 3])
})

test('the identity is masked until it is opened with a reason; the auditor reads all but that', async () => {
  const id = await lodged()
  const { said } = await ask<CaseView>('audit', `/requests/${id}`)
  expect(said.applicant?.name).toBe('演**')
  expect(JSON.stringify(said)).not.toContain('演申请')
  const opened = (who: string, reason: string) => ask<object>(who, `/requests/${id}/identity`, { reason })
  expect((await opened('o', '核对')).status).toBe(400)
  expect((await opened('audit', '抽查办理情况')).status).toBe(403)
  expect(await opened('o', '核对邮寄地址')).toMatchObject({ status: 200, said: { name: '演申请' } })
})

test('a letter on the screen names nobody; its file does, for the agency alone', async () => {
  const id = await lodged()
  await ask('o', `/requests/${id}/steps/askForCorrection`, {
    ...{ answerBy: addDays(today(), 30), reason: '没有写明年度' },
  })
  const { said } = await ask<CaseView>('audit', `/requests/${id}`)
  const path = `/requests/${id}/letters/${said.letters[0]?.id}`
  expect((await ask<{ addressee: string }>('audit', path)).said.addressee).toBe('演**')
  expect((await ask<object>('audit', `${path}/docx`)).status).toBe(403)
  const file = await api.request(`http://localhost${path}/html`, { headers: { who: 'o' } })
  expect(await file.text()).toContain('演申请')
})

test('another agency sees nothing, and nothing tells that there is something', async () => {
  const id = await lodged()
  expect((await ask<object>('out1', `/requests/${id}`)).status).toBe(404)
  expect((await ask<object>('out1', `/requests/${id}/steps/note`, { text: '试' })).status).toBe(404)
  const list = await ask<{ total: number }>('out1', '/requests?state=open')
  expect(list.said.total).toBe(0)
})

test('the list is ordered by what is due first, and finds by number and by words', async () => {
  await lodged('关于城东公园改造工程的环境影响报告书')
  const { said } = await ask<{ lines: RequestLine[]; total: number }>('o', '/requests?state=open&sort=due')
  const dues = said.lines.map(({ due }) => due ?? '9999')
  expect(dues).toEqual(dues.toSorted())
  const found = await ask<{ lines: RequestLine[] }>('o', `/requests?q=${encodeURIComponent('城东公园')}`)
  expect(found.said.lines).toMatchObject([{ summary: expect.stringContaining('城东公园') }])
  const number = found.said.lines[0]?.number ?? ''
  const byNumber = await ask<{ lines: RequestLine[] }>('o', `/requests?q=${encodeURIComponent(number)}`)
  expect(byNumber.said.lines.map(each => each.number)).toContain(number)
  expect((await ask<object>('o', '/requests?sort=password')).status).toBe(400)
})

test('what the same applicant asked before stands beside, with the month and its fee', async () => {
  await lodged('历年城市绿地养护合同')
  const id = await lodged('历年城市绿地养护合同')
  const { said } = await ask<AlikeView>('o', `/requests/${id}/alike`)
  expect(said.lines[0]).toMatchObject({ samePerson: true, likeness: 1 })
  expect(said.month.count).toBeGreaterThan(1)
})

test('what if nothing is stored: opinions sought today move the due day, and the request stays as it was', async () => {
  const id = await lodged()
  const on = today()
  const events = [{ kind: 'extended', on, workdays: 10 }]
  const { said: before } = await ask<CaseView>('o', `/requests/${id}`)
  const { said } = await ask<CaseView['clock']>('o', `/requests/${id}/what-if`, { events })
  expect((said.due ?? '') > (before.clock.due ?? '')).toBe(true)
  expect((await ask<CaseView>('o', `/requests/${id}`)).said).toEqual(before)
  expect((await ask<object>('o', `/requests/${id}/what-if`, { events: [{ kind: 'x' }] })).status).toBe(422)
})
