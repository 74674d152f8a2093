import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aReport } from '../a-report.ts'
import { zeroReport } from '../blank.ts'
import { allCells, withCell } from '../cells.ts'
import type { AnnualReport } from '../form.ts'
import { type Format, formats } from '../printed/format.ts'
import { readDocx } from '../read/format/docx.ts'
import { readPdf } from '../read/format/pdf.ts'
import { readXlsx } from '../read/format/xlsx.ts'
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

const onlyOf2021 = /^proactive\.(?:feesWan|\w+\.(?:repealed|inForce))$/

/** Any report that the form can hold: the figures need not add up, blanks may stand anywhere. */
const anyReport: fc.Arbitrary<AnnualReport> = fc
  .record({
    figures: fc.infiniteStream(count),
    agency: fc.constantFrom('云川市试验局', '云川市', '云川市临江新区管理委员会社会事业服务中心'),
    edition: fc.constantFrom(...(['2019', '2021'] as const)),
    ...{ overview: prose, problems: prose, otherMatters: prose, oneRow: fc.boolean() },
    fees: fc.integer({ min: 0, max: 9_999_999 }).map(cents => cents / 100),
  })
  .map(({ figures, agency, edition, oneRow, fees, ...narrative }) => {
    const form = { ...aReport(), agency, edition, narrative }
    const shape = oneRow ? withOneClosedRow(form) : form
    const value = (path: string) => {
      if (edition === '2019' && onlyOf2021.test(path)) return null
      return path === 'proactive.feesWan' ? fees : (figures.next().value ?? null)
    }
    return allCells(shape).reduce((all, path) => withCell(all, path, value(path)), shape)
  })

const beside = fc.record({
  publishedOn: fc.constantFrom(undefined, '2024-01-26'),
  explanations: fc.constantFrom(
    [],
    [{ rule: 'years.in-force', where: [], text: '收到申请99件,上年结转与上年报告差1件,系更正所致。' }],
  ),
})

const readers = { docx: readDocx, xlsx: readXlsx, pdf: readPdf }

async function readBack(format: Format, bytes: Uint8Array): Promise<AnnualReport> {
  if (format === 'docx' || format === 'xlsx' || format === 'pdf')
    return fromPage(await readers[format](bytes)).report
  return (await readReport({ name: `report.${format}`, bytes })).report
}

describe('what is rendered reads back as the same report, without what stands below it', () => {
  test.each(formats)('%s', { timeout: 120_000 }, async format => {
    await fc.assert(
      fc.asyncProperty(anyReport, beside, async (report, below) => {
        expect(await readBack(format, await render(report, format, below))).toEqual(report)
      }),
      { numRuns: format === 'docx' ? 12 : 30, endOnFailure: true },
    )
    const bytes = await render(aReport(), format)
    expect((await readReport({ name: `report.${format}`, bytes })).report).toMatchObject({ year: 2023 })
  })
})

test('the form of 2019 is printed with its own columns', async () => {
  const report = zeroReport('云川市试验局', 2019, '2019')
  const page = new TextDecoder().decode(await render(report, 'html'))
  for (const words of ['本年新制作数量', '对外公开总数量', '本年增/减', '其他对外管理服务事项', '采购总金额'])
    expect(page).toContain(`${words}</th>`)
  expect(page).not.toContain('现行有效件数')
  expect(page).toContain('（六）其他处理')
})

test('a PDF says what was written, whatever was set before it', { timeout: 120_000 }, async () => {
  const any = fc.stringMatching(/^[一-龥]{1,40}$/)
  await fc.assert(
    fc.asyncProperty(anyReport, any, any, async (report, problems, otherMatters) => {
      const said = { ...report, narrative: { ...report.narrative, problems, otherMatters } }
      expect(fromPage(await readPdf(await render(said, 'pdf'))).report).toEqual(said)
    }),
    { numRuns: 25, endOnFailure: true },
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
