import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { agenciesSeen } from '../../office/agencies.ts'
import { forSignedIn } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { describe, gives, queryIn } from '../../platform/http/openapi.ts'
import { isDay } from '../../statute/day.ts'
import { statisticsOf } from '../act/figures/statistics.ts'
import { statisticGroups } from '../figures/statistics.ts'

const day = z.string().refine(isDay, '日期应写成 2026-03-02 这样的年-月-日')
const query = z.object({
  agency: z.string().max(63).optional().openapi({ description: '不写为本人可见的全部机关' }),
  from: day.optional().openapi({ description: '办结之日自何日起；不写为今年 1 月 1 日' }),
  until: day.optional().openapi({ description: '到何日止；不写为今天' }),
  group: z.enum(statisticGroups).default('department').openapi({ description: '按什么比较' }),
})
const distribution = {
  ...{ closed: z.int(), timed: z.int(), late: z.int() },
  ...{ median: z.int().nullable(), ninetieth: z.int().nullable(), longest: z.int().nullable() },
}
const view = z.object({
  ...{ from: z.string(), until: z.string(), group: z.string(), all: z.object(distribution) },
  classes: z.array(z.int()).openapi({ description: '各档工作日的件数' }),
  lines: z.array(z.object({ key: z.string(), label: z.string(), ...distribution })),
  late: z.array(z.object({ id: z.string(), number: z.string(), due: z.string(), outcomeOn: z.string() })),
  open: z.object({ count: z.int(), late: z.int() }),
})

/** How long answers took, for whoever may see the agencies. */
export function statisticsRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, [
    {
      method: 'get',
      ...{ path: '/requests/statistics', summary: '答复用时和超期的统计', tags: ['统计'] },
      ...forSignedIn,
      description: '可用者：该机关的人员，以及上级机关的主管部门、审计员和系统管理员。',
      request: { query },
      responses: gives(view, '分布、比较和超期答复的申请'),
    },
  ])
  api.get('/requests/statistics', async context => {
    const reader = signedIn(context)
    const asked = queryIn(context, query)
    const { agency, group, from = `${today().slice(0, 4)}-01-01`, until = today() } = asked
    const agencies = (await agenciesSeen(context.var.work, reader, agency)).map(({ code }) => code)
    return context.json(await statisticsOf(context.var.work, { agencies, from, until, group }, today()))
  })
}
