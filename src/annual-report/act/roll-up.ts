import { agencyTree, holdsAbove } from '../../office/agencies.ts'
import { type Actor, type Agency, sees } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import type { Work } from '../../platform/work.ts'
import { type Day, dayNumber } from '../../statute/day.ts'
import { reportDueOn } from '../../statute/law.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import { rollUpFindings, sumOf } from '../roll-up.ts'
import type { ReportKey } from '../store/history.ts'
import { standingsOf } from '../store/standings.ts'
import type { RollUpAgency, RollUpView } from '../view.ts'

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
  const below = tree.filter(({ parent, standing }) => parent === key.agency && standing)
  const found = await standingsOf(work, key.year, [key.agency, ...below.map(({ code }) => code)])
  const due = reportDueOn(key.year, 'agency')
  const agencies = below.map((each): RollUpAgency => {
    const kept = found.get(each.code)
    const lateFrom = kept?.publishedOn ?? today
    return {
      ...{ agency: each.code, name: each.name, state: kept?.state ?? 'missing', errors: kept?.errors ?? 0 },
      handedInOn: kept?.publishedOn ?? null,
      lateDays: Math.max(0, dayNumber(lateFrom) - dayNumber(due)),
      report: kept?.report ?? null,
    }
  })
  const handedIn = agencies.flatMap(({ report, handedInOn }) =>
    report !== null && handedInOn !== null ? [report] : [],
  )
  const own = found.get(key.agency)?.report ?? null
  return {
    ...{ agency: key.agency, agencyName: agency.name, year: key.year, agencies, due, own },
    sum: sumOf(handedIn, agency.name, key.year),
    findings: own === null ? [] : rollUpFindings(own, handedIn),
  }
}

/** Reminds the agencies whose report is missing; each at most once a day. @returns how many were reminded */
export function remind(
  work: Work,
  doing: ReportKey & { by: Actor; today: Day },
  agencies: readonly string[],
): Promise<{ sent: number } | Refusal> {
  return work.transaction(async inner => {
    const { by, today, year } = doing
    const tree = await agencyTree(inner)
    if (!holdsAbove(by, 'supervisingOffice', doing.agency, tree)) {
      return refuse('催报由主管部门办理。', 'Art 46')
    }
    const children = new Set(childrenOf(doing.agency, tree))
    const chosen = agencies.filter(code => children.has(code))
    if (chosen.length === 0) return { sent: 0 }
    const sent = await inner.db
      .insertInto('report_reminders')
      .values(chosen.map(agency => ({ agency, year, sent_on: today, by_name: by.name })))
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .execute()
    const who = { by: by.id, byName: by.name, agency: doing.agency }
    await audit(inner, {
      ...who,
      act: 'report.remind',
      subject: `${doing.agency}/${year}`,
      detail: { agencies: chosen },
    })
    return { sent: sent.length }
  })
}

function childrenOf(code: string, tree: readonly Agency[]): string[] {
  return tree.filter(({ parent }) => parent === code).map(each => each.code)
}
