import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { dayForm } from '../../../office/api/forms.ts'
import { forSignedIn, officeRoutes } from '../../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../../office/env.ts'
import { today } from '../../../platform/clock.ts'
import { describe, gives, queryIn } from '../../../platform/http/openapi.ts'
import { addDays } from '../../../statute/day.ts'
import { repeatsSeen } from '../../act/repeats/repeats.ts'
import { repeatKinds } from '../../repeats/repeats.ts'
import { countRead } from '../demand-in.ts'

const usualDays = 29
const query = z.object({
  kind: z.enum(repeatKinds).default('callers').openapi({ description: '重复来电、多次退单、办结后重办' }),
  from: dayForm.optional(),
  to: dayForm.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const line = z
  .looseObject({
    ...{ key: z.string(), times: z.int() },
    demands: z.array(z.looseObject({ id: z.string(), number: z.string(), subject: z.string() })),
  })
  .openapi('HotlineRepeat')
const routes = [
  {
    method: 'get',
    ...{ path: '/hotline/repeats', summary: '重复来电、多次退单和办结后重办的诉求', tags: ['12345热线'] },
    ...forSignedIn,
    request: { query },
    responses: gives(z.object({ lines: z.array(line), total: z.int() }), '一页和总数；不显示来电人'),
  },
] as const

/** What comes again, over HTTP. */
export function repeatsApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.get('/hotline/repeats', async context => {
    const { from, to = today(), ...asked } = queryIn(context, query)
    const span = { to, from: from ?? addDays(to, -usualDays) }
    const found = await repeatsSeen(context.var.work, { ...asked, ...span }, signedIn(context))
    await countRead(
      context,
      found.lines.flatMap(({ demands }) => demands.map(({ id }) => id)),
    )
    return context.json(found)
  })
  return api
}
