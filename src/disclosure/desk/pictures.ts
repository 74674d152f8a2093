import { paths } from '../../web/paths.ts'

/** Where the desk reads a file of an item, also before it is public. */
export function deskFile(item: string, file: string): string {
  return `/api/v1/items/${item}/files/${file}`
}

/** The body with its pictures where the desk may read them. */
export function onTheDesk(item: string, body: string): string {
  return body.replaceAll(`src="${paths.itemFile(item, '')}`, `src="${deskFile(item, '')}`)
}

/** The body with its pictures where the public will read them. */
export function onTheShelf(item: string, body: string): string {
  return body.replaceAll(`src="${deskFile(item, '')}`, `src="${paths.itemFile(item, '')}`)
}
