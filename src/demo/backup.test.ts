import { mkdtempSync } from 'node:fs'
import { appendFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedReport } from '../annual-report/act/views.ts'
import { addAgency, theSystem } from '../office/agencies.ts'
import { verifyAudit } from '../platform/audit.ts'
import { restoreBackup } from '../platform/backup/restore.ts'
import { takeBackup } from '../platform/backup/take.ts'
import { type TestDb, testDb } from '../platform/test-db.ts'
import { tellDemo } from './tell.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'))
const copy = join(folder, 'copy')
let work: TestDb
beforeAll(async () => {
  work = await testDb()
  await work.transaction(tellDemo)
  await takeBackup(work.url, copy)
}, 60_000)
afterAll(async () => {
  await work.close()
  await rm(folder, { recursive: true })
})

test('a restored city is the same city, its trail is whole and goes on', async () => {
  const restored = await testDb()
  await restoreBackup(restored.url, copy)
  const key = { agency: 'yunchuan-housing', year: 2023 }
  expect(await publishedReport(restored, key)).toEqual(await publishedReport(work, key))
  expect(await verifyAudit(restored.db)).toEqual(await verifyAudit(work.db))
  await addAgency(
    restored,
    { code: 'later', name: '后来的局', shortName: '后来', kind: 'department', parent: 'yunchuan' },
    theSystem,
  )
  expect((await verifyAudit(restored.db)).broken).toEqual([])
  await expect(restoreBackup(restored.url, copy)).rejects.toThrow('不是空的')
  await restored.close()
})

test('a hurt, an incomplete or a foreign backup is refused, and nothing is written', async () => {
  const empty = await testDb()
  await expect(takeBackup(work.url, copy)).rejects.toThrow('不是空的')
  const hurt = join(folder, 'hurt')
  const manifest = await takeBackup(work.url, hurt)
  await writeFile(
    join(hurt, 'manifest.json'),
    JSON.stringify({ ...manifest, steps: manifest.steps.slice(1) }),
  )
  await expect(restoreBackup(empty.url, hurt)).rejects.toThrow('版本不同')
  await appendFile(join(hurt, 'agencies.copy'), 'x')
  await expect(restoreBackup(empty.url, hurt)).rejects.toThrow('agencies.copy')
  await writeFile(join(hurt, 'manifest.json'), '{')
  await expect(restoreBackup(empty.url, hurt)).rejects.toThrow('manifest.json 已损坏')
  await expect(restoreBackup(empty.url, folder)).rejects.toThrow('没有 manifest.json')
  expect(await empty.db.selectFrom('agencies').select('code').execute()).toEqual([])
  await empty.close()
})
