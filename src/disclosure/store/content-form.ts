import { z } from '@hono/zod-openapi'
import { dayOf, isDay } from '../../statute/day.ts'
import { dutyKinds, genres, themes } from '../../statute/proactive.ts'
import { itemForms } from '../forms.ts'
import type { ItemContent } from '../item.ts'

const words = (most: number, what: string) => z.string().trim().max(most, `${what}不能超过 ${most} 字`)
const itemIds = z.array(z.string().max(200)).max(200, '最多 200 件')

const attachment = z.object({
  ...{ file: z.uuid(), name: z.string().max(255), media: z.string(), sizeBytes: z.int().min(0) },
  sha256: z.string().regex(/^[\da-f]{64}$/),
})

/** The form of a content as it comes in and as it is kept: a draft may be incomplete, never out of form. */
export const contentForm = z.object({
  form: z.enum(itemForms, '请选择信息形式'),
  title: words(300, '标题'),
  duty: z.enum(dutyKinds, '请选择公开内容类别'),
  theme: z.enum(themes, '请选择主题分类'),
  genre: z.enum(genres, '请选择体裁'),
  documentNumber: words(100, '发文字号')
    .transform(text => (text === '' ? null : text))
    .nullable(),
  madeOn: z
    .string()
    .refine(isDay, '成文日期请写成 2026-03-02 这样的年-月-日')
    .transform(text => dayOf(text))
    .nullable(),
  jointMakers: z.array(words(100, '联合发文机关').min(1)).max(50, '联合发文机关最多 50 个'),
  keywords: z.array(words(50, '关键词').min(1)).max(20, '关键词最多 20 个'),
  summary: words(2000, '摘要'),
  body: z.string().max(2_000_000, '正文不能超过 200 万字符'),
  attachments: z.array(attachment).max(100, '附件最多 100 个'),
  own: z.record(z.string().max(50), z.string().max(5000, '不能超过 5000 字')),
  ...{ interprets: itemIds, repeals: itemIds, revises: itemIds },
  series: words(100, '专栏名称'),
  rows: z.object({ batch: z.uuid(), count: z.int().min(0), sha256: z.string() }).nullable(),
}) satisfies z.ZodType<ItemContent, unknown>
