import { Hono } from 'hono'
import { html } from 'hono/html'
import type { AppEnv } from '../../../office/env.ts'
import { missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { momentToday } from '../../../platform/clock.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import { inChinese } from '../../../statute/day.ts'
import { type Markup, pageDoors } from '../../../web/markup.ts'
import { paths } from '../../../web/paths.ts'
import { type PublicProject, publicProject, publicProjects } from '../../act/projects/public.ts'
import { ratioInWords, totalOf } from '../../projects/effect-words.ts'
import type { MeasuredEffect } from '../../projects/view.ts'
import { effectWindowLabel, effectWindows } from '../../projects/windows.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'

const size = 20
const column = { name: '12345诉求', description: '热线通报、热点问题及办理' }
const on = (moment: string) => inChinese(dayOfMinute(minuteOf(moment)))

/** 热点问题及办理: what many people complained of, and what was done about it; for everybody. */
export function projectsPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  portal.get(paths.hotlineProjects(), async context => {
    const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
    const found = await publicProjects(context.var.work, page, size)
    return shown(context, { title: '热点问题及办理', column }, listPage({ ...found, page }))
  })
  portal.get('/hotline/projects/:id', async context => {
    const id = context.req.param('id')
    const found = isUuid(id) ? await publicProject(context.var.work, id, momentToday()) : undefined
    if (found === undefined) return missing(context)
    return shown(context, { title: found.title, column }, projectPage(found))
  })
  return portal
}

type Listed = Awaited<ReturnType<typeof publicProjects>> & { readonly page: number }

function listPage({ lines, total, page }: Listed): Markup {
  const last = Math.max(1, Math.ceil(total / size))
  return html`<h1>热点问题及办理</h1>
<p>许多人反映的同一问题，由一个单位牵头治理；治理结束后在这里公布做了什么、诉求有没有减少。</p>
${
  total === 0
    ? html`<p>还没有公布的治理情况。各期诉求和办理情况请看<a href="${paths.hotlineBulletins()}">12345热线通报</a>。</p>`
    : html`<ul class="hits">${lines.map(({ id, title, leadName, shownAt }) => html`<li><h2><a href="${paths.hotlineProject(id)}">${title}</a></h2><p class="note">牵头：${leadName}　${on(shownAt)}公布</p></li>`)}</ul>`
}
${pageDoors(page, last, next => paths.hotlineProjects({ page: next }))}`
}

function projectPage({ title, leadName, summary, summaryAt, measures, measured }: PublicProject): Markup {
  return html`<h1>${title}</h1>
<p class="note">牵头：${leadName}　${on(summaryAt)}公布</p>
${summary.split('\n').map(line => html`<p>${line}</p>`)}
<h2>做了什么</h2>
<ul>${measures.map(({ words, unitName, doneAt }) => html`<li>${words}（${unitName}${doneAt === null ? '' : `，${on(doneAt)}完成`}）</li>`)}</ul>
${measured === null ? '' : effectPart(measured)}
<p><a href="${paths.hotlineProjects()}">全部热点问题及办理</a></p>`
}

function effectPart({ windows, scope, rest, effect }: MeasuredEffect): Markup {
  return html`<h2>诉求有没有减少</h2>
<table class="list"><thead><tr><th scope="col">时段</th><th scope="col">这类诉求（件）</th><th scope="col">全市其他（件）</th></tr></thead>
<tbody>${effectWindows.map(window => html`<tr><th scope="row">${effectWindowLabel[window]}，自${inChinese(windows[window].from)}起 ${windows[window].weeks} 周</th><td>${totalOf(scope[window])}</td><td>${totalOf(rest[window])}</td></tr>`)}</tbody></table>
${effect === null ? html`<p>治理后还不满一周，暂不能比较。</p>` : html`<p>${ratioInWords(effect)}</p><p class="note">热点往往在最热时立项，之后的回落有一部分是自然回落。</p>`}`
}
