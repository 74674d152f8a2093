import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Instant } from '../../../platform/clock.ts'
import { setting } from '../../../platform/settings.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, yearOf } from '../../../statute/day.ts'
import type { ItemEvent } from '../../events.ts'
import type { ItemContent } from '../../item.ts'
import { contentHash } from '../../store/hash.ts'
import { keepWholeItems, numbersFor, type WholeItem } from '../../store/importing/imported.ts'
import { indexNumberBy } from '../../store/items.ts'
import { redirectOldAddresses } from '../shelf/redirecting.ts'
import { shelve } from '../shelving.ts'

/** An item of another site, understood. */
export interface ItemToKeep {
  /** Given where files were kept for it before; else it is made. */
  readonly id?: string | undefined
  readonly agency: string
  readonly content: ItemContent
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
    for (const { item, edition } of wholes) {
      await shelve(inner, item.id, { what: 'published', at: edition.publishedAt })
    }
    await redirectOldAddresses(
      inner,
      wholes.map(({ item, old }) => ({ oldPath: old, item: item.id })),
    )
    await auditEach(inner, keeping, wholes)
    return wholes.map(({ item }) => item.id)
  })
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
  const { indexPattern } = await setting(work.db, 'disclosure')
  const wholes: WholeItem[] = []
  const series = Map.groupBy(items, ({ agency, publishedOn }) => `${agency} ${yearOf(publishedOn)}`)
  for (const some of series.values()) {
    const [first] = some
    if (first === undefined) continue
    const { agency, publishedOn } = first
    const from = await numbersFor(work, agency, yearOf(publishedOn), some.length)
    for (const [at, each] of some.entries()) {
      const about = { agency, on: each.publishedOn, number: from + at }
      wholes.push(wholeOf(each, keeping, { id: idOf(about), index: indexNumberBy(indexPattern, about) }))
    }
  }
  return wholes
}

function idOf({ agency, on, number }: { agency: string; on: Day; number: number }): string {
  return `${agency}-${yearOf(on)}-${String(number).padStart(4, '0')}`
}

function wholeOf(
  each: ItemToKeep,
  { by, today, moment, source }: Keeping,
  given: { readonly id: string; readonly index: string },
): WholeItem {
  const { agency, content, publishedOn, publishedAt, old, ended } = each
  const sha256 = contentHash(content)
  const who = { at: moment, by: by.id, byName: by.name }
  const imported: ItemEvent = { kind: 'imported', on: today, sha256, publishedOn, from: old, ...who }
  const end: ItemEvent[] =
    ended === undefined ? [] : [{ kind: 'ended', on: today, ...ended, byItem: null, ...who }]
  return {
    item: {
      ...{ id: each.id ?? given.id, agency, startedOn: today },
      indexNumber: each.indexNumber ?? given.index,
    },
    edition: {
      ...{ number: 1, content, sha256, reason: importedReason, urgent: null, publishedAt, publishedOn },
      ...{ by: by.id, byName: by.name },
    },
    events: [imported, ...end],
    ...{ source, old },
  }
}
