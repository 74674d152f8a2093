import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeVisitsWorker } from './visits-worker.ts'

const root = join(import.meta.dirname, '../..')
const stampFile = join(root, 'dist/desk.stamp')
const sources = [
  'package-lock.json',
  'vite.config.ts',
  'src/{app/{desk-build,visits-worker},platform/text/without-types}.ts',
  'src/{desk,*/desk,statute,web,office,disclosure,foi,hotline,annual-report}/**/*.{ts,tsx,css,html}',
]

/** The folder of the built desk. */
export const deskFolder = join(root, 'dist/desk')

/** Builds the staff workbench, with its files compressed once, where its sources changed since; else does nothing. */
export async function buildDesk(say: (what: string) => void = () => {}): Promise<void> {
  const stamp = stampOfSources()
  const built = existsSync(join(deskFolder, 'index.html')) && existsSync(stampFile)
  if (built && readFileSync(stampFile, 'utf8') === stamp) return
  say('正在构建工作台页面（首次启动或页面有更新时）')
  await bundle()
  writeVisitsWorker(deskFolder)
  for (const file of globSync('assets/*.{js,css}', { cwd: deskFolder })) {
    const whole = join(deskFolder, file)
    writeFileSync(`${whole}.gz`, gzipSync(readFileSync(whole), { level: 9 }))
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Bundles for use whoever asks: a test runner calls its environment `test`, and React would come in its slow form. */
async function bundle(): Promise<void> {
  const { NODE_ENV: before } = process.env
  process.env.NODE_ENV = 'production'
  try {
    const { build } = await import('vite')
    await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'src/desk'), logLevel: 'error' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

function stampOfSources(): string {
  const hash = createHash('sha256')
  for (const file of globSync(sources, { cwd: root }).toSorted()) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}
