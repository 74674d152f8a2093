import { z } from '@hono/zod-openapi'
import { forRoles, forSignedIn, forStep } from '../../office/api/who.ts'
import { gives, makes, takes } from '../../platform/http/openapi.ts'
import { itemForms } from '../forms.ts'
import { draftStates, shelfStates } from '../standing.ts'
import { lineOfItemStep } from '../steps.ts'
import { contentForm } from '../store/content-form.ts'
import { itemQuery } from './query.ts'
import { isPostedItemStep, itemTakers, type PostedItemStep } from './takers.ts'

const tags = ['主动公开']
const readers = {
  ...forSignedIn,
  description: '可用者：该机关的人员，以及上级机关的主管部门、审计员和系统管理员。',
}
const handlers = {
  ...forStep(step => (isPostedItemStep(step) ? lineOfItemStep(step) : undefined)),
  description: '可用者：依环节而定，见信息的 steps；限本机关。',
}
const writers = forRoles(...lineOfItemStep('save').roles)

const key = z.object({ id: z.string().max(200).openapi({ description: '信息的编号' }) })
const mayLack = z.string().nullable()
const step = z.enum(Object.keys(itemTakers) as [PostedItemStep, ...PostedItemStep[]])
const line = z
  .object({
    ...{ id: z.string(), indexNumber: z.string(), agency: z.string(), agencyName: z.string() },
    ...{ form: z.enum(itemForms), duty: z.string(), title: z.string(), documentNumber: mayLack },
    ...{ madeOn: mayLack, draft: z.enum(draftStates), shelf: z.enum(shelfStates), version: z.int() },
    ...{ firstPublishedOn: mayLack, publishedOn: mayLack, validity: z.string() },
    due: mayLack.openapi({ description: '公开期限：成文之日起 20 个工作日' }),
    workdaysLeft: z.int().nullable().openapi({ description: '还剩几个工作日；逾期的为负' }),
  })
  .loose()
  .openapi('ItemLine')
const lines = z.object({ lines: z.array(line), total: z.int() })
/** The form of a content, as programs send it. */
const content = contentForm.openapi('ItemContent')
const draft = z
  .object({ version: z.int(), content, sha256: z.string(), savedAt: z.string(), savedByName: z.string() })
  .loose()
  .openapi('ItemDraft')
const view = z
  .object({
    item: z.object({ id: z.string(), agency: z.string(), indexNumber: z.string() }).loose(),
    standing: z.object({ draft: z.enum(draftStates), shelf: z.enum(shelfStates), version: z.int() }).loose(),
    ...{ draft: draft.nullable(), published: content.nullable() },
    ...{ events: z.array(z.unknown()), editions: z.array(z.unknown()), relations: z.array(z.unknown()) },
    steps: z.array(
      z.object({
        ...{ step: z.string(), label: z.string(), law: z.string() },
        refusal: z.object({ message: z.string(), law: z.string().optional() }).optional(),
      }),
    ),
  })
  .loose()
  .openapi('ItemView')
const attachment = z
  .object({ file: z.uuid(), name: z.string(), media: z.string(), sizeBytes: z.int(), sha256: z.string() })
  .openapi('ItemAttachment')
const finding = z
  .object({
    ...{ rule: z.string(), severity: z.enum(['severe', 'mild']), field: z.string(), message: z.string() },
    at: z.object({ start: z.int(), text: z.string() }).optional(),
    proposal: z.string().optional(),
  })
  .openapi('ItemFinding')
const file = z.string().openapi({ format: 'binary', description: '不超过 50 MB，按内容辨认格式' })
const binary = { 200: { description: '文件' }, 404: { description: '没有找到，或者无权查看' } }
const upload = {
  body: { required: true, content: { 'multipart/form-data': { schema: z.object({ file }) } } },
}

/** What begins an item. */
export const beginningForm = z.object({
  agency: z.string().max(63),
  form: z.enum(itemForms, '请选择信息形式'),
  keywords: contentForm.shape.keywords
    .optional()
    .openapi({ description: '一开始就列入的关键词，例如公众搜索的词' }),
})
/** What saves a draft. */
export const savingForm = z.object({
  content,
  draftVersion: z.int().openapi({ description: '打开时的稿件版本；他人已保存时答复 409，并给出他人的稿件' }),
})

const lists = [
  {
    method: 'get',
    ...{
      path: '/items',
      summary: '信息列表：本人可见机关的',
      tags,
      ...readers,
      request: { query: itemQuery },
    },
    responses: gives(lines, '一页信息和总数'),
  },
  {
    method: 'get',
    ...{ path: '/items/sheet/{kind}', summary: '信息列表的 CSV 或者 Excel 文件', tags, ...readers },
    request: { query: itemQuery, params: z.object({ kind: z.enum(['csv', 'xlsx']) }) },
    responses: { 200: { description: '全部符合筛选条件的信息' } },
  },
  {
    method: 'get',
    ...{ path: '/items/choices', summary: '各机关的经办人和专栏', tags, ...readers },
    responses: gives(z.object({ agencies: z.array(z.unknown()) }), '可选的人和专栏'),
  },
  {
    method: 'get',
    ...{ path: '/items/today', summary: '今日的信息：待办、等待', tags, ...readers },
    request: { query: z.object({ agency: z.string().optional() }) },
    responses: gives(
      z.object({ tasks: z.array(line), waiting: z.array(line), late: z.int() }),
      '先到期的在前',
    ),
  },
  {
    method: 'get',
    ...{ path: '/items/withheld', summary: '不予公开台账', tags, ...readers, request: { query: itemQuery } },
    responses: gives(lines, '一页不予公开的信息：理由、下次审查的日期'),
  },
] as const

const drafts = [
  {
    method: 'post',
    ...{ path: '/items', summary: '起草一件信息', tags, ...writers, request: takes(beginningForm) },
    responses: makes(z.object({ id: z.string() }), '信息的编号'),
  },
  {
    method: 'put',
    ...{ path: '/items/{id}/draft', summary: '保存稿件', tags, ...writers },
    request: { params: key, ...takes(savingForm) },
    responses: gives(draft, '保存后的稿件'),
  },
  {
    method: 'post',
    ...{ path: '/items/{id}/files', summary: '上传附件或者图片', tags, ...writers },
    request: { params: key, ...upload },
    responses: gives(attachment, '附件；写入稿件后才属于稿件'),
  },
  {
    method: 'post',
    ...{ path: '/items/{id}/word', summary: '读入 Word 文件（.docx）', tags, ...writers },
    request: { params: key, ...upload },
    responses: gives(
      z.object({ body: z.string(), pictures: z.array(attachment), notes: z.array(z.string()) }).loose(),
      '正文、图片和读入时的说明；稿件没有改变',
    ),
  },
] as const

/** The interface of items for the staff, as it is described. */
export const itemRoutes = [
  ...lists,
  ...drafts,
  {
    method: 'get',
    ...{ path: '/items/{id}', summary: '一件信息：稿件、经过、版本、可办事项', tags, ...readers },
    ...{ request: { params: key }, responses: gives(view, '信息') },
  },
  {
    method: 'post',
    ...{ path: '/items/{id}/steps/{step}', summary: '办理一个环节', tags, ...handlers },
    request: {
      params: key.extend({ step: step.openapi({ description: '环节' }) }),
      ...takes(
        z
          .union([
            itemTakers.review.form,
            itemTakers.end.form,
            ...Object.values(itemTakers).map(({ form }) => form),
          ])
          .openapi('ItemStepBody', { description: '各环节的填写项；均可带 version' }),
      ),
    },
    responses: gives(view, '办理后的信息'),
  },
  {
    method: 'get',
    ...{ path: '/items/{id}/findings', summary: '稿件的检查结果', tags, ...readers },
    ...{ request: { params: key }, responses: gives(z.array(finding), '必须处理的在前') },
  },
  {
    method: 'get',
    ...{ path: '/items/{id}/editions/{number}', summary: '公开过的一个版本', tags, ...readers },
    request: { params: key.extend({ number: z.string().regex(/^\d{1,6}$/) }) },
    responses: gives(z.object({ number: z.int(), content, reason: z.string() }).loose(), '版本'),
  },
  {
    method: 'get',
    ...{ path: '/items/{id}/files/{file}', summary: '打开附件', tags, ...readers },
    ...{ request: { params: key.extend({ file: z.uuid() }) }, responses: binary },
  },
  {
    method: 'get',
    ...{ path: '/items/{id}/files/{file}/preview', summary: '预览附件（网页）', tags, ...readers },
    ...{ request: { params: key.extend({ file: z.uuid() }) }, responses: binary },
  },
] as const
