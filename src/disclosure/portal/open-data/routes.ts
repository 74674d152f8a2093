import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { formOf, hasRows, itemForms } from '../../forms.ts'
import { rowFieldLabel } from '../../rows/columns.ts'
import { partyKindLabel } from '../../rows/line.ts'
import { resultCounts } from '../../store/rows/public.ts'
import { shelfCount } from '../../store/shelf/lines.ts'
import { catalogueHeads } from '../catalogue/files.ts'

/** 开放数据: what may be taken whole, in which form, and what each column means. Open to everybody. */
export function openDataRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.openData(), showOpenData)
}

interface DataSet {
  readonly name: string
  readonly about: string
  readonly count: number
  readonly to: string
  readonly csv: string
  readonly json: string
}

async function showOpenData(context: Context<AppEnv>): Promise<Response> {
  const { work } = context.var
  const on = today()
  const [counts, all, inForce] = await Promise.all([
    ...([resultCounts(work), shelfCount(work, {}, on)] as const),
    shelfCount(work, { validity: 'inForce', forms: ['regulation', 'normativeDocument'] }, on),
  ])
  const valid = { validity: 'inForce' }
  const sets: DataSet[] = [
    {
      ...{ name: '政府信息公开目录', about: '全部公开的信息', count: all, to: paths.catalogue() },
      ...{ csv: paths.catalogueFile('csv'), json: paths.catalogueFile('json') },
    },
    {
      ...{
        name: '现行有效的规章、规范性文件',
        about: '今天有效的文件',
        count: inForce,
        to: paths.documents(),
      },
      ...{ csv: paths.catalogueFile('csv', valid), json: paths.catalogueFile('json', valid) },
    },
    ...itemForms.filter(hasRows).map(form => ({
      ...{
        name: formOf[form].label,
        about: '逐条结果',
        count: counts.get(form) ?? 0,
        to: paths.results(form),
      },
      ...{ csv: paths.resultsFile(form, 'csv'), json: paths.resultsFile(form, 'json') },
    })),
  ]
  const column = { name: '开放数据', description: '可以整体下载的数据集和数据说明' }
  return shown(context, { title: '开放数据', column }, openDataPage(sets))
}

const kinds = Object.values(partyKindLabel).join('、')
const meaning: readonly (readonly [string, string, string])[] = [
  [rowFieldLabel.reference, '文本', '决定书、许可证或者票据的编号，一份表内不重复'],
  [rowFieldLabel.party, '文本', '单位为全称；自然人只有姓氏，其余以 * 代替'],
  [rowFieldLabel.partyKind, '文本', kinds],
  [rowFieldLabel.matter, '文本', '许可、处罚、强制或者收费的事项'],
  [rowFieldLabel.basis, '文本', '法律、法规、规章的名称和条款；可能为空'],
  [rowFieldLabel.decidedOn, '日期', '年-月-日，如 2025-03-02'],
  [rowFieldLabel.amountYuan, '小数', '以元计，两位小数；不涉及金额的为空'],
  ['机关', '文本', '作出决定的机关全称'],
  ['来源', '地址', '发布这项结果的信息在本平台的地址'],
]

const ofCatalogue: Readonly<Record<(typeof catalogueHeads)[number], readonly [type: string, said: string]>> =
  {
    索引号: ['文本', '这条信息的编号，每条一个，不重复'],
    标题: ['文本', '信息的标题'],
    发布机构: ['文本', '公开这条信息的机关全称'],
    类别: ['文本', '《条例》第二十条、第二十一条所列的应当主动公开的内容'],
    形式: ['文本', itemForms.map(form => formOf[form].label).join('、')],
    主题分类: ['文本', '政府公文主题分类'],
    体裁: ['文本', '公文种类，例如通知、公告；可能为空'],
    发文字号: ['文本', '例如“云政发〔2026〕3号”；没有文号的为空'],
    成文日期: ['日期', '年-月-日；没有成文日期的为空'],
    公开日期: ['日期', '最新一版公开的日期，年-月-日'],
    有效性: ['文本', '规章、规范性文件在下载当天有效、修订、废止或者失效；其他信息为空'],
    专栏: ['文本', '所在专栏的名称；不在专栏的为空'],
    地址: ['地址', '这条信息在本平台的地址'],
  }

/** What each column of a data set means. */
function dictionary(about: string, columns: readonly (readonly [string, string, string])[]): Markup {
  return html`<h2>数据说明：${about}</h2>
<div class="table-frame" tabindex="0" role="region" aria-label="数据说明：${about}"><table class="list cards"><caption>${about}</caption>
<thead><tr><th scope="col">项目</th><th scope="col">类型</th><th scope="col">含义</th></tr></thead>
<tbody>${columns.map(([name, type, said]) => html`<tr><td>${name}</td><td data-label="类型">${type}</td><td data-label="含义">${said}</td></tr>`)}</tbody></table></div>`
}

function openDataPage(sets: readonly DataSet[]): Markup {
  return html`<h1>开放数据</h1>
<p>下列数据由各机关主动公开，可以整体下载，与页面上的内容同时更新。</p>
<div class="table-frame" tabindex="0" role="region" aria-label="数据集"><table class="list cards"><caption>数据集</caption>
<thead><tr><th scope="col">名称</th><th scope="col">内容</th><th scope="col">条数</th><th scope="col">下载</th></tr></thead>
<tbody>${sets.map(
    ({ name, about, count, to, csv, json }) =>
      html`<tr><td><a href="${to}">${name}</a></td><td data-label="内容">${about}</td><td data-label="条数">${count}</td><td data-label="下载"><a href="${csv}" download>${name} CSV</a> <a href="${json}" download>${name} JSON</a></td></tr>`,
  )}</tbody></table></div>
${dictionary(
  '目录和文件',
  catalogueHeads.map(name => [name, ...ofCatalogue[name]] as const),
)}
${dictionary('逐条结果', meaning)}
<p>CSV 为 UTF-8 编码，首行为项目名称；JSON 为对象的数组，键与项目名称相同。</p>
<h2>使用约定</h2>
<p>任何人可以免费使用、复制和传播这些数据，请注明来源和下载日期，不得用于识别自然人的身份。数据更正以本平台的最新内容为准。</p>
<p>按条件取数见<a href="${paths.api()}">开放接口</a>；发现数据有误，请<a href="${paths.faults(paths.openData())}">告诉我们</a>。</p>`
}
