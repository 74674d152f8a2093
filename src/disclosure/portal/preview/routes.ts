import type { Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { missing } from '../../../office/portal/shown.ts'
import { paths } from '../../../web/paths.ts'
import { publicFile } from '../../store/shelf/files.ts'
import { shelfHead } from '../../store/shelf/item.ts'
import { givePreview } from './give.ts'

/** Attachments in the browser, without plugin and without scripts; only those of what is public. */
export function previewRoutes(portal: Hono<AppEnv>): void {
  portal.get('/disclosure/items/:id/files/:file/preview', async context => {
    const { work } = context.var
    const { id, file: name } = context.req.param()
    const file = await publicFile(work, id, name)
    const head = file === undefined ? undefined : await shelfHead(work, id)
    if (file === undefined || head === undefined) return missing(context)
    return await givePreview(context, file, {
      item: { address: paths.item(id), title: head.title },
      ...{ file: paths.itemFile(id, name), address: paths.itemFilePreview(id, name) },
    })
  })
}
