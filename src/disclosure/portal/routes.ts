import { Hono } from 'hono'
import type { AppEnv } from '../../office/env.ts'
import { shelfKept } from './cache/keep.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { documentsRoutes } from './documents/routes.ts'
import { columnsRoutes } from './front/routes.ts'
import { itemRoutes } from './item/routes.ts'
import { livingRoutes } from './living/routes.ts'
import { openDataRoutes } from './open-data/routes.ts'
import { previewRoutes } from './preview/routes.ts'
import { resultsRoutes } from './results/routes.ts'
import { resultsElsewhere } from './search/results.ts'
import { searchRoutes } from './search/routes.ts'
import type { SearchElsewhere } from './search/view.ts'

/** The public shelf of proactive disclosure, and the search over it and `elsewhere`; open to everybody. */
export function disclosurePortal(elsewhere: readonly SearchElsewhere[] = []): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  const keep = shelfKept()
  columnsRoutes(portal, keep)
  livingRoutes(portal, keep)
  catalogueRoutes(portal, keep)
  documentsRoutes(portal, keep)
  itemRoutes(portal, keep)
  previewRoutes(portal)
  resultsRoutes(portal)
  openDataRoutes(portal)
  searchRoutes(portal, [resultsElsewhere, ...elsewhere])
  return portal
}
