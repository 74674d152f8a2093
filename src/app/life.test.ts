import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { freePort } from '../platform/embedded/server.ts'
import { testDb } from '../platform/test-db.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-life-'))
// As root the database runs as another account, which must get through.
chmodSync(folder, 0o755)
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Run {
  readonly child: ChildProcess
  output(): string
  readonly ended: Promise<number | null>
  says(words: RegExp): Promise<string>
}

function run(file: string, args: readonly string[], more: Record<string, string> = {}): Run {
  // Twenty processes read the same program: only the first one compiles it.
  const compiled = { NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const environment = { ...process.env, ...compiled, GONGKAI_LOG: 'debug', DATABASE_URL: '', ...more }
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], { env: environment })
  running.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  const ended = new Promise<number | null>(resolve => {
    child.once('close', code => {
      running.delete(child)
      resolve(code)
    })
  })
  const says = async (words: RegExp) => {
    for (let tries = 0; tries < 2000; tries++) {
      const found = words.exec(text)
      if (found !== null) return found[1] ?? found[0]
      if (child.exitCode !== null) break
      await new Promise(next => setTimeout(next, 50))
    }
    throw new Error(`it never said ${words}: ${text}`)
  }
  return { child, output: () => text, ended, says }
}

const started = (args: readonly string[], more?: Record<string, string>) =>
  run('start.ts', ['--port', '0', '--empty', ...args], more)

async function refused(args: readonly string[], more?: Record<string, string>): Promise<string> {
  const attempt = started(args, more)
  expect(await attempt.ended).toBe(2)
  expect(attempt.output()).not.toMatch(/\n\s+at /)
  return attempt.output()
}

test('what hinders the start is said with what to do, and ends with code 2', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise(next => taken.once('listening', next))
  const address = taken.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const work = await testDb()
  const base = { DATABASE_URL: work.url }
  const here = ['--data', join(folder, 'own')]
  const wrong = new URL(work.url)
  wrong.password = 'geheim-4711'
  const missing = new URL(work.url)
  missing.pathname = '/nowhere'
  await writeFile(join(folder, 'file'), '')
  const said = await Promise.all([
    refused([...here, '--port', String(port), '--host', '127.0.0.1'], base),
    refused([...here, '--colour']),
    refused([...here, '--port', 'many']),
    refused(here, { DATABASE_URL: wrong.href }),
    refused(here, { DATABASE_URL: missing.href }),
  ])
  taken.close()
  const more = await Promise.all([
    refused(here, { DATABASE_URL: `postgres://x:geheim-4711@127.0.0.1:${await freePort()}/x` }),
    refused(here, { DATABASE_URL: 'postgres://x:geheim-4711@no-such-host.invalid/x' }),
    refused(here, { DATABASE_URL: 'no address' }),
    refused(['--data', join(folder, 'file', 'below')]),
  ])
  const words = [
    /端口 \d+ 已被占用.*--port/,
    /--colour|参数不正确/,
    /“many”/,
    /密码不正确/,
    /没有 DATABASE_URL 所指/,
  ]
  const moreWords = [/没有应答/, /找不到.*主机名|没有应答/, /postgres:\/\/用户/, /没有权限写入/]
  words.forEach((word, place) => {
    expect(said[place]).toMatch(word)
  })
  moreWords.forEach((word, place) => {
    expect(more[place]).toMatch(word)
  })
  expect([...said, ...more].join('')).not.toContain('geheim')
  await work.close()
}, 180_000)

test('the platform and its database: in use, backed up while running, killed, started again, stopped', async () => {
  const data = ['--data', join(folder, 'data')]
  const first = started(data)
  await first.says(/已启动/)
  expect(await refused(data)).toMatch(/进程号 \d+/)
  const backup = run('cli.ts', ['backup', join(folder, 'copy'), ...data])
  expect(await backup.ended).toBe(0)
  expect(await readdir(join(folder, 'copy'))).toContain('manifest.json')
  const worker = run('cli.ts', ['worker', ...data])
  await worker.says(/任务进程已启动/)
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
  first.child.kill('SIGKILL')
  await first.ended
  const second = started(data)
  await second.says(/已启动/)
  second.child.kill('SIGINT')
  expect(await second.ended).toBe(0)
  expect(await readdir(join(folder, 'data'))).toEqual(['database-password', 'key', 'postgres'])
  expect((await run('cli.ts', ['worker', ...data]).ended) ?? 0).toBe(2)
}, 180_000)

test('an end while the database is being made leaves nothing that blocks the next start', async () => {
  const data = join(folder, 'broken')
  const first = started(['--data', data])
  await first.says(/正在建立数据库/)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(await readdir(data)).not.toContain('postgres')
  await mkdir(join(data, 'postgres.new'), { recursive: true })
  await writeFile(join(data, 'postgres.new', 'PG_VERSION'), 'half')
  await writeFile(join(data, 'gongkai.pid'), `${process.pid}\n1\n`)
  const second = started(['--data', data])
  await second.says(/已启动/)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
}, 180_000)

test('a request that runs gets its answer when the platform stops; a sign-in leaves no name in the log', async () => {
  const work = await testDb()
  const site = started(['--data', join(folder, 'asked')], { DATABASE_URL: work.url })
  const port = Number(await site.says(/localhost:(\d+)/))
  await site.says(/已启动/)
  const headers = { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` }
  const options = { port, host: '127.0.0.1', method: 'POST', path: '/api/v1/session', headers }
  const body = JSON.stringify({ name: 'zhang-san-feng', password: 'geheim-4711' })
  const answer = new Promise<number | undefined>((resolve, reject) => {
    const slow = request(options, response => {
      response.resume()
      resolve(response.statusCode)
    })
    slow.once('error', reject)
    slow.write(body.slice(0, 10))
    setTimeout(() => slow.end(body.slice(10)), 800)
  })
  await new Promise(next => setTimeout(next, 200))
  site.child.kill('SIGTERM')
  expect(await answer).toBe(401)
  expect(await site.ended).toBe(0)
  expect(site.output()).toContain('requestId')
  expect(site.output()).not.toMatch(/zhang-san|geheim/)
  await work.close()
}, 180_000)
