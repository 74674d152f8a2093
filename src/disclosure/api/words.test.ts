import { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../office/agencies.ts'
import type { AppEnv } from '../../office/env.ts'
import type { Actor } from '../../office/roles.ts'
import { problemOfError } from '../../platform/http/guards.ts'
import { problemResponse } from '../../platform/http/problem.ts'
import { passingSecrets } from '../../platform/secret.ts'
import { type TestDb, testDb } from '../../platform/test-db.ts'
import { dayOf } from '../../statute/day.ts'
import { aContent, aDraft, theOffice } from '../act/an-item.ts'
import { wordsInFile } from '../read/word-file.ts'
import { itemsApi } from './routes.ts'
import { wordsApi } from './words.ts'

let work: TestDb
const api = new OpenAPIHono<AppEnv>()
const [agency, today] = ['bureau', dayOf('2026-03-16')]
const staff: Readonly<Record<string, Actor>> = {
  keeper: { id: 'k', name: '演市专员', grants: [{ role: 'officer', agency: 'city' }] },
  clerk: theOffice(agency).clerk,
}

beforeAll(async () => {
  work = await testDb()
  await addAgency(
    work,
    { code: 'city', name: '云川市', shortName: '云川', kind: 'government', parent: null },
    theSystem,
  )
  await addAgency(
    work,
    { code: agency, name: '云川市试验局', shortName: '试验局', kind: 'department', parent: 'city' },
    theSystem,
  )
  api.use(async (context, next) => {
    const who = staff[context.req.header('who') ?? '']
    context.set('work', work)
    context.set('secrets', passingSecrets())
    context.set('session', null)
    context.set('person', who === undefined ? null : { ...who, signIn: who.id, disabled: false })
    await next()
  })
  api.route('/', wordsApi())
  api.route('/', itemsApi())
  api.onError((error, context) => problemResponse(problemOfError(error, context)))
})
afterAll(() => work.close())

async function ask(who: string, method: string, path: string, body?: unknown): Promise<[number, string]> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = { who, 'content-type': 'application/json' }
  const answer = await api.request(`http://localhost${path}`, { method, headers, ...sent })
  return [answer.status, await answer.text()]
}

test('everybody signed in reads the lists and tries a text; only the top agency changes them', async () => {
  expect((await ask('', 'GET', '/words'))[0]).toBe(401)
  const [status, lists] = await ask('clerk', 'GET', '/words')
  expect([status, JSON.parse(lists).mayChange]).toEqual([200, false])
  expect((await ask('clerk', 'POST', '/words/try', { text: '开立帐户' }))[1]).toContain('建议改为“账户”')
  const word = { word: '试错词', right: '试对词', severity: 'severe', from: '2020-01-01' }
  for (const [path, body] of [
    ['/words', word],
    ['/words/remove', { ids: [] }],
    ['/words/import', { csv: '' }],
    ['/words/white', { phrase: '试错词组' }],
  ] as const) {
    expect((await ask('clerk', 'POST', path, body))[0]).toBe(403)
  }
  expect(await ask('keeper', 'POST', '/words', word)).toEqual([200, '{"kind":"changed","count":1}'])
  expect((await ask('keeper', 'POST', '/words', { ...word, from: '2020-02-30' }))[1]).toContain(
    '起始日期请写成',
  )
  expect((await ask('keeper', 'POST', '/words', { ...word, word: '' }))[1]).toContain('请填写错误用语')
  expect((await ask('keeper', 'POST', '/words/white', { phrase: '试错词组' }))[0]).toBe(200)
  expect((await ask('clerk', 'POST', '/words/try', { text: '试错词组和试错词' }))[1]).toContain('"start":5')
  expect((await ask('clerk', 'GET', '/words/findings?sort=x'))[1]).toContain('不能这样排序')
  expect((await ask('clerk', 'GET', '/words/findings?rule=words'))[1]).toContain('"total":0')
})

test('a file of words is taken whole or not at all, and the wrong line is named', async () => {
  const csv =
    '\ufeff错误用语,正确用语,程度,说明,起始日期,停用日期\r\n导错词,导对词,严重,"来自,市里",2024/01/05,\r\n另错词,,提示,,,2030-01-01\r\n'
  expect(wordsInFile(csv)).toEqual(
    [
      { word: '导错词', right: '导对词', severity: 'severe', why: '来自,市里', from: '1949-10-01', to: null },
      { word: '另错词', right: '', severity: 'mild', why: '', from: '1949-10-01', to: '2030-01-01' },
    ].map(each => (each.word === '导错词' ? { ...each, from: '2024-01-05' } : each)),
  )
  const refused = (text: string) => JSON.stringify(wordsInFile(text))
  expect(refused('词,对\n甲乙,丙丁')).toContain('第一行应是列名')
  expect(refused('错误用语,程度\n甲乙,很重')).toContain('第 2 行的程度')
  expect(refused('错误用语,起始日期\n甲乙,2026-02-30')).toContain('第 2 行的日期')
  expect(refused('错误用语,正确用语\n,丙丁')).toContain('第 2 行没有错误用语')
  expect(await ask('keeper', 'POST', '/words/import', { csv })).toEqual([200, '{"kind":"changed","count":2}'])
})

test('an attachment of 200 MB is refused before it is read, in words', async () => {
  const id = await aDraft(work, { agency, today, content: aContent() })
  const [boundary, size] = ['x', 200 * 1024 * 1024]
  let read = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      read += 1024 * 1024
      if (read > size) controller.close()
      else controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
  const headers = { who: 'clerk', 'content-type': `multipart/form-data; boundary=${boundary}` }
  const sent = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(size) },
    body,
    duplex: 'half',
  }
  const answer = await api.request(`http://localhost/items/${id}/files`, sent)
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('文件超过 50 MB，请压缩或者分成几份后再上传。')
  expect(read).toBeLessThan(4 * 1024 * 1024)
})
