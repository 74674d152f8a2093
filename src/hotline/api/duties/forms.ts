import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn } from '../../../office/api/who.ts'
import { does, gives, makes, takes } from '../../../platform/http/openapi.ts'
import { demandTypes, longest, urgencies } from '../../demand.ts'
import { mostAtOnce } from '../../duties/together.ts'

const words = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)
const told = {
  matter: words(200).min(1, '请填写事项，几种说法用、分开'),
  place: words(200).default(''),
  unit: agencyCode,
  basis: words(200).default(''),
  from: dayForm,
}

/** What is asked of the list. */
export const dutiesQuery = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(['holding', 'ended']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

/** A new line of the list. */
export const dutyForm = z.object({ hotline: agencyCode, ...told }).openapi('DutyTold')

/** A change: from which day the line holds no longer, and what holds then. */
export const dutyChangeForm = z
  .object({ until: dayForm, told: z.object(told).optional() })
  .openapi('DutyChange')

const decidedOn = {
  demands: z
    .array(z.object({ demand: z.uuid(), number: z.int() }))
    .min(1, '请选择诉求')
    .max(1000),
}

/** What is decided on proposals, all or none. */
export const dutyDecisionsForm = z
  .object({
    decisions: z
      .array(
        z.union([
          z.object({ ...decidedOn, told: z.object(told), replaces: z.uuid().optional() }),
          z.object({ ...decidedOn, reason: words(500).min(1, '请写明不采纳的理由') }),
        ]),
      )
      .min(1, '请选择建议')
      .max(200, '一次最多处理 200 条建议'),
  })
  .openapi('DutyDecisions')

/** A table as a spreadsheet copies it. */
export const pastedForm = z
  .object({ hotline: agencyCode, text: z.string().min(1, '请粘贴表格').max(500_000, '一次最多 50 万字') })
  .openapi('DutiesPasted')

/** A text that may become a demand. */
export const suggestionForm = z
  .object({
    hotline: agencyCode,
    ...{ type: z.enum(demandTypes), urgency: z.enum(urgencies).default('ordinary') },
    ...{ subject: z.string().max(longest.subject), body: z.string().max(longest.body) },
    place: z.string().max(longest.place).default(''),
  })
  .openapi('SuggestionAsked')

/** Demands that are dispatched together: of how many at once a preview is given. */
export const suggestionsForm = z
  .object({ ids: z.array(z.uuid()).min(1, '请选择诉求').max(mostAtOnce, `一次最多 ${mostAtOnce} 件`) })
  .openapi('SuggestionsAsked')

const line = z.object({
  ...{ id: z.string(), hotline: z.string(), matter: z.string(), place: z.string(), unit: z.string() },
  ...{ unitName: z.string(), basis: z.string(), from: z.string(), until: z.string().nullable() },
})
const behind = z.object({
  ...{ demand: z.string(), number: z.int(), demandNumber: z.string(), subject: z.string() },
  ...{ kind: z.enum(['returned', 'arbitrated']), at: z.string(), reason: z.string() },
  responsible: z.string(),
})
const proposal = z.object({
  ...{ key: z.string(), hotline: z.string(), duty: z.string().nullable(), matter: z.string() },
  ...{ place: z.string(), listed: z.string().nullable(), listedName: z.string().nullable() },
  ...{ unit: z.string().nullable(), unitName: z.string().nullable(), demands: z.array(behind) },
})
const suggestion = z
  .object({
    ...{ unit: z.string().nullable(), unitName: z.string().nullable(), limit: z.string() },
    ...{ source: z.enum(['duties', 'arbitration', 'redispatch', 'past']).nullable(), reason: z.string() },
    others: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .openapi('Suggestion')
const imported = z.object({
  rows: z.int(),
  faults: z.array(z.object({ row: z.int(), words: z.string() })),
})

const learning = z.object({
  learned: z.object({ at: z.string(), demands: z.int() }).nullable(),
  corrections: z.int().openapi({ description: '此后被退回、已经计入建议的诉求数' }),
  training: z
    .object({
      ...{ byName: z.string(), askedAt: z.string(), begunAt: z.string().nullable() },
      ...{ doneAt: z.string().nullable(), demands: z.int().nullable(), why: z.string() },
    })
    .nullable(),
  mayTrain: z.boolean(),
})

/** Which hotline learns anew. */
export const unitTrainingForm = z.object({ hotline: agencyCode }).openapi('UnitTraining')

const key = z.object({ id: z.string().max(100) })
const tags = ['热线派单']
const keepers = forRoles('dispatcher', 'supervisor')
const readers = forRoles('hotlineAgent', 'dispatcher', 'callbackAgent', 'supervisor')

/** The duties list and the suggested unit over HTTP. */
export const dutyRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/duties', summary: '权责清单，包括已经停止适用的', tags, ...forSignedIn },
    request: { query: dutiesQuery },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '清单'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/duties', summary: '增加一条权责', tags, ...keepers },
    request: takes(dutyForm),
    responses: makes(z.object({ id: z.string() }), '已增加'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/duties/pasted', summary: '成批增加权责，有错的行逐行说明', tags, ...keepers },
    request: takes(pastedForm),
    responses: gives(imported, '结果；有一行不对就一行也不增加'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/duties/{id}/change', summary: '停止适用一条权责，或者从某日起改为另一条', tags },
    ...keepers,
    request: { params: key, ...takes(dutyChangeForm) },
    responses: does('已保存'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/duty-proposals', summary: '退单和裁定引出的清单修改建议', tags, ...forSignedIn },
    responses: gives(z.object({ lines: z.array(proposal), total: z.int() }), '待处理的建议'),
  },
  {
    method: 'post',
    ...{
      path: '/hotline/duty-proposals/decisions',
      summary: '采纳或者不采纳几条建议，有一条不行就都不处理',
      tags,
    },
    ...keepers,
    request: takes(dutyDecisionsForm),
    responses: does('已处理'),
  },
  {
    method: 'get',
    ...{
      path: '/hotline/unit-learning/{agency}',
      summary: '派单建议何时学习、学了多少件',
      tags,
      ...forSignedIn,
    },
    request: { params: z.object({ agency: z.string().max(63).openapi({ description: '热线的机构代码' }) }) },
    responses: gives(learning, '最近一次学习和正在进行的训练'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/unit-trainings', summary: '训练派单建议，一分钟内开始', tags, ...keepers },
    request: takes(unitTrainingForm),
    responses: does('已排队'),
  },
  {
    method: 'get',
    ...{ path: '/demands/{id}/suggestion', summary: '建议的承办单位和期限，附理由', tags, ...readers },
    request: { params: key },
    responses: gives(suggestion, '建议；没有把握时 unit 为空'),
  },
  {
    method: 'post',
    ...{ path: '/demands/suggestion', summary: '填写诉求时建议的承办单位和期限', tags, ...readers },
    request: takes(suggestionForm),
    responses: gives(suggestion, '建议；没有把握时 unit 为空'),
  },
  {
    method: 'post',
    ...{
      path: '/demands/suggestions',
      summary: '几件诉求建议的承办单位和期限，供批量派单预览',
      tags,
      ...readers,
    },
    request: takes(suggestionsForm),
    responses: gives(
      z.object({ lines: z.array(z.looseObject({ id: z.string(), version: z.int(), suggestion })) }),
      '可以查看的诉求，各附建议和当前版本',
    ),
  },
] as const
