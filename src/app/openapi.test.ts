import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addAgency, theSystem } from '../office/agencies.ts'
import { addPerson } from '../office/people.ts'
import type { Role } from '../office/roles.ts'
import { openSession } from '../platform/sign-in/sessions.ts'
import { type TestDb, testDb } from '../platform/test-db.ts'
import { dayOf } from '../statute/day.ts'
import { siteOn } from './routes.ts'

const schemaWords = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']
const parameterForm = z.object({
  ...{ name: z.string(), in: z.enum(['path', 'query', 'header', 'cookie']) },
  ...{ required: z.boolean().optional(), schema: z.object({}) },
})
const contentForm = z.record(z.string().regex(/^[\w.+-]+\/[\w.+-]+$/), z.object({ schema: z.object({}) }))
const operationForm = z.object({
  ...{ summary: z.string().min(2), description: z.string().startsWith('可用者：') },
  ...{ tags: z.array(z.string()).length(1), security: z.array(z.record(z.string(), z.array(z.string()))) },
  parameters: z.array(parameterForm).default([]),
  requestBody: z.object({ required: z.boolean(), content: contentForm }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.object({ description: z.string().min(1), content: contentForm.optional() }),
  ),
})
const methodForm = z.enum(['get', 'post', 'put', 'patch', 'delete'])
const documentForm = z.object({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.object({ title: z.string().min(1), version: z.string().min(1) }),
  paths: z.record(z.string().startsWith('/api/v1/'), z.partialRecord(methodForm, operationForm)),
  components: z.object({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.object({})),
    securitySchemes: z.record(
      z.string(),
      z.object({ type: z.literal('apiKey'), in: z.literal('cookie'), name: z.string() }),
    ),
  }),
})

let work: TestDb
let site: ReturnType<typeof siteOn>
let told: unknown
let document: z.infer<typeof documentForm>
beforeAll(async () => {
  work = await testDb()
  site = siteOn(work)
  told = await (await site.request('http://localhost/api/v1/openapi.json')).json()
  document = documentForm.parse(told)
})
afterAll(() => work.close())

function operations() {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
}

test('the interface describes each of its addresses', () => {
  const described = operations().map(({ method, path }) => `${method} ${path}`)
  const real = site.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`)
  expect([...new Set(real)].toSorted()).toEqual(described.toSorted())
})

test('the description is valid OpenAPI 3.1: places in addresses are told, what is referred to exists', () => {
  for (const { method, path, operation } of operations()) {
    const inPath = operation.parameters.filter(each => each.in === 'path')
    const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect([method, path, ...inPath.map(({ name }) => name).toSorted()]).toEqual([
      ...[method, path],
      ...places.toSorted(),
    ])
    expect([path, inPath.every(({ required }) => required)]).toEqual([path, true])
    const names = operation.parameters.map(each => `${each.in} ${each.name}`)
    expect(new Set(names).size).toBe(names.length)
    expect(Object.keys(operation.responses).length).toBeGreaterThan(0)
    const schemes = operation.security.flatMap(each => Object.keys(each))
    expect(schemes.every(name => name in document.components.securitySchemes)).toBe(true)
  }
  expect(faultsIn(told, document)).toEqual([])
})

/** References that lead nowhere, types that JSON Schema does not know, words of OpenAPI 3.0. */
function faultsIn(value: unknown, whole: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(each => faultsIn(each, whole))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === '$ref') return reaches(String(inner), whole) ? [] : [`$ref ${inner}`]
    if (key === 'nullable') return ['nullable is of OpenAPI 3.0']
    const isType = key === 'type' && (typeof inner === 'string' || Array.isArray(inner))
    const unknown = isType ? [inner].flat().filter(each => !schemaTypes.has(String(each))) : []
    return [...unknown.map(each => `type ${each}`), ...(isType ? [] : faultsIn(inner, whole))]
  })
}
const schemaTypes = new Set([...schemaWords, 'apiKey'])

function reaches(ref: string, whole: unknown): boolean {
  let at: unknown = whole
  for (const step of ref.replace(/^#\//, '').split('/')) {
    at =
      typeof at === 'object' && at !== null
        ? new Map<string, unknown>(Object.entries(at)).get(step)
        : undefined
  }
  return ref.startsWith('#/') && at !== undefined
}

/** The first page, and the page of each subject that it leads to. */
async function pagesForPeople(): Promise<[string, ...string[]]> {
  const first = await (await site.request('http://localhost/api/v1')).text()
  const subjects = [...first.matchAll(/href="(\/api\/v1\?subject=[^"]+)"/g)].map(([, to = '']) => to)
  const others = await Promise.all(
    subjects.map(async to => (await site.request(`http://localhost${to}`)).text()),
  )
  return [first, ...others]
}

test('the interface is described to people too, on light pages without a script', async () => {
  const [first, ...subjects] = await pagesForPeople()
  const whole = subjects.join('\n')
  for (const { method, path } of operations()) {
    expect(first).toContain(`<code>${method} ${path}</code>`)
    expect(whole).toContain(`<code>${method} ${path}</code>`)
  }
  expect(whole.match(/可用者：/g)).toHaveLength(operations().length)
  for (const page of [first, ...subjects]) {
    expect(page).not.toContain('<script')
    expect(new TextEncoder().encode(page).length).toBeLessThan(60_000)
    for (const [, name = ''] of page.matchAll(/href="#form-(\w+)"/g))
      expect(page).toContain(`id="form-${name}"`)
  }
  expect(first).toMatch(/<footer[\s\S]*<a href="\/api\/v1">开放接口<\/a>/)
  expect((await site.request('http://localhost/api/v1?subject=no')).status).toBe(404)
})

test('a call is shown as it must be made: with the session, from this site, with the file', async () => {
  const page = (await pagesForPeople()).join('\n')
  const calls = [...page.matchAll(/<code>(curl .*?)<\/code>/g)].map(([, call = '']) =>
    call.replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
  )
  expect(calls).toContain(
    "curl -H 'Origin: http://localhost' -F 'file=@年度报告.docx' 'http://localhost/api/v1/check'",
  )
  expect(calls).toContain(
    "curl -b session.txt -X DELETE -H 'Origin: http://localhost' 'http://localhost/api/v1/session'",
  )
})

type Operation = ReturnType<typeof operations>[number]

/** The addresses that are not open to everybody. */
const shut = () =>
  operations().filter(
    ({ method, path, operation }) =>
      operation.security.length > 0 && `${method} ${path}` !== 'DELETE /api/v1/session',
  )

/** Sends nonsense to each of these addresses. @returns those that answered otherwise than by who asks */
async function readBeforeWho(
  cookie: string,
  refused: readonly number[],
  { to = shut(), step = 'x' }: { readonly to?: readonly Operation[]; readonly step?: string } = {},
): Promise<string[]> {
  const answers = await Promise.all(
    to.map(async ({ method, path }) => {
      const named = path.replace('{step}', step).replaceAll(/\{\w+\}/g, 'x')
      const headers = { cookie, origin: 'http://localhost', 'content-type': 'application/json' }
      const sent = method === 'GET' ? {} : { body: '{"nonsense":' }
      const address = `http://localhost${named}?page=x&from=x&year=x&day=x`
      const { status } = await site.request(address, { method, headers, ...sent })
      return { method, path, status }
    }),
  )
  return answers
    .filter(({ status }) => !refused.includes(status))
    .map(({ method, path, status }) => `${method} ${path} ${status}`)
}

/** The session of somebody of an agency of trial below the city, with this role; without one where it was taken from him. */
async function sessionOfOne(role: Role, taken = false): Promise<string> {
  const { code } = await trialAgency()
  const told = { signIn: `one-${randomUUID().slice(0, 8)}`, name: '演读者', grants: [{ role, agency: code }] }
  const person = await addPerson(work, told, theSystem, dayOf('2026-01-20'))
  if ('kind' in person) throw new Error(person.message)
  if (taken) await work.db.deleteFrom('grants').where('person', '=', person.id).execute()
  return `gongkai_session=${await openSession(work, person.id, 'browser')}`
}

async function trialAgency(): Promise<{ code: string }> {
  const kept = await work.db
    .selectFrom('agencies')
    .select('code')
    .where('code', '=', 'trial')
    .executeTakeFirst()
  if (kept !== undefined) return kept
  const city = { code: 'city', name: '云川市试验政府', shortName: '试验市', kind: 'government' as const }
  await addAgency(work, { ...city, parent: null }, theSystem)
  const trial = { code: 'trial', name: '云川市试验局', shortName: '试验局', kind: 'department' as const }
  await addAgency(work, { ...trial, parent: 'city' }, theSystem)
  return trial
}

test('who asks is asked first: whoever is not signed in is told so by every address, whatever he sends', async () => {
  expect(await readBeforeWho('', [401])).toEqual([])
})

test('an auditor is refused by every address that changes something, before what he sends is read', async () => {
  const answered = await readBeforeWho(await sessionOfOne('auditor'), [403, 404])
  const verifies = ['POST /api/v1/audit/verify 200', 'POST /api/v1/audit/verify/progress 200']
  const own = ['POST /api/v1/hotline/exports 400', 'POST /api/v1/password 400', 'POST /api/v1/words/try 400']
  expect(answered.filter(each => !each.startsWith('GET ')).toSorted()).toEqual([...verifies, ...own])
})

test('whoever holds no role is refused by every address that names one, read or written', async () => {
  const naming = shut().filter(({ operation }) => !/人员，以及|已登录的任何人/.test(operation.description))
  expect(naming.length).toBeGreaterThan(70)
  expect(await readBeforeWho(await sessionOfOne('officer', true), [403], { to: naming })).toEqual([])
})

test('a role counts at the agency of the address, at the top where the work is everybody’s, and for its step', async () => {
  const officer = await sessionOfOne('officer')
  const written = shut().filter(({ method }) => method !== 'GET')
  const elsewhere = written.filter(({ path }) => path.includes('{agency}'))
  const atTop = written.filter(({ operation }) => operation.description.includes('最上级机构的'))
  const requests = written.filter(({ path }) => /requests.*\{step\}/.test(path))
  const items = written.filter(({ path }) => /items.*\{step\}/.test(path))
  expect([elsewhere, atTop, requests, items].every(({ length }) => length > 0)).toBe(true)
  const shutToHim = { to: [...elsewhere, ...atTop], step: 'submit' }
  expect(await readBeforeWho(officer, [403], shutToHim)).toEqual([])
  expect(await readBeforeWho(officer, [403], { to: items, step: 'check' })).toEqual([])
  const [head, supervising] = [await sessionOfOne('head'), await sessionOfOne('supervisingOffice')]
  expect(await readBeforeWho(head, [403], { to: requests, step: 'draft' })).toEqual([])
  expect(await readBeforeWho(supervising, [403], { to: atTop })).toEqual([])
})
