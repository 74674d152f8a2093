import { agencyTree } from '../../../office/agencies.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import { type Actor, sees } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import type { ItemContent } from '../../item.ts'
import { itemStepTable, refusalOfItem } from '../../steps.ts'
import { editionLines, editionOf } from '../../store/editions.ts'
import { type ItemRecord, itemRecordOf } from '../../store/history.ts'
import { itemsNamed, relationsOfItem } from '../../store/lines/beside.ts'
import type { ItemStepOffer, ItemView } from '../../view.ts'
import { situationOf } from '../act.ts'
import { dueOfItem } from './dues.ts'
import type { ItemReading } from './lines.ts'

/** The item, where it exists and this person may see what is not yet public of its agency. */
export async function itemSeen(work: Work, id: string, reader: Actor): Promise<ItemRecord | undefined> {
  const [record, tree] = await Promise.all([itemRecordOf(work, id), agencyTree(work)])
  return record !== undefined && sees(reader, record.item.agency, tree) ? record : undefined
}

/** One item as the staff work on it; undefined where there is none, or this person may not see it. */
export async function itemView(
  work: Work,
  id: string,
  { reader, today }: ItemReading,
): Promise<ItemView | undefined> {
  const record = await itemSeen(work, id, reader)
  if (record === undefined) return undefined
  const { item, standing, events, draft } = record
  const names = draft === null ? [] : namesIn(draft.content)
  const [tree, calendar, editions, edition, relations, named] = await Promise.all([
    ...[agencyTree(work), currentCalendar(work), editionLines(work, id)],
    ...[editionOf(work, id, standing.edition), relationsOfItem(work, id), itemsNamed(work, names)],
  ] as const)
  const madeOn = draft?.content.madeOn ?? null
  return {
    ...{ item, standing, events, draft, editions, relations, named, published: edition?.content ?? null },
    agencyName: tree.find(({ code }) => code === item.agency)?.name ?? item.agency,
    ...dueOfItem({ madeOn, shelf: standing.shelf, draft: standing.draft }, { asOf: today, calendar }),
    steps: offersOf(record, reader, today),
  }
}

function namesIn({ interprets, repeals, revises }: ItemContent): string[] {
  return [...new Set([...interprets, ...repeals, ...revises])]
}

/** Every line of the table of steps, each with why not. */
function offersOf(record: ItemRecord, reader: Actor, today: Day): ItemStepOffer[] {
  return itemStepTable.map(({ step, label, law }) => {
    const refusal = refusalOfItem(step, situationOf(record), reader, today)
    if (refusal === undefined) return { step, label, law }
    return { step, label, law, refusal: { message: refusal.message, law: refusal.law } }
  })
}
