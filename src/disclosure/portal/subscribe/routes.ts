import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../../../office/env.ts'
import { missing, shown } from '../../../office/portal/shown.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { setting } from '../../../platform/settings.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import {
  confirmSubscription,
  endSubscription,
  resumeSubscription,
  subscribe,
  subscriptionByCode,
  wordsOf,
} from '../../act/following/subscribing.ts'
import type { Subscription } from '../../store/following/subscriptions.ts'
import { followingIn } from '../feeds/asked.ts'
import {
  askedPage,
  confirmedPage,
  confirmPage,
  outPage,
  type SubscribeTyped,
  subscribePage,
} from './pages.ts'

const about = { title: '订阅' }
const small = bodyLimit({
  maxSize: 20_000,
  onError: () => {
    throw new ProblemError(413, '填写的内容过长。')
  },
})

/** Following a search or a document: for everybody, without an account. */
export function subscribeRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.subscriptions(), context =>
    form(context, { way: 'email', address: '', filters: context.req.query() }, ''),
  )
  portal.post(paths.subscriptions(), rateLimit(6), small, asked)
  portal.get('/subscriptions/:id/confirm', context => opened(context, confirmPage))
  portal.post('/subscriptions/:id/confirm', rateLimit(20), small, confirmed)
  portal.get('/subscriptions/:id/out', out)
  portal.post('/subscriptions/:id/out', small, out)
}

async function form(context: Context<AppEnv>, typed: SubscribeTyped, wrong: string): Promise<Response> {
  const { work } = context.var
  const following = followingIn(typed.filters)
  const words = await wordsOf(work, following)
  if (words === undefined) return missing(context)
  const mail = (await setting(work.db, 'mail')).host !== ''
  context.header('cache-control', 'no-store')
  return shown(context, about, subscribePage(words, typed, { wrong, mail }), wrong === '' ? 200 : 422)
}

async function asked(context: Context<AppEnv>): Promise<Response> {
  const body = await context.req.parseBody()
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? plainText(value) : ''
  }
  const way: Subscription['way'] = text('way') === 'webhook' ? 'webhook' : 'email'
  const typed = { way, address: text('address'), filters: context.req.query() }
  const { work, secrets } = context.var
  if (way === 'email' && (await setting(work.db, 'mail')).host === '') {
    return form(context, typed, '本网站还没有设置发信服务器，请用阅读器地址订阅。')
  }
  const asking = { way, address: typed.address, about: followingIn(typed.filters) }
  const done = await subscribe(work, asking, { secrets })
  if (isRefusal(done)) return form(context, typed, done.message)
  context.header('cache-control', 'no-store')
  return shown(context, about, askedPage(done.words, way, done.key))
}

async function found(context: Context<AppEnv>) {
  const { work, secrets } = context.var
  const code = context.req.query('code') ?? ''
  context.header('cache-control', 'no-store')
  const subscription = await subscriptionByCode(work, { id: context.req.param('id') ?? '', code, secrets })
  return subscription && { subscription, code }
}

async function opened(
  context: Context<AppEnv>,
  page: (subscription: Subscription, code: string) => ReturnType<typeof outPage>,
): Promise<Response> {
  const known = await found(context)
  if (known === undefined) return missing(context)
  return shown(context, about, page(known.subscription, known.code))
}

async function confirmed(context: Context<AppEnv>): Promise<Response> {
  const known = await found(context)
  if (known === undefined) return missing(context)
  const { subscription, code } = known
  if (subscription.endedAt === null) await confirmSubscription(context.var.work, subscription)
  else await resumeSubscription(context.var.work, subscription)
  return shown(context, about, confirmedPage(subscription, code))
}

/** One click out. */
async function out(context: Context<AppEnv>): Promise<Response> {
  const known = await found(context)
  if (known === undefined) return missing(context)
  await endSubscription(context.var.work, known.subscription)
  return shown(context, about, outPage(known.subscription, known.code))
}
