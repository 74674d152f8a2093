import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Instant } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { ItemEvent } from '../../events.ts'
import type { Item, ItemContent } from '../../item.ts'
import { itemStandingAfter } from '../../standing.ts'
import { contentHash } from '../../store/hash.ts'
import { keepItems, keepWholeItems, type WholeItem } from '../../store/importing/imported.ts'
import { redirectOldAddresses } from '../shelf/redirecting.ts'
import { type MovedIn, shelveMovedIn } from '../shelving.ts'
import { numbered } from './numbering.ts'

/** An item of another site, understood. */
export interface ItemToKeep {
  readonly agency: string
  readonly content: ItemContent
  /** Keeps its files once it has a number, and gives the content that names them. */
  readonly finish?: ((work: Work, id: string) => Promise<ItemContent>) | undefined
  /** 公开日期 as the old site says it: that it was public then is the old site's word, not our review. */
  readonly publishedOn: Day
  readonly publishedAt: Instant
  /** 索引号 as it was; null where it had none, and is given one. */
  readonly indexNumber: string | null
  readonly old: string
  readonly ended?: {
    readonly validity: 'revised' | 'repealed' | 'expired'
    readonly endsOn: Day
    readonly byWords: string
  }
}

interface Keeping {
  readonly by: Actor
  readonly today: Day
  readonly moment: Instant
  /** The name of the old site. */
  readonly source: string
}

/** Why the one edition of an imported item stands. */
export const importedReason = '从原网站迁入'

/** Keeps items of another site, all of these or none: each with its one edition, its old number, and its old address leading to it. @returns their ids */
export async function keepImported(
  work: Work,
  keeping: Keeping,
  items: readonly ItemToKeep[],
): Promise<readonly string[]> {
  return await work.transaction(async inner => {
    const wholes = await wholesOf(inner, keeping, items)
    await keepWholeItems(inner, wholes)
    await shelveMovedIn(inner, wholes.map(movedIn))
    await redirectOldAddresses(
      inner,
      wholes.map(({ item, old }) => ({ oldPath: old, item: item.id })),
    )
    await auditEach(inner, keeping, wholes)
    return wholes.map(({ item }) => item.id)
  })
}

function movedIn({ item, edition, events }: WholeItem): MovedIn {
  const { content, publishedOn, publishedAt: at } = edition
  return { item, content, publishedOn, at, validity: itemStandingAfter(events).validity }
}

async function auditEach(work: Work, { by, source }: Keeping, wholes: readonly WholeItem[]): Promise<void> {
  for (const [agency, some] of Map.groupBy(wholes, ({ item }) => item.agency)) {
    const who = { by: by.id, byName: by.name, agency }
    const detail = {
      name: source,
      rows: some.length,
      from: some[0]?.item.id ?? '',
      to: some.at(-1)?.item.id ?? '',
    }
    await audit(work, { ...who, act: 'disclosure.import', subject: agency, detail })
  }
}

async function wholesOf(work: Work, keeping: Keeping, items: readonly ItemToKeep[]): Promise<WholeItem[]> {
  const wholes: WholeItem[] = []
  for (const { each, id, indexNumber } of await numbered(work, items)) {
    const item = { id, agency: each.agency, startedOn: keeping.today, indexNumber }
    wholes.push(wholeOf(item, await finished(work, item, each), keeping))
  }
  return wholes
}

async function finished(work: Work, item: Item, each: ItemToKeep): Promise<ItemToKeep> {
  if (each.finish === undefined) return each
  await keepItems(work, [item])
  return { ...each, content: await each.finish(work, item.id) }
}

function wholeOf(item: Item, each: ItemToKeep, { by, today, moment, source }: Keeping): WholeItem {
  const { content, publishedOn, publishedAt, old, ended } = each
  const sha256 = contentHash(content)
  const who = { at: moment, by: by.id, byName: by.name }
  const imported: ItemEvent = { kind: 'imported', on: today, sha256, publishedOn, from: old, ...who }
  const end: ItemEvent[] =
    ended === undefined ? [] : [{ kind: 'ended', on: today, ...ended, byItem: null, ...who }]
  return {
    item,
    edition: {
      ...{ number: 1, content, sha256, reason: importedReason, urgent: null, publishedAt, publishedOn },
      ...{ by: by.id, byName: by.name },
    },
    events: [imported, ...end],
    ...{ source, old },
  }
}
