import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { faultByCode, reportFault, sayUseful } from '../../act/citizens/faults.ts'
import { faultKinds } from '../../voices.ts'
import { type FaultTyped, faultForm, faultPage, faultReceipt, thanksPage } from './pages.ts'

const about = { title: '我为政府网站找错' }
const small = bodyLimit({
  maxSize: 100_000,
  onError: () => {
    throw new ProblemError(413, '填写的内容过长，请精简后再提交。')
  },
})

/** Faults that readers report, and whether a page was useful: for everybody, without an account. */
export function faultRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.faults(), context =>
    form(context, { ...blank(), path: pathIn(context.req.query('about')) }, ''),
  )
  portal.post(paths.faults(), rateLimit(10), small, reported)
  portal.post(paths.faultTracked(), rateLimit(20), small, tracked)
  portal.post(paths.useful(), rateLimit(20), small, useful)
}

function blank(): FaultTyped {
  const once = randomBytes(16).toString('base64url')
  return { path: '', kind: '', text: '', name: '', contact: '', once, code: '' }
}

/** What a reader copies is the whole address. */
async function withoutBase(context: Context<AppEnv>, address: string): Promise<string> {
  if (!URL.canParse(address)) return address
  const { origin, pathname, search } = new URL(address)
  const ours = [await baseHere(context), new URL(context.req.url).origin]
  return ours.includes(origin) ? pathname + search : address
}

/** Only an address of this site. */
function pathIn(text: string | undefined): string {
  return text !== undefined && /^\/(?!\/)/.test(text) ? plainText(text).slice(0, 500) : ''
}

function form(context: Context<AppEnv>, typed: FaultTyped, wrong: string): Promise<Response> {
  context.header('cache-control', 'no-store')
  return shown(context, about, faultForm(typed, wrong), wrong === '' ? 200 : 422)
}

async function typedIn(context: Context<AppEnv>): Promise<(name: string) => string> {
  const body = await context.req.parseBody()
  return name => {
    const value = body[name]
    return typeof value === 'string' ? plainText(value) : ''
  }
}

async function reported(context: Context<AppEnv>): Promise<Response> {
  const text = await typedIn(context)
  const typed: FaultTyped = {
    ...{ path: text('path').trim(), kind: text('kind'), text: text('text') },
    ...{ name: text('name'), contact: text('contact'), once: text('once'), code: '' },
  }
  const path = pathIn(await withoutBase(context, typed.path))
  if (path === '' && typed.path !== '') {
    return form(
      context,
      typed,
      '只受理本网站的页面：请填写出错页面的地址，例如 /disclosure/catalogue，或者不填。',
    )
  }
  const kind = faultKinds.find(each => each === typed.kind)
  if (kind === undefined) return form(context, typed, '请选择哪一类问题。')
  if ([...typed.text].length > 2000) return form(context, typed, '说明不能超过 2000 字。')
  if ([...typed.name, ...typed.contact].length > 200) return form(context, typed, '姓名和联系方式过长。')
  if (typed.once.length < 16) return form(context, { ...typed, once: blank().once }, '请再提交一次。')
  const { work, secrets } = context.var
  const done = await reportFault(work, { ...typed, path, kind }, { today: today(), secrets })
  if (isRefusal(done)) return form(context, typed, done.message)
  context.header('cache-control', 'no-store')
  return shown(context, about, faultReceipt(done))
}

async function tracked(context: Context<AppEnv>): Promise<Response> {
  const text = await typedIn(context)
  const fault = await faultByCode(context.var.work, text('code'))
  context.header('cache-control', 'no-store')
  if (fault === undefined)
    return form(
      context,
      { ...blank(), code: text('code').slice(0, 40) },
      '没有找到：请核对查询码，它共 22 个字符，区分大小写。',
    )
  return shown(context, about, faultPage(fault))
}

async function useful(context: Context<AppEnv>): Promise<Response> {
  const text = await typedIn(context)
  const path = pathIn(text('path'))
  const said = text('useful')
  if (path === '' || (said !== 'yes' && said !== 'no')) {
    throw new ProblemError(422, '没有记下：请在要评价的页面上选“有用”或者“没有用”。')
  }
  await sayUseful(context.var.work, { path, useful: said === 'yes', why: text('why').slice(0, 500) }, today())
  return shown(context, { title: '感谢您的评价' }, thanksPage(path))
}
