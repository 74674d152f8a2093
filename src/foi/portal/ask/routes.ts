import { randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { agencyTree } from '../../../office/agencies.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import type { Agency } from '../../../office/roles.ts'
import { today } from '../../../platform/clock.ts'
import { largestFileBytes } from '../../../platform/files/known.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { workdayAfter } from '../../../statute/calendar.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { theApplicant } from '../../act/applicant.ts'
import { type Lodging, lodgeAt, type Receipt } from '../../act/lodge.ts'
import type { Handed } from '../../act/papers.ts'
import { answeredBy } from '../../act/publishing.ts'
import type { PaperPurpose } from '../../request.ts'
import { uploaded } from '../uploaded.ts'
import { alikeList } from './alike.ts'
import { blank, enteredOf, type Typed, type Wrong } from './entered.ts'
import { askPage } from './form-page.ts'
import { type Alike, type LookElsewhere, lookAlike } from './look.ts'
import { receiptPage } from './receipt-page.ts'

const about = { title: '政府信息公开申请表', script: true }
/** Two scans of the largest kind and the words. */
const largestForm = 2 * largestFileBytes + 1024 * 1024

/** The form by which anybody asks, Art. 29: for everybody, without an account. */
export function askRoutes(portal: Hono<AppEnv>, elsewhere: LookElsewhere): void {
  portal.get(paths.ask(), async context => {
    const agency = context.req.query('agency')
    const description = plainText(context.req.query('about') ?? '').slice(0, 5000)
    const chosen = agency === undefined ? [] : [agency]
    const typed = { ...blank, description, agencies: chosen, once: newSecret() }
    return form(context, { typed, wrong: {}, alike: undefined })
  })
  portal.get(paths.askAlike(), rateLimit(120), async context => {
    const found = await lookAlike(context.var.work, context.req.query('about') ?? '', elsewhere)
    return context.html(alikeList(found))
  })
  const limit = bodyLimit({
    maxSize: largestForm,
    onError: context =>
      form(
        context,
        {
          typed: { ...blank, once: newSecret() },
          wrong: { files: '文件合计超过 100 MB，请分几次提交。' },
          alike: undefined,
        },
        413,
      ),
  })
  portal.post(paths.ask(), rateLimit(20), limit, async context => {
    const body = await context.req.parseBody({ all: true })
    const typed = typedIn(body)
    if (body.look !== undefined) {
      const alike = await lookAlike(context.var.work, typed.description, elsewhere)
      return form(context, { typed, wrong: {}, alike })
    }
    return lodgeForm(context, typed, await filesIn(body))
  })
  portal.post(paths.answersMe(), rateLimit(60), limit, async context => {
    const { path } = await context.req.parseBody()
    const known =
      typeof path === 'string' &&
      /^\/(requests\/answers|annual-reports|disclosure\/items)\/[\w/-]+$/.test(path)
    if (known) await answeredBy(context.var.work, path)
    return context.redirect(known ? path : paths.ask(), 303)
  })
}

interface Told {
  readonly typed: Typed
  readonly wrong: Wrong
  readonly alike: readonly Alike[] | undefined
}

async function form(context: Context<AppEnv>, told: Told, status: 200 | 413 | 422 = 200): Promise<Response> {
  context.header('cache-control', 'no-store')
  const agencies = await asked(context)
  return shown(context, about, askPage({ ...told, agencies }), status)
}

/** The agencies that can be asked. */
async function asked({ var: { work } }: Context<AppEnv>): Promise<Agency[]> {
  return (await agencyTree(work)).filter(({ standing }) => standing)
}

async function lodgeForm(
  context: Context<AppEnv>,
  typed: Typed,
  papers: readonly Handed[],
): Promise<Response> {
  const { work, secrets } = context.var
  const agencies = await asked(context)
  const entered = enteredOf(
    typed,
    agencies.map(({ code }) => code),
  )
  if (!('applicant' in entered)) return form(context, { typed, wrong: entered, alike: undefined }, 422)
  const { agencies: chosen, ...words } = entered
  const lodging: Lodging = { ...words, agency: '', channel: 'internet', papers, once: typed.once }
  const receipts = await lodgeAt(work, lodging, chosen, { by: theApplicant, today: today(), secrets })
  if (isRefusal(receipts)) {
    return form(context, { typed, wrong: { files: receipts.message }, alike: undefined }, 422)
  }
  return receipt(context, receipts, agencies)
}

async function receipt(
  context: Context<AppEnv>,
  receipts: readonly Receipt[],
  agencies: readonly Agency[],
): Promise<Response> {
  context.header('cache-control', 'no-store')
  const nameOf = (code: string) => agencies.find(each => each.code === code)?.name ?? code
  const confirmBy = workdayAfter(await currentCalendar(context.var.work), today(), 2)
  const view = { nameOf, today: today(), confirmBy }
  return shown(context, { title: '申请已提交', script: true }, receiptPage(receipts, view))
}

function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

type Body = Readonly<Record<string, string | File | (string | File)[]>>

function typedIn(body: Body): Typed {
  const text = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? plainText(value) : ''
  }
  const agencies = [body.agencies ?? []].flat().filter(each => typeof each === 'string')
  const once = /^[\w-]{22}$/.test(text('once')) ? text('once') : newSecret()
  return {
    ...{ kind: text('kind'), name: text('name'), document: text('document'), contact: text('contact') },
    ...{ address: text('address'), agentName: text('agentName'), agentDocument: text('agentDocument') },
    ...{ authority: text('authority'), description: text('description'), giving: text('giving') },
    ...{ serving: text('serving'), agencies, once },
  }
}

const purposes: readonly (readonly [string, PaperPurpose])[] = [
  ['material', 'application'],
  ['identity', 'identity'],
  ['authorityFile', 'authority'],
]

async function filesIn(body: Body): Promise<Handed[]> {
  const all = await Promise.all(purposes.map(([field, purpose]) => uploaded(body[field], purpose)))
  return all.flat()
}
