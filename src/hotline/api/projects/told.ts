import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn, forStep, forWorkers } from '../../../office/api/who.ts'
import { gives, makes, takes } from '../../../platform/http/openapi.ts'
import { demandTypes } from '../../demand.ts'
import { projectStates } from '../../projects/standing.ts'
import { lineOfProjectStep, projectSteps } from '../../projects/steps.ts'
import { projectWays } from '../../projects/view.ts'
import { effectWindows } from '../../projects/windows.ts'
import { projectSorts } from '../../store/projects/lines.ts'
import { isPostedProjectStep, projectTakers, scopeForm } from './takers.ts'

const tags = ['专项治理']
const readers = {
  ...forSignedIn,
  description: '可用者：热线、牵头和配合单位的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const handlers = {
  ...forStep(step => {
    if (!isPostedProjectStep(step)) return undefined
    const { roles, units, ...line } = lineOfProjectStep(step)
    return { ...line, roles: units === null ? roles : [...roles, 'handlingUnit'] }
  }),
  description: '可用者：依环节而定，见专项的 steps；限热线、牵头和配合单位。',
}
const key = z.object({ id: z.string().max(100).openapi({ description: '专项的编号' }) })
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)
const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
}

/** A hot matter as it becomes a project. */
export const openingForm = z
  .object({
    agency: agencyCode,
    title: text(100).min(1, '请填写专项的名称'),
    reason: text(2000).min(1, '请写明立项的理由'),
    lead: z.string('请选择牵头单位').trim().min(1, '请选择牵头单位').max(63),
    coUnits: z.array(agencyCode).max(30, '最多 30 个配合单位').default([]),
    limit: dayForm,
    scope: scopeForm,
    demands: z.array(z.uuid('诉求的编号不对')).max(500, '最多点名 500 件').default([]),
    once: z.string().max(100).optional().openapi({ description: '表单的随机串：重复提交只立项一次' }),
  })
  .openapi('OpeningProject')

/** What a list of projects is asked. */
export const projectsQuery = z.object({
  state: z.enum(['open', ...projectStates]).optional(),
  unit: z.string().max(63).optional().openapi({ description: '牵头单位' }),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(projectSorts).default('-opened'),
  ...paging,
})

/** What the demands of a project are asked. */
export const projectDemandsQuery = z.object({
  way: z.enum(projectWays).optional(),
  window: z.enum(effectWindows).optional().openapi({ description: '治理前后的哪一段' }),
  ...paging,
})

const listed = z.string().max(1000).default('')

/** A rule of scope as it is tried: words as somebody types them. */
export const triedQuery = z.object({
  agency: agencyCode,
  ...{ words: listed, places: listed, units: listed },
  types: z.enum(demandTypes).optional(),
  categories: listed,
})

const line = z
  .looseObject({ id: z.string(), number: z.string(), title: z.string(), state: z.enum(projectStates) })
  .openapi('ProjectLine')
const view = z
  .looseObject({
    ...{ id: z.string(), number: z.string() },
    standing: z.looseObject({ state: z.enum(projectStates), version: z.int(), title: z.string() }),
    measured: z
      .looseObject({})
      .nullable()
      .openapi({ description: '治理前后的诉求量、全市其他诉求和上年同期' }),
  })
  .openapi('Project')
const step = z.enum(projectSteps).openapi({ description: '环节' })
const [first, second, ...others] = Object.values(projectTakers).map(({ form }) => form)
const stepBody = z
  .union([first ?? z.object({}), second ?? z.object({}), ...others])
  .openapi('ProjectStepBody', { description: '各环节的填写项；均可带 version' })
const file = z.string().openapi({ type: 'string', format: 'binary', description: '不超过 50 MB' })

/** The interface of projects, as it is described. */
export const projectRoutes = [
  {
    method: 'get',
    ...{ path: '/projects', summary: '专项治理列表', tags, ...readers },
    request: { query: projectsQuery },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '一页专项和总数'),
  },
  {
    method: 'post',
    ...{ path: '/projects', summary: '立项：热点问题转为专项治理', tags, ...forRoles('supervisor') },
    request: takes(openingForm),
    responses: makes(z.object({ id: z.string(), number: z.string() }), '编号'),
  },
  {
    method: 'get',
    ...{ path: '/projects/scope', summary: '试算诉求范围：近一年有多少件', tags, ...forRoles('supervisor') },
    request: { query: triedQuery },
    responses: gives(z.object({ demands: z.int(), newest: z.array(z.unknown()) }), '件数和最近的几件'),
  },
  {
    method: 'get',
    ...{ path: '/projects/{id}', summary: '一个专项：方案、进展、效果、可办事项', tags, ...readers },
    request: { params: key },
    responses: gives(view, '专项'),
  },
  {
    method: 'get',
    ...{ path: '/projects/{id}/demands', summary: '专项的诉求', tags, ...readers },
    request: { params: key, query: projectDemandsQuery },
    responses: gives(z.object({ lines: z.array(z.looseObject({})), total: z.int() }), '一页诉求和总数'),
  },
  {
    method: 'post',
    ...{ path: '/projects/{id}/steps/{step}', summary: '办理一个环节', tags, ...handlers },
    request: { params: key.extend({ step }), ...takes(stepBody) },
    responses: gives(view, '办理后的专项'),
  },
  {
    method: 'post',
    ...{ path: '/projects/{id}/files', summary: '附一份材料', tags, ...forWorkers },
    request: {
      params: key,
      body: {
        required: true,
        content: { 'multipart/form-data': { schema: z.object({ file, words: z.string().optional() }) } },
      },
    },
    responses: gives(view, '办理后的专项'),
  },
  {
    method: 'get',
    ...{ path: '/projects/{id}/files/{file}', summary: '打开材料', tags, ...readers },
    request: { params: key.extend({ file: z.string().max(100) }) },
    responses: { 200: { description: '材料', content: { 'application/octet-stream': { schema: file } } } },
  },
] as const
