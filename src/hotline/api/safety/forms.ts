import { z } from '@hono/zod-openapi'
import { agencyCode } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn, forTheTop } from '../../../office/api/who.ts'
import { does, gives, makes, takes } from '../../../platform/http/openapi.ts'
import { settingForms } from '../../../platform/settings.ts'

const tags = ['12345热线']
const key = z.object({ id: z.string().max(100) })
const shape = settingForms.danger.unwrap().shape
const moment = z.iso.datetime({ offset: true, error: '请填写日期和时间' })

/** Which alarms are listed. */
export const alarmsQuery = z.object({
  waiting: z.stringbool().default(false).openapi({ description: 'true 为等待确认的' }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
/** Words of danger as they are saved. */
export const dangerForm = z
  .object({
    kinds: shape.kinds.unwrap().min(1, '请至少保留一种险情'),
    escalateMinutes: shape.escalateMinutes,
  })
  .openapi('DangerWords')
/** Somebody on duty. */
export const dutyForm = z
  .object({
    agency: agencyCode,
    person: z.uuid('请选择值班人员'),
    ...{ from: moment, until: moment },
  })
  .openapi('HotlineDuty')

const alarm = z.looseObject({
  ...{ demand: z.string(), number: z.string(), kinds: z.array(z.string()), words: z.array(z.string()) },
  ...{ raisedAt: z.string(), noticedAt: z.string().nullable(), escalatedAt: z.string().nullable() },
})
const alarms = z.object({ lines: z.array(alarm), total: z.int().optional() })
const readers = { ...forSignedIn, description: '可用者：已登录的任何人；只含所辖热线的。' }

/** The interface of safety, as it is described. */
export const safetyRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/alarms/mine', summary: '等待本人确认的险情提醒', tags, ...readers },
    responses: gives(alarms, '提醒；没有值班表时提醒全部派单员和督办员'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/alarms', summary: '险情提醒登记，最近的在前', tags, ...readers },
    request: { query: alarmsQuery },
    responses: gives(alarms, '一页提醒和总数'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/alarms/{id}/notice', summary: '确认险情提醒', tags },
    ...forRoles('dispatcher', 'supervisor'),
    request: { params: key },
    responses: does('已确认，记入时间'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/danger', summary: '险情词和升级的分钟数', tags, ...forSignedIn },
    responses: gives(dangerForm, '各种险情的词，以及含有这些字而不是险情的短语'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/danger', summary: '保存险情词，从下一件诉求起适用', tags },
    ...forTheTop('administrator', 'supervisor'),
    request: takes(dangerForm),
    responses: does('已保存'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/duty', summary: '值班表', tags, ...readers },
    responses: gives(
      z.object({ lines: z.array(z.looseObject({ id: z.string() })), people: z.array(z.looseObject({})) }),
      '正在和将要值班的，以及可以安排的人员',
    ),
  },
  {
    method: 'post',
    ...{ path: '/hotline/duty', summary: '安排值班', tags, ...forRoles('supervisor') },
    request: takes(dutyForm),
    responses: makes(z.object({ id: z.string() }), '已安排'),
  },
  {
    method: 'delete',
    ...{ path: '/hotline/duty/{id}', summary: '取消值班', tags, ...forRoles('supervisor') },
    request: { params: key },
    responses: does('已取消'),
  },
] as const
