import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aReport } from '../a-report.ts'
import { cellAt } from '../cells.ts'
import { formRows, remedyGroups } from '../form.ts'
import { verify } from '../verify.ts'
import { aPage, asPrinted } from './a-page.ts'
import { readReport } from './read.ts'
import { Unreadable } from './unreadable.ts'

const folder = fileURLToPath(new URL('../../../../shared/corpus/annual-reports/', import.meta.url))
const own = [
  { name: 'own.html', text: aPage(aReport()) },
  { name: 'own.txt', text: aPage(aReport(), { ...asPrinted, flattened: true }).replace(/<[^>]+>/g, '\n') },
]
const published = existsSync(folder)
  ? readdirSync(folder)
      .filter(name => !name.endsWith('.json'))
      .map(name => ({ name, text: readFileSync(folder + name, 'utf8') }))
  : []
const sources = [...own, ...published]

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const piece = fc.oneof(
  fc.constantFrom(
    '<td>',
    '</td>',
    '</tr>',
    '<tr>',
    '</table>',
    '<table>',
    '<!--',
    '<script>',
    '&#',
    '\u0000',
    '0',
    '9',
    '|',
    '一、',
    '总计',
    '\n',
    '<td>0</td>',
  ),
  fc.string({ maxLength: 5 }),
)
const change = fc.record({ at, cut: fc.nat({ max: 30 }), put: piece })
const changes = fc.array(change, { minLength: 1, maxLength: 4 })

function changed(text: string, list: readonly { at: number; cut: number; put: string }[]): string {
  return list.reduce((before, { at: place, cut, put }) => {
    const start = Math.floor(place * before.length)
    return before.slice(0, start) + put + before.slice(start + cut)
  }, text)
}

const totals = [
  ...formRows.map(row => `applications.${row}[6]`),
  ...remedyGroups.map(group => `remedies.${group}.total`),
]

async function readAll(name: string, text: string) {
  const { report, findings, assertions } = await readReport({ name, bytes: new TextEncoder().encode(text) })
  return { report, findings: [...findings, ...verify(report, { assertions })] }
}

test('a page mutated thousands of times is read or refused, quickly, and no total is wrong without a finding', async () => {
  const right = new Map(
    await Promise.all(
      sources.map(async ({ name, text }) => [name, (await readAll(name, text)).report] as const),
    ),
  )
  let slowest = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sources), changes, async ({ name, text }, list) => {
      const started = performance.now()
      try {
        const { report, findings } = await readAll(name, changed(text, list))
        const before = right.get(name)
        const wrong = totals.filter(path => {
          const now = cellAt(report, path)
          return before !== undefined && (now ?? null) !== (cellAt(before, path) ?? null)
        })
        if (wrong.length > 0) expect(findings, wrong.join()).not.toEqual([])
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
      }
      slowest = Math.max(slowest, performance.now() - started)
    }),
    { numRuns: 2_500 },
  )
  expect(slowest).toBeLessThan(5_000)
}, 60_000)

test('bytes that are no text at all are read or refused', async () => {
  const endings = fc.constantFrom('a.html', 'a.txt', 'a.md', 'a.json')
  await fc.assert(
    fc.asyncProperty(endings, fc.uint8Array({ minLength: 1, maxLength: 400 }), async (name, bytes) => {
      await readReport({ name, bytes }).catch((error: unknown) => expect(error).toBeInstanceOf(Unreadable))
    }),
    { numRuns: 500 },
  )
})
