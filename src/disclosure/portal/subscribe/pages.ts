import { html } from 'hono/html'
import type { Markup } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import type { Subscription } from '../../store/following/subscriptions.ts'

/** What was typed, so that nothing is lost; the filters come with the address of the page. */
export interface SubscribeTyped {
  readonly way: Subscription['way']
  readonly address: string
  readonly filters: Readonly<Record<string, string>>
}

/** 订阅: what will be told, how, and the addresses for readers of feeds. */
export function subscribePage(
  words: string,
  { way, address, filters }: SubscribeTyped,
  { wrong, mail }: { readonly wrong: string; readonly mail: boolean },
): Markup {
  return html`<h1>订阅</h1>
<p>订阅内容：<strong>${words}</strong>。有新公开、新版本、废止或者撤下时告诉您。</p>
${wrong === '' ? '' : html`<p class="refused" role="alert">${wrong}您填写的内容都还在。</p>`}
${mail ? '' : html`<p class="near">本网站还不能发电子邮件，请<a href="#reader">用阅读器订阅</a>；有自己的程序的，也可以填写接收的网址。</p>`}
<form class="ask" method="post" action="${paths.subscriptions(filters)}">
<fieldset><legend>怎样告诉您</legend>
${mail ? html`<p><label><input type="radio" name="way" value="email"${way === 'email' ? html` checked` : ''}> 电子邮件（先发确认信，随时一点即退）</label></p>` : ''}
<p><label><input type="radio" name="way" value="webhook"${way === 'webhook' || !mail ? html` checked` : ''}> 程序接收（HTTPS 网址，须回应校验）</label></p>
<p class="field"><label for="f-address">${mail ? '邮箱或者网址' : '接收的网址，以 https:// 开头'}<span class="needed">*</span></label><input id="f-address" name="address" value="${address}" maxlength="500" required></p>
</fieldset>
<p class="note">地址加密保存，只用于发送订阅，退订后清除。</p>
<p><button>订阅</button></p></form>
<h2 id="reader">用阅读器订阅</h2>
<p>把下面的网址加到订阅阅读器里，不用留地址：<a href="${paths.itemsFeed(filters)}">Atom 地址</a> · <a href="${paths.itemsRss(filters)}">RSS 地址</a></p>`
}

/** What happens next. */
export function askedPage(words: string, way: Subscription['way'], key: string): Markup {
  return way === 'email'
    ? html`<h1>还差一步</h1><p role="status">确认信将在几分钟内发到您的邮箱，打开其中的网址后开始订阅：${words}。没有收到，请看看垃圾邮件。</p>`
    : html`<h1>已登记</h1><p role="status">几分钟内将向该网址发送一次校验，把其中的 challenge 原样回应后开始订阅：${words}。</p>
<p>签名密钥只显示这一次，用于核对 <code>gongkai-signature</code>（HMAC-SHA-256，内容为“时间戳.正文”）：</p><p><code class="code">${key}</code></p>`
}

/** Asks once more before it begins: mail programs open links by themselves. */
export function confirmPage({ id, words }: Subscription, code: string): Markup {
  return html`<h1>确认订阅</h1><p>订阅内容：<strong>${words}</strong></p>
<form method="post" action="${paths.subscriptionConfirm(id, code)}"><p><button>确认订阅</button></p></form>`
}

/** It has begun. */
export function confirmedPage({ id, words }: Subscription, code: string): Markup {
  return html`<h1>订阅成功</h1><p role="status">有变化时会发信告诉您：${words}。</p><p><a href="${paths.subscriptionOut(id, code)}">退订</a></p>`
}

/** It has ended; and back again. */
export function outPage({ id, words }: Subscription, code: string): Markup {
  return html`<h1>已退订</h1><p role="status">不再发送：${words}。</p>
<form method="post" action="${paths.subscriptionConfirm(id, code)}"><p><button class="plain">点错了，恢复订阅</button></p></form>`
}
