import type { Work } from '../../platform/work.ts'
import { type Day, dayOf, inChinese } from '../../statute/day.ts'
import { refuse } from '../../statute/refusal.ts'
import type { ItemEvent } from '../events.ts'
import type { Item, ItemContent } from '../item.ts'
import { appendItemEvent, itemRecordOf } from '../store/history.ts'
import { type ItemDoing, takeItemStep } from './act.ts'
import { shelve } from './shelving.ts'

/** What ends a document: how, from which day, and by which act. */
export interface Ending {
  readonly validity: 'revised' | 'repealed' | 'expired'
  /** The first day on which it is no longer in force. */
  readonly endsOn: Day
  readonly byWords: string
  readonly byItem: string | null
}

/** Writes down that a document was revised, repealed or has expired; the page stays and says so. */
export function end(work: Work, doing: ItemDoing, told: Ending) {
  return takeItemStep(work, doing, 'end', async before => {
    const content = before.draft?.content
    const madeOn = (await madeOnOf(work, doing.id)) ?? null
    if (told.byWords === '') return refuse('请写明依据的文件或者原因。')
    if (madeOn !== null && told.endsOn < madeOn) {
      return refuse(`失效日期不能早于成文日期 ${inChinese(madeOn)}。`, 'Art 20 (1)')
    }
    if (told.byItem !== null && (await madeOnOf(before.work, told.byItem)) === undefined)
      return refuse('没有找到所选的依据文件，请重新选择，或者只填写文号。')
    if (told.byItem === doing.id || content?.repeals.includes(doing.id)) return refuse('文件不能由自己废止。')
    return {
      tells: { kind: 'ended', on: doing.today, ...told },
      after: () => shelve(before.work, doing.id, { what: 'ended', at: before.moment }),
    }
  })
}

/** The day of making of what was ever public; undefined for what was not. */
async function madeOnOf(work: Work, item: string): Promise<Day | null | undefined> {
  const row = await work.db
    .selectFrom('disclosure_standings')
    .select('made_on')
    .where('item', '=', item)
    .where('edition', '>', 0)
    .executeTakeFirst()
  return row === undefined ? undefined : row.made_on === null ? null : dayOf(row.made_on)
}

/** What a document that was just published ends of others: repealed or revised from its own day in force. */
export async function endOthers(
  work: Work,
  item: Item,
  content: ItemContent,
  event: ItemEvent,
): Promise<void> {
  for (const [validity, targets] of [
    ['repealed', content.repeals],
    ['revised', content.revises],
  ] as const) {
    for (const target of targets) await endOne(work, { target, validity, item, content, event })
  }
}

interface EndedByAnother {
  readonly target: string
  readonly validity: 'repealed' | 'revised'
  readonly item: Item
  readonly content: ItemContent
  readonly event: ItemEvent
}

async function endOne(work: Work, { target, validity, item, content, event }: EndedByAnother): Promise<void> {
  const record = await itemRecordOf(work, target, true)
  if (record === undefined || record.standing.edition === 0) return
  if (record.standing.validity === 'repealed' || record.standing.validity === 'expired') return
  const endsOn = effectiveOf(content, event.on)
  const byWords = content.documentNumber ?? content.title
  const { at, by, byName, on } = event
  const ended = { kind: 'ended', on, validity, endsOn, byWords, byItem: item.id, at, by, byName } as const
  await appendItemEvent(work, record, ended)
  await shelve(work, target, { what: 'ended', at })
}

/** From when a document is in force: its own day, else the day of making. */
function effectiveOf({ own, madeOn }: ItemContent, otherwise: Day): Day {
  const said = own.effectiveOn
  return (said !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(said) ? (said as Day) : madeOn) ?? otherwise
}
