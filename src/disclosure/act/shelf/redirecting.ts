import type { Work } from '../../../platform/work.ts'
import { keepRedirects, type OldAddress, redirectOf } from '../../store/shelf/redirects.ts'

/**
 * Sends who comes by an address of an older site to the item that was imported from it. An address is a path, with its
 * query where the older site told pages apart by it; a full address is cut to that. Told again, an address leads anew.
 */
export async function redirectOldAddresses(work: Work, addresses: readonly OldAddress[]): Promise<void> {
  const cut = addresses.map(({ oldPath, item }) => [pathOf(oldPath), item] as const)
  await keepRedirects(
    work,
    [...new Map(cut)].map(([oldPath, item]) => ({ oldPath, item })),
  )
}

/** The item that now stands at an older site's address; undefined where none came from there. */
export function itemOfOldAddress(work: Work, address: string): Promise<string | undefined> {
  return redirectOf(work, pathOf(address))
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address, 'http://old.invalid/')
  return pathname + search
}
