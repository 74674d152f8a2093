import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { hydrateLibraries, postgresPrograms, unprivilegedUser } from './programs.ts'

/** A running PostgreSQL of our own. */
export interface Embedded {
  readonly url: string
  /** Waits until all is written and the server has stopped. */
  stop(): Promise<void>
}

interface Options {
  readonly dataDir: string
  /** Told each thing that takes time: shown as progress at the first start. */
  readonly progress?: (what: string) => void
  /** For tests only: faster, and a power cut loses data. */
  readonly throwaway?: boolean
}

/**
 * Starts PostgreSQL on a folder, making it at the first start. Runs also as root: the server then runs as an
 * unprivileged user.
 * @throws CannotStart where the folder is in use or cannot be written, or the disk is full
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const programs = await postgresPrograms()
  await hydrateLibraries(programs.folder)
  const folder = join(options.dataDir, 'postgres')
  await prepareFolder(options.dataDir)
  await claim(options.dataDir, folder)
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    options.progress?.('正在建立数据库')
    await initialise(programs.initdb, options, folder)
  }
  const password = (await readFile(join(options.dataDir, 'database-password'), 'utf8')).trim()
  const port = await freePort()
  const server = await launch(programs.postgres, folder, serverFlags(port, options.throwaway === true))
  const url = `postgres://gongkai:${password}@127.0.0.1:${port}/postgres`
  await writeFile(join(options.dataDir, 'database-url'), url, { mode: 0o600 })
  return {
    url,
    stop: async () => {
      await ended(server, 'SIGINT')
      await rm(join(options.dataDir, 'database-url'), { force: true })
      await rm(join(options.dataDir, 'gongkai.pid'), { force: true })
    },
  }
}

/** The address of the server that another process runs on this folder; undefined where none does. */
export async function runningUrl(dataDir: string): Promise<string | undefined> {
  const owner = await pidIn(join(dataDir, 'gongkai.pid'))
  const file = join(dataDir, 'database-url')
  return owner !== undefined && isAlive(owner) && existsSync(file) ? readFile(file, 'utf8') : undefined
}

async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true })
    await writeFile(join(dataDir, '.write-test'), 'x')
    await rm(join(dataDir, '.write-test'))
  } catch (cause) {
    throw CannotStart.of(cause, dataDir)
  }
}

/** Takes the folder for this process; a server left behind by a killed process is stopped first. */
async function claim(dataDir: string, folder: string): Promise<void> {
  const owner = await pidIn(join(dataDir, 'gongkai.pid'))
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) throw CannotStart.inUse(dataDir, owner)
  const orphan = await pidIn(join(folder, 'postmaster.pid'))
  if (orphan !== undefined && isAlive(orphan)) {
    process.kill(orphan, 'SIGINT')
    for (let tries = 0; isAlive(orphan) && tries < 100; tries++) await new Promise(r => setTimeout(r, 100))
    if (isAlive(orphan)) throw CannotStart.inUse(dataDir, orphan)
  }
  await writeFile(join(dataDir, 'gongkai.pid'), String(process.pid))
}

async function pidIn(file: string): Promise<number | undefined> {
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(await readFile(file, 'utf8'), 10)
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

async function initialise(initdb: string, options: Options, folder: string): Promise<void> {
  const passwordFile = join(options.dataDir, 'database-password')
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  const user = unprivilegedUser()
  if (user !== undefined) {
    await chmod(options.dataDir, 0o711)
    await chown(folder, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  const flags = [
    '-D',
    folder,
    '-U',
    'gongkai',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
  ]
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions')
  if (options.throwaway === true) flags.push('--no-sync')
  const { code, output } = await finished(spawn(initdb, flags, { ...user, stdio: 'pipe' }))
  if (user !== undefined) await chown(passwordFile, userInfo().uid, userInfo().gid)
  if (code === 0) return
  await rm(folder, { recursive: true, force: true })
  throw CannotStart.ofOutput(output, options.dataDir)
}

function serverFlags(port: number, throwaway: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'lc_messages=C',
    'timezone=Asia/Shanghai',
    'max_connections=60',
    'shared_buffers=128MB',
    ...(throwaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  return settings.flatMap(setting => ['-c', setting])
}

/** Its own process group, so that Ctrl-C reaches us alone and requests are finished before the database stops. */
async function launch(postgres: string, folder: string, flags: readonly string[]): Promise<ChildProcess> {
  const user = unprivilegedUser()
  const child = spawn(postgres, ['-D', folder, ...flags], { ...user, stdio: 'pipe', detached: true })
  process.once('exit', () => child.kill('SIGINT'))
  const output: string[] = []
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      if (output.length < 200) output.push(text)
      if (text.includes('ready to accept connections')) resolve()
    })
    child.stdout.resume()
    child.once('error', reject)
    child.once('exit', () => reject(CannotStart.ofOutput(output.join(''), folder)))
  })
  return child
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise(resolve => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  const output: string[] = []
  child.stdout?.on('data', chunk => output.push(String(chunk)))
  child.stderr?.on('data', chunk => output.push(String(chunk)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, output: output.join('') }))
  })
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
