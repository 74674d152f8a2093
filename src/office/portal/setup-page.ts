import { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { today } from '../../platform/clock.ts'
import { wrongInput } from '../../platform/http/openapi.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import { setting } from '../../platform/settings.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { type Markup, page } from '../../web/layout.ts'
import type { AppEnv } from '../env.ts'
import { isOpen, setUp } from '../setup.ts'

const form = z.object({
  agency: z.string().trim().min(2, '请填写政府名称').max(100),
  code: z.string().trim(),
  name: z.string().trim().min(1, '请填写姓名').max(40),
  signIn: z.string().trim().toLowerCase(),
  password: z.string(),
})

/** The page behind the one-time link: the first administrator of a real office. Open to whoever holds the link. */
export function setupPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  const shown = async (work: AppEnv['Variables']['work'], main: Markup) => {
    const site = await setting(work.db, 'site')
    return page({ title: '建立第一位系统管理员', site, path: '/setup', largeType: false }, main)
  }
  portal.get('/setup/:token', rateLimit(30), async context => {
    const open = await isOpen(context.var.work, context.req.param('token'))
    return context.html(shown(context.var.work, open ? setupForm() : closed()), open ? 200 : 404)
  })
  portal.post('/setup/:token', rateLimit(30), async context => {
    const typed = await context.req.parseBody()
    const parsed = form.safeParse(typed)
    const { work } = context.var
    if (!parsed.success) return context.html(shown(work, setupForm(wrongInput(parsed.error), typed)), 422)
    const person = await setUp(work, context.req.param('token'), parsed.data, today())
    if (isRefusal(person)) return context.html(shown(work, setupForm(person.message, typed)), 422)
    const main = html`<h1>已建立系统管理员</h1><p>${person.name}（登录名 ${person.signIn}）现在可以通过接口 /api/v1/session 登录。</p>`
    return context.html(shown(work, main))
  })
  return portal
}

function closed(): Markup {
  return html`<h1>链接无效</h1><p>这个链接已经用过或已过期。请重新启动平台，取得新的链接。</p>`
}

function setupForm(refusal?: string, typed: Readonly<Record<string, unknown>> = {}): Markup {
  const field = (name: string, label: string, more: Markup | string = '') =>
    html`<p><label>${label} <input name="${name}" value="${String(typed[name] ?? '')}" required ${more}></label></p>`
  return html`<h1>建立第一位系统管理员</h1>
${refusal === undefined ? '' : html`<p class="refused" role="alert">${refusal}</p>`}
<form method="post">
${field('agency', '政府名称（如“某市人民政府”）')}
${field('code', '机构代码（小写字母、数字、连字符）')}
${field('name', '管理员姓名')}
${field('signIn', '登录名')}
<p><label>密码（至少 10 个字符） <input type="password" name="password" required minlength="10" autocomplete="new-password"></label></p>
<p><button>建立</button></p>
</form>`
}
