import { z } from '@hono/zod-openapi'
import { dayForm } from '../../office/api/forms.ts'
import { wrongForm } from '../../platform/http/openapi.ts'
import type { Work } from '../../platform/work.ts'
import { dayOf } from '../../statute/day.ts'
import type { ItemDoing, ItemDone } from '../act/act.ts'
import { abandon, handOver, noteItem } from '../act/drafting.ts'
import { end } from '../act/ending.ts'
import * as publishing from '../act/publishing.ts'
import * as reviewing from '../act/reviewing.ts'
import * as revising from '../act/revising.ts'
import { reviewFindings } from '../events.ts'
import { closedForItems } from '../item.ts'
import type { ItemStep } from '../steps.ts'

/** A step with what was said to it, ready to be taken. */
export interface ItemTaken {
  /** The version that was seen. */
  readonly version: number | undefined
  readonly take: (work: Work, doing: ItemDoing) => Promise<ItemDone>
}

/** How a step is read from a body. */
interface ItemTaker {
  readonly form: z.ZodObject
  /** @throws ProblemError 400 that says which field is wrong */
  read(body: unknown): ItemTaken
}

const seen = z.object({
  version: z.int().optional().openapi({ description: '所见的版本号；他人已办理时答复 409' }),
})

function taker<F extends z.ZodRawShape>(
  fields: F,
  verb: (work: Work, doing: ItemDoing, told: z.infer<z.ZodObject<F>>) => Promise<ItemDone>,
): ItemTaker {
  const told = z.object(fields)
  return {
    form: seen.extend(fields),
    read(body) {
      const also = seen.safeParse(body)
      const said = told.safeParse(body)
      if (!also.success) throw wrongForm(also.error)
      if (!said.success) throw wrongForm(said.error)
      return { version: also.data.version, take: (work, doing) => verb(work, doing, said.data) }
    },
  }
}

const most = 2000
const text = z.string().trim().max(most, `不能超过 ${most} 字`)
const spoken = { words: text.default('') }
const reason = { reason: text.default('') }
const day = dayForm.transform(dayOf)
const moment = z
  .string()
  .max(40)
  .refine(said => !Number.isNaN(Date.parse(said)), '请填写发布的日期和时间')
const person = z.object({ id: z.string().max(100), name: z.string().max(100) })
const ground = { ground: text.default('') }
const withheld = { ground: z.enum(closedForItems, '请选择不予公开的理由'), ...reason, reviewOn: day }
const ending = {
  ...{ validity: z.enum(['revised', 'repealed', 'expired'], '请选择修订、废止或者失效'), endsOn: day },
  ...{ byWords: text.default(''), byItem: z.string().max(200).nullable().default(null) },
}

/** What each step takes and which verb does it; saving has an address of its own. */
export const itemTakers = {
  submit: taker(spoken, (work, doing, { words }) => reviewing.submit(work, doing, words)),
  check: taker(spoken, (work, doing, { words }) => reviewing.check(work, doing, words)),
  review: taker({ finding: z.enum(reviewFindings, '请选择审查意见'), ...ground }, reviewing.review),
  sendBack: taker(reason, (work, doing, told) => reviewing.sendBack(work, doing, told.reason)),
  waive: taker(reason, (work, doing, told) => reviewing.waive(work, doing, told.reason)),
  approve: taker(spoken, (work, doing, { words }) => reviewing.approve(work, doing, words)),
  publish: taker(reason, (work, doing, told) => publishing.publish(work, doing, told.reason)),
  schedule: taker({ moment }, (work, doing, told) => publishing.schedule(work, doing, told.moment)),
  unschedule: taker(reason, (work, doing, told) => publishing.unschedule(work, doing, told.reason)),
  publishUrgently: taker(reason, (work, doing, told) => publishing.publishUrgently(work, doing, told.reason)),
  reviewUrgent: taker(ground, (work, doing, told) => publishing.reviewUrgent(work, doing, told.ground)),
  openRevision: taker(reason, (work, doing, told) => revising.openRevision(work, doing, told.reason)),
  dropRevision: taker(reason, (work, doing, told) => revising.dropRevision(work, doing, told.reason)),
  withdraw: taker(reason, (work, doing, told) => revising.withdraw(work, doing, told.reason)),
  restore: taker(reason, (work, doing, told) => revising.restore(work, doing, told.reason)),
  end: taker(ending, end),
  withhold: taker(withheld, reviewing.withhold),
  reconsider: taker(
    { open: z.boolean(), ...reason, reviewOn: day.nullable().default(null) },
    reviewing.reconsider,
  ),
  abandon: taker(reason, (work, doing, told) => abandon(work, doing, told.reason)),
  handOver: taker({ to: person, ...reason }, handOver),
  note: taker({ text: text.min(1, '请填写备注') }, (work, doing, told) => noteItem(work, doing, told.text)),
} as const satisfies Record<Exclude<ItemStep, 'save'>, ItemTaker>

/** The steps that are taken through one address. */
export type PostedItemStep = keyof typeof itemTakers

/** Is this a step that is taken through the one address? */
export function isPostedItemStep(step: string): step is PostedItemStep {
  return Object.hasOwn(itemTakers, step)
}
