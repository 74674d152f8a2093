import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const stamp = join(root, 'dist/desk/stamp')

/** Builds the desk with Vite where its sources are newer than what was built. */
export async function deskUpToDate(say: (what: string) => void): Promise<void> {
  const sources = stampOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  say('正在生成工作台页面（仅首次启动和更新后）')
  const { build } = await import('vite')
  await build({ root: join(root, 'src/desk'), configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
  writeFileSync(stamp, sources)
  say('工作台页面已生成')
}

/** Changes when a file of the desk, or of the rules that it runs, changes. */
function stampOfSources(): string {
  const files = globSync(['src/**/*.{ts,tsx,css,html}', 'vite.config.ts', 'package-lock.json'], { cwd: root })
  const hash = createHash('sha256')
  for (const file of files.toSorted()) {
    if (!/desk|statute|annual-report\/[^/]+$|roles|paths|vite|package/.test(file) || file.includes('.test.'))
      continue
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
