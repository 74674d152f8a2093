import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zeroReport } from '../blank.ts'
import { allCells, cellAt, withCell } from '../cells.ts'
import { applicantKindColumns, outcomeRows } from '../counted/count.ts'
import type { AnnualReport } from '../form.ts'
import { readExtract } from '../read/extract-file.ts'
import { extractCsv, extractJson } from '../render/extract-file.ts'
import { verify } from '../verify.ts'
import { anonymised, fewestAlike } from './anonymise.ts'
import { type CountedLine, type Extract, placeInTable3 } from './extract.ts'
import { tableOfExtract, verifyExtract } from './verify-extract.ts'

const aLine = fc.record({
  applicantKind: fc.constantFrom(...applicantKindColumns),
  entered: fc.constantFrom('received', 'carriedIn'),
  left: fc.constantFrom(...outcomeRows, 'carriedOut' as const),
  workdays: fc.option(fc.nat(60)),
}) satisfies fc.Arbitrary<CountedLine>
const aYear = fc.array(aLine, { minLength: 1, maxLength: 120 })

function ids() {
  let last = 0
  return () => {
    last += 7919
    return String(last % 100_003).padStart(6, '0')
  }
}

function extractFrom(lines: readonly CountedLine[]): Extract {
  return { agency: '云川市试验局', year: 2025, lines: anonymised(lines, ids()) }
}

/** The report that says what the lines say. */
function reportOf(lines: readonly CountedLine[]): AnnualReport {
  let report = zeroReport('云川市试验局', 2025)
  const add = (path: string) => {
    report = withCell(report, path, (cellAt(report, path) ?? 0) + 1)
  }
  for (const { applicantKind, entered, left } of lines) {
    const column = applicantKindColumns.findIndex(kind => applicantKind === kind)
    for (const row of [entered, left, ...(left === 'carriedOut' ? [] : ['resultTotal'])]) {
      add(`applications.${row}[${column}]`)
      add(`applications.${row}[6]`)
    }
  }
  return report
}

test('the extract of any year adds up to its report, through CSV and JSON, and the report balances', () => {
  fc.assert(
    fc.property(aYear, lines => {
      const extract = extractFrom(lines)
      const report = reportOf(lines)
      expect(verifyExtract(extract, report)).toEqual([])
      const rules = verify(report).filter(({ rule }) => rule.startsWith('applications.'))
      expect(rules).toEqual([])
      for (const [name, text] of [
        ['a.csv', extractCsv(extract)],
        ['a.json', extractJson(extract)],
      ] as const) {
        expect(readExtract({ name, bytes: Buffer.from(text) })).toEqual(extract)
      }
    }),
    { numRuns: 60 },
  )
})

test('any figure of table 3 that is changed, and any line that is taken away, is found', () => {
  fc.assert(
    fc.property(aYear, fc.nat(), fc.integer({ min: 1, max: 9 }), (lines, at, by) => {
      const extract = extractFrom(lines)
      const report = reportOf(lines)
      const cells = allCells(report).filter(path => placeInTable3(path) !== undefined)
      const path = cells[at % cells.length] ?? ''
      const wrong = withCell(report, path, (cellAt(report, path) ?? 0) + by)
      expect(verifyExtract(extract, wrong)).toMatchObject([
        { rule: 'extract.figure', severity: 'error', where: [path], actual: cellAt(wrong, path) },
      ])
      const fewer = extract.lines.toSpliced(at % extract.lines.length, 1)
      expect(verifyExtract({ ...extract, lines: fewer }, report)).not.toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('nobody can be recognised: what stands beside each other is shared by at least five, or says nothing new', () => {
  fc.assert(
    fc.property(aYear, lines => {
      const extract = extractFrom(lines).lines
      const timed = Map.groupBy(
        extract.filter(({ workdays }) => workdays !== null),
        ({ applicantKind, left, workdays }) => `${applicantKind} ${left} ${workdays}`,
      )
      for (const alike of timed.values()) expect(alike.length).toBeGreaterThanOrEqual(fewestAlike)
      for (const ofKind of Map.groupBy(extract, ({ applicantKind }) => applicantKind).values()) {
        const joined = ofKind.filter(({ entered, left }) => entered !== null && left !== null)
        const ways = Map.groupBy(joined, ({ entered }) => entered)
        if (ways.size < 2) continue
        for (const way of ways.values()) {
          const outcomes = Map.groupBy(way, ({ left }) => left)
          expect(outcomes.size).toBeGreaterThan(1)
          for (const { length } of outcomes.values()) expect(length).toBeGreaterThanOrEqual(fewestAlike)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('one carried request of a business stands as two lines that nobody can join', () => {
  const line = { applicantKind: 'business', workdays: 12 } as const
  const granted = Array.from(
    { length: 8 },
    () => ({ ...line, entered: 'received', left: 'granted' }) as const,
  )
  const refused = { ...line, entered: 'carriedIn', left: 'withheld.thirdParty' } as const
  const { lines } = extractFrom([...granted, refused])
  expect(lines).toHaveLength(18)
  expect(lines.filter(({ left }) => left === 'withheld.thirdParty')).toMatchObject([
    { entered: null, workdays: null },
  ])
  expect(lines.filter(({ left }) => left === 'granted')[0]).toMatchObject({ workdays: '11-20' })
})

test('a report that prints 其他处理 as one row is compared with the sum of the three', () => {
  const line = { applicantKind: 'other', entered: 'received', workdays: null } as const
  const extract = extractFrom([
    { ...line, left: 'closed.unpaid' },
    { ...line, left: 'closed.other' },
  ])
  const old = zeroReport(extract.agency, 2025, '2019')
  const wrong = verifyExtract(extract, old).filter(({ where }) => where[0]?.startsWith('applications.closed'))
  expect(wrong).toMatchObject([{ expected: 2 }, { expected: 2 }])
})

test('another year, a doubled line and a blank cell are named', () => {
  const extract = extractFrom([{ applicantKind: 'other', entered: 'received', left: 'granted', workdays: 3 }])
  const report = { ...tableOfExtract(extract), year: 2024 }
  expect(verifyExtract(extract, report)).toMatchObject([{ rule: 'extract.other-report' }])
  const doubled = { ...extract, lines: [...extract.lines, ...extract.lines] }
  expect(verifyExtract(doubled, report).map(({ rule }) => rule)).toContain('extract.duplicate-line')
  const blank = withCell({ ...report, year: 2025 }, 'applications.carriedIn[0]', null)
  expect(verifyExtract(extract, blank)).toMatchObject([{ severity: 'warning', actual: null }])
})

const bad: readonly [string, string][] = [
  ['{"agency":', 'JSON'],
  ['{"agency":"局","year":2025,"lines":[{"id":"1","applicantKind":"total"}]}', 'lines.0'],
  ['姓名,电话\n张,1', '第一行'],
  ['编号,机关,年度,申请人,进入,离开,答复用时\n1,局,2025,自然人,本年新收,不存在的行,', '第 2 行'],
  [
    '编号,机关,年度,申请人,进入,离开,答复用时\n1,局,2025,自然人,,予以公开,\n2,别局,2025,自然人,,予以公开,',
    '第 3 行',
  ],
]
test.each(bad)('“%s” is no extract, and the message says where', (text, words) => {
  expect(() => readExtract({ name: 'x.csv', bytes: Buffer.from(text) })).toThrow(words)
})
