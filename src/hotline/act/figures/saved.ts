import type { Actor } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import type { SavedReportView, SubscriptionRhythm } from '../../figures/subscription.ts'
import {
  dropReport,
  keepReport,
  reportsKept,
  type SavedReport,
  subscribe,
} from '../../store/figures/saved.ts'

const most = 100

/** The reports that this person put together. */
export function savedReports(work: Work, by: Actor): Promise<SavedReportView[]> {
  return reportsKept(work, by.id)
}

/** Keeps a report; nobody else sees it, and what it shows is counted anew each time by what its reader may see. */
export async function saveReport(
  work: Work,
  told: Omit<SavedReport, 'id'>,
  { by, at }: { readonly by: Actor; readonly at: string },
): Promise<undefined | Refusal> {
  const reports = await reportsKept(work, by.id)
  const isNew = reports.every(({ name }) => name !== told.name)
  if (isNew && reports.length >= most) return refuse(`最多保存 ${most} 个报表，请先删除不用的。`)
  await keepReport(work, told, { person: by.id, at })
  return undefined
}

/** Keeps it no longer. */
export function forgetReport(work: Work, id: string, by: Actor): Promise<void> {
  return dropReport(work, id, by.id)
}

/** Has a report made by itself each day, week or month, or no longer. */
export async function subscribeReport(
  work: Work,
  { id, every }: { readonly id: string; readonly every: SubscriptionRhythm | null },
  by: Actor,
): Promise<undefined | Refusal> {
  const found = await subscribe(work, { id, every, person: by.id })
  return found ? undefined : refuse('没有这个报表：可能已经删除。请刷新页面。')
}
