import { html } from 'hono/html'
import type { Markup } from '../../web/markup.ts'
import { paths } from '../../web/paths.ts'
import type { Publication } from '../store/publications.ts'

/** 依申请公开: the three things that one comes for, how it goes, what it costs, what was answered before. */
export function guidePage(newest: readonly Publication[]): Markup {
  return html`<h1>依申请公开</h1>
<ul class="tasks">
<li><a href="${paths.ask()}"><strong>我要申请信息</strong>没有找到需要的信息？填一张表，机关在 20 个工作日内答复</a></li>
<li><a href="${paths.track()}"><strong>我要查进度、补正或者撤回</strong>凭查询码查看办理经过和文书</a></li>
<li><a href="${paths.answers()}"><strong>看看别人申请到了什么</strong>已经向所有人公布的答复，可以搜索</a></li>
</ul>
<h2>怎样申请</h2>
<dl class="facts">
<dt>谁可以申请</dt><dd>公民、法人和其他组织都可以，可以委托他人代理，不问用途。</dd>
<dt>怎样提出</dt><dd>在本站填表；也可以当面提交、邮寄、传真。书写有困难的，可以口头提出，由机关代为填写。</dd>
<dt>哪天算收到</dt><dd>当面提交的，提交之日；挂号信、快件，签收之日；平常信函、网上和传真，双方确认之日（《条例》第三十一条）。</dd>
<dt>多久答复</dt><dd>能当场答复的当场答复；否则自收到之日起 20 个工作日内，必要时最多再延长 20 个工作日。征求第三方意见的时间不算。内容不明确的，7 个工作日内一次告知补正。</dd>
<dt>要不要钱</dt><dd>不收费。只有申请的数量、频次明显超过合理范围的，依照国办函〔2020〕109号收取信息处理费。</dd>
<dt>关于自己的记录有错</dt><dd>行政机关提供的与您自身相关的信息记录不准确的，可以<a href="${paths.correctRecord()}">要求更正</a>（《条例》第四十一条）。</dd>
<dt>不满意怎么办</dt><dd>每份答复的最后一段写明向谁申请行政复议、向哪个法院起诉、期限多长。</dd>
</dl>
${newest.length === 0 ? '' : html`<h2>最近公布的答复</h2><ul class="hits">${newest.map(({ request, title, agencyName, publishedOn }) => html`<li><a href="${paths.answer(request)}">${title}</a> <span class="note">${agencyName} ${publishedOn}</span></li>`)}</ul>`}`
}
