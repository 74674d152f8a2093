import { Hono } from 'hono'
import type { AppEnv } from '../../office/env.ts'
import { consultRoutes } from './consult/routes.ts'
import { faultRoutes } from './faults/routes.ts'

/** What the public says to the office: opinions on drafts, faults of pages, whether a page was useful. Open to everybody. */
export function citizensPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  consultRoutes(portal)
  faultRoutes(portal)
  return portal
}
