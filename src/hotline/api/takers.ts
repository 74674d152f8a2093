import { z } from '@hono/zod-openapi'
import type { Who } from '../../office/env.ts'
import { body } from '../../platform/http/openapi.ts'
import type { Work } from '../../platform/work.ts'
import type { DemandDoing, DemandDone } from '../act/act.ts'
import * as dispatching from '../act/dispatching.ts'
import * as handling from '../act/handling.ts'
import { resolutions, satisfactions } from '../events.ts'
import type { DemandStep } from '../steps.ts'

/** How a step is read from a body, and which verb does it. */
interface DemandTaker {
  readonly form: z.ZodObject
  /** @throws ProblemError 400 that says which field is wrong */
  taken(context: Who, doing: DemandDoing): Promise<(work: Work) => Promise<DemandDone>>
}

const version = z.int().optional().openapi({ description: '所见的版本号；他人已办理时答复 409' })

function taker<F extends z.ZodRawShape>(
  fields: F,
  verb: (work: Work, doing: DemandDoing, told: z.infer<z.ZodObject<F>>) => Promise<DemandDone>,
): DemandTaker {
  const told = z.object(fields)
  const seen = z.object({ version })
  return {
    form: z.object({ version, ...fields }),
    async taken(context, doing) {
      const also = await body(context, seen)
      const said = await body(context, told)
      return work => verb(work, { ...doing, version: also.version }, said)
    },
  }
}

const most = 2000
const text = z.string().trim().max(most, `不能超过 ${most} 字`).default('')
const words = { words: text }
const reason = { reason: text }
const unit = z.string('请选择承办单位').trim().min(1, '请选择承办单位').max(63, '没有这个承办单位')
const level = z.enum(satisfactions, '请选择满意程度').nullable().default(null)

/** What each step takes and which verb does it. */
export const demandTakers: Readonly<Record<DemandStep, DemandTaker>> = {
  answer: taker(words, (work, doing, told) => dispatching.answer(work, doing, told.words)),
  dispatch: taker({ unit, basis: text }, dispatching.dispatch),
  sign: taker({}, dispatching.sign),
  return: taker({ ...reason, responsible: text }, dispatching.returnDemand),
  refuseReturn: taker(reason, (work, doing, told) => dispatching.refuseReturn(work, doing, told.reason)),
  arbitrate: taker({ unit, ...reason }, dispatching.arbitrate),
  askExtension: taker({ workdays: z.int('请填写工作日数'), ...reason }, handling.askExtension),
  extend: taker(reason, (work, doing, told) => handling.extend(work, doing, told.reason)),
  declineExtension: taker(reason, (work, doing, told) => handling.declineExtension(work, doing, told.reason)),
  suspend: taker(reason, (work, doing, told) => handling.suspend(work, doing, told.reason)),
  resume: taker(reason, (work, doing, told) => handling.resume(work, doing, told.reason)),
  feedBack: taker({ ...words, resolution: z.enum(resolutions, '请选择办理结果') }, handling.feedBack),
  callBack: taker({ handling: level, result: level, ...words }, handling.callBack),
  close: taker({}, handling.close),
  reopen: taker(reason, (work, doing, told) => handling.reopen(work, doing, told.reason)),
  urge: taker(words, (work, doing, told) => handling.urge(work, doing, told.words)),
  note: taker(words, (work, doing, told) => handling.noteDemand(work, doing, told.words)),
  withdraw: taker(reason, (work, doing, told) => handling.withdrawDemand(work, doing, told.reason)),
}

/** Is this a step of the table? */
export function isDemandStep(step: string): step is DemandStep {
  return Object.hasOwn(demandTakers, step)
}
