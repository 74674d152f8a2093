import { agencyTree } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { type NamedProposal, proposalsIn } from '../../duties/proposal.ts'
import { disputedDispatches, hotlineOfDisputed, keepDutyDecision } from '../../store/duties/disputes.ts'
import { dutiesOf } from '../../store/duties/duties.ts'
import { addToDuties, changeDuty, type DutyTold, refusalOfChanging } from './listing.ts'

const mostDisputed = 1000

/** What the newest returns and arbitrations of his hotlines propose, on which nobody decided yet. */
export async function proposalsSeen(work: Work, reader: Actor, on: Day): Promise<NamedProposal[]> {
  const tree = await agencyTree(work)
  const hotlines = tree
    .map(({ code }) => code)
    .filter(hotline => refusalOfChanging({ hotline, by: reader }) === undefined)
  const [disputed, duties] = await Promise.all([
    disputedDispatches(work, hotlines, mostDisputed),
    dutiesOf(work, hotlines),
  ])
  const nameOf = (code: string | null) => tree.find(each => each.code === code)?.name ?? code
  return proposalsIn(disputed, duties, on).map(each => ({
    ...each,
    ...{ listedName: nameOf(each.listed), unitName: nameOf(each.unit) },
  }))
}

/** What is decided on the demands of a proposal: the line that comes of it, in place of which one; or why none does. */
export type ProposalDecision = {
  readonly demands: readonly { readonly demand: string; readonly number: number }[]
} & ({ readonly told: DutyTold; readonly replaces?: string | undefined } | { readonly reason: string })

/** Decides on proposals, all or none. */
export async function decideProposals(
  work: Work,
  { by, at }: { readonly by: Actor; readonly at: string },
  decisions: readonly ProposalDecision[],
): Promise<undefined | Refusal> {
  try {
    await work.transaction(async inner => {
      for (const decision of decisions) {
        const refusal = await decided(inner, { by, at }, decision)
        if (refusal !== undefined) throw new Refused(refusal)
      }
    })
  } catch (cause) {
    if (cause instanceof Refused) return cause.refusal
    throw cause
  }
  return undefined
}

/** Takes back what was decided before it. */
class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

async function decided(
  work: Work,
  { by, at }: { readonly by: Actor; readonly at: string },
  decision: ProposalDecision,
): Promise<Refusal | undefined> {
  const [first] = decision.demands
  const hotline = first && (await hotlineOfDisputed(work, first))
  if (hotline === undefined) return refuse('没有这条建议，或者他人已经处理，请刷新页面。')
  const refusal = refusalOfChanging({ hotline, by })
  if (refusal !== undefined) return refusal
  const duty = await lineOf(work, { hotline, by }, decision)
  if (isRefusal(duty)) return duty
  const reason = 'reason' in decision ? decision.reason : ''
  for (const { demand, number } of decision.demands) {
    if ((await hotlineOfDisputed(work, { demand, number })) !== hotline)
      return refuse('其中有的他人已经处理，请刷新页面。')
    const kept = { demand, number, duty, reason, by: by.id, byName: by.name, at }
    if (!(await keepDutyDecision(work, kept))) return refuse('其中有的他人已经处理，请刷新页面。')
    const who = { by: by.id, byName: by.name, agency: hotline }
    await audit(work, {
      ...who,
      act: 'hotline.responsibilityDecided',
      subject: demand,
      detail: { duty, reason },
    })
  }
  return undefined
}

/** The line of the list that comes of it; null where it was declined. */
async function lineOf(
  work: Work,
  doing: { readonly hotline: string; readonly by: Actor },
  decision: ProposalDecision,
): Promise<string | null | Refusal> {
  if (!('told' in decision)) return null
  const { told, replaces } = decision
  if (replaces === undefined) return await addToDuties(work, doing, told)
  return await changeDuty(work, { id: replaces, by: doing.by }, { until: told.from, told })
}
