import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { type Actor, sees } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import {
  type BulletinStanding,
  type BulletinStep,
  bulletinStepTable,
  refusalOfBulletin,
} from '../../bulletins/course.ts'
import { fieldsOf } from '../../bulletins/fields.ts'
import { tablesOf } from '../../bulletins/tables.ts'
import type { BulletinView } from '../../bulletins/view.ts'
import { draftOf, editionsOf } from '../../store/bulletins/drafts.ts'
import { type BulletinRecord, bulletinOf } from '../../store/bulletins/history.ts'
import { type BulletinsAsked, bulletinLines } from '../../store/bulletins/lines.ts'
import { versionOfBulletin } from './counting.ts'
import { contentOf } from './steps.ts'

/** The bulletin that this person may see: of a hotline whose unpublished work is his to see. */
export async function bulletinSeen(
  work: Work,
  id: string,
  reader: Actor,
): Promise<BulletinRecord | undefined> {
  const [record, tree] = await Promise.all([bulletinOf(work, id), agencyTree(work)])
  return record !== undefined && sees(reader, record.hotline, tree) ? record : undefined
}

/** The bulletin as this person works on it: approved or published as it was fixed, before that with live numbers. */
export async function bulletinView(
  work: Work,
  id: string,
  { reader, moment }: { readonly reader: Actor; readonly moment: string },
): Promise<BulletinView | undefined> {
  const record = await bulletinSeen(work, id, reader)
  if (record === undefined) return undefined
  const { hotline, kind, span, events, standing } = record
  const [draft, editions, version] = await Promise.all([
    draftOf(work, id),
    editionsOf(work, id),
    versionOfBulletin(work, record),
  ])
  const fixed = isFixed(standing) ? editions.find(({ edition }) => edition === standing.edition) : undefined
  const content = fixed?.content ?? (await contentOf(work, record, { draft, now: moment }))
  return {
    ...{ id, hotline, kind, span, events, standing, draft, content },
    tables: tablesOf(content.numbers, version),
    fields: fieldsOf(content.numbers, version),
    editions: editions.map(({ content: _, ...edition }) => edition),
    steps: bulletinStepTable.flatMap(({ step, label, roles }) => {
      if (!roles.some(role => reader.grants.some(each => each.role === role && each.agency === hotline)))
        return []
      return [offered(step, label, { record, reader })]
    }),
  }
}

/** Are its numbers kept, so that they are no longer counted anew? */
export const isFixed = ({ state }: BulletinStanding) => state === 'approved' || state === 'published'

function offered(
  step: BulletinStep,
  label: string,
  { record, reader }: { readonly record: BulletinRecord; readonly reader: Actor },
) {
  return { step, label, refusal: refusalOfBulletin(step, record, reader)?.message ?? null }
}

/** Bulletins that this person may see. */
export async function bulletinList(work: Work, asked: Omit<BulletinsAsked, 'agencies'>, reader: Actor) {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  return await bulletinLines(work, { ...asked, agencies })
}
