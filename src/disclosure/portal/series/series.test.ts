import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgency, theSystem } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { type TestDb, testDb } from '../../../platform/test-db.ts'
import { dayOf } from '../../../statute/day.ts'
import { paths } from '../../../web/paths.ts'
import { aContent, aPublished, theOffice } from '../../act/an-item.ts'
import { withdraw } from '../../act/revising.ts'
import { seriesPortal } from './routes.ts'

const [agency, today] = ['trial', dayOf('2026-03-10')]
let work: TestDb
const portal = new Hono<AppEnv>()
beforeAll(async () => {
  work = await testDb()
  const named = { code: agency, name: '云川市试验局', shortName: '试验局' }
  await addAgency(work, { ...named, kind: 'department', parent: null }, theSystem)
  portal.use(async (context, next) => {
    context.set('work', work)
    await next()
  })
  portal.route('/', seriesPortal())
})
afterAll(() => work.close())

const page = async () => (await portal.request(paths.series())).text()

test('what was made public on one matter, in whatever form, is one collection; what was withdrawn is not in it', async () => {
  expect(await page()).not.toContain('<h2>专题</h2>')
  const made = { documentNumber: null, series: '老旧小区改造' }
  await aPublished(work, { agency, today, content: aContent({ ...made, title: '甲通知' }) })
  const id = await aPublished(work, {
    agency,
    today,
    content: aContent({ ...made, title: '乙公告', form: 'news' }),
  })
  const link = `<a href="${paths.catalogue({ agency, series: '老旧小区改造' }).replaceAll('&', '&amp;')}">老旧小区改造</a>`
  expect(await page()).toContain(`${link}（云川市试验局）：2 件，最近 2026年3月10日 公开`)
  await withdraw(work, { id, by: theOffice(agency).head, today }, '有误')
  expect(await page()).toContain('：1 件')
})
