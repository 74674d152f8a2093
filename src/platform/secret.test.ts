import { mkdtempSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { passingSecrets, platformSecrets } from './secret.ts'

test('what is sealed opens with the same key for the same purpose, and not otherwise', () => {
  const ours = passingSecrets()
  const sealed = ours.seal('trial', '甲的证件号')
  expect(sealed).not.toContain('甲')
  expect(sealed).not.toBe(ours.seal('trial', '甲的证件号'))
  expect(ours.open('trial', sealed)).toBe('甲的证件号')
  expect(ours.open('other', sealed)).toBeUndefined()
  expect(passingSecrets().open('trial', sealed)).toBeUndefined()
  const [head, number, body = ''] = sealed.split('.')
  const changed = `${body.startsWith('A') ? 'B' : 'A'}${body.slice(1)}`
  for (const hurt of [
    `${head}.${number}.${changed}`,
    `${head}.${number}.AAAA`,
    `${head}.${number}`,
    '',
    'clear',
  ]) {
    expect(ours.open('trial', hurt)).toBeUndefined()
  }
})

test('the key is made once, for its owner alone, and what is no key is refused with what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-key-'))
  const sealed = (await platformSecrets(folder)).seal('trial', 'kept')
  expect((await platformSecrets(folder)).open('trial', sealed)).toBe('kept')
  expect((await stat(join(folder, 'key'))).mode & 0o777).toBe(0o600)
  process.env.GONGKAI_KEY = (await readFile(join(folder, 'key'), 'utf8')).trim()
  expect((await platformSecrets('/nowhere')).open('trial', sealed)).toBe('kept')
  process.env.GONGKAI_KEY = 'short'
  await expect(platformSecrets(folder)).rejects.toThrow(/GONGKAI_KEY.*openssl rand/)
  delete process.env.GONGKAI_KEY
  await writeFile(join(folder, 'key'), 'hurt')
  await expect(platformSecrets(folder)).rejects.toThrow('备份')
  await rm(folder, { recursive: true })
})
