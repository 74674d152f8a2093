import { html, raw } from 'hono/html'
import type { Markup } from '../../../../web/markup.ts'
import { paths } from '../../../../web/paths.ts'

/** Where the form of the search is put in, once the links were made. */
export const searchPlace = '<div id="still-search-place"></div>'

/** The search of a copy: a form where scripts run, and in any case the ways to find things without it. */
export function stillSearchPage(results: boolean): Markup {
  return html`<h1>搜索</h1>
${raw(searchPlace)}
<p id="still-told" role="status"></p>
<ul id="still-hits" class="newest"></ul>
${results ? html`<div id="still-results" hidden><h2>行政许可、处罚、强制和收费的结果</h2><p id="still-results-told" role="status"></p><ul id="still-results-hits" class="newest"></ul></div>` : ''}
<h2>不用搜索也可以查找</h2>
<ul>
<li><a href="${paths.catalogue()}">全部公开的信息，新的在前</a></li>
<li><a href="${paths.disclosure()}">按类别和机关查找</a></li>
<li><a href="${paths.documents()}">行政规范性文件库</a></li>
${results ? html`<li><a href="${paths.results('permitResults')}">行政许可、处罚、强制和收费的结果</a></li>` : ''}
</ul>`
}

/** Put in after the links were made: a form that the script of the copy answers, hidden where none runs. */
export const stillSearchForm =
  '<form id="still-search" class="filter" role="search" hidden><label>要找的词 <input type="search" name="q" maxlength="60" required></label> <button>搜索</button></form>'
