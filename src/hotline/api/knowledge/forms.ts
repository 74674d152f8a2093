import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import { forRoles, forSignedIn, forWorkers } from '../../../office/api/who.ts'
import { does, gives, makes, takes } from '../../../platform/http/openapi.ts'
import { demandTypes, longest, urgencies } from '../../demand.ts'
import { entryStates, entrySteps } from '../../knowledge/entry.ts'

const tags = ['热线知识库']
const key = z.object({ id: z.string().max(100) })
const text = (most: number) => z.string().trim().max(most, `不能超过 ${most} 字`)

const content = z.object({
  unit: z.string().max(63).nullable().default(null),
  question: text(200).min(1, '请填写问题'),
  variants: z.array(text(200)).max(50, '不能超过 50 种问法').default([]),
  answer: text(5000).min(1, '请填写答复'),
  ...{ validFrom: dayForm, validUntil: dayForm.nullable().default(null), reviewOn: dayForm },
  public: z.boolean().default(false),
  items: z.array(text(100)).max(20, '不能超过 20 条来源').default([]),
})
/** A new entry. */
export const draftForm = z
  .object({ agency: agencyCode, once: z.string().min(1).max(100), content })
  .openapi('KnowledgeDraft')
/** A step of an entry. */
export const entryStepForm = z.object({
  ...{ step: z.enum(entrySteps), version: z.int('请给出所见的版本号') },
  content: content.optional(),
  reason: text(2000).optional(),
  reviewOn: dayForm.optional(),
})
/** A proposal is declined with a reason; without one it is taken as a draft. */
export const settlingForm = z.object({ reason: text(500).optional() }).openapi('KnowledgeProposalSettled')
/** Which entries are listed. */
export const entriesQuery = z.object({
  state: z.enum(entryStates).optional(),
  unit: z.string().max(63).optional(),
  q: text(100).optional(),
  due: z.stringbool().default(false).openapi({ description: 'true 为已到复核日期的' }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
/** What an agent has typed so far; the number stands in the body and in no address. */
export const typingForm = z
  .object({
    agency: agencyCode,
    subject: text(longest.subject).default(''),
    body: text(longest.body).default(''),
    place: text(longest.place).default(''),
    phone: text(longest.phone).default(''),
    type: z.enum(demandTypes).default('help'),
    urgency: z.enum(urgencies).default('ordinary'),
  })
  .openapi('Typing')

const entry = z.looseObject({ id: z.string() })
const readers = { ...forSignedIn, description: '可用者：已登录的任何人；只含所辖热线和本单位的条目。' }

/** The interface of the knowledge base and of the live help, as it is described. */
export const knowledgeRoutes = [
  {
    method: 'get',
    ...{ path: '/hotline/entries', summary: '知识条目列表', tags, ...readers },
    request: { query: entriesQuery },
    responses: gives(z.object({ lines: z.array(entry), total: z.int() }), '一页条目和总数'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/entries', summary: '起草知识条目', tags, ...forWorkers },
    request: takes(draftForm),
    responses: makes(z.object({ id: z.string() }), '已起草'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/entries/{id}', summary: '一个知识条目', tags, ...readers },
    request: { params: key },
    responses: gives(entry, '条目、经过、来源和可以办理的环节'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/entries/{id}/acts', summary: '修改、送审、审核、复核、停用条目', tags },
    ...forWorkers,
    request: { params: key, ...takes(entryStepForm) },
    responses: does('已办理'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/entries/{id}/unhelpful', summary: '反映条目没有帮助', tags, ...forWorkers },
    request: { params: key },
    responses: does('已记入'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/entry-proposals', summary: '常用答复中建议收录的', tags, ...forSignedIn },
    description: '可用者：已登录的任何人；只含本人起草条目的热线的建议。',
    responses: gives(z.object({ lines: z.array(entry) }), '待处理的建议，问的人多的在前'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/entry-proposals/{id}', summary: '收录为草稿，或者不收录', tags, ...forWorkers },
    request: { params: key, ...takes(settlingForm) },
    responses: gives(z.object({ entry: z.string().nullable() }), '草稿的编号；不收录的为 null'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/live', summary: '登记时的即时辅助', tags, ...forRoles('hotlineAgent') },
    request: takes(typingForm),
    responses: gives(
      z.looseObject({ entries: z.array(entry), duplicates: z.array(entry), earlier: z.array(entry) }),
      '来电人以前的诉求、可答复的知识条目、可能重复的诉求、分类、建议的承办单位、地点和险情词',
    ),
  },
] as const
