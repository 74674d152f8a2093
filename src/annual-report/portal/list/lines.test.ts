import { expect, test } from 'vitest'
import type { Agency } from '../../../office/roles.ts'
import { dayOf } from '../../../statute/day.ts'
import { csvOf } from '../../../web/sheet.ts'
import { linesOf, publicLines, standingWords, treeOrder } from './lines.ts'

const agency = (code: string, kind: Agency['kind'], parent: string | null): Agency => ({
  ...{ code, name: `${code}局`, shortName: code, kind, parent, standing: true },
})
const agencies = [
  agency('city', 'government', null),
  agency('b', 'county', 'city'),
  agency('a', 'department', 'city'),
  agency('c', 'township', 'b'),
]
const row = (code: string, year: number, publishedOn: string) => ({
  ...{ agency: code, year, edition: 1, publishedOn, errors: 0 },
  ...{ received: 3, concluded: 3, carriedOut: 0 },
})
const lines = publicLines(
  agencies,
  [row('a', 2024, '2025-01-31'), row('b', 2024, '2025-02-02'), row('city', 2024, '2025-03-31')],
  dayOf('2026-02-01'),
)

test('the tree reads each agency before those below it', () => {
  expect(treeOrder(agencies).map(({ agency: { code }, depth }) => `${depth}${code}`)).toEqual([
    '0city',
    '1b',
    '2c',
    '1a',
  ])
})

test('an agency is late after 31 January, a government after 31 March, and what is missing is said', () => {
  const words = Object.fromEntries(
    lines.map(line => [`${line.agency.code} ${line.year}`, standingWords(line)]),
  )
  expect(words).toEqual({
    'city 2025': '尚未公布，3月31日前公布',
    'city 2024': '按时公布',
    'b 2025': '未公布，已逾期 1 天',
    'b 2024': '逾期 2 天公布',
    'c 2025': '未公布，已逾期 1 天',
    'c 2024': '未公布，已逾期 366 天',
    'a 2025': '未公布，已逾期 1 天',
    'a 2024': '按时公布',
  })
})

test('the choice narrows and sorts, and a line without a figure comes last either way', () => {
  const codes = (query: Parameters<typeof linesOf>[1]) => linesOf(lines, query).map(line => line.agency.code)
  expect(codes({ standing: 'late' })).toEqual(['b'])
  expect(codes({ q: 'a局' })).toEqual(['a'])
  expect(codes({ sort: '-publishedOn' })).toEqual(['city', 'b', 'a'])
  expect(codes({ standing: 'all', year: 2024, sort: 'publishedOn' })).toEqual(['a', 'b', 'city', 'c'])
  expect(codes({ sort: 'nonsense' })).toEqual(['city', 'b', 'a'])
})

test('a name that looks like a formula is written as words', () => {
  expect(csvOf([['=1+1', 2, null, 'a,"b"']])).toBe('\uFEFF\'=1+1,2,,"a,""b"""\r\n')
})
