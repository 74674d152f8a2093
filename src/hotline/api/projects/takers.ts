import { z } from '@hono/zod-openapi'
import { agencyCode, dayForm } from '../../../office/api/forms.ts'
import type { Who } from '../../../office/env.ts'
import { body } from '../../../platform/http/openapi.ts'
import type { Work } from '../../../platform/work.ts'
import type { ProjectDoing, ProjectDone } from '../../act/projects/act.ts'
import * as verbs from '../../act/projects/verbs.ts'
import { demandTypes } from '../../demand.ts'
import type { ProjectStep } from '../../projects/steps.ts'

/** The steps that a form takes; a file has a route of its own. */
export type PostedProjectStep = Exclude<ProjectStep, 'attach'>

/** How a step is read from a body, and which verb does it. */
interface ProjectTaker {
  readonly form: z.ZodType
  /** @throws ProblemError 400 that says which field is wrong */
  take(context: Who, doing: ProjectDoing): Promise<ProjectDone>
}

const version = z.int().optional().openapi({ description: '所见的版本号；他人已办理时答复 409' })

function taker<F extends z.ZodRawShape>(
  fields: F,
  verb: (work: Work, doing: ProjectDoing, told: z.infer<z.ZodObject<F>>) => Promise<ProjectDone>,
): ProjectTaker {
  const told = z.object(fields)
  const seen = z.object({ version })
  return {
    form: z.object({ version, ...fields }),
    take: async (context, doing) =>
      verb(context.var.work, { ...doing, ...(await body(context, seen)) }, await body(context, told)),
  }
}

const most = 4000
const text = z.string().trim().max(most, `不能超过 ${most} 字`).default('')
const words = { words: text }
const reason = { reason: text }
const term = z.string().trim().min(1, '请填写词语').max(50, '一个词语不能超过 50 字')
const terms = z.array(term).max(30, '最多 30 个').default([])

/** A rule of scope as it is sent. */
export const scopeForm = z
  .object({
    ...{ words: terms, places: terms },
    units: z.array(agencyCode).max(30, '最多 30 个').default([]),
    types: z.array(z.enum(demandTypes, '没有这个诉求类型')).max(6).default([]),
    matters: z.array(z.uuid('没有这个热点事项')).max(20).default([]),
    categories: z.array(z.string().trim().min(1).max(200)).max(20, '最多 20 个分类').default([]),
  })
  .openapi('ProjectScope')

const measure = z.object({ words: text, unit: agencyCode, due: dayForm })

/** What each step takes and which verb does it. */
export const projectTakers: Readonly<Record<PostedProjectStep, ProjectTaker>> = {
  plan: taker({ cause: text, measures: z.array(measure).max(50, '最多 50 项措施').default([]) }, verbs.plan),
  agreePlan: taker(words, (work, doing, told) => verbs.agreePlan(work, doing, told.words)),
  returnPlan: taker(reason, (work, doing, told) => verbs.returnPlan(work, doing, told.reason)),
  progress: taker(
    {
      ...words,
      measure: z.int('请填写第几项措施').min(1).nullable().default(null),
      done: z.boolean().default(false),
    },
    verbs.progress,
  ),
  report: taker(words, (work, doing, told) => verbs.report(work, doing, told.words)),
  signOff: taker(words, (work, doing, told) => verbs.signOff(work, doing, told.words)),
  sendBack: taker(reason, (work, doing, told) => verbs.sendBack(work, doing, told.reason)),
  changeLimit: taker({ limit: dayForm, ...reason }, verbs.changeLimit),
  changeScope: taker({ scope: scopeForm, ...reason }, verbs.changeScope),
  correct: taker(
    { number: z.string().trim().min(1, '请填写诉求编号').max(40), belongs: z.boolean(), ...reason },
    verbs.correct,
  ),
  publish: taker(words, (work, doing, told) => verbs.publish(work, doing, told.words)),
  takeDown: taker(reason, (work, doing, told) => verbs.takeDown(work, doing, told.reason)),
  drop: taker(reason, (work, doing, told) => verbs.drop(work, doing, told.reason)),
}

/** Is this a step that a form takes? */
export function isPostedProjectStep(step: string): step is PostedProjectStep {
  return Object.hasOwn(projectTakers, step)
}
