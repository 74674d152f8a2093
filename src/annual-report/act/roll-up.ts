import { agencyTree, holdsAbove } from '../../office/agencies.ts'
import { type Actor, type Agency, sees } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import { type Day, dayNumber } from '../../statute/day.ts'
import { reportDueOn } from '../../statute/law.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { emptyReport } from '../blank.ts'
import { rollUpFindings, sumOf } from '../roll-up.ts'
import { refusalOf } from '../steps.ts'
import type { ReportKey } from '../store/history.ts'
import { type KeptStanding, remindersOf, standingsOf } from '../store/standings.ts'
import type { RollUpAgency, RollUpView } from '../view.ts'
import { type Doing, type Done, saveDraft, startReport } from './act.ts'
import { sendReminders } from './remind.ts'

/** The agencies directly below, against the government's own report; undefined where the reader may not see it. */
export async function rollUp(
  work: Work,
  key: ReportKey,
  reader: Actor,
  today: Day,
): Promise<RollUpView | undefined> {
  const tree = await agencyTree(work)
  const agency = tree.find(({ code }) => code === key.agency)
  if (agency === undefined || !sees(reader, key.agency, tree)) return undefined
  const below = childrenOf(key.agency, tree)
  if (below.length === 0) return undefined
  const codes = below.map(({ code }) => code)
  const found = await standingsOf(work, key.year, [key.agency, ...codes])
  const due = reportDueOn(key.year, 'agency')
  const agencies = below.map(each =>
    lineOf(each, found.get(each.code), { due, today, seen: sees(reader, each.code, tree) }),
  )
  const handedIn = agencies.flatMap(({ report }) => (report === null ? [] : [report]))
  const own = found.get(key.agency)
  return {
    ...{ agency: key.agency, agencyName: agency.name, year: key.year, agencies, due },
    ...{ own: own?.report ?? null, ownState: own?.state ?? null },
    sum: sumOf(handedIn, agency.name, key.year),
    findings: own === undefined ? [] : rollUpFindings(own.report, handedIn),
    reminders: await remindersOf(work, codes, key.year),
    refusals: {
      remind: refusalOfReminding(reader, key.agency, tree)?.message ?? null,
      start: refusalOfStart(key.agency, reader, own, handedIn.length)?.message ?? null,
    },
  }
}

/** An agency's line; of what is not published only what the reader may see. */
function lineOf(
  { code, name }: Agency,
  kept: KeptStanding | undefined,
  { due, today, seen }: { due: Day; today: Day; seen: boolean },
): RollUpAgency {
  const handedInOn = kept?.publishedOn ?? null
  const hidden = handedInOn === null ? ('missing' as const) : ('published' as const)
  return {
    ...{ agency: code, name, handedInOn, state: seen ? (kept?.state ?? 'missing') : hidden },
    errors: seen || handedInOn !== null ? (kept?.errors ?? 0) : 0,
    lateDays: Math.max(0, dayNumber(handedInOn ?? today) - dayNumber(due)),
    report: handedInOn === null ? null : (kept?.report ?? null),
  }
}

function childrenOf(code: string, tree: readonly Agency[]): Agency[] {
  return tree.filter(({ parent, standing }) => parent === code && standing)
}

function refusalOfReminding(by: Actor, agency: string, tree: readonly Agency[]): Refusal | undefined {
  return holdsAbove(by, 'supervisingOffice', agency, tree)
    ? undefined
    : refuse('催报由主管部门办理。', 'Art 46')
}

function refusalOfStart(
  agency: string,
  by: Actor,
  own: KeptStanding | undefined,
  handedIn: number,
): Refusal | undefined {
  const situation = { agency, state: own?.state ?? null, submittedBy: null, findings: [], explanations: [] }
  const refusal = refusalOf('start', situation, by)
  if (refusal !== undefined || handedIn > 0) return refusal
  return refuse('所属机关都还没有公布这一年的报告，没有可以汇总的数字。请先催报，或填报空白报告。')
}

/** Begins the government's own report with the sum of its agencies' figures; the prose stays empty. */
export function startFromSum(work: Work, doing: Doing): Promise<Done> {
  return work.transaction(async inner => {
    const view = await rollUp(inner, doing, doing.by, doing.today)
    if (view === undefined) return refuse('没有找到这个机关的汇总，或者您无权查看。', 'Art 49')
    if (view.refusals.start !== null) return refuse(view.refusals.start, 'Art 49')
    const started = await startReport(inner, doing, 'blank')
    if ('kind' in started) return started
    const { narrative } = emptyReport(view.agencyName, doing.year)
    return saveDraft(inner, { ...doing, version: started.version }, { ...view.sum, narrative })
  })
}

/** Reminds those of the chosen agencies whose report is missing; each at most once a day. @returns how many were reminded */
export function remind(
  work: Work,
  doing: Doing,
  agencies: readonly string[],
): Promise<{ sent: number } | Refusal> {
  return work.transaction(async inner => {
    const { by, today, year } = doing
    const tree = await agencyTree(inner)
    const refusal = refusalOfReminding(by, doing.agency, tree)
    if (refusal !== undefined) return refusal
    const chosen = childrenOf(doing.agency, tree).flatMap(({ code }) =>
      agencies.includes(code) ? [code] : [],
    )
    const subject = `${doing.agency}/${year}`
    const sent = await sendReminders(inner, chosen, { year, today, by, agency: doing.agency, subject })
    return { sent: sent.length }
  })
}
