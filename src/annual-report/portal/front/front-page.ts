import { html } from 'hono/html'
import type { NewOnShelf } from '../../../disclosure/act/shelf/newest.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { linesOf, type PublicLine, standingWords } from '../list/lines.ts'
import { linesTable } from '../list/list-page.ts'

/** The front page: what one can do here, what is new, the year in figures that open to what they count, who is late. */
export function frontPage(all: readonly PublicLine[], disclosed: readonly NewOnShelf[]): Markup {
  const year = Math.max(...all.map(line => line.year))
  const ofYear = all.filter(line => line.year === year)
  const reports = linesOf(all, { sort: '-publishedOn' }).slice(0, 8)
  return html`<h1>政府信息公开</h1>
<ul class="tasks">
<li><a href="${paths.disclosure()}"><strong>我要找政府信息</strong>文件、办理结果、预算决算等，按机关、类别和主题查找</a></li>
<li><a href="${paths.ask()}"><strong>我要申请公开</strong>网上没有的信息，可以向机关申请</a></li>
<li><a href="${paths.track()}"><strong>我要查申请进度</strong>凭编号和查询码查看办到哪一步、何时答复</a></li>
<li><a href="${paths.hotline()}"><strong>我要提诉求或者查诉求进度</strong>12345热线：咨询、求助、投诉、举报、建议、表扬</a></li>
<li><a href="${paths.reports()}"><strong>我要查阅年度报告</strong>各机关每年公开了什么、收到多少申请、怎样答复</a></li>
<li><a href="${paths.check()}"><strong>我要检查一份年度报告</strong>年报体检：看表中数字是否对得上、文字与表格是否一致</a></li>
<li><a href="${paths.reports({ view: 'grid' })}"><strong>我要看谁按时公布了</strong>各机关各年度的公布情况，缺的和逾期的都写明</a></li>
</ul>
${disclosed.length === 0 ? '' : newest(disclosed)}
${
  all.length === 0
    ? html`<p>还没有机关，也没有年度报告。系统管理员在工作台设置机构后，公布的报告会出现在这里。</p>`
    : html`${figures(ofYear, year)}
<h2>最新公布的年度报告</h2>
${reports.length === 0 ? html`<p>还没有公布的年度报告。</p>` : linesTable(reports)}
<p><a href="${paths.reports()}">全部年度报告</a></p>`
}`
}

function newest(disclosed: readonly NewOnShelf[]): Markup {
  return html`<h2>最新公开</h2>
<ul class="newest">${disclosed.map(({ item, title, agencyName, publishedOn }) => html`<li><a href="${paths.item(item)}">${title}</a> <span class="note">${agencyName}　<time datetime="${publishedOn}">${publishedOn}</time></span></li>`)}</ul>
<p><a href="${paths.catalogue()}">全部公开的信息</a></p>`
}

function figures(lines: readonly PublicLine[], year: number): Markup {
  const count = (standing: PublicLine['standing']) => lines.filter(line => line.standing === standing).length
  const published = lines.filter(line => line.published !== undefined)
  const parts = published.filter(({ agency }) => agency.kind !== 'government')
  const sum = (name: 'received' | 'concluded') =>
    parts.reduce((all, { published: row }) => all + (row?.[name] ?? 0), 0)
  const missing = lines.filter(({ standing }) => standing === 'missing')
  const item = (value: number, unit: string, label: string, to: string) =>
    html`<li><a href="${to}"><span class="value">${value}</span> ${unit}<span class="label">${label}</span></a></li>`
  return html`<h2>${year} 年度报告公布情况</h2>
<ul class="figures">
${item(published.length, '份', `已公布（应公布 ${lines.length} 份）`, paths.reports({ year }))}
${item(count('onTime'), '份', '按时公布', paths.reports({ year, standing: 'onTime' }))}
${item(count('late'), '份', '逾期公布', paths.reports({ year, standing: 'late' }))}
${missing.length > 0 ? item(missing.length, '份', '逾期未公布', paths.reports({ year, standing: 'missing' })) : item(count('notDue'), '份', '尚未到期', paths.reports({ year, standing: 'notDue' }))}
${item(sum('received'), '件', '各机关报告中的新收申请', paths.reports({ year, sort: '-received' }))}
${item(sum('concluded'), '件', '各机关报告中的办结申请', paths.reports({ year, sort: '-concluded' }))}
</ul>
<p class="note">件数按已公布的 ${parts.length} 份机关报告相加，不含政府自身的汇总报告。按时与否依照《条例》第四十九条：机关在次年 1 月 31 日前，政府在 3 月 31 日前公布。</p>
${missing.length === 0 ? '' : html`<section class="refused" aria-label="逾期未公布的机关"><h3>逾期未公布的机关</h3><ul>${missing.map(line => html`<li><a href="${paths.agency(line.agency.code)}">${line.agency.name}</a>：${line.year} 年度报告${standingWords(line)}</li>`)}</ul></section>`}`
}
