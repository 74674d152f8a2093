import { currentCalendar } from '../../office/calendars.ts'
import { setting } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import { NoticeMissing, workdayAfter } from '../../statute/calendar.ts'
import type { Day } from '../../statute/day.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { theForm } from '../forms.ts'
import { blankContent } from '../item.ts'
import { editionOf } from '../store/editions.ts'
import { itemRecordOf } from '../store/history.ts'
import { type Uninterpreted, type UninterpretedQuery, uninterpreted } from '../store/interpretations.ts'
import { mayWrite } from '../writers.ts'
import type { ItemDoing } from './act.ts'
import { beginItem } from './drafting.ts'

/** A document that wants its interpretation 解读, with the day by which the settings ask for it. */
export interface Owed extends Uninterpreted {
  /** Null where that year's days off are not loaded. */
  readonly due: Day | null
}

/** Documents of these agencies without a public interpretation, with the day by which each is owed. */
export async function owedInterpretations(
  work: Work,
  agencies: readonly string[],
  asked: UninterpretedQuery,
): Promise<{ readonly lines: readonly Owed[]; readonly total: number }> {
  const { interpretationWorkdays } = await setting(work.db, 'disclosure')
  const calendar = await currentCalendar(work)
  const { lines, total } = await uninterpreted(work, agencies, asked)
  const dueOf = (on: Day) => {
    try {
      return workdayAfter(calendar, on, interpretationWorkdays)
    } catch (cause) {
      if (cause instanceof NoticeMissing) return null
      throw cause
    }
  }
  return { lines: lines.map(line => ({ ...line, due: dueOf(line.publishedOn) })), total }
}

/** Begins the interpretation of a document that is public; it goes the way of every item. @returns its id */
export async function startInterpretation(
  work: Work,
  doing: Omit<ItemDoing, 'version'>,
): Promise<Refusal | { readonly kind: 'started'; readonly id: string }> {
  return await work.transaction(async inner => {
    const record = await itemRecordOf(inner, doing.id)
    const edition = record && (await editionOf(inner, doing.id, record.standing.edition))
    if (record === undefined || edition === undefined) return refuse('没有公开的文件可以解读。')
    const document = edition.content
    if (theForm(document.form).inForce !== true) return refuse('解读的对象须是规章或者规范性文件。')
    const { agency } = record.item
    if (!mayWrite(doing.by, agency)) return refuse('解读由本机关的公开专员或业务处室经办人起草。', 'Art 26')
    const content = {
      ...blankContent('interpretation', theForm('interpretation').duty),
      ...{ title: `《${document.title}》政策解读`, theme: document.theme, interprets: [doing.id] },
      keywords: document.keywords,
    }
    return { kind: 'started', id: await beginItem(inner, doing, { agency, content }) }
  })
}
