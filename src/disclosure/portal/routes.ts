import { Hono } from 'hono'
import type { AppEnv } from '../../office/env.ts'
import { shelfKept } from './cache/keep.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { documentsRoutes } from './documents/routes.ts'
import { columnsRoutes } from './front/routes.ts'
import { itemRoutes } from './item/routes.ts'
import { livingRoutes } from './living/routes.ts'

/** The public shelf of proactive disclosure; open to everybody. */
export function disclosurePortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  const keep = shelfKept()
  columnsRoutes(portal, keep)
  livingRoutes(portal, keep)
  catalogueRoutes(portal, keep)
  documentsRoutes(portal, keep)
  itemRoutes(portal, keep)
  return portal
}
