import type { Work } from '../../platform/work.ts'
import { isRefusal, type Refusal } from '../../statute/refusal.ts'
import { paths } from '../../web/paths.ts'
import type { Attachment } from '../item.ts'
import { cleanBody } from '../read/clean.ts'
import { importWord } from '../read/docx.ts'
import type { WordFacts } from '../read/word/facts.ts'
import { refusalOfItem } from '../steps.ts'
import { itemRecordOf } from '../store/history.ts'
import { type ItemDoing, situationOf } from './act.ts'
import { attachFile } from './drafting.ts'

/** A Word document as the editor takes it in; its pictures are already files of the item. */
export interface WordIn {
  readonly kind: 'word'
  readonly body: string
  readonly pictures: readonly Attachment[]
  /** What was changed or left out on the way. */
  readonly notes: readonly string[]
  /** What the text says of title, document number and day: proposals, never taken over by themselves. */
  readonly facts: WordFacts
}

/** Reads a Word document for the draft of an item; nothing of the draft changes before it is saved. */
export async function takeInWord(work: Work, doing: ItemDoing, bytes: Uint8Array): Promise<WordIn | Refusal> {
  const record = await itemRecordOf(work, doing.id)
  const refusal = record && refusalOfItem('save', situationOf(record), doing.by, doing.today)
  if (refusal !== undefined) return refusal
  const word = await importWord(bytes)
  if (isRefusal(word)) return word
  const pictures: Attachment[] = []
  let { body } = word
  for (const { name, bytes: picture } of word.pictures) {
    const kept = await attachFile(work, doing, { name, bytes: picture })
    if (isRefusal(kept)) return kept
    pictures.push(kept)
    body = body.replaceAll(`src="${name}"`, `src="${paths.itemFile(doing.id, kept.file)}"`)
  }
  return { kind: 'word', body: cleanBody(body), pictures, notes: word.notes, facts: word.facts }
}
