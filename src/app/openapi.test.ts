import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDb, testDb } from '../platform/test-db.ts'
import { siteOn } from './routes.ts'

let work: TestDb
let site: ReturnType<typeof siteOn>
beforeAll(async () => {
  work = await testDb()
  site = siteOn(work)
})
afterAll(() => work.close())

test('the interface describes each of its addresses', async () => {
  const document = (await (await site.request('http://localhost/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
  )
  const real = site.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`)
  expect([...new Set(real)].filter(route => !told.includes(route)).toSorted()).toEqual([])
})

test('the interface is described to people too, without a script', async () => {
  const page = await (await site.request('http://localhost/api/v1')).text()
  expect(page).toContain('开放接口')
  expect(page).toContain('<code>GET /api/v1/reports/{agency}/{year}</code>')
  expect(page.length).toBeLessThan(120_000)
})
