import { html } from 'hono/html'
import type { Markup } from '../../web/layout.ts'
import { paths } from '../../web/paths.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport, CellPath } from '../form.ts'
import { cellLabel } from '../labels.ts'
import { titleOf } from '../printed/document.ts'
import { tablesOf } from '../printed/table-model.ts'
import { type Figures, idOf, tableHtml } from '../render/html.ts'

/** 年报体检: the form; what was wrong with the last try, where there was one. */
export function checkForm(refusal?: string, pasted = ''): Markup {
  return html`<h1>年报体检</h1>
<p>选择或粘贴任何一份已公布的政府信息公开工作年度报告，即可看到表中数字是否对得上、文字与表格是否一致。文件不保存，也不需要注册。</p>
${refusal === undefined ? '' : html`<p class="refused" role="alert">${refusal}</p>`}
<form method="post" action="${paths.check()}" enctype="multipart/form-data">
<p><label>年度报告文件（网页、Word、PDF、Excel、文本、JSON，不超过 20 MB） <input type="file" name="file" accept=".html,.htm,.txt,.md,.docx,.pdf,.xlsx,.json"></label></p>
<p><label>或者粘贴报告全文 <textarea name="text" maxlength="500000">${pasted}</textarea></label></p>
<p><label>上年报告（可选，用于检查跨年衔接） <input type="file" name="previous" accept=".html,.htm,.txt,.md,.docx,.pdf,.xlsx,.json"></label></p>
<p><label><input type="radio" name="as" value="page" checked> 在网页上查看</label> <label><input type="radio" name="as" value="html"> 下载网页文件</label> <label><input type="radio" name="as" value="json"> 下载数据文件</label></p>
<p><button>开始体检</button></p>
</form>`
}

/** The report's tables with the findings on their cells. */
export function checkResult(report: AnnualReport, findings: readonly Finding[]): Markup {
  const tables = tablesOf(report)
  const figures = marksOf(findings)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const blanks = findings.filter(({ rule }) => rule === 'form.blank-cell')
  const told = blanks.length > 8 ? findings.filter(finding => !blanks.includes(finding)) : findings
  return html`<h1>体检结果：${titleOf(report)}</h1>
<p role="status">${errors === 0 ? '没有发现错误' : html`发现 <strong class="error-mark">${errors} 处错误</strong>`}${findings.length > errors ? `，${findings.length - errors} 处提醒` : ''}。</p>
<ol class="findings">${told.map(findingItem)}${blanks.length > 8 ? html`<li><span class="warning-mark">提醒</span> 有 ${blanks.length} 格空白。空白不等于零：没有发生的请填 0。</li>` : ''}</ol>
<h2>主动公开政府信息情况</h2>${tableHtml(tables.proactive, '主动公开政府信息情况', figures)}
<h2>收到和处理政府信息公开申请情况</h2>${tableHtml(tables.applications, '收到和处理政府信息公开申请情况', figures)}
<h2>政府信息公开行政复议、行政诉讼情况</h2>${tableHtml(tables.remedies, '政府信息公开行政复议、行政诉讼情况', figures)}
<p><a href="${paths.check()}">再检查一份</a></p>`
}

function findingItem({ severity, message, where }: Finding): Markup {
  const cells = where.filter(path => !path.startsWith('narrative.')).slice(0, 4)
  const word = severity === 'error' ? '错误' : '提醒'
  return html`<li><span class="${severity}-mark">${word}</span> ${message} ${cells.map(path => html`<a href="#${idOf(path)}">${cellLabel(path)}</a> `)}</li>`
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
