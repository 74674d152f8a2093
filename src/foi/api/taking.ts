import { z } from '@hono/zod-openapi'
import { wrongForm } from '../../platform/http/openapi.ts'
import type { Work } from '../../platform/work.ts'
import type { FoiDoing, FoiDone } from '../act/act.ts'
import type { Sending } from '../act/sending.ts'

/** A step with what was said to it, ready to be taken or previewed. */
export interface Taken {
  /** The version that was seen. */
  readonly version: number | undefined
  readonly take: (work: Work, doing: FoiDoing & Sending) => Promise<FoiDone>
}

/** How a step is read from a body. */
export interface Taker {
  readonly form: z.ZodObject
  /** @throws ProblemError 400 that says which field is wrong */
  read(body: unknown): Taken
}

const seen = z.object({
  version: z.int().optional().openapi({ description: '所见的版本号；他人已办理时答复 409' }),
  letter: z
    .object({ paragraphs: z.array(z.string().max(30_000)).max(500) })
    .optional()
    .openapi({ description: '经办人改过的文书；法律规定的段落不能改' }),
})

/** A step that takes these fields and is done by this verb. */
export function taker<F extends z.ZodRawShape>(
  fields: F,
  verb: (work: Work, doing: FoiDoing & Sending, told: z.infer<z.ZodObject<F>>) => Promise<FoiDone>,
): Taker {
  const told = z.object(fields)
  return {
    form: seen.extend(fields),
    read(body) {
      const also = seen.safeParse(body)
      const said = told.safeParse(body)
      if (!also.success) throw wrongForm(also.error)
      if (!said.success) throw wrongForm(said.error)
      const { version, letter: edits } = also.data
      return { version, take: (work, doing) => verb(work, { ...doing, edits }, said.data) }
    },
  }
}
