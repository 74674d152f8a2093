import { html } from 'hono/html'
import { markedIn } from '../../../platform/text/snippets.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Finding } from '../../finding.ts'
import { type AnnualReport, type CellPath, narrativeSections } from '../../form.ts'
import { cellLabel, sectionLabel } from '../../labels.ts'
import { titleOf } from '../../printed/document.ts'
import { tablesOf } from '../../printed/table-model.ts'
import { type Figures, idOf, tableHtml } from '../../render/html.ts'
import { stackedTable } from '../report/stacked.ts'
import type { Checked } from './checked.ts'

const mostBlanks = 8

/** The whole result: the sum on top, the findings, the tables and the words with the findings in their places. */
export function checkResult(checked: Checked): Markup {
  const { report, findings, notices } = checked
  const tables = tablesOf(report)
  const figures = marksOf(findings)
  const blanks = findings.filter(({ rule }) => rule === 'form.blank-cell')
  const many = blanks.length > mostBlanks
  const told = many ? findings.filter(finding => !blanks.includes(finding)) : findings
  return html`<h1>体检结果：${titleOf(report)}</h1>
${summary(checked)}
${notices.map(notice => html`<p class="refused" role="note">${notice}</p>`)}
${findings.length === 0 ? '' : html`<h2>发现的问题</h2><ol class="findings">${told.map(findingItem)}${many ? html`<li><span class="warning-mark">提醒</span> 有 ${blanks.length} 格空白。空白不等于零：没有发生的请填 0。</li>` : ''}</ol>`}
<h2>主动公开政府信息情况</h2>${tableHtml(tables.proactive, '主动公开政府信息情况', figures)}
<h2>收到和处理政府信息公开申请情况</h2>${stackedTable(report)}${tableHtml(tables.applications, '收到和处理政府信息公开申请情况', figures)}
<h2>政府信息公开行政复议、行政诉讼情况</h2>${tableHtml(tables.remedies, '政府信息公开行政复议、行政诉讼情况', figures)}
${prose(report, findings)}`
}

/** How the result is taken away: nothing is kept here, so the page itself brings it along. */
export function takeAway(checked: Checked): Markup {
  return html`<form class="beside" method="post" action="${paths.checkFile()}"><h2>带走或分享这份结果</h2>
<input type="hidden" name="result" value="${JSON.stringify(checked)}">
<p>结果不保存在本站。下载的网页文件可以直接打开、打印或转发。</p>
<p><button name="as" value="html">下载网页文件</button> <button name="as" value="json" class="plain">下载数据文件（JSON）</button></p></form>
<p class="beside"><a href="${paths.check()}">再检查一份</a></p>`
}

function summary({ findings, previous, report }: Checked): Markup {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const years =
    previous === null
      ? `没有上年报告可对照，未检查与 ${report.year - 1} 年度的衔接。`
      : `已与 ${previous.year} 年度报告核对结转件数和现行有效件数。`
  const words =
    errors === 0 ? '没有发现错误' : html`发现 <strong class="error-mark">${errors} 处错误</strong>`
  return html`<div class="summary ${errors > 0 ? 'bad' : warnings > 0 ? '' : 'good'}"><p role="status">${words}${warnings > 0 ? `，${warnings} 处提醒` : ''}。</p><p>检查了三张表的勾稽关系、空白和不可能的数字，以及文字与表格是否一致。${years}</p></div>`
}

function findingItem({ severity, message, where, text }: Finding): Markup {
  const word = severity === 'error' ? '错误' : '提醒'
  const places = where.slice(0, 5).map(path => {
    const section = narrativeSections.find(each => path === `narrative.${each}`)
    if (section !== undefined) return html`<a href="#words-${section}">${sectionLabel[section]}</a> `
    return html`<a href="#${idOf(path)}">${cellLabel(path)}</a> `
  })
  const quoted = text === undefined || message.includes(text) ? '' : html`<br>原文：“${text}”`
  return html`<li><span class="${severity}-mark">${word}</span> ${message} ${places}${quoted}</li>`
}

function marksOf(findings: readonly Finding[]): Figures {
  const marks = new Map<CellPath, string>()
  for (const { severity, where } of findings) {
    for (const path of where)
      if (marks.get(path) !== 'wrong') marks.set(path, severity === 'error' ? 'wrong' : 'doubtful')
  }
  return (path, text) => {
    const mark = marks.get(path)
    return mark === undefined ? { inner: text } : { inner: text === '' ? '空白' : text, mark }
  }
}

/** The words of the report, with the sentences marked that a finding speaks of. */
function prose({ narrative }: AnnualReport, findings: readonly Finding[]): Markup {
  const sentences = findings.flatMap(({ where, text }) =>
    text !== undefined && where.some(path => path.startsWith('narrative.')) ? [text] : [],
  )
  const section = (name: (typeof narrativeSections)[number]) => {
    const lines = narrative[name].split('\n').filter(line => line.trim() !== '')
    return html`<h2 id="words-${name}">${sectionLabel[name]}</h2>${
      lines.length === 0
        ? html`<p class="note">没有读到这一部分的文字。</p>`
        : lines.map(
            line =>
              html`<p>${markedIn(line, sentences).map(({ text, found }) => (found ? html`<mark>${text}</mark>` : html`${text}`))}</p>`,
          )
    }`
  }
  return html`<div class="prose">${narrativeSections.map(section)}</div>`
}
