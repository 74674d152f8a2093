import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** Makes the data folder where there is none. @throws CannotStart where it cannot be written */
export async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true })
    // More than an empty file: a full disk still makes those.
    await writeFile(join(dataDir, '.write-test'), Buffer.alloc(65_536, 1))
    await rm(join(dataDir, '.write-test'))
  } catch (cause) {
    await rm(join(dataDir, '.write-test'), { force: true }).catch(() => {})
    throw CannotStart.of(cause, dataDir)
  }
}

/**
 * Takes the folder for this process; a server that a killed process left behind is stopped first.
 * @throws CannotStart where a living process holds the folder
 */
export async function claim(dataDir: string): Promise<void> {
  const file = join(dataDir, 'gongkai.pid')
  for (let tries = 0; !(await written(file)); tries++) {
    const owner = await ownerIn(file)
    if (owner !== undefined && owner !== process.pid) throw CannotStart.inUse(dataDir, owner)
    if (tries > 3) throw CannotStart.inUse(dataDir, process.pid)
    await rm(file, { force: true })
  }
  await stopOrphan(join(dataDir, 'postgres'), dataDir).catch(async (cause: unknown) => {
    await release(dataDir)
    throw cause instanceof CannotStart ? cause : CannotStart.of(cause, dataDir)
  })
}

/** Gives the folder back. */
export async function release(dataDir: string): Promise<void> {
  await rm(join(dataDir, 'database-url'), { force: true })
  await rm(join(dataDir, 'gongkai.pid'), { force: true })
}

/** The address of the server that another process runs on this folder; undefined where none does. */
export async function runningUrl(dataDir: string): Promise<string | undefined> {
  const file = join(dataDir, 'database-url')
  const owner = await ownerIn(join(dataDir, 'gongkai.pid'))
  return owner !== undefined && existsSync(file) ? readFile(file, 'utf8') : undefined
}

/** Writes our number and the moment of our start, where nobody has: two processes at once cannot both. */
async function written(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n${startOf(process.pid)}\n`, { flag: 'wx' })
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw CannotStart.of(cause, file)
  }
}

/** The living process that wrote the file: a number that went to another process since does not count. */
async function ownerIn(file: string): Promise<number | undefined> {
  const [number = '', start = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number.parseInt(number, 10)
  if (!(pid > 0) || !isAlive(pid)) return undefined
  return start === '' || start === startOf(pid) ? pid : undefined
}

/** When the process started, in the machine's ticks; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

async function stopOrphan(folder: string, dataDir: string): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  const pid = Number.parseInt(await textOf(file), 10)
  if (!(pid > 0)) return
  if (!isAlive(pid) || !commandOf(pid).includes(folder)) {
    await rm(file, { force: true })
    return
  }
  process.kill(pid, 'SIGINT')
  for (let tries = 0; isAlive(pid) && tries < 100; tries++) await new Promise(next => setTimeout(next, 100))
  if (isAlive(pid)) throw CannotStart.inUse(dataDir, pid)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return ''
    throw cause
  }
}

function commandOf(pid: number): string {
  try {
    return existsSync('/proc/self')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
