import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../../office/env.ts'
import { baseHere, missing, numberIn, shown } from '../../../office/portal/shown.ts'
import { today } from '../../../platform/clock.ts'
import { paths } from '../../../web/paths.ts'
import { shelfTag } from '../../shelf-tags.ts'
import { editionOf } from '../../store/editions.ts'
import { type ShelfHead, type ShelfItem, shelfHead, shelfItem, withdrawalOf } from '../../store/shelf/item.ts'
import { dependsOn, type ShelfKeep } from '../cache/keep.ts'
import { differencePage } from './difference-page.ts'
import { giveFile, givePrinted } from './files.ts'
import { articleOf, dataOf } from './metadata.ts'
import { itemPage } from './page.ts'
import { withdrawnPage } from './withdrawn-page.ts'

/** An item, its older editions, what they changed, its files. */
export function itemRoutes(portal: Hono<AppEnv>, keep: ShelfKeep): void {
  portal.get('/disclosure/items/:id', keep, context => showItem(context))
  portal.get('/disclosure/items/:id/editions/:edition{\\d{1,6}}', keep, context =>
    showItem(context, numberIn(context.req.param('edition'))),
  )
  portal.get('/disclosure/items/:id/difference', keep, showDifference)
  portal.get('/disclosure/items/:id/files/:file', giveFile)
  portal.get('/disclosure/items/:id/:file{file\\.[a-z]+}', givePrinted)
}

async function showItem(context: Context<AppEnv>, edition?: number): Promise<Response> {
  const { work } = context.var
  const id = context.req.param('id') ?? ''
  const own = edition === undefined ? paths.item(id) : paths.itemEdition(id, edition)
  const item = await shelfItem(work, id, edition)
  if (item === undefined) return missing(context)
  if (!('shown' in item)) return showWithdrawn(context, item, own)
  const { head } = item
  const base = await baseHere(context)
  const canonical = item.shown.number === head.edition ? paths.item(head.item) : own
  dependsOn(context, own, tagsOf(item))
  const on = today()
  const view = { ...item, today: on, address: base + canonical, still: context.var.still !== undefined }
  const { title } = item.shown.content
  const older = item.shown.number === head.edition ? '' : `（第 ${item.shown.number} 版）`
  const said = { title: title + older, canonical, script: true }
  const about = { article: articleOf(item), data: dataOf(item, { address: base + canonical, today: on }) }
  return shown(context, { ...said, ...about }, itemPage(view))
}

function tagsOf({ head, relations }: ShelfItem): string[] {
  const others = relations.map(({ item }) => shelfTag.item(item))
  return [shelfTag.item(head.item), shelfTag.links(head.item), ...others]
}

async function showWithdrawn(context: Context<AppEnv>, head: ShelfHead, own: string): Promise<Response> {
  dependsOn(context, own, [shelfTag.item(head.item)])
  const withdrawn = await withdrawalOf(context.var.work, head.item)
  return shown(context, { title: '已撤下的信息' }, withdrawnPage(head, withdrawn), 410)
}

async function showDifference(context: Context<AppEnv>): Promise<Response> {
  const { work } = context.var
  const head = await shelfHead(work, context.req.param('id') ?? '')
  if (head === undefined) return missing(context)
  const [first, second] = [numberIn(context.req.query('from')), numberIn(context.req.query('to'))]
  const own = paths.itemDifference(head.item, first ?? 0, second ?? 0)
  if (head.shelf === 'withdrawn') return showWithdrawn(context, head, own)
  const [from, to] = await Promise.all([
    ...[editionOf(work, head.item, first ?? 0), editionOf(work, head.item, second ?? 0)],
  ] as const)
  if (from === undefined || to === undefined) return missing(context)
  dependsOn(context, own, [shelfTag.item(head.item)])
  return shown(context, { title: `${to.content.title}的版本差异` }, differencePage({ head, from, to }))
}
