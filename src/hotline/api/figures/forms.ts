import { z } from '@hono/zod-openapi'
import { dayForm } from '../../../office/api/forms.ts'
import { forSignedIn, forTheWholeHouse } from '../../../office/api/who.ts'
import { does, gives, takes } from '../../../platform/http/openapi.ts'
import { dayOf } from '../../../statute/day.ts'
import { demandChannels, demandTypes } from '../../demand.ts'
import { resolutions, satisfactions } from '../../events.ts'
import { instantMinutes, signingMinutes } from '../../figures/counters.ts'
import { figures } from '../../figures/definitions.ts'
import { figureGroupLabel, figureGroups } from '../../figures/grouping.ts'
import { unsaidWays } from '../../figures/version.ts'

const tags = ['12345热线']
const readers = {
  ...forSignedIn,
  description: '可用者：热线和承办单位的人员，以及上级机关的主管部门、审计员和系统管理员；限本人可见的诉求。',
}
const day = dayForm.transform(dayOf)
const moment = z.iso.datetime({ offset: true, error: '请写成 2026-03-31T16:00:00Z 这样的时刻' })

const scope = {
  from: day.optional().openapi({ description: '登记日期自何日起；不写为本月 1 日' }),
  until: day.optional().openapi({ description: '到何日止；不写为今天' }),
  hotline: z.string().max(63).optional(),
  unit: z.string().max(63).optional().openapi({ description: '承办单位；空串为未转承办单位的' }),
  type: z.enum(demandTypes).optional(),
  channel: z.enum(demandChannels).optional(),
  area: z.string().max(40).optional().openapi({
    description:
      '县（市）区或者乡镇街道及其以下，如 青禾县、青禾县/白石镇；空串为地点没有写明的，末尾加 / 为没有写到下一级的',
  }),
  place: z.string().max(40).optional().openapi({ description: '地点的名称，如 青杉小区；空串为没有写明的' }),
  category: z
    .string()
    .max(130)
    .optional()
    .openapi({ description: '诉求分类及其以下，各级之间用 /；空串为没有分类的，末尾加 / 为没有再细分的' }),
  asOf: moment.optional().openapi({ description: '截止时刻；不写为此刻' }),
}

/** What figures are asked. */
export const figuresQuery = z.object({
  ...scope,
  counts: z
    .enum(['demands', 'events', 'people'])
    .optional()
    .openapi({ description: '写 people 时才统计诉求人数，否则人数为 null' }),
  by: z
    .string()
    .default('')
    .transform(text => text.split(',').filter(each => each !== ''))
    .pipe(z.array(z.enum(figureGroups, '没有这种比较')).max(3, '最多三种比较'))
    .openapi({
      type: 'string',
      description: `逗号分隔：${figureGroups.map(each => `${each} ${figureGroupLabel[each]}`).join('、')}`,
    }),
})

/** Which number is opened. */
export const behindQuery = z.object({
  ...scope,
  figure: z.enum(figures, '没有这个指标'),
  part: z.enum(['numerator', 'denominator']).default('numerator'),
  bulletin: z.uuid('请写通报的编号').optional().openapi({ description: '只列这期通报中一行的诉求' }),
  table: z.enum(['repeated', 'industries']).optional().openapi({ description: '重复投诉或者行业' }),
  row: z.string().max(63).optional().openapi({ description: '该表的哪一行：单位的代码或者行业的名称' }),
})
export const behindPage = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})

/** A version of the definitions as it is set. */
export const versionForm = z
  .object({
    ...{ from: day, question: z.enum(['handling', 'result'], '请选择以哪一项评价为准') },
    satisfied: z.array(z.enum(satisfactions)).max(5),
    unsaid: z.enum(unsaidWays, '请选择未评价的如何计'),
    resolved: z.array(z.enum(resolutions)).max(4),
    instant: z.literal(instantMinutes, '请选择分钟数'),
    signing: z.literal(signingMinutes, '请选择分钟数'),
    basis: z.string().trim().max(500, '不能超过 500 字'),
  })
  .openapi('FigureVersion')

const version = z.looseObject({ from: z.string(), question: z.string(), basis: z.string() })
const count = z.object({ numerator: z.number().nullable(), denominator: z.number().nullable() })
const counts = z
  .record(z.string(), count)
  .openapi({ description: '各指标的分子和分母；不是比率的分母为 null' })
const view = z
  .looseObject({
    ...{ from: z.string(), until: z.string(), asOf: z.string(), by: z.array(z.string()), whole: counts },
    lines: z.array(z.object({ keys: z.array(z.string()), figures: counts })),
    names: z.record(z.string(), z.string()),
    versions: z.array(z.object({ from: z.string(), version })),
  })
  .openapi('Figures')
const line = z.looseObject({ id: z.string(), number: z.string(), subject: z.string(), filedAt: z.string() })

/** The interface of the figures, as it is described. */
export const figuresRoutes = [
  {
    method: 'get',
    ...{
      path: '/hotline/figures',
      summary: '热线的各项指标，按时间、单位、类型、来源、县区、地点、分类比较',
      tags,
      ...readers,
    },
    request: { query: figuresQuery },
    responses: gives(view, '指标'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/figures/demands', summary: '一个数字背后的诉求', tags, ...readers },
    request: { query: behindQuery.extend(behindPage.shape) },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '一页诉求和总数'),
  },
  {
    method: 'get',
    ...{ path: '/hotline/figures/demands.csv', summary: '导出一个数字背后的全部诉求', tags, ...readers },
    request: { query: behindQuery },
    responses: {
      ...gives(z.string(), ''),
      200: {
        description: '边查边传的 CSV 文件，一件一行，不限行数',
        content: { 'text/csv': { schema: z.string() } },
      },
    },
  },
  {
    method: 'get',
    ...{ path: '/hotline/figures/versions', summary: '统计口径的各个版本', tags, ...forSignedIn },
    responses: gives(z.array(version), '口径，按施行日期'),
  },
  {
    method: 'post',
    ...{ path: '/hotline/figures/versions', summary: '从某日起调整统计口径，以前的不变', tags },
    ...forTheWholeHouse,
    request: takes(versionForm),
    responses: does('已保存'),
  },
] as const
