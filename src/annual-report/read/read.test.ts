import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../platform/text/encoding.ts'
import { aReport } from '../a-report.ts'
import type { AnnualReport } from '../form.ts'
import { cellNumber } from '../rules/cell-number.ts'
import { aPage, asPrinted, type PageHabits } from './a-page.ts'
import { readReport } from './read.ts'
import { Unreadable } from './unreadable.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const readPage = (text: string, name = 'report.html') => readReport({ name, bytes: utf8(text) })

const report: AnnualReport = {
  ...aReport({
    'applications.received[0]': 13612,
    'proactive.licensing': 11398889,
    'proactive.feesWan': 1234.5,
    'remedies.litigationAfterReconsideration.pending': 4,
  }),
  narrative: {
    overview: '本局依法公开政府信息。\n全年没有大的变化。',
    problems: '公开不够及时。',
    otherMatters: '没有收取信息处理费。',
  },
}
const { closed: _, ...three } = report.applications
const oneRow: AnnualReport = {
  ...report,
  applications: Object.fromEntries(
    Object.entries({ ...three, closed: [0, 0, 0, 0, 0, 0, 0] as const }).filter(
      ([row]) => !row.startsWith('closed.'),
    ),
  ),
}

const wide = (text: string) =>
  text.replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const habits: readonly (readonly [string, AnnualReport, Partial<PageHabits>])[] = [
  ['as the form is printed', report, {}],
  ['with 其他处理 as one row', oneRow, {}],
  [
    'with full-width digits and brackets',
    report,
    {
      number: value => wide(String(value)),
      label: text =>
        text
          .replaceAll('(', '\uff08')
          .replaceAll(')', '\uff09')
          .replaceAll(',', '\uff0c')
          .replaceAll('.', '\uff0e'),
    },
  ],
  ['with thousands separators', report, { number: value => value.toLocaleString('en-US') }],
  ['with units in the cells', report, { number: value => (value === 1234.5 ? '1234.5万元' : `${value}件`) }],
  [
    'with blanks around',
    report,
    { number: value => `&nbsp;${value}&nbsp;\n`, label: text => `&nbsp; ${text} \n` },
  ],
  [
    'without numbering',
    report,
    { label: text => text.replace(/^(?:[一二三四]、|\([一二三四五六七]\)|\d\.)/, '') },
  ],
  [
    'with other numbering',
    report,
    { label: text => text.replace(/^(\d)\./, '($1)').replace('“三安全一稳定”', '"三安全一稳定"') },
  ],
  ['with headings that are not merged', report, { oneHeaderRow: true }],
  ['with a table cut in two', report, { cutBefore: 'unavailable.notHeld' }],
  ['with one cell a line', report, { flattened: true }],
  ['with one cell a line and 其他处理 as one row', oneRow, { flattened: true }],
]

describe('a page is read by what it says', () => {
  test.each(habits)('%s', async (_name, said, habit) => {
    const reading = await readPage(aPage(said, { ...asPrinted, ...habit }))
    expect(reading.report).toEqual(said)
    expect(reading.findings).toEqual([])
  })

  test('in GBK with or without saying so', async () => {
    const page = aPage(report)
    for (const text of [page.replace('utf-8', 'gb2312'), page.replace('<meta charset="utf-8">', '')])
      expect((await readReport({ name: 'a.htm', bytes: iconv.encode(text, 'gbk') })).report).toEqual(report)
    expect(decodeText(utf8(page.replace('utf-8', 'gb2312')))).toContain('云川市')
  })

  test('as plain text with one cell a line, with bars, with tabs', async () => {
    const lines = aPage(report, { ...asPrinted, flattened: true })
      .replace(/<style>.*?<\/title>/s, '')
      .replace(/<title>.*?<\/style>/s, '')
    const text = lines.replace(/<\/p>/g, '\n').replace(/<[^>]+>|&nbsp;/g, '')
    expect((await readPage(text, 'a.txt')).report).toEqual(report)
    expect((await readPage(text, 'a.txt')).findings).toEqual([])
  })

  test('inside tables that lay out the page, and after navigation', async () => {
    const page = aPage(report)
      .replace('<body>', '<body><table><tr><td><ul><li>首页<li>年报</ul></td><td>')
      .replace('</body>', '</td></tr></table></body>')
    expect((await readPage(page)).report).toEqual(report)
  })
})

describe('what cannot be read is a finding', () => {
  const hurt = async (change: (page: string) => string) =>
    (await readPage(change(aPage(report)))).findings.map(({ rule, where, text }) => ({
      rule,
      where: where[0],
      text,
    }))

  test.each<[string, (page: string) => string, string, string | undefined]>([
    [
      'words in a cell',
      page => page.replace('>13612<', '>见附件<'),
      'form.unreadable-cell',
      'applications.received[0]',
    ],
    [
      'two numbers in a cell',
      page => page.replace('>13612<', '>136 12<'),
      'form.unreadable-cell',
      'applications.received[0]',
    ],
    [
      'a fraction of a request',
      page => page.replace('>13612<', '>136.12<'),
      'form.impossible-number',
      'applications.received[0]',
    ],
    [
      'a negative number',
      page => page.replace('>13612<', '>-5<'),
      'form.impossible-number',
      'applications.received[0]',
    ],
    [
      'a cell too few',
      page => page.replace(/<td[^>]*><p><span>13612<\/span><\/p><\/td>/, ''),
      'form.unreadable-cell',
      'applications.received[0]',
    ],
    [
      'a row that is not of the form',
      page => page.replace('2.重复申请', '2.重复的东西'),
      'form.unknown-row',
      undefined,
    ],
    [
      'a row that stands twice',
      page => page.replace('二、上年结转', '一、本年新收'),
      'form.duplicate-row',
      'applications.received[0]',
    ],
    ['no title', page => page.replace(/<h1>.*<\/h1>/, ''), 'form.missing-agency', undefined],
    [
      'no such part',
      page => page.replace('五、存在的主要问题及改进情况', '五、别的'),
      'form.missing-section',
      'narrative.problems',
    ],
    [
      'no table',
      page => page.replace(/四、政府信息公开行政复议[\s\S]*?<\/table>/, ''),
      'form.missing-table',
      'remedies',
    ],
  ])('%s', async (_name, change, rule, where) => {
    expect(await hurt(change)).toContainEqual(expect.objectContaining({ rule, where }))
  })
})

describe('a file that cannot be read says why', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 1 })
  test.each<[string, Uint8Array, RegExp]>([
    ['empty.html', new Uint8Array(), /空的/],
    ['big.html', new Uint8Array(21 * 1024 * 1024), /20 MB/],
    ['bomb.docx', bomb, /过大/],
    ['hurt.docx', bomb.subarray(0, 300), /损坏/],
    ['hurt.pdf', utf8('%PDF-1.7 nothing'), /损坏/],
    ['old.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 1]), /另存为/],
    ['a.exe', utf8('MZ'), /只能读取/],
    ['hurt.json', utf8('{"agency":'), /JSON/],
    ['other.html', utf8('<p>天气预报</p>'), /没有找到/],
  ])('%s', async (name, bytes, why) => {
    const error = await readReport({ name, bytes }).then(
      () => undefined,
      (wrong: unknown) => wrong,
    )
    expect(error).toBeInstanceOf(Unreadable)
    expect(String(error)).toMatch(why)
  })
})

test('JSON is read back as it is', async () => {
  expect((await readPage(JSON.stringify(report), 'a.json')).report).toEqual(report)
})

test.each([
  ['1,234', 'count', { kind: 'number', value: 1234 }],
  ['12,34', 'count', { kind: 'unreadable' }],
  ['400元', 'wan', { kind: 'number', value: 0.04 }],
  ['', 'count', { kind: 'blank' }],
  ['—', 'count', { kind: 'unreadable' }],
  ['9999999999999', 'count', { kind: 'impossible' }],
] as const)('a cell that says %s', (text, unit, said) => {
  expect(cellNumber(text, unit)).toEqual(said)
})
