import { z } from '@hono/zod-openapi'
import { dutyKinds, themes } from '../../../statute/proactive.ts'
import { itemForms } from '../../forms.ts'
import { type SiteMapping, siteFields, sourceKinds } from '../../importing/mapping.ts'
import { selectorOf } from '../../read/site/selector.ts'

const words = (most: number) => z.string('应为文字').trim().max(most, `不能超过 ${most} 字`)
const filled = (most: number) => words(most).min(1, '不能为空')

const source = z
  .strictObject(
    { from: z.enum(sourceKinds, `from 应为 ${sourceKinds.join('、')} 之一`), name: filled(300) },
    '应写成 {"from":"meta","name":"PubDate"}',
  )
  .refine(({ from, name }) => from !== 'select' || selectorOf(name) !== undefined, {
    message: '选择器只能用标签、#标识、.类名，用空格表示“其中的”，如 div.content #zoom',
  })
const meaning = z.strictObject(
  {
    form: z.enum(itemForms, '没有这种信息形式').optional(),
    duty: z.enum(dutyKinds, '没有这一类公开内容').optional(),
    theme: z.enum(themes, '没有这个主题分类').optional(),
  },
  '栏目应对应 form、duty、theme，不能有别的项目',
)

/** How the pages of an older site are read, as it comes in and as it is kept; what is wrong is said in Chinese. */
export const siteMappingForm = z
  .strictObject(
    {
      base: z
        .url({ protocol: /^https?$/, error: 'base 应是网址，如 http://www.yunchuan.gov.cn/' })
        .optional(),
      root: words(300).optional(),
      list: filled(300).optional(),
      fields: z
        .partialRecord(
          z.enum(siteFields, '没有这个项目'),
          z.array(source, '应是一组来源').min(1, '至少写一处来源').max(20, '最多 20 处来源'),
        )
        .refine(fields => (fields.body ?? []).every(({ from }) => from === 'select'), {
          message: '正文只能用 select 指明页面元素',
          path: ['body'],
        })
        .optional(),
      columns: z.record(filled(100), meaning, '应是栏目到信息形式的对应').optional(),
      agencies: z.record(filled(200), filled(100), '应是机构名称到机构代码的对应').optional(),
      skip: z.array(filled(300), '应是一组路径').max(200, '最多 200 个路径').optional(),
      sameNumber: z.enum(['skip', 'keep'], '应为 skip 或者 keep').optional(),
    },
    '映射应是一个 JSON 对象，只含 base、root、list、fields、columns、agencies、skip、sameNumber',
  )
  .openapi('SiteMapping') satisfies z.ZodType<SiteMapping, unknown>
