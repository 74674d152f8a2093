import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forSignedIn } from '../../office/api/who.ts'
import { type AppEnv, signedIn } from '../../office/env.ts'
import { today } from '../../platform/clock.ts'
import { describe, gives } from '../../platform/http/openapi.ts'
import { warningsFor } from '../act/unasked/warning.ts'
import { warningKinds } from '../warnings.ts'

const warning = z.object({
  ...{ request: z.string(), agency: z.string(), kind: z.enum(warningKinds), words: z.string() },
})

/** The day's warnings for who asks: his own requests, and what concerns the roles that he holds. */
export function warnedRoutes(api: OpenAPIHono<AppEnv>): void {
  describe(api, [
    {
      method: 'get',
      ...{ path: '/requests/warnings', summary: '今天给本人的提醒', tags: ['依申请公开'] },
      ...{ ...forSignedIn, responses: gives(z.array(warning), '将到期、今天到期、已逾期、未确认等') },
    },
  ])
  api.get('/requests/warnings', async context =>
    context.json(await warningsFor(context.var.work, signedIn(context), today())),
  )
}
