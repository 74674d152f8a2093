import { today } from '../../../platform/clock.ts'
import { paths } from '../../../web/paths.ts'
import { type PrintedItem, printedItem } from '../../render/printed.ts'
import type { ShelfItem } from '../../store/shelf/item.ts'
import { headOf } from './head.ts'

/** A public item as it goes onto paper; `base` is what stands before the paths of the site. */
export function paperOf(item: ShelfItem, base: string): PrintedItem {
  const { title, documentNumber, body, madeOn, attachments } = item.shown.content
  return printedItem({
    ...{ title, agency: item.head.agencyName, number: documentNumber ?? '', head: headOf(item, today()) },
    ...{ body, madeOn, attachments: attachments.map(({ name }) => name) },
    address: base + paths.item(item.head.item),
  })
}
