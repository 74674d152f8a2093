import { z } from '@hono/zod-openapi'
import type { SiteCounts } from '../../importing/view.ts'

const number = z.int()

/** What a run counted, as it is kept and as it is told. */
export const countsForm = z
  .object({
    ...{ pages: number, items: number, already: number, faulty: number, duplicates: number, warned: number },
    ...{ files: number, removed: number, byKind: z.record(z.string(), number) },
  })
  .openapi('SiteCounts') satisfies z.ZodType<SiteCounts, unknown>
