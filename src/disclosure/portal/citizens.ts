import { Hono } from 'hono'
import type { AppEnv } from '../../office/env.ts'
import { consultRoutes } from './consult/routes.ts'
import { faultRoutes } from './faults/routes.ts'
import { feedsRoutes } from './feeds/routes.ts'
import { subscribeRoutes } from './subscribe/routes.ts'

/** What the public says to the office and follows: opinions on drafts, faults of pages, subscriptions, feeds. Open to everybody. */
export function citizensPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  consultRoutes(portal)
  faultRoutes(portal)
  subscribeRoutes(portal)
  feedsRoutes(portal)
  return portal
}
