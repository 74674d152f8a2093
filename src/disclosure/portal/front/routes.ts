import type { Hono } from 'hono'
import { agencyTree } from '../../../office/agencies.ts'
import type { AppEnv } from '../../../office/env.ts'
import { shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { paths } from '../../../web/paths.ts'
import { shelfTag } from '../../shelf-tags.ts'
import { shelfLines } from '../../store/shelf/lines.ts'
import { tallyFacts } from '../cache/facts.ts'
import { dependsOn, type ShelfKeep } from '../cache/keep.ts'
import { columnsPage } from './columns-page.ts'

const column = {
  name: '政府信息公开',
  description: '政府信息公开指南、制度、法定主动公开内容、年报和依申请公开',
}

/** 政府信息公开: the five columns of the platform. */
export function columnsRoutes(portal: Hono<AppEnv>, keep: ShelfKeep): void {
  portal.get(paths.disclosure(), keep, async context => {
    const { work } = context.var
    const [agencies, tallies, newest] = await Promise.all([
      ...[agencyTree(work), tallyFacts(work)],
      shelfLines(work, {}, { today: today(), limit: 10 }),
    ] as const)
    dependsOn(context, paths.disclosure(), [shelfTag.any])
    return shown(context, { title: '政府信息公开', column }, columnsPage({ agencies, tallies, newest }))
  })
}
