import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forTheWholeHouse } from '../../../office/api/who.ts'
import type { AppEnv } from '../../../office/env.ts'
import { gives } from '../../../platform/http/openapi.ts'
import { addressOf } from '../../act/following/subscribing.ts'
import { subscriptions } from '../../store/following/subscriptions.ts'

const tags = ['订阅']
const query = z.object({
  standing: z.enum(['running', 'waiting', 'failing', 'dead']).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
})
const line = z
  .object({
    ...{ id: z.uuid(), way: z.enum(['email', 'webhook']), address: z.string(), words: z.string() },
    ...{ askedAt: z.string(), confirmedAt: z.string().nullable(), endedAt: z.string().nullable() },
    ...{ whyEnded: z.string().nullable(), toldAt: z.string().nullable(), failures: z.number() },
    lastFailure: z.string().nullable(),
  })
  .openapi('Subscription')

/** Who follows, without who they are: what runs, what waits, what fails. */
export function subscriptionsApi(api: OpenAPIHono<AppEnv>): void {
  api.openapi(
    {
      method: 'get',
      ...{ path: '/subscriptions', summary: '公众的订阅，地址只显示一部分', tags, ...forTheWholeHouse },
      request: { query },
      responses: gives(z.object({ lines: z.array(line), total: z.int() }), '发送失败的在前'),
    },
    async context => {
      const { work, secrets } = context.var
      const { standing, page, size } = context.req.valid('query')
      const { lines, total } = await subscriptions(work, { standing, page, size })
      const told = lines.map(each => {
        const { sealed: _, about: __, toldChange: ___, askedSentAt: ____, ...rest } = each
        return { ...rest, address: masked(addressOf(each, secrets) ?? '') }
      })
      return context.json({ lines: told, total }, 200)
    },
  )
}

/** `r***@example.com`; of a web address the host alone. */
function masked(address: string): string {
  const [name = '', domain] = address.split('@')
  if (domain !== undefined) return `${name.slice(0, 1)}***@${domain}`
  return URL.canParse(address) ? new URL(address).host : ''
}
