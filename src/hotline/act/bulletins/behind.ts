import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import type { RowOpens } from '../../bulletins/tables.ts'
import { demandsRepeated } from '../../store/bulletins/counts.ts'
import { editionsOf } from '../../store/bulletins/drafts.ts'
import type { BulletinRecord } from '../../store/bulletins/history.ts'
import { industriesOf } from '../../store/bulletins/settings.ts'
import type { OnlyBehind } from '../../store/figures/behind.ts'
import { repeatedAt } from './repeated.ts'
import { bulletinSeen, isFixed } from './views.ts'

/** Which row of which bulletin is opened, as at the cut-off of its numbers. */
export interface RowAsked extends RowOpens {
  readonly bulletin: string
  readonly asOf: string
}

/** Which demands are behind a row of a table that counts no figure; undefined where this person may not see it, or there is no such row. */
export async function behindRowOf(
  work: Work,
  { bulletin, table, row, asOf }: RowAsked,
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): Promise<OnlyBehind | undefined> {
  const record = await bulletinSeen(work, bulletin, reader)
  if (record === undefined) return undefined
  if (table === 'repeated') {
    const at = await repeatedAt(work, record, { asOf, now: moment })
    return { demands: await demandsRepeated(work, record, { ...at, unit: row }) }
  }
  const words = await wordsOfIndustry(work, record, row)
  return words && { subjectWords: words }
}

/** The words by which an industry was counted: of a bulletin that is fixed those of its time. */
async function wordsOfIndustry(
  work: Work,
  { id, hotline, standing }: BulletinRecord,
  name: string,
): Promise<readonly string[] | undefined> {
  const fixed = isFixed(standing)
    ? (await editionsOf(work, id)).find(({ edition }) => edition === standing.edition)
    : undefined
  const industries = fixed?.content.numbers.industries ?? (await industriesOf(work, hotline))
  return industries.find(each => each.name === name)?.words
}
