import { z } from 'zod'
import { dayOf } from '../../../statute/day.ts'
import { dutyKinds, genres, themes } from '../../../statute/proactive.ts'
import { itemForms } from '../../forms.ts'
import { closedForItems, validities } from '../../item.ts'
import { draftStates, shelfStates } from '../../standing.ts'

const day = z.string().transform(dayOf)
const mayLack = z.string().nullable()

/** An item as its row stands in the lists. */
export const lineRowForm = z
  .object({
    ...{ id: z.string(), indexNumber: z.string(), agency: z.string(), agencyName: z.string() },
    ...{ form: z.enum(itemForms), duty: z.enum(dutyKinds), theme: z.enum(themes), genre: z.enum(genres) },
    ...{ title: z.string(), documentNumber: mayLack, madeOn: day.nullable(), series: z.string() },
    ...{ draft: z.enum(draftStates), shelf: z.enum(shelfStates), version: z.int() },
    ...{ handler: mayLack, handlerName: mayLack, submittedBy: mayLack, scheduledFor: mayLack },
    ...{ edition: z.int(), firstPublishedOn: day.nullable(), publishedOn: day.nullable() },
    ...{ urgent: z.boolean(), validity: z.enum(validities), endsOn: day.nullable() },
    ...{ withdrawnOn: day.nullable(), withheldOn: day.nullable(), reviewOn: day.nullable() },
    ...{ rowCount: z.int(), movedAt: z.string() },
  })
  .transform(({ handler, handlerName, ...row }) => ({
    ...row,
    handler: handler === null ? null : { id: handler, name: handlerName ?? handler },
  }))
/** A row of the lists. */
export type LineRow = z.infer<typeof lineRowForm>

/** The decision by which an item is not disclosed, as the ledger reads it. */
export const withheldRowForm = z.object({
  ...{ id: z.string(), ground: z.enum(closedForItems), reason: z.string(), decidedBy: z.string() },
})
/** Such a decision. */
export type WithheldRow = z.infer<typeof withheldRowForm>
