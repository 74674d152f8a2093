import { z } from '@hono/zod-openapi'
import { dutyKinds } from '../../statute/proactive.ts'
import type { ItemQuery } from '../act/views/lines.ts'
import { itemForms } from '../forms.ts'
import { validities } from '../item.ts'
import { draftStates, shelfStates } from '../standing.ts'
import { itemLineOrders } from '../store/lines/lines.ts'

const flag = z.enum(['1', 'true']).optional()

/** What the list of items may be asked in its address. */
export const itemQuery = z.object({
  agency: z.string().max(63).optional(),
  form: z.enum(itemForms, '没有这种信息形式').optional(),
  duty: z.enum(dutyKinds, '没有这一类别').optional(),
  draft: z
    .enum(['atWork', ...draftStates], '没有这种稿件状态')
    .optional()
    .openapi({ description: '稿件状态；atWork 为全部在办的' }),
  shelf: z.enum(shelfStates, '没有这种公开状态').optional(),
  validity: z.enum(validities, '没有这种有效性').optional(),
  handler: z.string().max(100).optional().openapi({ description: '经办人的编号' }),
  series: z.string().max(100).optional(),
  q: z.string().trim().max(100, '查找的字不能超过 100 个').optional(),
  late: flag.openapi({ description: '1 为超过 20 个工作日尚未公开的' }),
  urgent: flag.openapi({ description: '1 为应急发布后尚未补作审查的' }),
  sort: z
    .string()
    .regex(/^-?(moved|made|published|title|index|scheduled|review|draft)$/, '不能这样排序')
    .default('-moved')
    .openapi({ description: `${itemLineOrders.join('、')}；前加 - 为倒序` }),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
})

/** What the list is asked by these words of an address. */
export function itemsAsked({ sort, late, urgent, ...asked }: z.infer<typeof itemQuery>): ItemQuery {
  const name = sort.replace(/^-/, '')
  return {
    ...{ ...asked, late: late !== undefined, urgent: urgent !== undefined },
    ...{ sort: itemLineOrders.find(each => each === name) ?? 'moved', descending: sort.startsWith('-') },
  }
}
