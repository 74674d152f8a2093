import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn, forStep } from '../../../office/api/who.ts'
import { does, gives, makes, takes } from '../../../platform/http/openapi.ts'
import { dayOf } from '../../../statute/day.ts'
import { bulletinFormats } from '../../act/bulletins/printing.ts'
import { appraisedRates } from '../../bulletins/appraisal.ts'
import { bulletinStates, bulletinStepTable } from '../../bulletins/course.ts'
import { bulletinKinds } from '../../bulletins/period.ts'

const tags = ['12345热线通报']
const readers = {
  ...forSignedIn,
  description: '可用者：热线所在机关的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const takers = {
  ...forStep(step => bulletinStepTable.find(each => each.step === step && step !== 'save')),
  description: '可用者：依环节而定；限热线所在机关。',
}
const key = z.object({ id: z.string().max(100).openapi({ description: '通报的编号' }) })
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`).default('')
const day = dayForm.transform(dayOf)
const points = z.number('请填写分值').min(0, '分值不能是负数').max(1000, '分值太大')

/** Which bulletin is made: of the span in which a day lies. */
export const makingForm = z
  .object({ hotline: agencyCode, kind: z.enum(bulletinKinds, '请选择哪一种通报'), on: day })
  .openapi('BulletinMaking')

/** What is saved of a draft. */
export const savingForm = z
  .object({
    version: z.int(),
    cutOff: day,
    words: z.object({
      sections: z.array(z.object({ title: text(100), words: text(20_000) })).max(30, '最多 30 节'),
      cases: z
        .array(z.object({ number: text(40), title: text(100), words: text(5000) }))
        .max(20, '最多 20 个案例'),
    }),
    topics: z.array(z.int().min(0)).max(100),
    findAnew: z.boolean().default(false),
  })
  .openapi('BulletinSaving')

/** Why, where a step asks. */
export const bulletinStepForm = z.object({ words: text(2000) }).openapi('BulletinStepBody')

/** What a list of bulletins is asked. */
export const bulletinsQuery = z.object({
  kind: z.enum(bulletinKinds).optional(),
  state: z.enum(bulletinStates).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

/** How units are scored. */
export const appraisalForm = z
  .object({
    ...{ from: day, points: z.partialRecord(z.enum(appraisedRates), points) },
    ...{ perUpdate: points, mostForUpdates: points, basis: text(500) },
  })
  .openapi('Appraisal')

/** The industries of the quarterly analysis. */
export const industriesForm = z
  .object({
    industries: z
      .array(
        z.object({
          name: z.string().trim().min(1, '请填写行业的名称').max(50),
          words: z.array(z.string().trim().min(1).max(50)).max(50),
        }),
      )
      .max(50, '最多 50 个行业'),
  })
  .openapi('Industries')

const view = z
  .looseObject({ id: z.string(), standing: z.looseObject({ state: z.enum(bulletinStates) }) })
  .openapi('Bulletin')
const line = z.looseObject({ id: z.string(), kind: z.enum(bulletinKinds), state: z.enum(bulletinStates) })
const file = z.string().openapi({ type: 'string', format: 'binary' })
const settings = z.looseObject({ appraisal: z.looseObject({}), industries: z.array(z.looseObject({})) })
const ofAgency = z.object({ agency: agencyCode })

/** The interface of bulletins, as it is described. */
export const bulletinRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/bulletins', summary: '通报列表', tags, ...readers },
    request: { query: bulletinsQuery },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '一页通报和总数'),
  },
  {
    method: 'post',
    ...{
      path: '/hotline/bulletins',
      summary: '生成一期通报',
      tags,
      ...forRoles('supervisor', 'coordinator'),
    },
    request: takes(makingForm),
    responses: makes(z.object({ id: z.string() }), '编号；已经生成的答复原来的编号'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/bulletins/{id}', summary: '一期通报：数字、正文、附表、可办事项', tags, ...readers },
    request: { params: key },
    responses: gives(view, '通报'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/bulletins/{id}/draft', summary: '保存正文、案例和热点', tags },
    ...{ ...forRoles('supervisor', 'coordinator'), request: { params: key, ...takes(savingForm) } },
    responses: gives(view, '保存后的通报'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/bulletins/{id}/steps/{step}', summary: '办理一个环节', tags, ...takers },
    request: { params: key.extend({ step: z.string() }), ...takes(bulletinStepForm) },
    responses: gives(view, '办理后的通报'),
  },
  {
    method: 'get',
    ...{
      path: '/hotline/bulletins/{id}/file/{format}',
      summary: '通报的 Word 或者 PDF 文件',
      tags,
      ...readers,
    },
    request: { params: key.extend({ format: z.enum(bulletinFormats) }) },
    responses: { 200: { description: '文件', content: { 'application/octet-stream': { schema: file } } } },
  },
  {
    method: 'get',
    ...{ path: '/hotline/bulletin-settings/{agency}', summary: '计分办法和行业', tags, ...readers },
    request: { params: ofAgency },
    responses: gives(settings, '设置'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/bulletin-settings/{agency}/appraisal', summary: '从某日起调整计分办法', tags },
    ...{ ...forRoles('supervisor'), request: { params: ofAgency, ...takes(appraisalForm) } },
    responses: does('已保存'),
  },
  {
    method: 'put',
    ...{ path: '/hotline/bulletin-settings/{agency}/industries', summary: '设定行业', tags },
    ...{ ...forRoles('supervisor'), request: { params: ofAgency, ...takes(industriesForm) } },
    responses: does('已保存'),
  },
] as const
