import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { forWorkers, officeRoutes } from '../../office/api/who.ts'
import { type AppEnv, signedIn, type Who } from '../../office/env.ts'
import { momentToday } from '../../platform/clock.ts'
import { body, describe, does, gives, takes } from '../../platform/http/openapi.ts'
import { sayGone, sayPresent } from '../act/live/presence.ts'
import { demandIn } from './demand-in.ts'

const tags = ['12345热线']
const key = z.object({ id: z.string().max(100).openapi({ description: '诉求的编号' }) })
const presenceForm = z
  .object({ writing: z.boolean().default(false).openapi({ description: '正在填写办理内容' }) })
  .openapi('DemandPresence')
const present = z.object({ name: z.string(), writing: z.boolean() })

const routes = [
  {
    method: 'post',
    ...{
      path: '/demands/{id}/presence',
      summary: '正在查看这件诉求；一分钟内没有再报的视为离开',
      tags,
      ...forWorkers,
    },
    request: { params: key, ...takes(presenceForm) },
    responses: gives(z.object({ others: z.array(present) }), '还有谁正在查看'),
  },
  {
    method: 'delete',
    ...{ path: '/demands/{id}/presence', summary: '不再查看', tags, ...forWorkers },
    request: { params: key },
    responses: does('已离开'),
  },
] as const

/** Who else has a demand open, over HTTP. */
export function demandPresenceApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  describe(api, routes)
  api.post('/demands/:id/presence', async context => {
    const { writing } = await body(context, presenceForm)
    const presenting = { ...(await openedBy(context)), moment: momentToday() }
    return context.json({ others: await sayPresent(context.var.work, presenting, writing) })
  })
  api.delete('/demands/:id/presence', async context => {
    await sayGone(context.var.work, await openedBy(context))
    return context.body(null, 204)
  })
  return api
}

async function openedBy(context: Who) {
  const { demand } = await demandIn(context)
  return { demand: demand.id, by: signedIn(context) }
}
