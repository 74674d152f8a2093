import { type Context, Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { momentToday } from '../../../platform/clock.ts'
import { originOf } from '../../../platform/http/address.ts'
import { problemOfError } from '../../../platform/http/guards.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { clientWithKey } from '../../act/doors/clients.ts'
import { fileForClient } from '../../act/doors/filing.ts'
import { jurisdictions, requestOfToken, requestsAsked } from '../../act/doors/requests.ts'
import { fingerprintOf } from '../../act/doors/signing.ts'
import { namedElsewhere } from '../../act/live/elsewhere.ts'
import type { Client } from '../../doors/client.ts'
import { type GeoError, geoFilingOf, serviceAttributes } from '../../doors/geo-report.ts'
import { type Service, serviceOf, services } from '../../doors/services.ts'
import { elsewhereToCaller } from '../../live/elsewhere.ts'
import { type GeoFormat, geoAnswer, geoErrors } from './format.ts'
import { fieldsIn } from './posted.ts'
import { isErrors, requestsIn } from './query.ts'
import { requestGiven } from './request.ts'

type Asked = Context<AppEnv>
type Handle = (context: Asked, format: GeoFormat) => Promise<Response> | Response
const base = '/open311/v2'

/** Open311 GeoReport v2 for the hotline: categories, filing, and what became of it; XML and JSON. */
export function open311(): Hono<AppEnv> {
  const api = new Hono<AppEnv>()
  const at = (path: string, handle: Handle) => {
    api.get(`${base}/${path}{[^/]+\\.json}`, context => handle(context, 'json'))
    api.get(`${base}/${path}{[^/]+\\.xml}`, context => handle(context, 'xml'))
  }
  at(':file', listed)
  at('services/:code', definition)
  at('requests/:id', oneRequest)
  at('tokens/:token', token)
  api.post(`${base}/requests.json`, context => filed(context, 'json'))
  api.post(`${base}/requests.xml`, context => filed(context, 'xml'))
  api.all(`${base}/*`, context =>
    geoErrors(context, formatOf(context), [{ code: 404, description: '没有这个地址。' }]),
  )
  api.onError((error, context) => {
    const { status, detail } = problemOfError(error, context)
    const value = [{ code: status, description: detail }]
    return geoAnswer(
      context,
      { format: formatOf(context), root: 'errors', value },
      status === 400 ? 400 : 500,
    )
  })
  return api
}

const formatOf = (context: Context): GeoFormat => (context.req.path.endsWith('.json') ? 'json' : 'xml')

/** The name in the address, without the ending that tells the format. */
const named = (context: Asked, key: string) => (context.req.param(key) ?? '').replace(/\.(json|xml)$/, '')

async function listed(context: Asked, format: GeoFormat): Promise<Response> {
  const file = named(context, 'file')
  if (file === 'discovery') return discovery(context, format)
  if (file !== 'services' && file !== 'requests')
    return geoErrors(context, format, [{ code: 404, description: '没有这个地址。' }])
  const wrong = await faultOfJurisdiction(context)
  if (wrong !== undefined) return geoErrors(context, format, [wrong])
  if (file === 'services')
    return geoAnswer(context, { format, root: 'services', value: services.map(serviceGiven) })
  return await requests(context, format)
}

const serviceGiven = ({ code, name, keywords }: Service) => ({
  ...{ service_code: code, service_name: name, description: `${name}：${keywords.join('、')}` },
  ...{ metadata: true, type: 'realtime', keywords: keywords.join(', '), group: '12345热线' },
})

function discovery(context: Asked, format: GeoFormat): Response {
  const endpoint = {
    ...{ specification: 'http://wiki.open311.org/GeoReport_v2', url: originOf(context) + base },
    ...{
      changeset: '2026-01-01T00:00:00+08:00',
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  }
  const value = {
    ...{ changeset: endpoint.changeset, contact: '12345热线', key_service: '密钥由热线的系统管理员发放。' },
    endpoints: [endpoint],
  }
  return geoAnswer(context, { format, root: 'discovery', value })
}

async function definition(context: Asked, format: GeoFormat): Promise<Response> {
  const code = named(context, 'code')
  const wrong = await faultOfJurisdiction(context)
  if (wrong !== undefined) return geoErrors(context, format, [wrong])
  if (serviceOf(code) === undefined)
    return geoErrors(context, format, [{ code: 404, description: '没有这个 service_code。' }])
  const attributes = serviceAttributes.map(({ values, ...about }, place) => ({
    ...{ variable: true, code: about.code, datatype: 'singlevaluelist', required: false },
    ...{ datatype_description: null, order: place + 1, description: about.description },
    values: values.map(({ key, name }) => ({ key, name })),
  }))
  return geoAnswer(context, {
    ...{ format, root: 'service_definition' },
    value: { service_code: code, attributes },
  })
}

async function requests(context: Asked, format: GeoFormat): Promise<Response> {
  const asked = requestsIn(context.req.query(), momentToday())
  if (isErrors(asked)) return geoErrors(context, format, asked)
  const client = await clientOf(context, context.req.query('api_key'))
  const agency = context.req.query('jurisdiction_id') || undefined
  const lines = await requestsAsked(context.var.work, { ...asked, agency, client: client?.id })
  return geoAnswer(context, { format, root: 'service_requests', value: lines.map(requestGiven) })
}

async function oneRequest(context: Asked, format: GeoFormat): Promise<Response> {
  const wrong = await faultOfJurisdiction(context)
  if (wrong !== undefined) return geoErrors(context, format, [wrong])
  const client = await clientOf(context, context.req.query('api_key'))
  const agency = context.req.query('jurisdiction_id') || undefined
  const ids = [named(context, 'id')]
  const lines = await requestsAsked(context.var.work, { ids, agency, client: client?.id, page: 1, size: 1 })
  if (lines.length === 0)
    return geoErrors(context, format, [
      { code: 404, description: '没有这个 service_request_id，或者它不公开。' },
    ])
  return geoAnswer(context, { format, root: 'service_requests', value: lines.map(requestGiven) })
}

async function token(context: Asked, format: GeoFormat): Promise<Response> {
  const said = named(context, 'token')
  const id = await requestOfToken(context.var.work, said)
  if (id === undefined) return geoErrors(context, format, [{ code: 404, description: '没有这个 token。' }])
  const value = [{ service_request_id: id, token: said }]
  return geoAnswer(context, { format, root: 'service_requests', value })
}

async function filed(context: Asked, format: GeoFormat): Promise<Response> {
  const fields = await fieldsIn(context)
  if (fields === undefined)
    return geoErrors(context, format, [
      { code: 400, description: '请以表单格式（application/x-www-form-urlencoded）提交，不超过 64 KB。' },
    ])
  const client = await clientOf(context, fields.api_key)
  if (client === undefined)
    return geoErrors(context, format, [
      { code: 403, description: 'api_key 没有填写或者无效，不能提交。密钥由热线的系统管理员发放。' },
    ])
  const { jurisdiction_id: jurisdiction = '' } = fields
  if (jurisdiction !== '' && jurisdiction !== client.agency)
    return geoErrors(context, format, [
      { code: 404, description: `这个 api_key 只用于 jurisdiction_id“${client.agency}”。` },
    ])
  const filing = geoFilingOf(fields)
  if (isErrors(filing)) return geoErrors(context, format, filing)
  return await registered(context, { client, filing, fields, format })
}

interface Registered {
  readonly client: Client
  readonly filing: Exclude<ReturnType<typeof geoFilingOf>, readonly GeoError[]>
  readonly fields: Readonly<Record<string, string>>
  readonly format: GeoFormat
}

async function registered(context: Asked, { client, filing, fields, format }: Registered): Promise<Response> {
  const { work, secrets } = context.var
  const moment = momentToday()
  const { service, mediaUrl, lat, long, ...demand } = filing
  const said = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const fingerprint = fingerprintOf(JSON.stringify(said))
  const once = context.req.header('idempotency-key')?.slice(0, 200)
  const about = { service: service.code, lat, long, mediaUrl, fingerprint, once }
  const receipt = await fileForClient(
    work,
    { client, filing: { ...about, demand: { ...demand, urgency: 'ordinary' } } },
    { moment, secrets },
  )
  if (isRefusal(receipt)) return geoErrors(context, format, [{ code: 400, description: receipt.message }])
  if ('kind' in receipt) {
    context.header('retry-after', String(receipt.seconds))
    const description = `提交过于频繁，请在 ${receipt.seconds} 秒后再试。`
    return geoErrors(context, format, [{ code: 429, description }])
  }
  const notice = `已登记，编号 ${receipt.number}；查询码 ${receipt.trackingCode}，请转告提交人，凭查询码可以查询办理情况。`
  const elsewhere = await namedElsewhere(work, demand)
  const told = elsewhere.length === 0 ? notice : `${notice}${elsewhereToCaller(elsewhere)}`
  const value = [{ service_request_id: receipt.id, service_notice: told, account_id: null }]
  return geoAnswer(context, { format, root: 'service_requests', value }, 201)
}

/** The application that this key opens; keys of other kinds of systems open nothing here. */
async function clientOf(context: Asked, key = ''): Promise<Client | undefined> {
  const client = await clientWithKey(context.var.work, key)
  return client?.kind === 'open311' ? client : undefined
}

async function faultOfJurisdiction(context: Asked): Promise<GeoError | undefined> {
  const said = context.req.query('jurisdiction_id') ?? ''
  if (said === '' || (await jurisdictions(context.var.work)).includes(said)) return undefined
  return { code: 404, description: '没有这个 jurisdiction_id。' }
}
