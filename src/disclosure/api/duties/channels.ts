import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { agenciesSeen } from '../../../office/agencies.ts'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn, orThrow } from '../../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { largestFileBytes } from '../../../platform/files/known.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { body, describe, gives, makes, queryIn, takes, wrongForm } from '../../../platform/http/openapi.ts'
import { ProblemError, problem, problemResponse } from '../../../platform/http/problem.ts'
import { dayOf } from '../../../statute/day.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { attachEvidence, importChannels, planSeries, recordChannel } from '../../act/duties/channels.ts'
import { type ChannelRecord, otherChannels } from '../../channels/channel.ts'
import { smallSheet, smallSheetBytes } from '../../read/small-sheet.ts'
import { channelHistory, channelRecordOf, channelRecords } from '../../store/duties/channels.ts'
import { evidenceFiles, evidenceOf } from '../../store/duties/evidence.ts'
import { seriesLines } from '../../store/duties/series.ts'

const tags = ['其他渠道']
const readers = {
  ...forSignedIn,
  description: '可用者：该机关的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const writers = forRoles('officer', 'departmentOfficer')
const channel = z.enum(otherChannels, '请选择渠道').openapi('OtherChannel')
const words = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)
const day = z.union([dayForm.transform(dayOf), z.literal('').transform(() => null)]).nullable()
const webLink = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, error: '请填写以 https:// 开头的完整网址' }),
])
const toldForm = z
  .object({
    ...{ channel, medium: words(100), title: words(300), series: words(60).default('') },
    ...{ plannedOn: day, heldOn: day, link: webLink.default(''), evidence: words(500).default('') },
    ...{
      item: z.string().trim().max(200).nullable().default(null),
      dropped: words(200).nullable().default(null),
    },
  })
  .openapi('ChannelRecordTold')
const newForm = toldForm.extend({ agency: agencyCode }).openapi('NewChannelRecord')
const changeForm = toldForm.extend({ version: z.int().min(1) }).openapi('ChangedChannelRecord')
const seriesForm = z
  .object({
    ...{ agency: agencyCode, channel, note: words(300).default('') },
    name: words(60).min(1, '请填写系列名称'),
  })
  .openapi('NewSeries')
const orders = ['day', 'channel', 'medium', 'series', 'title'] as const
const query = z.object({
  agency: z.string().max(63).optional(),
  channel: channel.optional(),
  state: z.enum(['planned', 'held', 'dropped']).optional(),
  series: z.string().max(60).optional(),
  year: z.coerce.number().int().min(1950).max(2100).optional(),
  q: z.string().trim().max(100).optional(),
  counted: z.enum(['1']).optional().openapi({ description: '1 为年度报告计入的，同一信息只列一次' }),
  sort: z
    .string()
    .regex(/^-?(day|channel|medium|series|title)$/, '不能这样排序')
    .default('-day'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})
const key = z.object({ id: z.uuid('没有这条记录') })
const made = z.object({ id: z.string() })
const line = z.looseObject({ id: z.string(), title: z.string(), version: z.int() }).openapi('ChannelRecord')
const series = z.looseObject({ name: z.string(), held: z.int(), planned: z.int() }).openapi('Series')
const fault = z.object({ row: z.int(), words: z.string() })
const sheet = { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } }

const routes = [
  {
    method: 'get',
    ...{ path: '/channels', summary: '其他渠道公开的记录', tags, ...readers, request: { query } },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '一页'),
  },
  {
    method: 'post',
    ...{ path: '/channels', summary: '登记其他渠道公开', tags, ...writers, request: takes(newForm) },
    responses: makes(made, '新的记录'),
  },
  {
    method: 'put',
    ...{ path: '/channels/{id}', summary: '修改记录：计划、已刊播或者取消', tags, ...writers },
    ...{ request: { params: key, ...takes(changeForm) }, responses: gives(made, '已修改') },
  },
  {
    method: 'get',
    ...{ path: '/channels/{id}', summary: '一条记录、佐证和修改经过', tags, ...readers },
    request: { params: key },
    responses: gives(
      z.object({ record: line, files: z.array(z.unknown()), history: z.array(z.unknown()) }),
      '记录',
    ),
  },
  {
    method: 'post',
    ...{ path: '/channels/{id}/files', summary: '上传佐证文件', tags, ...writers },
    request: {
      params: key,
      query: z.object({ name: z.string().max(200) }),
      body: { required: true, content: sheet },
    },
    responses: makes(z.object({ name: z.string() }), '已附'),
  },
  {
    method: 'get',
    ...{ path: '/channels/{id}/files/{file}', summary: '下载佐证文件', tags, ...readers },
    request: { params: key.extend({ file: z.uuid() }) },
    responses: { 200: { description: '文件' } },
  },
  {
    method: 'post',
    ...{ path: '/channels/import', summary: '按表格批量登记：全部或者一条也不', tags, ...writers },
    request: { query: z.object({ agency: agencyCode }), body: { required: true, content: sheet } },
    responses: gives(z.object({ kept: z.int(), faults: z.array(fault) }), '登记的条数，或者逐行问题'),
  },
  {
    method: 'get',
    ...{ path: '/series', summary: '系列', tags, ...readers },
    responses: gives(z.array(series), '各系列已有和计划的条数'),
  },
  {
    method: 'post',
    ...{ path: '/series', summary: '登记计划的系列', tags, ...writers, request: takes(seriesForm) },
    responses: makes(z.object({ name: z.string() }), '新的系列'),
  },
] as const

const oneSheet = bodyLimit({
  maxSize: smallSheetBytes + 1,
  onError: () => problemResponse(problem(413, '文件超过 2 MB，请分成几份后再导入。')),
})
const oneFile = bodyLimit({
  maxSize: largestFileBytes + 1,
  onError: () => problemResponse(problem(413, '文件超过 50 MB，请压缩后再上传。')),
})

/** What other channels disclosed: planned, held with evidence, in series; one by one or from a sheet. */
export function channelRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, routes)
  api.get('/channels', async context => {
    const asked = queryIn(context, query)
    return context.json(await listed(context, asked))
  })
  api.post('/channels', async context => {
    const by = signedIn(context)
    const { agency, ...told } = await body(context, newForm)
    const done = await recordChannel(context.var.work, by, { which: { agency }, told, today: today() })
    return context.json(orThrow(done), 201)
  })
  api.put('/channels/:id', async context => {
    const by = signedIn(context)
    const { version, ...told } = await body(context, changeForm)
    const which = { id: idIn(context), version }
    return context.json(orThrow(await recordChannel(context.var.work, by, { which, told, today: today() })))
  })
  api.get('/channels/:id', async context => {
    const record = await seen(context)
    const { work } = context.var
    const [files, history] = await Promise.all([
      evidenceFiles(work, record.id),
      channelHistory(work, record.id),
    ])
    return context.json({ record, files, history })
  })
  api.get('/series', async context => {
    signedIn(context)
    return context.json(await seriesLines(context.var.work))
  })
  api.post('/series', async context => {
    const by = signedIn(context)
    const told = await body(context, seriesForm)
    return context.json(orThrow(await planSeries(context.var.work, by, told)), 201)
  })
  fileRoutes(api)
}

function fileRoutes(api: OpenAPIHono<AppEnv>): void {
  api.post('/channels/import', oneSheet, async context => {
    const by = signedIn(context)
    const rows = smallSheet(new Uint8Array(await context.req.arrayBuffer()))
    if (isRefusal(rows)) throw ProblemError.of(rows)
    const told = { agency: context.req.query('agency') ?? '', rows, today: today() }
    return context.json(orThrow(await importChannels(context.var.work, by, told)))
  })
  api.post('/channels/:id/files', oneFile, async context => {
    const by = signedIn(context)
    const bytes = new Uint8Array(await context.req.arrayBuffer())
    const file = { record: idIn(context), name: context.req.query('name') ?? '佐证', bytes }
    return context.json(orThrow(await attachEvidence(context.var.work, by, file)), 201)
  })
  api.get('/channels/:id/files/:file', async context => {
    const record = await seen(context)
    const id = z.uuid().safeParse(context.req.param('file'))
    const file = id.success ? await evidenceOf(context.var.work, record.id, id.data) : undefined
    if (file === undefined) throw new ProblemError(404, '没有这个文件。')
    return context.body(Uint8Array.from(file.bytes), 200, {
      ...{ 'content-type': file.media, 'content-disposition': namedFile(file.name) },
      'cache-control': 'no-store',
    })
  })
}

function idIn(context: Who): string {
  const asked = key.safeParse({ id: context.req.param('id') })
  if (!asked.success) throw wrongForm(asked.error)
  return asked.data.id
}

async function seen(context: Who): Promise<ChannelRecord> {
  const agencies = await agenciesSeen(context.var.work, signedIn(context))
  const record = await channelRecordOf(context.var.work, idIn(context))
  if (record === undefined || !agencies.some(({ code }) => code === record.agency)) {
    throw new ProblemError(404, '没有找到，或者您无权查看。')
  }
  return record
}

async function listed(context: Who, { agency, sort, counted, ...rest }: z.infer<typeof query>) {
  const agencies = (await agenciesSeen(context.var.work, signedIn(context), agency)).map(({ code }) => code)
  const order = orders.find(each => each === sort.replace(/^-/, '')) ?? 'day'
  const by = { sort: order, descending: sort.startsWith('-'), counted: counted === '1' }
  return channelRecords(context.var.work, { ...rest, ...by, agencies })
}
