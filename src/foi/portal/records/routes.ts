import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { largestFileBytes } from '../../../platform/files/known.ts'
import { rateLimit } from '../../../platform/http/rate-limit.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { plainText } from '../../../web/typed.ts'
import { askRecordCorrection } from '../../act/records.ts'
import { wrongInAsking } from '../../records/record-correction.ts'
import { applicantKinds } from '../../request.ts'
import { uploaded } from '../uploaded.ts'
import { type RecordTyped, type RecordWrong, recordForm, recordReceipt } from './form-page.ts'

const about = { title: '要求更正与自己有关的信息记录' }
const blank: RecordTyped = {
  ...{ agency: '', kind: 'naturalPerson', name: '', document: '', contact: '' },
  ...{ record: '', wanted: '', evidence: '' },
}

/** Wrong records on oneself, Art. 41: for everybody, without an account. */
export function recordRoutes(portal: Hono<AppEnv>): void {
  portal.get(paths.correctRecord(), context =>
    form(context, { ...blank, agency: context.req.query('agency') ?? '' }, {}),
  )
  const limit = bodyLimit({
    maxSize: 2 * largestFileBytes,
    onError: context => form(context, blank, { files: '文件合计超过 100 MB，请压缩后再提交。' }),
  })
  portal.post(paths.correctRecord(), rateLimit(20), limit, submitted)
}

async function form(context: Context<AppEnv>, typed: RecordTyped, wrong: RecordWrong): Promise<Response> {
  context.header('cache-control', 'no-store')
  const agencies = (await agencyTree(context.var.work)).filter(({ standing }) => standing)
  const status = Object.keys(wrong).length === 0 ? 200 : 422
  return shown(context, about, recordForm(agencies, typed, wrong), status)
}

async function submitted(context: Context<AppEnv>): Promise<Response> {
  const body = await context.req.parseBody({ all: true })
  const text = (name: keyof RecordTyped) => {
    const value = body[name]
    return typeof value === 'string' ? plainText(value) : ''
  }
  const typed: RecordTyped = {
    ...{ agency: text('agency'), kind: text('kind'), name: text('name'), document: text('document') },
    ...{ contact: text('contact'), record: text('record'), wanted: text('wanted') },
    evidence: text('evidence'),
  }
  const { work, secrets } = context.var
  const agencies = await agencyTree(work)
  const wrong = wrongIn(
    typed,
    agencies.filter(({ standing }) => standing).map(({ code }) => code),
  )
  if (Object.keys(wrong).length > 0) return form(context, typed, wrong)
  const { agency, name, document, contact, record, wanted, evidence } = typed
  const asked = {
    ...{ agency, record, wanted, evidence, owner: { name, document, contact } },
    applicantKind: applicantKinds.find(kind => kind === typed.kind) ?? 'naturalPerson',
    ...{ servingWay: 'internet' as const, papers: await uploaded(body.file, 'application') },
  }
  const receipt = await askRecordCorrection(work, asked, { today: today(), secrets })
  if (isRefusal(receipt)) return form(context, typed, { files: receipt.message })
  context.header('cache-control', 'no-store')
  return shown(context, { title: '更正要求已提交' }, recordReceipt(receipt))
}

function wrongIn(typed: RecordTyped, agencies: readonly string[]): RecordWrong {
  const person = {
    name: '请填写姓名或者单位名称。',
    document: '请填写证件号码。',
    contact: '请填写联系方式。',
  }
  const wrong: Partial<Record<keyof RecordTyped, string>> = {}
  if (!agencies.includes(typed.agency)) wrong.agency = '请选择提供该记录的机关。'
  for (const field of ['name', 'document', 'contact'] as const) {
    if (typed[field] === '') wrong[field] = person[field]
    else if ([...typed[field]].length > 100) wrong[field] = '不能超过 100 字。'
  }
  return { ...wrong, ...wrongInAsking(typed) }
}
