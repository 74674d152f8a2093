import { holds } from '../../../office/roles.ts'
import type { Work } from '../../../platform/work.ts'
import { type ItemStep, lineOfItemStep } from '../../steps.ts'
import type { ItemLine, ItemsToday, ItemTask } from '../../view.ts'
import { type ItemReading, itemLinesIn, itemSight } from './lines.ts'

/** The most items that a day shows; the list shows the rest. */
const mostShown = 200

/** What is next in each state of a draft; what is scheduled goes out by itself. */
const nextStep: Partial<Record<ItemLine['draft'], ItemStep>> = {
  ...({ drafting: 'submit', submitted: 'check', checked: 'review', reviewed: 'approve' } as const),
  approved: 'publish',
  withheld: 'reconsider',
}

/** A person's day with items: what waits for them, what runs out first first; and what of theirs waits for others. */
export async function itemsToday(work: Work, reading: ItemReading, agency?: string): Promise<ItemsToday> {
  const { reader, today } = reading
  const page = { sort: 'made', descending: false, page: 1, size: mostShown } as const
  const sight = await itemSight(work, reading, agency)
  const [atWork, urgent, review, late] = await Promise.all([
    itemLinesIn(work, { ...page, draft: 'atWork' }, sight),
    itemLinesIn(work, { ...page, urgent: true }, sight),
    itemLinesIn(work, { ...page, reviewBy: today, sort: 'review' }, sight),
    itemLinesIn(work, { ...page, late: true, size: 1 }, sight),
  ])
  const own = new Set(reader.grants.map(each => each.agency))
  const all = [
    ...urgent.lines.map(line => taskOf(line, 'reviewUrgent', reading)),
    ...[...atWork.lines, ...review.lines].map(line => taskOf(line, nextStep[line.draft], reading)),
  ].filter(({ agency: code }) => own.has(code))
  return {
    tasks: all.flatMap(({ mine, ...task }) => (mine ? [task] : [])),
    waiting: all.flatMap(({ mine, ...task }) => (mine ? [] : [task])),
    late: late.total,
  }
}

/** A draft is its handler's; every other step is whose role the table names. */
function taskOf(
  line: ItemLine,
  step: ItemStep | undefined,
  { reader }: ItemReading,
): ItemTask & { readonly mine: boolean } {
  if (step === undefined) return { ...line, next: '到时自动发布', mine: false }
  const { label, roles } = lineOfItemStep(step)
  const drafting = step === 'submit'
  const mine =
    drafting && line.handler !== null
      ? line.handler.id === reader.id
      : roles.some(role => holds(reader, role, line.agency))
  return { ...line, next: drafting ? '修改并提交' : label, mine }
}
