import { z } from '@hono/zod-openapi'
import { partyKinds } from '../../rows/line.ts'
import { rowMappingForm } from '../../store/rows/mappings.ts'

const fault = z.object({
  ...{ row: z.int(), column: z.int().nullable(), label: z.string(), value: z.string(), message: z.string() },
})

/** A dry run over HTTP. */
export const runForm = z
  .object({
    ...{ headings: z.array(z.string()), samples: z.array(z.array(z.string())), mapping: rowMappingForm },
    ...{ count: z.int(), unshown: z.int(), amountYuan: z.string() },
    years: z.array(z.object({ year: z.int(), count: z.int() })),
    ...{ faults: z.array(fault), faultCount: z.int() },
    repeated: z.array(z.object({ reference: z.string(), item: z.string(), title: z.string() })),
  })
  .openapi('RowsRun')

/** A result as the staff read it. */
export const resultForm = z
  .object({
    ...{ place: z.int(), reference: z.string(), party: z.string(), partyKind: z.enum(partyKinds) },
    ...{ matter: z.string(), basis: z.string(), decidedOn: z.string(), amountYuan: z.string().nullable() },
    ...{ shown: z.boolean(), unshownReason: z.string() },
  })
  .openapi('ResultLine')
