import { now } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { theForm } from '../../forms.ts'
import type { ItemContent, RowsOfItem } from '../../item.ts'
import { CannotReadRows } from '../../read/sheet/cannot-read-rows.ts'
import type { RowMapping } from '../../rows/columns.ts'
import type { ResultLine } from '../../rows/line.ts'
import type { RowsRun } from '../../rows/view.ts'
import { refusalOfItem } from '../../steps.ts'
import type { KeptDraft } from '../../store/drafts.ts'
import { itemRecordOf } from '../../store/history.ts'
import { BatchWriter } from '../../store/rows/batches.ts'
import { rememberMapping } from '../../store/rows/mappings.ts'
import { type ItemDoing, situationOf } from '../act.ts'
import { saveDraft } from '../drafting.ts'
import { Run } from './run.ts'

/** A file of results as it is handed in: where it lies on this machine, and how its columns are read where that is chosen. */
export interface RowsAsked {
  readonly path: string
  readonly name: string
  readonly mapping?: RowMapping | undefined
}

/** Reads a file of results without keeping anything. */
export async function tryRows(work: Work, doing: ItemDoing, asked: RowsAsked): Promise<RowsRun | Refusal> {
  const target = await targetOf(work, doing)
  if (isRefusal(target)) return target
  return await readOrRefuse(() =>
    new Run(work, runningOf(target, doing, asked)).read(asked.path, async () => {}),
  )
}

/** What was loaded: the rows, and the draft that now holds them. */
export interface RowsLoaded {
  readonly rows: RowsOfItem
  readonly draftVersion: number
}

/**
 * Loads a file of results as a new batch, and puts it into the draft: every row or none. A batch never changes; the next
 * file is the next batch. A draft that was handed in goes back to its drafter, as with every other change.
 */
export async function loadRows(
  work: Work,
  doing: ItemDoing,
  asked: RowsAsked,
): Promise<RowsLoaded | Refusal> {
  return await readOrRefuse(() =>
    undoing(work, async inner => {
      const target = await targetOf(inner, doing)
      if (isRefusal(target)) return target
      const running = runningOf(target, doing, asked)
      const writer = await BatchWriter.begin(inner, beginningOf(target, doing, asked.name))
      const run = await new Run(inner, running).read(asked.path, line => writer.add(line))
      if (run.faultCount > 0) return refuse(`还有 ${run.faultCount} 处问题，一行也没有保存；请先改正。`)
      if (run.count === 0) return refuse('表中没有可以保存的行。')
      const { agency, form } = running
      await rememberMapping(inner, { agency, form, headings: run.headings }, run.mapping)
      return await intoDraft(inner, doing, target, await writer.end())
    }),
  )
}

/** Loads lines that are understood already, as a new batch, and puts it into the draft. */
export async function loadLines(
  work: Work,
  doing: ItemDoing,
  lines: Iterable<ResultLine> | AsyncIterable<ResultLine>,
): Promise<RowsLoaded | Refusal> {
  return await undoing(work, async inner => {
    const target = await targetOf(inner, doing)
    if (isRefusal(target)) return target
    const writer = await BatchWriter.begin(inner, beginningOf(target, doing, ''))
    for await (const line of lines) await writer.add(line)
    return await intoDraft(inner, doing, target, await writer.end())
  })
}

class Undone extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** A refusal leaves nothing behind. */
async function undoing<T>(work: Work, run: (inner: Work) => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await work.transaction(async inner => {
      const done = await run(inner)
      if (isRefusal(done)) throw new Undone(done)
      return done
    })
  } catch (cause) {
    if (cause instanceof Undone) return cause.refusal
    throw cause
  }
}

interface Target {
  readonly agency: string
  readonly draft: KeptDraft
}

async function targetOf(work: Work, { id, by, today }: ItemDoing): Promise<Target | Refusal> {
  const record = await itemRecordOf(work, id)
  if (record === undefined) return refuse('没有这件信息。')
  if (record.draft === null)
    return refuse('没有可以修改的稿件：先“修改（新版本）”，再上传结果明细。', 'Art 26')
  const refusal = refusalOfItem('save', situationOf(record), by, today)
  if (refusal !== undefined) return refusal
  const { label, rows } = theForm(record.draft.content.form)
  if (rows !== true) return refuse(`“${label}”没有结果明细，请先把信息形式改为行政许可、处罚、强制或者收费。`)
  return { agency: record.item.agency, draft: record.draft }
}

function runningOf({ agency, draft }: Target, { id, today }: ItemDoing, { mapping }: RowsAsked) {
  return { item: id, agency, form: draft.content.form, today, mapping }
}

function beginningOf({ draft }: Target, { id, by, moment = now() }: ItemDoing, fileName: string) {
  return { item: id, form: draft.content.form, fileName, at: moment, byName: by.name }
}

async function intoDraft(
  work: Work,
  doing: ItemDoing,
  { draft }: Target,
  rows: RowsOfItem,
): Promise<RowsLoaded | Refusal> {
  const content: ItemContent = { ...draft.content, rows }
  const saved = await saveDraft(work, doing, { content, draftVersion: draft.version })
  if (!('kind' in saved)) return { rows, draftVersion: saved.version }
  return saved.kind === 'refusal' ? saved : refuse('有人刚刚保存了这份稿件，请再上传一次。')
}

async function readOrRefuse<T>(run: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await run()
  } catch (cause) {
    if (cause instanceof CannotReadRows) return refuse(cause.message)
    throw cause
  }
}
