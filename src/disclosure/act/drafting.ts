import { audit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import { knownFile } from '../../platform/files/known.ts'
import { setting } from '../../platform/settings.ts'
import type { Work } from '../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { Person } from '../events.ts'
import { type ItemForm, theForm } from '../forms.ts'
import { type Attachment, blankContent, type ItemContent } from '../item.ts'
import { textOfFile } from '../read/file-text.ts'
import { refusalOfItem } from '../steps.ts'
import { type KeptDraft, keepDraft } from '../store/drafts.ts'
import { keepFile } from '../store/files.ts'
import { contentHash } from '../store/hash.ts'
import { appendItemEvent, itemRecordOf, keepItemStanding } from '../store/history.ts'
import { makeItem } from '../store/items.ts'
import { mayWrite } from '../writers.ts'
import { auditItem, type ItemDoing, situationOf, takeItemStep } from './act.ts'
import { boundContent } from './bound.ts'

/** What an item begins with: whose it is, what stands in it already, and who goes on with it. */
export interface Beginning {
  readonly agency: string
  readonly content: ItemContent
  /** Left out, it is who begins. */
  readonly handler?: Person | undefined
}

/** What is begun from nothing; `keywords` are the words under which the public looked for it. */
interface Blank {
  readonly agency: string
  readonly form: ItemForm
  readonly keywords?: readonly string[] | undefined
}

/** Begins an item of this form for an agency. @returns its id */
export async function startItem(
  work: Work,
  doing: Omit<ItemDoing, 'id' | 'version'>,
  { agency, form, keywords = [] }: Blank,
): Promise<{ readonly kind: 'started'; readonly id: string } | Refusal> {
  if (!mayWrite(doing.by, agency)) return refuse('起草由本机关的公开专员或业务处室经办人办理。', 'Art 26')
  const content = { ...blankContent(form, theForm(form).duty), keywords }
  return { kind: 'started', id: await beginItem(work, doing, { agency, content }) }
}

/** Begins an item with what stands in it already. Who may is the caller's question. @returns its id */
export async function beginItem(
  work: Work,
  { by, today, moment = now() }: Omit<ItemDoing, 'id' | 'version'>,
  { agency, content, handler = { id: by.id, name: by.name } }: Beginning,
): Promise<string> {
  const { indexPattern, agencyNumbers } = await setting(work.db, 'disclosure')
  const pattern = indexPattern.replaceAll('{agency}', numberOfAgency(agency, agencyNumbers))
  return await work.transaction(async inner => {
    const item = await makeItem(inner, agency, { on: today, pattern })
    const saved = { savedAt: moment, savedBy: by.id, savedByName: by.name }
    await keepDraft(inner, item.id, { version: 1, content, ...saved })
    const event = { kind: 'started', on: today, handler, at: moment, by: by.id, byName: by.name } as const
    await appendItemEvent(inner, { item, events: [] }, event)
    const who = { by: by.id, byName: by.name, agency }
    const detail = { number: item.indexNumber }
    await audit(inner, { ...who, act: 'disclosure.start', subject: item.id, detail })
    return item.id
  })
}

/** The number under which an agency's items are known: its own by the settings, else its code. */
export function numberOfAgency(agency: string, numbers: string): string {
  const lines = numbers.split('\n').map(line => line.split('=').map(part => part.trim()))
  return lines.find(([code]) => code === agency)?.[1] ?? agency
}

/** Somebody else saved in between: the draft as it stands. */
export interface DraftConflict {
  readonly kind: 'draftConflict'
  readonly draft: KeptDraft
}

/**
 * Saves the draft, whole or not; `draftVersion` is the one that was opened, so that two editors never overwrite each
 * other. Words that change after submission send the draft back: what was reviewed would no longer be what goes out.
 */
export async function saveDraft(
  work: Work,
  doing: ItemDoing,
  { content, draftVersion }: { readonly content: ItemContent; readonly draftVersion: number },
): Promise<KeptDraft | Refusal | DraftConflict> {
  const { by, today, moment = now() } = doing
  return await work.transaction(async inner => {
    const record = await itemRecordOf(inner, doing.id, true)
    if (record?.draft == null) return refuse('没有可以修改的稿件：先“修改（新版本）”，再编辑。', 'Art 26')
    const refusal = refusalOfItem('save', situationOf(record), by, today)
    if (refusal !== undefined) return refusal
    const { draft, standing } = record
    if (draft.version !== draftVersion) return { kind: 'draftConflict', draft } as const
    const clean = await boundContent(inner, doing.id, content)
    if (isRefusal(clean)) return clean
    if (contentHash(clean) === draft.sha256) return draft
    const saved = { savedAt: moment, savedBy: by.id, savedByName: by.name }
    const kept = await keepDraft(inner, doing.id, { version: draftVersion + 1, content: clean, ...saved })
    if (standing.draft === 'drafting') {
      if (standing.edition === 0) await keepItemStanding(inner, doing.id, moment)
      return kept
    }
    const changed = { kind: 'changed', on: today, sha256: kept.sha256 } as const
    await appendItemEvent(inner, record, { ...changed, at: moment, by: by.id, byName: by.name })
    await auditItem(inner, record, doing, { step: 'save', on: today })
    return kept
  })
}

/** Keeps a file for the draft; the editor then names it in the content. */
export async function attachFile(
  work: Work,
  { id, by, today }: ItemDoing,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Attachment | Refusal> {
  const record = await itemRecordOf(work, id)
  if (record === undefined) return refuse('没有这件信息。')
  const refusal = refusalOfItem('save', situationOf(record), by, today)
  if (refusal !== undefined) return refusal
  const file = await knownFile(name, bytes)
  if (isRefusal(file)) return file
  const text = await textOfFile(file)
  return await work.transaction(inner =>
    keepFile(inner, file, { item: id, text, on: today, byName: by.name }),
  )
}

/** Gives a draft to another: also one that was left by somebody who left. */
export function handOver(
  work: Work,
  doing: ItemDoing,
  told: { readonly to: { readonly id: string; readonly name: string }; readonly reason: string },
) {
  return takeItemStep(work, doing, 'handOver', ({ standing }) =>
    standing.handler?.id === told.to.id
      ? refuse(`这件稿件已在${told.to.name}手上。`)
      : { kind: 'handedOver', on: doing.today, ...told },
  )
}

/** Gives up a draft that never was public; its number is not given again. */
export function abandon(work: Work, doing: ItemDoing, reason: string) {
  return takeItemStep(work, doing, 'abandon', () =>
    reason === '' ? refuse('请写明放弃的原因。') : { kind: 'abandoned', on: doing.today, reason },
  )
}

/** Writes a note for colleagues. */
export function noteItem(work: Work, doing: ItemDoing, text: string) {
  return takeItemStep(work, doing, 'note', () =>
    text === '' ? refuse('请填写备注。') : { kind: 'noted', on: doing.today, text },
  )
}
