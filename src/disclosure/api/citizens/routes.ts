import type { OpenAPIHono } from '@hono/zod-openapi'
import { officeRoutes } from '../../../office/api/who.ts'
import type { AppEnv } from '../../../office/env.ts'
import { faultApi } from './faults.ts'
import { opinionRoutes } from './opinions.ts'
import { subscriptionsApi } from './subscriptions.ts'

/** What the public says to the office, for the staff: opinions, faults, usefulness, subscriptions. */
export function citizensApi(): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  opinionRoutes(api)
  faultApi(api)
  subscriptionsApi(api)
  return api
}
