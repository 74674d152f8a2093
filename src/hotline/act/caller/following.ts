import { agencyTree } from '../../../office/agencies.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { limitClock } from '../../clock.ts'
import { type Satisfaction, satisfactions } from '../../events.ts'
import { limitEvents } from '../../standing.ts'
import { type DemandStep, demandStepTable, refusalOfDemand } from '../../steps.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { nobodysSince, trackedTimeline, whereItIs } from '../../tracking/timeline.ts'
import { type DemandDone, workingTime } from '../act.ts'
import { callBack, reopen, urge, withdrawDemand } from '../handling.ts'
import { attach, type HandedFile, papersIn } from '../papers/papers.ts'
import { refusalOfCaller, refusalOfLength } from './bounds.ts'
import { theCaller } from './filing.ts'

/** What the caller typed into a form of the tracking page. */
export interface CallersWords {
  readonly typed: Readonly<Record<string, string>>
  readonly files: readonly HandedFile[]
}

/** Takes a step of the caller's; undefined where the page offers none of this name. */
export async function doAsCaller(
  work: Work,
  { record, step, moment, secrets }: { record: DemandRecord; step: string; moment: string; secrets: Secrets },
  { typed, files }: CallersWords,
): Promise<DemandDone | undefined> {
  const { words = '' } = typed
  const tooLong = refusalOfLength(words)
  if (tooLong !== undefined) return tooLong
  const bounds = (now: DemandRecord) => refusalOfCaller(step, now, moment)
  const doing = { id: record.demand.id, by: theCaller, moment, asCaller: true, bounds }
  switch (step) {
    case 'note':
      return await attach(work, { ...doing, secrets }, { words, files, open: true })
    case 'urge':
      return await urge(work, doing, words)
    case 'reopen':
      return await reopen(work, doing, words)
    case 'withdraw':
      return typed.sure === '1'
        ? await withdrawDemand(work, doing, words)
        : refuse('撤回后不能恢复，请勾选“我确认撤回”。')
    case 'callBack':
      return await rate(typed, told => callBack(work, doing, { ...told, words, way: 'web' }))
    default:
      return undefined
  }
}

function rate(
  typed: Readonly<Record<string, string>>,
  take: (told: { handling: Satisfaction; result: Satisfaction }) => Promise<DemandDone>,
): Promise<DemandDone> | Refusal {
  const level = (name: string) => satisfactions.find(each => each === typed[name])
  const [handling, result] = [level('handling'), level('result')]
  return handling === undefined || result === undefined
    ? refuse('请对办理过程和办理结果分别选择一项。')
    : take({ handling, result })
}

/** What the caller sees of his demand at this moment. */
export async function trackedDemand(work: Work, record: DemandRecord, moment: string) {
  const { demand, standing, events } = record
  const [tree, papers, time] = await Promise.all([
    agencyTree(work),
    papersIn(work, demand.id),
    workingTime(work),
  ])
  const nameOf = (code: string) => tree.find(each => each.code === code)?.name ?? code
  const situation = { agency: demand.agency, standing, asCaller: true }
  const may = demandStepTable.filter(
    ({ step, caller }) =>
      caller &&
      (refusalOfDemand(step, situation, theCaller) ?? refusalOfCaller(step, record, moment)) === undefined,
  )
  return {
    ...{ demand, standing, papers, agencyName: nameOf(demand.agency) },
    where: whereItIs(standing, nameOf),
    nobodysSince: nobodysSince(events, standing),
    clock: limitClock(limitEvents(events), moment, time),
    timeline: trackedTimeline(events, nameOf),
    may: new Set<DemandStep>(may.map(({ step }) => step)),
  }
}
