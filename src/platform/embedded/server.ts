import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem, userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { claim, prepareFolder, release } from './folder.ts'
import { type Account, accountFor, hydrateLibraries, type Programs, postgresPrograms } from './programs.ts'

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
  /** Ends the making of the database. */
  readonly signal?: AbortSignal | undefined
  /** Told when the server ends that nobody stopped. */
  readonly lost?: () => void
  /** For tests only: faster, and a power cut loses data. */
  readonly throwaway?: boolean
}

/**
 * Starts PostgreSQL on a folder, making it at the first start. Runs also as root: the server then runs as an
 * unprivileged account.
 * @throws CannotStart where the folder is in use or cannot be written, or the disk is full
 */
export async function startEmbedded(options: Options): Promise<Embedded> {
  const programs = await postgresPrograms()
  await hydrateLibraries(programs.folder)
  await prepareFolder(options.dataDir)
  await claim(options.dataDir)
  try {
    return await running(programs, options)
  } catch (cause) {
    await release(options.dataDir)
    throw cause instanceof CannotStart ? cause : CannotStart.of(cause, options.dataDir)
  }
}

async function running(programs: Programs, options: Options): Promise<Embedded> {
  const { dataDir } = options
  // The first start opens the data folder itself for the account to pass through.
  const account = await accountFor([dirname(resolve(dataDir)), programs.initdb])
  const folder = join(dataDir, 'postgres')
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    options.progress?.('正在建立数据库')
    await initialise(programs.initdb, { ...options, account }, folder)
  }
  const password = (await readFile(join(dataDir, 'database-password'), 'utf8')).trim()
  const port = await freePort()
  const flags = serverFlags(port, options.throwaway === true)
  const server = await launch(programs.postgres, account, ['-D', folder, ...flags])
  const url = `postgres://gongkai:${password}@127.0.0.1:${port}/postgres`
  await writeFile(join(dataDir, 'database-url'), url, { mode: 0o600 })
  let stopping = false
  server.once('exit', () => {
    if (!stopping) options.lost?.()
  })
  return {
    url,
    stop: async () => {
      stopping = true
      await ended(server, 'SIGINT')
      await release(dataDir)
    },
  }
}

/** Makes the database beside its place and moves it there when it is whole: a broken start leaves nothing that blocks the next. */
async function initialise(
  initdb: string,
  options: Options & { account: Account },
  place: string,
): Promise<void> {
  const folder = `${place}.new`
  await rm(folder, { recursive: true, force: true })
  const passwordFile = join(options.dataDir, 'database-password')
  await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 })
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  const { user, prefix } = options.account
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
  const [program = '', ...rest] = [...prefix, initdb, ...flags]
  const { code, output } = await finished(
    spawn(program, rest, { ...user, ...aborting(options.signal), stdio: 'pipe' }),
  )
  if (user !== undefined) await chown(passwordFile, userInfo().uid, userInfo().gid)
  if (code === 0) return rename(folder, place)
  await rm(folder, { recursive: true, force: true })
  throw CannotStart.ofOutput(output, options.dataDir)
}

function aborting(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { signal }
}

function serverFlags(port: number, throwaway: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'lc_messages=C',
    'timezone=Asia/Shanghai',
    'max_connections=60',
    `shared_buffers=${throwaway ? 128 : sharedMegabytes()}MB`,
    ...(throwaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  return settings.flatMap(setting => ['-c', setting])
}

/** An eighth of the memory that this process may use, from 128 MB to 2 GB: the pages of the search stay at hand. */
function sharedMegabytes(): number {
  const allowed = process.constrainedMemory()
  const bytes = allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
  return Math.min(2048, Math.max(128, Math.floor(bytes / 8 / 1024 / 1024)))
}

/** Its own process group, so that Ctrl-C reaches us alone and requests are finished before the database stops. */
async function launch(
  postgres: string,
  { user, prefix }: Account,
  flags: readonly string[],
): Promise<ChildProcess> {
  const [program = '', ...rest] = [...prefix, postgres, ...flags]
  const child = spawn(program, rest, { ...user, stdio: 'pipe', detached: true })
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
    child.once('exit', () => reject(CannotStart.ofOutput(output.join(''), flags[1] ?? '')))
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
