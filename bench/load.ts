import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bringUp } from '../src/app/platform-up.ts'
import { tellLargeCity } from '../src/demo/hotline/city/tell-city.ts'
import { dayOf } from '../src/statute/day.ts'
import { Crowd } from './hotline/crowd.ts'

const port = 18_345
const kills = 3
const until = dayOf('2026-01-20')

/**
 * A hundred agents and three hundred unit clerks at ten times the real rate over HTTP for so many minutes
 * (`npm run bench -- load 10`), while the whole server is killed three times and started again: errors, how long an answer
 * takes, and whether every demand that was acknowledged is there once.
 */
export async function run(minutes = Number(process.argv[3] ?? 10)): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-load-'))
  process.env.GONGKAI_TODAY = until
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  await tellLargeCity(up.work, {
    ...{ url: up.url, until, sealing: { dataDir }, size: { demands: 40_000, days: 365 } },
  })
  await up.stop()
  let server = await started(dataDir)
  const crowd = new Crowd(port)
  await crowd.signIn()
  const end = performance.now() + minutes * 60_000
  const working = crowd.workUntil(end)
  for (let at = 1; at <= kills; at++) {
    await pause((minutes * 60_000) / (kills + 1))
    server.kill('SIGKILL')
    await once(server, 'exit')
    server = await started(dataDir)
  }
  await working
  server.kill('SIGTERM')
  await once(server, 'exit')
  console.table(crowd.lines(minutes))
  console.table(await kept(dataDir, crowd))
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(0)
}

/** The server in a process of its own, with its database, until it answers. */
async function started(dataDir: string): Promise<ChildProcess> {
  const program = join(import.meta.dirname, '../src/app/start.ts')
  const env = { ...process.env, GONGKAI_RATE: '10000000', GONGKAI_LOG: 'error' }
  const args = [program, '--port', String(port), '--data', dataDir]
  const server = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  for (let at = 0; at < 600; at++) {
    const up = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      answer => answer.ok,
      () => false,
    )
    if (up) return server
    await pause(200)
  }
  throw new Error('the server does not come up')
}

/** Of the demands that were acknowledged: how many are missing, and how many are there more than once. */
async function kept(dataDir: string, crowd: Crowd) {
  const up = await bringUp({ dataDir, databaseUrl: undefined }, () => {})
  const rows = await up.work.db
    .selectFrom('hotline_demands')
    .select('subject')
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('subject', 'like', '压测%')
    .groupBy('subject')
    .execute()
  await up.stop()
  const times = new Map(rows.map(row => [row.subject, Number(row.times)]))
  const missing = crowd.acknowledged.filter(subject => !times.has(subject)).length
  const twice = [...times.values()].filter(each => each > 1).length
  return [
    { what: 'demands acknowledged', figure: String(crowd.acknowledged.length), ratio: '' },
    { what: 'of them missing', figure: String(missing), ratio: 'of 0' },
    { what: 'demands that are there twice', figure: String(twice), ratio: 'of 0' },
  ]
}
