import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import { momentToday } from '../../../platform/clock.ts'
import { largestFileBytes } from '../../../platform/files/known.ts'
import { addressOf } from '../../../platform/http/address.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { fileDemand, hotlines } from '../../act/caller/filing.ts'
import { namedElsewhere } from '../../act/live/elsewhere.ts'
import type { HandedFile } from '../../act/papers/papers.ts'
import { publishedAlike, publishedDemand } from '../../act/published/publishing.ts'
import { hotlineSettings } from '../../act/settling.ts'
import { limitInWords, limitOf } from '../../limits.ts'
import type { PublishedDemand } from '../../published/published.ts'
import { filesOf } from '../files.ts'
import { blank, enteredOf, type Typed, type Wrong } from './entered.ts'
import { alikeAnswers, formPage } from './form-page.ts'
import { receiptPage } from './receipt-page.ts'

/** Two photos of the largest kind and the words. */
const largestForm = 2 * largestFileBytes + 1024 * 1024
const about = { title: '提交诉求', script: true }

/** The form by which anybody tells the hotline what he wants: without an account, without a script. */
export function fileRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.fileDemand(), context => {
    const text = (name: string) => plainText(context.req.query(name) ?? '').slice(0, 1000)
    const typed = { ...blank, agency: '', body: text('about'), same: text('same'), once: newSecret() }
    return form(context, { typed })
  })
  portal.get(paths.demandsAlike(), rateLimit(120), async context => {
    const text = plainText(context.req.query('about') ?? '')
    return context.html(alikeAnswers(await publishedAlike(context.var.work, text)))
  })
  const limit = bodyLimit({
    maxSize: largestForm,
    onError: context =>
      form(context, {
        typed: { ...blank, agency: '', once: newSecret() },
        wrong: { files: '文件合计超过 100 MB，请少选几个，其余的以后补充。' },
        status: 413,
      }),
  })
  portal.post(paths.fileDemand(), rateLimit(20), limit, async context => {
    const body = await context.req.parseBody({ all: true })
    const typed = typedIn(body)
    if (body.look !== undefined) {
      const alike = await publishedAlike(context.var.work, `${typed.subject}\n${typed.body}`)
      return form(context, { typed, alike })
    }
    return await filed(context, typed, await filesOf(body.files))
  })
}

interface Told {
  readonly typed: Typed
  readonly wrong?: Wrong
  readonly alike?: readonly PublishedDemand[]
  readonly status?: 200 | 413 | 422
}

async function form(
  context: Context<AppEnv>,
  { typed, wrong = {}, alike, status = 200 }: Told,
): Promise<Response> {
  context.header('cache-control', 'no-store')
  const { work } = context.var
  const [choices, same] = await Promise.all([
    hotlines(work),
    isUuid(typed.same) ? publishedDemand(work, typed.same) : undefined,
  ])
  const shownSame = same?.withdrawnAt === null ? same : undefined
  return shown(context, about, formPage({ hotlines: choices, typed, wrong, alike, same: shownSame }), status)
}

async function filed(
  context: Context<AppEnv>,
  typed: Typed,
  files: readonly HandedFile[],
): Promise<Response> {
  const { work, secrets } = context.var
  const entered = enteredOf(
    typed,
    (await hotlines(work)).map(({ code }) => code),
  )
  if ('wrong' in entered) return form(context, { typed, wrong: entered.wrong, status: 422 })
  const { agency, type, subject, body, place, confidential, name, phone, once } = entered
  const words = { agency, type, subject, body, place, confidential, once, caller: { name, phone } }
  const same = isUuid(typed.same) ? typed.same : undefined
  const from = addressOf(context)
  const receipt = await fileDemand(work, { ...words, files, same, from }, { moment: momentToday(), secrets })
  if (isRefusal(receipt)) return form(context, { typed, wrong: { files: receipt.message }, status: 422 })
  context.header('cache-control', 'no-store')
  const { limits } = await hotlineSettings(work)
  const period = `转办以后，${limitInWords(limitOf({ type, urgency: 'ordinary' }, limits))}内反馈。`
  const elsewhere = await namedElsewhere(work, entered)
  return shown(context, { title: '诉求已登记', script: true }, receiptPage(receipt, { period, elsewhere }))
}

function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

function typedIn(body: Readonly<Record<string, unknown>>): Typed {
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? plainText(value) : ''
  }
  return {
    ...{ agency: text('agency'), type: text('type'), subject: text('subject'), body: text('body') },
    ...{ place: text('place'), name: text('name'), phone: text('phone'), same: text('same') },
    confidential: text('confidential') === '1',
    once: /^[\w-]{22}$/.test(text('once')) ? text('once') : newSecret(),
  }
}
