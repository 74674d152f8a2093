import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { confidentialWords, readsWords } from '../../looks/confidence.ts'
import { type HotAsked, hottest } from '../../store/topics/hot.ts'
import {
  daysOfMatter,
  type MemberLine,
  matterHead,
  matterParts,
  membershipOf,
  membersOfMatter,
} from '../../store/topics/matter.ts'
import { lastRuns, type MatterRunLine } from '../../store/topics/runs.ts'
import { heatBy } from '../../topics/heat.ts'
import type { HotTopic, MatterMember, MatterPanelView, MatterView } from '../../topics/hot.ts'
import { demandSeen, readsRecord } from '../views/demand.ts'
import { mayCorrect } from './regrouping.ts'

const mostShown = 500
const mostNeighbours = 8

/** The hot topics of one hotline in a span, both days included: the hottest first, in words of demands that are not confidential. */
export function hotTopics(
  work: Work,
  { agency, ...span }: Omit<HotAsked, 'agencies' | 'q'> & { readonly agency: string },
): Promise<HotTopic[]> {
  return hottest(work, { ...span, agencies: [agency] })
}

/** A page of the hot topics of the hotlines that this person sees, with the last runs over a span. */
export async function hotTopicsSeen(
  work: Work,
  asked: Omit<HotAsked, 'agencies'> & { readonly page: number; readonly size: number },
  reader: Actor,
): Promise<{ lines: HotTopic[]; total: number; runs: MatterRunLine[] }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const topics = await hottest(work, { ...asked, agencies })
  const from = (asked.page - 1) * asked.size
  const runs = await lastRuns(work, agencies)
  return { lines: topics.slice(from, from + asked.size), total: topics.length, runs }
}

/** A matter as this person works on it; undefined also where he may not see it. */
export async function matterView(
  work: Work,
  id: string,
  { reader, today }: { readonly reader: Actor; readonly today: Day },
): Promise<MatterView | undefined> {
  const head = await matterHead(work, id)
  const seen = await agenciesSeen(work, reader)
  if (head === undefined || !seen.some(({ code }) => code === head.agency)) return undefined
  const [parts, members, days] = await Promise.all([
    matterParts(work, id, today),
    membersOfMatter(work, id, mostShown),
    daysOfMatter(work, id),
  ])
  if (members.length === 0) return undefined
  return {
    ...{ ...head, ...parts, heat: heatBy(parts), days },
    members: members.map(member => shown(member, reader)),
    mayCorrect: mayCorrect(reader, head.agency),
  }
}

/** The matter of a demand; undefined where this person may not see the demand, null where it has not joined yet. */
export async function matterOfDemand(
  work: Work,
  id: string,
  reader: Actor,
): Promise<MatterPanelView | null | undefined> {
  const record = await demandSeen(work, id, reader)
  if (record === undefined) return undefined
  const membership = await membershipOf(work, id)
  if (membership === undefined) return null
  const { matter, places, words, byHand, on } = membership
  const [head, parts, members, seen] = await Promise.all([
    matterHead(work, matter),
    matterParts(work, matter, on),
    membersOfMatter(work, matter, mostShown),
    agenciesSeen(work, reader),
  ])
  const sees = (code: string | null) => seen.some(agency => agency.code === code)
  const others = members.filter(each => each.demand !== id && (sees(each.agency) || sees(each.unit)))
  return {
    ...{ id: matter, title: head?.title ?? '', demands: parts.demands, callers: parts.callers },
    // What it shares with others are its own words.
    why: readsRecord(record, reader) ? { places, words, byHand } : { places: [], words: [], byHand },
    neighbours: others.slice(0, mostNeighbours).map(member => shown(member, reader)),
    mayOpen: sees(record.demand.agency),
  }
}

/** A confidential demand counts; its words are for those who speak with callers or send it on. */
function shown({ confidential, agency, unit, ...member }: MemberLine, reader: Actor): MatterMember {
  if (readsWords({ confidential, agency }, unit === null ? [] : [unit], reader)) return member
  return { ...member, subject: confidentialWords, places: [], words: [] }
}
