import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { bulletinKindLabel, lastSpan, spanInWords } from '../../bulletins/period.ts'
import { usualSections } from '../../bulletins/usual-words.ts'
import { keepDraft } from '../../store/bulletins/drafts.ts'
import { appendBulletinEvent, bulletinOn, insertBulletin } from '../../store/bulletins/history.ts'
import { dayOfMoment } from '../projects/opening.ts'
import type { CountedBulletin } from './counting.ts'
import { topicsOfSpan } from './topics.ts'

/** Who makes a bulletin, and when; the system makes them by itself. */
interface MakingBy {
  readonly by: Actor
  readonly moment: string
}

/** Makes the draft of a bulletin whose span is over, with its topics and its usual words; made before, it is that one. */
export async function makeBulletin(
  work: Work,
  bulletin: CountedBulletin,
  { by, moment }: MakingBy,
): Promise<{ readonly id: string } | Refusal> {
  const { hotline, kind, span } = bulletin
  if (!(['supervisor', 'coordinator'] as const).some(role => holds(by, role, hotline)))
    return refuse('“生成通报”由热线所在机关的督办员或局办公室办理。')
  if (span.until >= dayOfMoment(moment))
    return refuse(`${spanInWords(kind, span)}还没有结束，请在结束以后生成。`)
  return { id: await madeOnce(work, bulletin, { by, moment }) }
}

async function madeOnce(work: Work, bulletin: CountedBulletin, { by, moment }: MakingBy): Promise<string> {
  const before = await bulletinOn(work, bulletin)
  if (before !== undefined) return before
  const { hotline, kind, span } = bulletin
  const topics = await topicsOfSpan(work, bulletin)
  return await work.transaction(async inner => {
    const id = await insertBulletin(inner, bulletin)
    if (id === undefined) return (await bulletinOn(inner, bulletin)) ?? ''
    const who = { by: by.id, byName: by.name }
    await appendBulletinEvent(inner, { id, events: [] }, { kind: 'made', words: '', at: moment, ...who })
    const words = { sections: usualSections[kind], cases: [] }
    await keepDraft(inner, id, { version: 1, cutOff: span.until, words, topics })
    const detail = { kind: bulletinKindLabel[kind], from: span.from, until: span.until }
    await audit(inner, { ...who, agency: hotline, act: 'bulletin.make', subject: id, detail })
    return id
  })
}

/** Makes the drafts of the spans that were over last, for every agency that has a hotline. @returns how many were asked for */
export async function makeDue(
  work: Work,
  kinds: readonly CountedBulletin['kind'][],
  { by, moment }: MakingBy,
): Promise<number> {
  const rows = await work.db.selectFrom('hotline_numbers').select('agency').distinct().execute()
  const standing = new Set((await agencyTree(work)).filter(each => each.standing).map(({ code }) => code))
  const hotlines = rows.map(({ agency }) => agency).filter(agency => standing.has(agency))
  for (const hotline of hotlines)
    for (const kind of kinds)
      await madeOnce(work, { hotline, kind, span: lastSpan(kind, dayOfMoment(moment)) }, { by, moment })
  return hotlines.length * kinds.length
}
