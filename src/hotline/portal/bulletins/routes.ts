import { Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { isUuid } from '../../../platform/text/uuid.ts'
import { paths } from '../../../web/paths.ts'
import { bulletinFile, bulletinFormats, bulletinMedia } from '../../act/bulletins/printing.ts'
import { publicBulletin, publicBulletins } from '../../act/bulletins/public.ts'
import { publicBulletinPage, publicBulletinsPage } from './pages.ts'

const size = 20
const column = { name: '12345诉求', description: '热线通报、热点问题及办理' }

/** The published bulletins of the hotline: for everybody. */
export function bulletinsPortal(): Hono<AppEnv> {
  const portal = new Hono<AppEnv>()
  portal.get(paths.hotlineBulletins(), async context => {
    const page = Math.max(1, numberIn(context.req.query('page')) ?? 1)
    const found = await publicBulletins(context.var.work, page, size)
    return shown(context, { title: '12345热线通报', column }, publicBulletinsPage({ ...found, page, size }))
  })
  portal.get('/hotline/bulletins/:id', async context => {
    const edition = numberIn(context.req.query('edition'))
    const id = context.req.param('id')
    const found = isUuid(id) ? await publicBulletin(context.var.work, id, edition) : undefined
    if (found === undefined) return missing(context)
    return shown(context, { title: found.content.title, column }, publicBulletinPage(found))
  })
  portal.get('/hotline/bulletins/:id/editions/:edition/:file{file\\.(docx|pdf)}', async context => {
    const { id, edition, file } = context.req.param()
    const format = bulletinFormats.find(each => file.endsWith(each))
    const found = isUuid(id) ? await publicBulletin(context.var.work, id, numberIn(edition) ?? 0) : undefined
    if (found === undefined || format === undefined) return missing(context)
    const address = `${await baseHere(context)}${paths.hotlineBulletin(id, found.edition)}`
    const bytes = await bulletinFile({ ...found, address }, format)
    return context.body(Uint8Array.from(bytes), 200, {
      'content-type': bulletinMedia[format],
      'content-disposition': namedFile(`${found.content.title}.${format}`),
    })
  })
  return portal
}
