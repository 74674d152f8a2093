import { z } from '@hono/zod-openapi'
import { siteFaultKinds } from '../../importing/fault.ts'
import { siteRunStates } from '../../importing/view.ts'
import { countsForm } from '../../store/importing/counts-form.ts'
import { siteMappingForm } from '../../store/importing/mapping-form.ts'

const number = z.int()
const line = z.object({
  ...{ id: z.uuid(), agency: z.string(), source: z.string(), fileName: z.string(), counts: countsForm },
  ...{ state: z.enum(siteRunStates), byName: z.string(), begunAt: z.string() },
})

/** The runs and mappings of a person's agencies. */
export const siteRunsForm = z.object({
  agencies: z.array(z.object({ code: z.string(), name: z.string() })),
  runs: z.array(line),
  mappings: z.array(z.object({ agency: z.string(), name: z.string(), mapping: siteMappingForm })),
})

/** A run with all that its page shows. */
export const siteRunForm = line
  .extend({
    ...{ sizeBytes: number, mapping: siteMappingForm, why: z.string(), faultCount: number },
    samples: z.array(z.object({ path: z.string(), title: z.string(), old: z.string() }).loose()),
    ...{ unknownColumns: z.array(z.string()), unknownAgencies: z.array(z.string()) },
  })
  .openapi('SiteRun')

/** A page of what is wrong. */
export const siteFaultsForm = z.object({
  total: number,
  faults: z.array(
    z.object({
      ...{ path: z.string(), kind: z.enum(siteFaultKinds), label: z.string() },
      ...{ value: z.string(), message: z.string() },
    }),
  ),
})

/** How the pages are to be read, and under which name that is kept. */
export const readingForm = z.object({
  mapping: siteMappingForm,
  name: z
    .string()
    .trim()
    .max(50, '名称不能超过 50 字')
    .optional()
    .openapi({ description: '以此名称保存，供以后使用' }),
})
