import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const limits = { linesPerFile: 300, filesPerFolder: 15, median: 80, p90: 200 }
const forbidden = /(^|\/)(utils?|common|helpers?|index)(\.tsx?)?($|\/)/

const root = join(import.meta.dirname, '..')
const files = globSync('{src,checks,bench,journeys}/**/*.{ts,tsx,css}', { cwd: root })
  .filter(file => !file.includes('/data/') && !file.endsWith('tables.ts'))
  .map(file => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
const sources = files.filter(({ file }) => !/\.test\.tsx?$/.test(file)).toSorted((a, b) => a.lines - b.lines)

const folders = new Map<string, number>()
for (const { file } of sources) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1)

function quantile(share: number): number {
  return sources[Math.min(sources.length - 1, Math.floor(sources.length * share))]?.lines ?? 0
}

const problems = [
  ...sources
    .filter(({ lines }) => lines > limits.linesPerFile)
    .map(({ file, lines }) => `${file}: ${lines} lines`),
  ...[...folders]
    .filter(([, count]) => count > limits.filesPerFolder)
    .map(([folder, count]) => `${folder}: ${count} files`),
  ...files.filter(({ file }) => forbidden.test(file)).map(({ file }) => `${file}: a name that says nothing`),
  ...(quantile(0.5) > limits.median ? [`median file: ${quantile(0.5)} lines`] : []),
  ...(quantile(0.9) > limits.p90 ? [`nine files in ten: ${quantile(0.9)} lines`] : []),
]

console.table([
  {
    files: sources.length,
    median: quantile(0.5),
    p90: quantile(0.9),
    longest: sources.at(-1)?.lines ?? 0,
    tests: files.length - sources.length,
  },
])
for (const problem of problems) console.error(`past the limit: ${problem}`)
process.exit(problems.length === 0 ? 0 : 1)
