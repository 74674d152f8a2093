import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, administersAll, holdsAtTop } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { now } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { type Day, inChinese } from '../../../statute/day.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { paths } from '../../../web/paths.ts'
import { isItemForm } from '../../forms.ts'
import { type CheckLine, type FoundPage, judged, type SiteColumn } from '../../self-check/judge.ts'
import { publicFindings } from '../../store/checks/public.ts'
import { faults } from '../../store/citizens/faults.ts'
import {
  columnFacts,
  forgedDays,
  keepColumn,
  keepSelfCheck,
  keepVisit,
  lastPublication,
  visitsOfWeek,
  withoutDay,
} from '../../store/duties/site.ts'

const most = 200

/** Would the site fail the national check today? All agencies together: they share one site. */
export async function checkSite(work: Work, today: Day): Promise<CheckLine[]> {
  const agencies = (await agencyTree(work)).map(({ code }) => code)
  const columns = await columnFacts(work)
  const [forged, undated, visits] = await Promise.all([
    forgedDays(work),
    withoutDay(work),
    visitsOfWeek(work, today),
  ])
  const open = await faults(work, { agencies, standing: 'open', page: 1, size: most })
  const asked = { agencies, q: undefined, sort: '-published', page: 1, size: most }
  const severe = await publicFindings(work, { ...asked, rule: 'words.', severity: 'severe' })
  const dead = await publicFindings(work, { ...asked, rule: 'links.dead', severity: undefined })
  const lastOn = await lastPublication(work)
  const facts = {
    ...{ lastOn, columns, visits },
    undated: undated.map(({ item, title }) => ({ words: title, path: paths.item(item) })),
    forged: forged.map(({ item, title, told }) => page(item, `${title}：标为 ${told}`)),
    severe: severe.lines.map(({ item, title, found }) => page(item, `${title}：${found}`)),
    deadLinks: dead.lines.map(({ item, title, found }) => page(item, `${title}：${found}`)),
    messages: open.faults.map(({ number, filedOn, path, text }) => ({
      ...{ filedOn, path },
      words: `${number}，${inChinese(filedOn)}收到：${[...text].slice(0, 40).join('')}`,
    })),
  }
  return judged(facts, today)
}

function page(item: string, words: string): FoundPage {
  return { words, path: paths.item(item) }
}

/** Makes the day's check and keeps it. */
export async function keepTodaysCheck(work: Work, today: Day): Promise<void> {
  await keepSelfCheck(work, today, await checkSite(work, today), now())
}

/** A visit that takes longer counts as one that got no answer. */
const longestMilliseconds = 60_000

/** Fetches the front page as a citizen would, and writes down how long it took. */
export async function visitFrontPage(
  work: Work,
  address: string,
): Promise<{ readonly status: number; readonly milliseconds: number }> {
  const began = performance.now()
  const status = await statusOf(address)
  const visit = { status, milliseconds: Math.round(performance.now() - began) }
  await keepVisit(work, { at: now(), ...visit })
  return visit
}

async function statusOf(address: string): Promise<number> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(longestMilliseconds) })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}

/** Why this person may not set the columns and their limits; undefined where he may. */
export async function refusalOfColumns(work: Work, by: Actor): Promise<Refusal | undefined> {
  const tree = await agencyTree(work)
  return holdsAtTop(by, 'supervisingOffice', tree) || administersAll(by, tree)
    ? undefined
    : refuse('栏目和更新期限由最上级机构的主管部门或者系统管理员设定。')
}

/** Sets a column with its limit and the department that is responsible; a new one where `id` is absent. */
export async function setColumn(
  work: Work,
  by: Actor,
  { id, ...column }: Omit<SiteColumn, 'id'> & { readonly id?: string | undefined },
): Promise<{ readonly id: string } | Refusal> {
  return work.transaction(async inner => {
    const refusal = await refusalOfColumns(inner, by)
    if (refusal !== undefined) return refusal
    if (!column.forms.some(isItemForm)) return refuse('请至少选择一种信息形式。')
    const kept = await keepColumn(inner, id, column, { id: by.id, at: now() })
    if (kept === undefined) return refuse('没有这个栏目。')
    const { name, limitDays, department } = column
    const who = { by: by.id, byName: by.name, agency: null }
    const detail = { name, limitDays, department }
    await audit(inner, { ...who, act: 'disclosure.setColumn', subject: kept, detail })
    return { id: kept }
  })
}
