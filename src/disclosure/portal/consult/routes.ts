import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { giveOpinion } from '../../act/citizens/consulting.ts'
import { consultationOf, consultations } from '../../store/citizens/consultations.ts'
import { opinionCounts, opinionsOf } from '../../store/citizens/opinions.ts'
import { voiceKinds } from '../../voices.ts'
import { consultationPage, consultationsPage, givenPage, type OpinionTyped } from './pages.ts'

const column = { name: '意见征集', description: '公开征求意见的草案、收到的意见和采纳情况' }
const perPage = 20
const most = 5000
const small = bodyLimit({
  maxSize: 200_000,
  onError: () => {
    throw new ProblemError(413, '意见过长，请精简到 5000 字以内再提交。')
  },
})

/** Consultations of the public 意见征集: the list, each with its form, the opinions answered and the result. */
export function consultRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.consultations(), async context => {
    const { work } = context.var
    const agency = context.req.query('agency') || undefined
    const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
    const tree = await agencyTree(work)
    const { lines, total } = await consultations(work, { agency, page, size: perPage })
    if (agency !== undefined && !tree.some(({ code }) => code === agency)) return missing(context)
    const last = Math.max(1, Math.ceil(total / perPage))
    if (page > last)
      return context.redirect(paths.consultations({ agency, page: last === 1 ? undefined : last }))
    const view = { lines, total, page, size: perPage, agency, agencies: tree, today: today() }
    return shown(context, { title: '意见征集', column }, consultationsPage(view))
  })
  portal.get(paths.consultation(':id'), context => one(context, undefined, ''))
  portal.post(paths.consultation(':id'), rateLimit(10), small, given)
}

async function one(
  context: Context<AppEnv>,
  typed: OpinionTyped | undefined,
  wrong: string,
): Promise<Response> {
  const { work } = context.var
  const consultation = await consultationOf(work, context.req.param('id') ?? '')
  if (consultation?.shelf !== 'public') return missing(context)
  const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
  const { opinions, total } = await opinionsOf(work, consultation.id, {
    standing: 'shown',
    page,
    size: perPage,
  })
  const last = Math.max(1, Math.ceil(total / perPage))
  if (page > last)
    return context.redirect(`${paths.consultation(consultation.id)}${last === 1 ? '' : `?page=${last}`}`)
  const counts = await opinionCounts(work, consultation.id)
  const tree = await agencyTree(work)
  const agencyName = tree.find(({ code }) => code === consultation.agency)?.name ?? consultation.agency
  const once = newOnce()
  const base = context.var.still === undefined ? undefined : await baseHere(context)
  const view = {
    original: base && base + paths.consultation(consultation.id),
    ...{ consultation, agencyName, opinions, total, page, size: perPage, counts, today: today(), wrong },
    typed: typed ?? { kind: 'person', text: '', name: '', contact: '', once },
  }
  context.header('cache-control', 'no-store')
  const title = consultation.title
  return shown(context, { title, column }, consultationPage(view), wrong === '' ? 200 : 422)
}

const newOnce = () => randomBytes(16).toString('base64url')

async function given(context: Context<AppEnv>): Promise<Response> {
  const body = await context.req.parseBody()
  const text = (name: keyof OpinionTyped) => {
    const value = body[name]
    return typeof value === 'string' ? plainText(value) : ''
  }
  const typed: OpinionTyped = {
    ...{ kind: text('kind'), text: text('text'), name: text('name'), contact: text('contact') },
    once: text('once'),
  }
  if ([...typed.text].length > most) return one(context, typed, `意见不能超过 ${most} 字。`)
  if ([...typed.name, ...typed.contact].length > 200) return one(context, typed, '姓名和联系方式过长。')
  if (typed.once.length < 16) return one(context, { ...typed, once: newOnce() }, '请再提交一次。')
  const { work, secrets } = context.var
  const item = context.req.param('id') ?? ''
  const kind = voiceKinds.find(each => each === typed.kind) ?? 'person'
  const done = await giveOpinion(work, { ...typed, item, kind }, { today: today(), secrets })
  if (isRefusal(done)) return one(context, typed, done.message)
  context.header('cache-control', 'no-store')
  return shown(context, { title: '意见已提交' }, givenPage(item, done.number))
}
