import { now, today } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays } from '../../../statute/day.ts'
import { bySeverity } from '../../checks/content.ts'
import {
  keepProgress,
  keepPublicFindings,
  movedAfter,
  type PublicItem,
  publicAfter,
  publicWithLink,
} from '../../store/checks/public.ts'
import { forgetFindings, oldLinkLooks } from '../../store/checks/remembered.ts'
import { editionOf } from '../../store/editions.ts'
import { findingsIn } from '../checking.ts'
import { tryAddresses, tryLinks } from './links.ts'
import { standingList } from './list.ts'

const step = 200

/**
 * Checks what is public: what moved on the shelf since last time, and everything after a changed list, in steps, for so
 * long. @returns how many items were checked, and whether all is done
 */
export async function recheckPublic(
  work: Work,
  { millis, links }: { readonly millis: number; readonly links: boolean },
): Promise<{ readonly checked: number; readonly done: boolean }> {
  const until = performance.now() + millis
  const list = await standingList(work)
  const { version, mark, recheckedVersion } = list
  let [checked, upTo, change] = [0, list.recheckedUpTo, list.lastChange]
  for (;;) {
    const moved = await movedAfter(work, change, step)
    for (const one of moved.items) await recheck(work, one, links)
    checked += moved.items.length
    const more = moved.last > change
    change = moved.last
    if (more) await keepProgress(work, mark, { lastChange: change })
    if (performance.now() > until) return { checked, done: false }
    if (!more) break
  }
  if (recheckedVersion === version) return { checked, done: true }
  for (;;) {
    const items = await publicAfter(work, upTo, step)
    for (const one of items) await recheck(work, one, false)
    checked += items.length
    upTo = items.at(-1)?.item ?? upTo
    const done = items.length < step
    await keepProgress(
      work,
      mark,
      done ? { recheckedUpTo: '', recheckedVersion: version } : { recheckedUpTo: upTo },
    )
    if (done || performance.now() > until) return { checked, done }
  }
}

async function recheck(work: Work, { item, edition }: PublicItem, links: boolean): Promise<void> {
  const found = await editionOf(work, item, edition)
  if (found === undefined) return
  if (links) await tryLinks(work, found.content.body)
  await keepPublicFindings(work, item, bySeverity(await findingsIn(work, found)), now())
}

/** A link that opened once is tried again after so many days: our choice. */
const linkDays = 30
const linksADay = 500

/** Tries old links anew, and looks again at what is public where one answers otherwise now. */
export async function retryLinks(work: Work): Promise<number> {
  const old = await oldLinkLooks(work, addDays(today(), -linkDays), linksADay)
  const changed = await tryAddresses(work, old)
  for (const address of changed) {
    for (const one of await publicWithLink(work, address)) await recheck(work, one, false)
  }
  return changed.length
}

/** What was found in a draft is forgotten after so many days: it is found again when it is asked. */
const keptDays = 30

/** Forgets what was found long ago. */
export async function forgetOldFindings(work: Work): Promise<void> {
  await forgetFindings(work, `${addDays(today(), -keptDays)}T00:00:00Z`)
}
