import { agenciesSeen } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { addDays } from '../../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { writesEntry } from '../../knowledge/entry.ts'
import { asksTheSame, type ProposedEntry, proposedEntries } from '../../knowledge/proposing.ts'
import type { EntryProposal } from '../../knowledge/view.ts'
import { entriesFound } from '../../store/knowledge/found.ts'
import {
  answeredWithoutEntry,
  answeringHotlines,
  keepEntryProposal,
  openEntryProposal,
  openEntryProposals,
  questionsProposed,
  settleEntryProposal,
} from '../../store/knowledge/proposals.ts'
import { refusalOfPersonal } from '../no-personal-data.ts'
import { dayOfMoment } from '../projects/opening.ts'
import { draftEntry } from './entries.ts'

/** How far back frequent answers are looked for, and how many of the newest are compared at a hotline: our choice. */
const days = 30
const mostCompared = 5000
/** A draft that comes of a proposal is to be reviewed after so many days. */
const reviewAfterDays = 180

/** Finds what agents answer again and again without an entry, at every hotline. @returns how many proposals were kept */
export async function proposeEntries(work: Work, moment: string, back = days): Promise<number> {
  const since = new Date(Date.parse(moment) - back * 86_400_000).toISOString()
  let kept = 0
  for (const agency of await answeringHotlines(work, since)) {
    const found = proposedEntries(await answeredWithoutEntry(work, { agency, since, most: mostCompared }))
    for (const proposed of found) if (await keepWhereNew(work, { agency, ...proposed }, moment)) kept++
  }
  return kept
}

/** One transaction for each proposal; what asks the same as an entry, or as a proposal that was settled, is left out. */
async function keepWhereNew(
  work: Work,
  proposed: ProposedEntry & { readonly agency: string },
  moment: string,
): Promise<boolean> {
  const { agency, question, answer } = proposed
  if (refusalOfPersonal('建议', `${question}\n${answer}`) !== undefined) return false
  return await work.transaction(async inner => {
    const on = dayOfMoment(moment)
    const found = await entriesFound(inner, { agency, text: question, on, onlyPublic: false, most: 3 })
    if (found.some(entry => asksTheSame(question, entry.question))) return false
    const before = (await questionsProposed(inner, agency)).find(each => asksTheSame(question, each.question))
    if (before !== undefined && before.settledAt !== null) return false
    await keepEntryProposal(inner, { ...proposed, question: before?.question ?? question }, moment)
    return true
  })
}

/** What frequent answers propose, at the hotlines whose entries this person writes. */
export async function entryProposals(work: Work, reader: Actor): Promise<EntryProposal[]> {
  const seen = (await agenciesSeen(work, reader)).map(({ code }) => code)
  const written = seen.filter(agency => writesEntry({ agency, unit: null }, reader))
  return await openEntryProposals(work, written)
}

/** Takes a proposal as the draft of an entry, or declines it with a reason, for good. @returns the draft's id */
export async function settleProposal(
  work: Work,
  { id, declined }: { readonly id: string; readonly declined: string | undefined },
  { by, moment }: { readonly by: Actor; readonly moment: string },
): Promise<{ readonly entry: string | null } | Refusal> {
  return await work.transaction(async inner => {
    const proposal = await openEntryProposal(inner, id)
    if (proposal === undefined) return refuse('没有这条建议，或者他人已经处理。')
    const { agency } = proposal
    if (!writesEntry({ agency, unit: null }, by)) return refuse('收录建议由热线的人员处理。')
    if (declined !== undefined && declined.trim() === '') return refuse('请写明不收录的理由。')
    const drafted = declined === undefined ? await drafting(inner, { id, ...proposal }, { by, moment }) : null
    if (isRefusal(drafted)) return drafted
    const entry = drafted?.id ?? null
    await settleEntryProposal(inner, id, { at: moment, byName: by.name, entry, reason: declined ?? '' })
    const act = entry === null ? 'knowledge.notProposed' : 'knowledge.proposed'
    const detail = entry === null ? { reason: declined } : { entry }
    await audit(inner, { by: by.id, byName: by.name, agency, act, subject: id, detail })
    return { entry }
  })
}

async function drafting(
  work: Work,
  { id, agency, question, answer }: { id: string; agency: string; question: string; answer: string },
  by: { readonly by: Actor; readonly moment: string },
) {
  const validFrom = dayOfMoment(by.moment)
  const content = {
    ...{ unit: null, question, variants: [], answer, validFrom, validUntil: null, public: false, items: [] },
    reviewOn: addDays(validFrom, reviewAfterDays),
  }
  return await draftEntry(work, { agency, once: `proposal ${id}`, content }, by)
}
