import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { aReport } from '../a-report.ts'
import { allCells, cellAt } from '../cells.ts'
import type { AnnualReport } from '../form.ts'
import { render } from '../render/render.ts'
import { verify } from '../verify.ts'
import { aPage, asPrinted, type PageHabits } from './a-page.ts'
import { readDocx } from './format/docx.ts'
import { fromPage } from './light.ts'
import { readReport } from './read.ts'
import { Unreadable } from './unreadable.ts'

const report: AnnualReport = {
  ...aReport({
    'applications.received[0]': 13612,
    'applications.received[6]': 13614,
    'applications.carriedOut[0]': 13607,
    'applications.carriedOut[6]': 13607,
    'proactive.licensing': 11398889,
    'proactive.feesWan': 1234.5,
  }),
  narrative: { overview: '本局依法公开。', problems: '公开不够及时。', otherMatters: '没有收取信息处理费。' },
}
const page = aPage(report)
const with_ = (habits: Partial<PageHabits>) => aPage(report, { ...asPrinted, ...habits })
const utf8 = (text: string) => new TextEncoder().encode(text)
const titled = (title: string) => page.replace(/<h1>.*<\/h1>/, title)
const lines = with_({ flattened: true })
  .replace(/<title>.*?<\/style>/s, '')
  .replace(/<\/(?:p|h1)>/g, '\n')
  .replace(/<[^>]+>|&nbsp;/g, '')

async function readAll(name: string, bytes: Uint8Array) {
  const { report: read, findings, assertions } = await readReport({ name, bytes })
  return { read, findings: [...findings, ...verify(read, { assertions })] }
}

describe('a page that says the same in other clothes is read the same', () => {
  test.each<[habit: string, page: string | Uint8Array, name?: string]>([
    [
      'divisions instead of tables',
      page.replace(/<(table|tr|td)\b[^>]*>/g, '<div class="$1">').replace(/<\/(?:table|tr|td)>/g, '</div>'),
    ],
    [
      'headings of rows and columns as th',
      page.replace(/<td([^>]*)>(<p><span>[^<]*\p{Script=Han}[^<]*<\/span><\/p>)<\/td>/gu, '<th$1>$2</th>'),
    ],
    [
      'the head in thead',
      page
        .replaceAll('<table><tr>', '<table><thead><tr>')
        .replace(/商业企业<\/span>.*?<\/tr>/s, row => `${row}</thead><tbody>`),
    ],
    ['no colspan at all', page.replace(/ colspan="\d+"/g, '')],
    [
      'colspans one too small',
      page.replaceAll('colspan="7"', 'colspan="6"').replaceAll('colspan="5"', 'colspan="4"'),
    ],
    ['no rowspan at all', page.replace(/ rowspan="\d+"/g, '')],
    ['a rowspan one too small', page.replaceAll('rowspan="8"', 'rowspan="7"')],
    [
      'numbers with 件 and 万元',
      with_({ number: value => (value === 1234.5 ? '1234.5 万元' : `${value} 件`) }),
    ],
    [
      'labels in full-width brackets',
      with_({
        label: text => text.replace(/[(),]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
      }),
    ],
    [
      'labels numbered 1） and 一．',
      with_({ label: text => text.replace(/^(\d)\./, '$1）').replace(/^([一二三四])、/, '$1．') }),
    ],
    [
      'labels numbered ①',
      with_({
        label: text => text.replace(/^(\d)\./, (_, digit) => String.fromCharCode(0x245f + Number(digit))),
      }),
    ],
    ['parts headed 第一部分', page.replace(/<p>([一二三四五六])、/g, '<p><strong>第$1部分 ')],
    [
      'every character in a span of its own',
      page.replace(/<span>([^<]*)<\/span>/g, (_, text: string) =>
        [...text].map(sign => `<span>${sign}</span>`).join(''),
      ),
    ],
    ['cells and rows never closed', page.replace(/<\/t[dr]>/g, '')],
    [
      'words in a cell that no browser shows',
      page.replace('>13612<', '><span style="display: none">9<b>9</b></span>13612<'),
    ],
    [
      'comments of a word processor',
      page.replaceAll('<span>', '<!--[if gte mso 9]><xml>9</xml><![endif]--><span>'),
    ],
    ['full-width thousands separators', page.replace('>13612<', '>13，612<')],
    [
      'layout tables around every table',
      page
        .replaceAll('<table>', '<table><tr><td><table>')
        .replaceAll('</table>', '</table></td></tr></table>'),
    ],
    ['the title in two lines', titled('<h1>云川市试验局</h1><h1>2023年政府信息公开工作年度报告</h1>')],
    ['the year in Chinese', titled('<h1>云川市试验局二〇二三年度政府信息公开工作年度报告</h1>')],
    ['the year before the agency', titled('<h1>2023年度云川市试验局政府信息公开年度报告</h1>')],
    ['the year behind the title', titled('<h1>云川市试验局政府信息公开工作年度报告（2023年）</h1>')],
    [
      '关于 in the title, under a line of dates',
      titled(
        '<p>发布日期：2024-01-20 浏览次数：35</p><h1>云川市试验局关于2023年政府信息公开工作年度报告</h1>',
      ),
    ],
    ['office and day below', page.replace('</body>', '<p>云川市试验局</p><p>2024年1月20日</p></body>')],
    ['a day in Chinese below', page.replace('</body>', '<p>二〇二四年一月二十日</p></body>')],
    ['GBK that calls itself UTF-8', iconv.encode(page, 'gbk')],
    ['UTF-16 with its mark', iconv.encode(page, 'utf16le', { addBOM: true })],
    ['UTF-16 without it', iconv.encode(page, 'utf16le', { addBOM: false })],
    ['a byte order mark', `\ufeff${page}`],
    ['the name of a page that is made on demand', page, 'index.jsp'],
    ['a page saved as .doc', page, 'report.doc'],
    ['text with one cell a line', `\ufeff${lines.replaceAll('\n', '\r\n')}`, 'a.txt'],
    ['text in GBK', iconv.encode(lines, 'gbk'), 'a.txt'],
    [
      'text with labels broken over lines',
      lines
        .replace('确认或重新', '确认或重新\n')
        .replace('法律服务机构', '法律服务\n机构')
        .replace('(三)不予公开', '(三)\n不予公开'),
      'a.txt',
    ],
    [
      'a hundred thousand cells more',
      page.replace('</table>', `<tr>${'<td>x</td>'.repeat(100_000)}</tr></table>`),
    ],
    ['a script that never ends', `${page}<script>for(;;){}</script>`],
    ['columns without end', page.replaceAll('colspan="3"', 'colspan="99999999"')],
  ])('%s', async (_habit, said, name = 'a.html') => {
    const { read, findings } = await readAll(name, typeof said === 'string' ? utf8(said) : said)
    expect(read).toEqual(report)
    expect(findings).toEqual([])
  })

  test('Markdown under another name', async () => {
    const { read } = await readAll('a.txt', await render(report, 'md'))
    expect(read).toEqual(report)
  })

  test.each<[string, (xml: string) => string]>([
    [
      'controls around all',
      xml =>
        xml
          .replace('<w:body>', '<w:body><w:sdt><w:sdtContent>')
          .replace('<w:sectPr', '</w:sdtContent></w:sdt><w:sectPr'),
    ],
    [
      'controls around cells',
      xml =>
        xml.replace(/<w:tc>.*?<\/w:tc>/gs, cell => `<w:sdt><w:sdtContent>${cell}</w:sdtContent></w:sdt>`),
    ],
    [
      'tables within tables',
      xml =>
        xml
          .replaceAll('<w:tbl>', '<w:tbl><w:tr><w:tc><w:tbl>')
          .replaceAll('</w:tbl>', '</w:tbl><w:p/></w:tc></w:tr></w:tbl>'),
    ],
    [
      'tracked changes',
      xml =>
        xml.replace(
          /<w:t([^>]*)>13612<\/w:t><\/w:r>/,
          '<w:t>136</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>12</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>',
        ),
    ],
    [
      'hidden words',
      xml =>
        xml.replace(
          /<w:t([^>]*)>13612<\/w:t><\/w:r>/,
          '<w:t>13612</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>',
        ),
    ],
  ])('a Word document with %s', async (_habit, change) => {
    const files = unzipSync(await render(report, 'docx'))
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array())
    const changed = zipSync({ ...files, 'word/document.xml': strToU8(change(xml)) })
    expect(change(xml)).not.toBe(xml)
    expect(fromPage(await readDocx(changed)).report).toEqual(report)
  })
})

describe('what is not certain is a finding and never a number', () => {
  test.each<[habit: string, page: string, rule: string, message: RegExp]>([
    [
      'tables as pictures',
      page.replace(/<table>[\s\S]*?<\/table>/g, '<img src="t.png">'),
      'form.missing-table',
      /图片/,
    ],
    ['a number with 约', page.replace('>13612<', '>约13612<'), 'form.unreadable-cell', /约13612/],
    [
      'a slash for none',
      with_({ number: value => (value === 0 ? '/' : String(value)) }),
      'form.unreadable-cell',
      /“\/”/,
    ],
    [
      'a dash for none',
      with_({ number: value => (value === 0 ? '—' : String(value)) }),
      'form.unreadable-cell',
      /“—”/,
    ],
    [
      '无 for none',
      with_({ number: value => (value === 0 ? '无' : String(value)) }),
      'form.unreadable-cell',
      /“无”/,
    ],
    [
      'the letter O for zero',
      with_({ number: value => (value === 0 ? 'O' : String(value)) }),
      'form.unreadable-cell',
      /“O”/,
    ],
    ['a number in two lines', page.replace('>13612<', '>136<br>12<'), 'form.unreadable-cell', /136 12/],
    [
      'no column of totals',
      page.replace(/<td[^>]*><p><span>总计<\/span><\/p><\/td>/, ''),
      'form.missing-row',
      /总计/,
    ],
    [
      'two reports in one page',
      page + aPage({ ...report, agency: '云川市别的局' }),
      'form.duplicate-row',
      /不止一份/,
    ],
    ['text that lost its blanks', lines.replace('\n13612\n', '\n'), 'form.unreadable-cell', /格数/],
  ])('%s', async (_habit, said, rule, message) => {
    const { read, findings } = await readAll(said.startsWith('<') ? 'a.html' : 'a.txt', utf8(said))
    expect(findings).toContainEqual(
      expect.objectContaining({ rule, message: expect.stringMatching(message) }),
    )
    const guessed = allCells(report).filter(
      path => typeof cellAt(read, path) === 'number' && cellAt(read, path) !== cellAt(report, path),
    )
    expect(guessed).toEqual([])
  })
})

test.each<[name: string, bytes: Uint8Array, advice: RegExp]>([
  ['a.rar', utf8('Rar!\u001a'), /解压/],
  ['a.zip', zipSync({ 'a.txt': utf8('x') }), /解压/],
  ['a.ofd', zipSync({ 'OFD.xml': utf8('x') }), /PDF/],
  ['a.docx', zipSync({ 'a.txt': utf8('x') }), /没有报告内容/],
  ['a.rtf', utf8('{\\rtf1'), /另存为 \.docx/],
  ['a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), /图片/],
  ['a.mht', utf8('MIME-Version: 1.0'), /另存为 \.html/],
  ['a.pdf', utf8('x'), /损坏/],
])('%s is refused with advice', async (name, bytes, advice) => {
  const wrong = await readReport({ name, bytes }).catch((error: unknown) => error)
  expect(wrong).toBeInstanceOf(Unreadable)
  expect(String(wrong)).toMatch(advice)
})
