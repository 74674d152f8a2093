import { expect, test } from 'vitest'
import { testDb } from '../platform/test-db.ts'
import { dayOf } from '../statute/day.ts'
import { agencyTree } from './agencies.ts'
import { firstLink, setUp } from './setup.ts'

test('the first administrator is made once, by a link that works once; a refusal leaves nothing behind', async () => {
  const work = await testDb()
  const token = (await firstLink(work))?.replace('/setup/', '') ?? ''
  const first = { code: 'somewhere', agency: '某市人民政府', signIn: 'first', name: '演首位', password: '短' }
  const today = dayOf('2026-01-05')
  expect(await setUp(work, token, first, today)).toMatchObject({
    kind: 'refusal',
    message: expect.stringContaining('至少 10'),
  })
  expect(await agencyTree(work)).toEqual([])
  const strong = { ...first, password: '一二三四五六七八九十' }
  expect(await setUp(work, token, strong, today)).toMatchObject({ signIn: 'first' })
  expect(await setUp(work, token, strong, today)).toMatchObject({
    kind: 'refusal',
    message: expect.stringContaining('已经用过'),
  })
  expect(await firstLink(work)).toBeUndefined()
  await work.close()
})
