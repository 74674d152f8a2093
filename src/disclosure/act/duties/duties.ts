import { agencyTree } from '../../../office/agencies.ts'
import { currentCalendar } from '../../../office/calendars.ts'
import { type Actor, type Agency, administersAll, holds, holdsAtTop } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { now } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { Day } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { type Duty, owes, refusalOfDuty, rhythmWords } from '../../duties/duty.ts'
import { type Owed, owedOf, type Published } from '../../duties/owed.ts'
import {
  endDuty,
  keepDuty,
  keepOccasion,
  keptDuties,
  occasionsOf,
  ownDays,
  publishedOf,
} from '../../store/duties/duties.ts'

/** The annual reports that are published, by agency; their own part tells, since it stands after this one. */
export type ReportsPublished = (
  work: Work,
  agencies: readonly string[],
) => Promise<readonly (Published & { readonly agency: string })[]>

/** One thing that is owed, as the ledger of duties lists it. */
export interface OwedLine extends Owed {
  readonly duty: Pick<Duty, 'id' | 'title' | 'form' | 'law'>
  readonly agency: string
}

/** All that these agencies owe by the duties that are set: what is there and what is missing. */
export async function owedBy(
  work: Work,
  agencies: readonly Agency[],
  { today, reports }: { readonly today: Day; readonly reports: ReportsPublished },
): Promise<OwedLine[]> {
  const duties = await keptDuties(work)
  const codes = agencies.map(({ code }) => code)
  const [published, occasions, calendar, reported] = await Promise.all([
    publishedOf(
      work,
      codes,
      duties.map(({ form }) => form),
    ),
    occasionsOf(work, codes),
    currentCalendar(work),
    reports(work, codes),
  ])
  const lines: OwedLine[] = []
  for (const duty of duties) {
    const days = await daysOf(work, codes, duty)
    for (const agency of agencies.filter(each => owes(duty, each))) {
      const mine = <T extends { readonly agency: string }>(each: T) => each.agency === agency.code
      const facts = {
        published:
          duty.form === 'annualReport'
            ? reported.filter(mine)
            : published.filter(each => mine(each) && each.form === duty.form).map(({ told }) => told),
        occasions: [...occasions.filter(each => each.duty === duty.id), ...days]
          .filter(mine)
          .map(({ told }) => told),
      }
      const { id, title, form, law } = duty
      for (const owed of owedOf(duty, facts, today, calendar)) {
        lines.push({ ...owed, duty: { id, title, form, law }, agency: agency.code })
      }
    }
  }
  return lines
}

async function daysOf(work: Work, codes: readonly string[], { form, rhythm }: Duty) {
  return rhythm.kind === 'after' && rhythm.day !== 'recorded'
    ? await ownDays(work, codes, { form, key: rhythm.day })
    : []
}

/** Who sets duties: they concern every agency. */
async function refusalOfSetting(work: Work, by: Actor): Promise<Refusal | undefined> {
  const tree = await agencyTree(work)
  return holdsAtTop(by, 'supervisingOffice', tree) || administersAll(by, tree)
    ? undefined
    : refuse('应公开事项由最上级机构的主管部门或者系统管理员设定。')
}

/** Sets a duty; a new one where `id` is absent. */
export async function setDuty(
  work: Work,
  by: Actor,
  { id, ...duty }: Omit<Duty, 'id' | 'endedOn'> & { readonly id?: string | undefined },
): Promise<{ readonly id: string } | Refusal> {
  return work.transaction(async inner => {
    const refusal = (await refusalOfSetting(inner, by)) ?? refusalOfDuty(duty)
    if (refusal !== undefined) return refusal
    const kept = await keepDuty(inner, id, duty, { id: by.id, at: now() })
    if (kept === undefined) return refuse('没有这个事项。')
    const { title, form, rhythm, law, since } = duty
    const detail = { title, form, rhythm: rhythmWords(rhythm, form), law, since }
    await audited(inner, by, { act: 'disclosure.setDuty', subject: kept, detail })
    return { id: kept }
  })
}

/** Ends a duty from today, or takes it up again where it had ended; what was owed before stays in view. */
export async function stopDuty(
  work: Work,
  by: Actor,
  { id, endedOn }: { readonly id: string; readonly endedOn: Day | null },
): Promise<{ readonly id: string } | Refusal> {
  return work.transaction(async inner => {
    const refusal = await refusalOfSetting(inner, by)
    if (refusal !== undefined) return refusal
    if (!(await endDuty(inner, id, endedOn, { id: by.id, at: now() }))) return refuse('没有这个事项。')
    await audited(inner, by, { act: 'disclosure.endDuty', subject: id, detail: { endedOn } })
    return { id }
  })
}

/** Writes down what happened, so that a duty counts from it: as that the head of an agency changed. */
export async function recordOccasion(
  work: Work,
  by: Actor,
  told: {
    readonly duty: string
    readonly agency: string
    readonly on: Day
    readonly words: string
    readonly today: Day
  },
): Promise<{ readonly id: string } | Refusal> {
  return work.transaction(async inner => {
    if (!holds(by, 'officer', told.agency)) return refuse('事由由本机关的公开专员登记。')
    if (told.on > told.today) return refuse('事由发生的日期在今天之后，请填写已经发生的日期。')
    const duty = (await keptDuties(inner)).find(({ id }) => id === told.duty)
    const agency = (await agencyTree(inner)).find(({ code }) => code === told.agency)
    if (duty === undefined || agency === undefined || !owes(duty, agency)) return refuse('没有这个事项。')
    if (duty.rhythm.kind !== 'after' || duty.rhythm.day !== 'recorded') {
      return refuse('这个事项不从登记的事由起算。')
    }
    await keepOccasion(inner, told, { name: by.name, at: now() })
    const detail = { agency: told.agency, on: told.on, words: told.words }
    await audited(inner, by, { act: 'disclosure.recordOccasion', subject: told.duty, detail })
    return { id: told.duty }
  })
}

async function audited(
  work: Work,
  by: Actor,
  told: {
    readonly act: string
    readonly subject: string
    readonly detail: Readonly<Record<string, string | null>>
  },
): Promise<void> {
  await audit(work, { by: by.id, byName: by.name, agency: null, ...told })
}
