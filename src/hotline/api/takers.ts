import { z } from '@hono/zod-openapi'
import { dayForm } from '../../office/api/forms.ts'
import type { Who } from '../../office/env.ts'
import { body } from '../../platform/http/openapi.ts'
import type { Work } from '../../platform/work.ts'
import type { DemandDoing, DemandDone } from '../act/act.ts'
import * as dispatching from '../act/dispatching.ts'
import * as handling from '../act/handling.ts'
import { answerBy } from '../act/knowledge/answering.ts'
import { merge, unmerge } from '../act/merging.ts'
import * as together from '../act/together.ts'
import { enterVisit } from '../act/visits/visits.ts'
import { callBackFailures, callBackWays, resolutions, satisfactions } from '../events.ts'
import { mostChecked } from '../quality/draft.ts'
import type { DemandStep } from '../steps.ts'
import { mostOfVisit } from '../visits/visit.ts'

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
const checked = z
  .array(z.string().max(200))
  .max(mostChecked, `最多核对 ${mostChecked} 处`)
  .default([])
  .openapi({ description: '反馈中已经核对、确需告知来电人的个人信息，逐处照原文' })

const visit = {
  key: z.uuid('请给出本次核查的键').openapi({ description: '由终端生成；同一键重复发送只登记一次' }),
  seen: text,
  visitedAt: z.iso.datetime('请填写到现场的时间'),
  photos: z.int().min(0).max(mostOfVisit.photos, `最多 ${mostOfVisit.photos} 张照片`).default(0),
}

/** The steps that are taken by a body alone; a conversion answers with a receipt besides. */
export type TakenStep = Exclude<DemandStep, 'convert'>

/** What each step takes and which verb does it. */
export const demandTakers: Readonly<Record<TakenStep, DemandTaker>> = {
  answer: taker({ ...words, entry: z.uuid().optional() }, answerBy),
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
  feedBack: taker(
    { ...words, resolution: z.enum(resolutions, '请选择办理结果'), checked },
    handling.feedBack,
  ),
  callBack: taker(
    {
      ...{ handling: level, result: level, ...words },
      way: z.enum(callBackWays, '请选择回访方式').default('phone'),
      failure: z.enum(callBackFailures, '请选择未评价的原因').optional(),
    },
    handling.callBack,
  ),
  close: taker({}, handling.close),
  explain: taker(words, (work, doing, told) => handling.explain(work, doing, told.words)),
  reopen: taker(reason, (work, doing, told) => handling.reopen(work, doing, told.reason)),
  urge: taker(words, (work, doing, told) => handling.urge(work, doing, told.words)),
  supervise: taker(words, (work, doing, told) => handling.urge(work, doing, told.words, 'supervise')),
  escalate: taker(words, (work, doing, told) => handling.urge(work, doing, told.words, 'escalate')),
  coHandle: taker(
    {
      units: z.array(unit, '请选择会办单位').min(1, '请选择会办单位').max(20, '最多 20 个会办单位'),
      ...words,
    },
    together.coHandle,
  ),
  givePart: taker(words, (work, doing, told) => together.givePart(work, doing, told.words)),
  releaseCoHandler: taker({ unit, ...reason }, together.releaseCoHandler),
  changeLimit: taker(
    {
      workdays: z.int('请填写工作日数').min(1, '至少 1 个工作日').max(250, '不能超过 250 个工作日'),
      ...reason,
    },
    together.changeLimit,
  ),
  merge: taker(
    { into: z.string('请填写编号').trim().min(1, '请填写编号').max(40, '没有这个编号'), ...reason },
    merge,
  ),
  unmerge: taker(reason, (work, doing, told) => unmerge(work, doing, told.reason)),
  instruct: taker(
    {
      leader: z.string('请填写批示的领导').trim().max(50, '不能超过 50 字').default(''),
      ...words,
      dueOn: dayForm.nullable().default(null),
    },
    together.instruct,
  ),
  answerInstruction: taker(words, (work, doing, told) => together.answerInstruction(work, doing, told.words)),
  visit: taker(visit, enterVisit),
  note: taker(words, (work, doing, told) => handling.noteDemand(work, doing, told.words)),
  withdraw: taker(reason, (work, doing, told) => handling.withdrawDemand(work, doing, told.reason)),
}

/** Is this a step of the table? */
export function isDemandStep(step: string): step is TakenStep {
  return Object.hasOwn(demandTakers, step)
}
