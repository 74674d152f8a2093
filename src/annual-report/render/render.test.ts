import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport } from '../a-report.ts'
import { allCells, withCell } from '../cells.ts'
import type { AnnualReport } from '../form.ts'
import { formats } from '../printed/format.ts'
import { readPdf } from '../read/format/pdf.ts'
import { fromPage } from '../read/light.ts'
import { readReport } from '../read/read.ts'
import { withOneClosedRow } from '../roll-up.ts'
import { render } from './render.ts'

const count = fc.oneof(fc.constant(0), fc.constant(null), fc.nat(30), fc.nat(20_000_000))
const sentence = fc
  .array(
    fc.constantFrom(
      '全年组织培训',
      '持续推进平台建设',
      '完善工作机制',
      '编制公开目录',
      '3次',
      '400余条',
      '“一网通办”',
    ),
    {
      ...{ minLength: 2, maxLength: 12 },
    },
  )
  .map(words => `${words.join(',')}。`)
const prose = fc.array(sentence, { minLength: 1, maxLength: 3 }).map(lines => lines.join('\n'))

/** Any report that the form can hold: the figures need not add up, blanks may stand anywhere. */
const anyReport: fc.Arbitrary<AnnualReport> = fc
  .record({
    figures: fc.infiniteStream(count),
    ...{ overview: prose, problems: prose, otherMatters: prose, oneRow: fc.boolean() },
    fees: fc.integer({ min: 0, max: 9_999_999 }).map(cents => cents / 100),
  })
  .map(({ figures, overview, problems, otherMatters, oneRow, fees }) => {
    const shape = oneRow ? withOneClosedRow(aReport()) : aReport()
    const filled = allCells(shape).reduce(
      (all, path) => withCell(all, path, figures.next().value ?? null),
      shape,
    )
    return { ...withCell(filled, 'proactive.feesWan', fees), narrative: { overview, problems, otherMatters } }
  })

describe('what is rendered reads back as the same report', () => {
  test.each(formats)('%s', { timeout: 120_000 }, async format => {
    await fc.assert(
      fc.asyncProperty(anyReport, async report => {
        const bytes = await render(report, format)
        const read = await readReport({ name: `report.${format}`, bytes })
        expect(read.report).toEqual(report)
      }),
      { numRuns: ['pdf', 'docx', 'xlsx'].includes(format) ? 4 : 30, endOnFailure: true },
    )
  })
})

test('a PDF says what was written, whatever was set before it', { timeout: 120_000 }, async () => {
  const any = fc.stringMatching(/^[一-龥]{1,40}$/)
  await fc.assert(
    fc.asyncProperty(anyReport, any, any, async (report, problems, otherMatters) => {
      const said = { ...report, narrative: { ...report.narrative, problems, otherMatters } }
      expect(fromPage(await readPdf(await render(said, 'pdf'))).report).toEqual(said)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test('two characters that end in the same byte are not taken for each other', async () => {
  for (const otherMatters of ['400余条。', '400余次。', '3次。', '3条。']) {
    const report = { ...aReport(), narrative: { overview: '无。', problems: '无。', otherMatters } }
    expect(fromPage(await readPdf(await render(report, 'pdf'))).report).toEqual(report)
  }
})

test('words that look like markup stay words', async () => {
  const overview = '甲 <script>alert(1)</script> #strong[乙] *丙* | 丁 `戊` \\ "己"'
  const report = { ...aReport(), narrative: { overview, problems: '无。', otherMatters: '无。' } }
  const html = new TextDecoder().decode(await render(report, 'html'))
  expect(html).not.toContain('<script>')
  for (const format of ['pdf', 'docx', 'md'] as const) {
    expect((await render(report, format)).length).toBeGreaterThan(1000)
  }
})
