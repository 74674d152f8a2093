import { shelfStatusOf } from '../../../disclosure/act/shelf/standing-of.ts'
import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { tokenHash } from '../../../platform/sign-in/sessions.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import {
  type EntryContent,
  type EntryStanding,
  type EntryStep,
  entrySteps,
  entryStepTable,
  refusalOfEntry,
  writesEntry,
} from '../../knowledge/entry.ts'
import type { EntryFound, EntryLine, EntryView } from '../../knowledge/view.ts'
import { type EntriesAsked, entriesFound, entriesListed, keepSaid } from '../../store/knowledge/found.ts'
import { appendEntryEvent, entryOf, insertEntry } from '../../store/knowledge/history.ts'
import { dayOfMinute, minuteOf } from '../../working-time.ts'

/** Who acts, and when. */
interface EntryBy {
  readonly by: Actor
  readonly moment: string
}

/** Begins an entry; the same form sent twice begins one. */
export async function draftEntry(
  work: Work,
  told: { readonly agency: string; readonly once: string; readonly content: EntryContent },
  { by, moment }: EntryBy,
): Promise<{ readonly id: string } | Refusal> {
  const { agency, once, content } = told
  if (!writesEntry({ agency, unit: content.unit }, by)) return refuse('知识条目由热线或者承办单位起草。')
  const wrong = await refusalOfContent(work, content)
  if (wrong !== undefined) return wrong
  return await work.transaction(async inner => {
    const { id, fresh } = await insertEntry(inner, {
      agency,
      once: tokenHash(`${once} ${agency}`),
      at: moment,
    })
    if (!fresh) return { id }
    const who = { by: by.id, byName: by.name }
    await appendEntryEvent(inner, { id, events: [] }, { kind: 'drafted', content, at: moment, ...who })
    await audit(inner, { ...who, agency, act: 'knowledge.draft', subject: id, detail: {} })
    return { id }
  })
}

async function refusalOfContent(work: Work, content: EntryContent): Promise<Refusal | undefined> {
  const { validFrom, validUntil, unit, items } = content
  if (validUntil !== null && validUntil < validFrom) return refuse('有效期的结束日期不能早于开始日期。')
  const tree = await agencyTree(work)
  if (unit !== null && !tree.some(({ code, standing }) => code === unit && standing))
    return refuse('没有这个承办单位，请从列表中选择。')
  const known = await shelfStatusOf(work, items, validFrom)
  const missing = items.find(item => !known.some(each => each.item === item))
  return missing === undefined ? undefined : refuse(`没有公开过编号为“${missing}”的信息，请核对来源。`)
}

/** What a step says besides. */
export interface EntryTold {
  readonly content?: EntryContent | undefined
  readonly reason?: string | undefined
  readonly reviewOn?: string | undefined
}

/** One step of an entry: locks, asks the table, appends, audits: all or nothing. */
export async function takeEntryStep(
  work: Work,
  { id, step, version }: { readonly id: string; readonly step: EntryStep; readonly version: number },
  told: EntryTold,
  { by, moment }: EntryBy,
): Promise<EntryStanding | Refusal> {
  return await work.transaction(async inner => {
    const record = await entryOf(inner, id, true)
    if (record === undefined) return refuse('没有这个知识条目。')
    const refusal = refusalOfEntry(step, record, by)
    if (refusal !== undefined) return refusal
    if (version !== record.standing.version) return refuse('他人刚刚修改过这个条目，请看过最新内容后再办理。')
    const event = eventOf(step, told)
    if (isRefusal(event)) return event
    if (event.kind === 'drafted') {
      const wrong = await refusalOfContent(inner, event.content)
      if (wrong !== undefined) return wrong
    }
    const who = { by: by.id, byName: by.name }
    const after = await appendEntryEvent(inner, record, { ...event, at: moment, ...who })
    const { agency } = record
    await audit(inner, { ...who, agency, act: `knowledge.${step}`, subject: id, detail: {} })
    return after
  })
}

function eventOf(step: EntryStep, { content, reason = '', reviewOn = '' }: EntryTold) {
  switch (step) {
    case 'draft':
      return content === undefined ? refuse('请填写条目的内容。') : ({ kind: 'drafted', content } as const)
    case 'submit':
      return { kind: 'submitted' } as const
    case 'approve':
      return { kind: 'approved' } as const
    case 'decline':
      return reason === '' ? refuse('请写明退回的理由。') : ({ kind: 'declined', reason } as const)
    case 'review':
      return reviewOn === '' ? refuse('请填写下次复核的日期。') : ({ kind: 'reviewed', reviewOn } as const)
    case 'withdraw':
      return reason === '' ? refuse('请写明停用的理由。') : ({ kind: 'withdrawn', reason } as const)
  }
}

/** The entry as this person works on it; undefined also where he may not see it. */
export async function entryView(
  work: Work,
  id: string,
  { reader, on }: { readonly reader: Actor; readonly on: string },
): Promise<EntryView | undefined> {
  const [record, seen] = await Promise.all([entryOf(work, id), agenciesSeen(work, reader)])
  if (record === undefined) return undefined
  const { standing, agency } = record
  const content = standing.inForce ?? standing.draft
  if (!seen.some(({ code }) => code === agency || code === content.unit)) return undefined
  return {
    ...record,
    sources: await shelfStatusOf(work, content.items, on),
    steps: entrySteps.map(step => ({
      ...{ step, label: entryStepTable[step].label },
      refusal: refusalOfEntry(step, { agency, standing }, reader)?.message ?? null,
    })),
  }
}

/** A page of the entries of the hotlines and units that this person sees. */
export async function entryLines(
  work: Work,
  asked: Omit<EntriesAsked, 'agencies'>,
  reader: Actor,
): Promise<{ lines: EntryLine[]; total: number }> {
  const agencies = (await agenciesSeen(work, reader)).map(({ code }) => code)
  return await entriesListed(work, { ...asked, agencies })
}

/** Entries of this hotline that a text asks for. */
export function entriesFor(
  work: Work,
  asked: { readonly agency: string; readonly text: string; readonly on: string },
): Promise<EntryFound[]> {
  return entriesFound(work, { ...asked, onlyPublic: false, most: 5 })
}

/** Somebody of the staff says that an entry did not help. */
export async function sayUnhelpful(
  work: Work,
  id: string,
  by: Actor,
  moment: string,
): Promise<object | Refusal> {
  const view = await entryView(work, id, { reader: by, on: dayOfMinute(minuteOf(moment)) })
  if (view === undefined) return refuse('没有这个知识条目。')
  await work.transaction(async inner => {
    await keepSaid(inner, id, false)
    const who = { by: by.id, byName: by.name, agency: view.agency }
    await audit(inner, { ...who, act: 'knowledge.unhelpful', subject: id, detail: {} })
  })
  return {}
}
