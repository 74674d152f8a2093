import writeXlsxFile from 'write-excel-file/node'
import type { ItemDoing } from '../../disclosure/act/act.ts'
import { attachFile, beginItem, saveDraft } from '../../disclosure/act/drafting.ts'
import { publish } from '../../disclosure/act/publishing.ts'
import { approve, check, review, submit } from '../../disclosure/act/reviewing.ts'
import { loadLines } from '../../disclosure/act/rows/loading.ts'
import type { ItemContent } from '../../disclosure/item.ts'
import type { Role } from '../../office/roles.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { isRefusal, type Refusal } from '../../statute/refusal.ts'
import type { Who } from '../who.ts'
import { momentOn } from './chance.ts'
import type { Paper } from './paper.ts'

/** What the telling goes on with: who does it, and the ids of what has been told. */
export interface Telling {
  readonly work: Work
  readonly who: Who
  readonly until: Day
  readonly ids: Map<string, string>
}

/** What was done, where it was not refused. @throws Error with why not */
export async function done<T extends object>(answer: Promise<T | Refusal>): Promise<T> {
  const answered = await answer
  if (isRefusal(answered)) throw new Error(answered.message)
  return answered
}

/** The content of a paper with the ids of those that it names. */
export function linked(
  { ids }: Pick<Telling, 'ids'>,
  { content, interprets, repeals = [] }: Paper,
): ItemContent {
  const known = (keys: readonly string[]) => keys.flatMap(key => ids.get(key) ?? [])
  return {
    ...content,
    interprets: interprets === undefined ? [] : known([interprets]),
    repeals: content.form === 'document' ? [] : known(repeals),
  }
}

/** One act of a role of the agency on a day. */
export function doingOn(telling: Telling, paper: Pick<Paper, 'agency' | 'key'>) {
  const id = telling.ids.get(paper.key) ?? ''
  return (role: Role, today: Day, turn = 0): ItemDoing => ({
    ...{ id, by: telling.who(role, paper.agency), today, moment: momentOn(today, turn) },
  })
}

/** The steps to the shelf, in their order. */
export const stepsToShelf = ['submit', 'check', 'review', 'approve', 'publish'] as const
export type StepToShelf = (typeof stepsToShelf)[number]

/** Tells a paper through the acts of the staff, as far as it has come. @returns its id */
export async function tellPaper(
  telling: Telling,
  paper: Paper,
  upTo: StepToShelf | 'begin' = 'publish',
): Promise<string> {
  const { work, who, ids } = telling
  const { agency, key, publishedOn, at, rows } = paper
  const content = linked(telling, paper)
  const madeOn = content.madeOn ?? publishedOn
  const first = madeOn < publishedOn ? madeOn : addDays(publishedOn, -1)
  const by = who('departmentOfficer', agency)
  const moment = momentOn(first, 1)
  ids.set(key, await beginItem(work, { by, today: first, moment }, { agency, content }))
  const doing = doingOn(telling, paper)
  await attachTable(work, doing('departmentOfficer', first, 1), content)
  if (rows !== undefined) await done(loadLines(work, doing('departmentOfficer', first, 2), rows()))
  for (const step of stepsToShelf.slice(0, upTo === 'begin' ? 0 : stepsToShelf.indexOf(upTo) + 1)) {
    await take(telling, step, doing, { first, last: publishedOn, at })
  }
  return ids.get(key) ?? ''
}

/** Figures are given as a sheet too, as the offices do: the table of the page, cell by cell. */
async function attachTable(work: Work, doing: ItemDoing, content: ItemContent): Promise<void> {
  if (content.form !== 'statistics' && content.form !== 'budget') return
  const [table = ''] = /<table>.*?<\/table>/s.exec(content.body) ?? []
  const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => sheetCell(cell)),
  )
  if (rows.length === 0) return
  const bytes = await writeXlsxFile(rows, { sheet: '数据' }).toBuffer()
  const name = `${content.title}.xlsx`
  const file = await done(attachFile(work, doing, { name, bytes: new Uint8Array(bytes) }))
  await done(saveDraft(work, doing, { content: { ...content, attachments: [file] }, draftVersion: 1 }))
}

const sheetCell = (text: string) =>
  /^-?\d+(\.\d+)?$/.test(text) ? { value: Number(text), type: Number } : { value: text, type: String }

/** Takes a draft all the way to the shelf. */
export async function takeToShelf(
  telling: Telling,
  paper: Pick<Paper, 'agency' | 'key'>,
  when: When,
): Promise<void> {
  for (const step of stepsToShelf) await take(telling, step, doingOn(telling, paper), when)
}

interface When {
  readonly first: Day
  readonly last: Day
  readonly at: string
}

async function take(
  { work }: Telling,
  step: StepToShelf,
  doing: ReturnType<typeof doingOn>,
  { first, last, at }: When,
): Promise<void> {
  switch (step) {
    case 'submit':
      return void (await done(submit(work, doing('departmentOfficer', first, 4), '请审核。')))
    case 'check':
      return void (await done(check(work, doing('coordinator', last, 0), '要素齐全，同意。')))
    case 'review': {
      const told = { finding: 'open', ground: '经审查，不涉及国家秘密、商业秘密和个人隐私。' } as const
      return void (await done(review(work, doing('secrecyReviewer', last, 0), told)))
    }
    case 'approve':
      return void (await done(approve(work, doing('head', last, 0), '同意公开。')))
    case 'publish':
      return void (await done(publish(work, { ...doing('officer', last), moment: at }, '')))
  }
}
