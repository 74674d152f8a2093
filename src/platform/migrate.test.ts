import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEmbedded } from './embedded/server.ts'
import { migrate, stepsOf } from './migrate.ts'
import { testDb } from './test-db.ts'

const first = '-- step 1: makes\ncreate table made (one integer);\n'
const second = `${first}-- step 2: widens\nalter table made add two integer;\n`

test('a schema grows by its steps, each applied once, also where two processes try', async () => {
  const work = await testDb()
  expect(stepsOf(second).map(({ name }) => name)).toEqual(['makes', 'widens'])
  expect(await migrate(work.db, [{ name: 'trial', sql: first }])).toBe(1)
  const both = [{ name: 'trial', sql: second }]
  const applied = await Promise.all([migrate(work.db, both), migrate(work.db, both)])
  expect(applied.toSorted()).toEqual([0, 1])
  await work.close()
})

test('data of a newer version, and a step that was rewritten, are refused and left alone', async () => {
  const work = await testDb()
  await migrate(work.db, [{ name: 'trial', sql: second }])
  await expect(migrate(work.db, [{ name: 'trial', sql: first }])).rejects.toThrow('widens')
  const rewritten = second.replace('two', 'three')
  await expect(migrate(work.db, [{ name: 'trial', sql: rewritten }])).rejects.toThrow('更新的版本')
  await work.close()
})

test('a folder that another process uses, or that cannot be one, is refused with what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-refused-'))
  await writeFile(join(folder, 'gongkai.pid'), '1')
  await expect(startEmbedded({ dataDir: folder })).rejects.toThrow(/进程号 1.*--data/)
  await writeFile(join(folder, 'file'), '')
  await expect(startEmbedded({ dataDir: join(folder, 'file') })).rejects.toThrow('没有权限写入')
  await rm(folder, { recursive: true })
})
