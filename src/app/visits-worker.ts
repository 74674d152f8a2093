import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withoutTypes } from '../platform/text/without-types.ts'
import { deskPaths } from '../web/paths.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

const source = join(import.meta.dirname, '../web/browser/visits-worker.ts')
const starts = ['index.html', '../hotline/desk/visits/visits-page.tsx']

/** Where the built worker of the visits stands in the folder of the desk. */
export const visitsWorkerFile = 'visits-worker.js'

/** Writes the worker that opens the visit pages without a line, with the names of what they need; the page says the same version. */
export function writeVisitsWorker(folder: string): void {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'))
  const files = filesOf(manifest).map(file => `/desk/${file}`)
  const script = withoutTypes(readFileSync(source, 'utf8'))
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const hash = createHash('sha256').update(page).update(script).update(files.join(' '))
  const version = hash.digest('hex').slice(0, 24)
  const told = page.replace('</head>', `<meta name="desk-version" content="${version}">\n</head>`)
  writeFileSync(join(folder, 'index.html'), told)
  const kept = JSON.stringify({ version, page: deskPaths.visits(), files })
  writeFileSync(join(folder, visitsWorkerFile), `const kept = ${kept}\n${script}`)
}

/** The scripts and styles of the pages, with all that they import at once. */
function filesOf(manifest: Manifest): readonly string[] {
  const seen = new Set<string>()
  const walk = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`the build of the desk has no ${name}`)
    for (const each of chunk.imports ?? []) walk(each)
  }
  for (const each of starts) walk(each)
  const chunks = [...seen].flatMap(name => manifest[name] ?? [])
  return [...new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]))].toSorted()
}
