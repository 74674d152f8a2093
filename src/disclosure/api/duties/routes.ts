import type { OpenAPIHono } from '@hono/zod-openapi'
import { officeRoutes } from '../../../office/api/who.ts'
import type { AppEnv } from '../../../office/env.ts'
import type { ReportsPublished } from '../../act/duties/duties.ts'
import { channelRoutes } from './channels.ts'
import { dutyRoutes } from './duties.ts'
import { ledgerRoutes } from './ledger.ts'
import { selfCheckRoutes } from './self-check.ts'

/** Every duty in view: the ledger of timeliness, what should exist, the site's self-check, the other channels. */
export function dutiesApi(reports: ReportsPublished): OpenAPIHono<AppEnv> {
  const api = officeRoutes()
  ledgerRoutes(api)
  dutyRoutes(api, reports)
  channelRoutes(api)
  selfCheckRoutes(api)
  return api
}
