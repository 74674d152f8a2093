import { z } from 'zod'
import { dayOf } from '../../../statute/day.ts'
import { dutyKinds } from '../../../statute/proactive.ts'
import { itemForms } from '../../forms.ts'
import { validities } from '../../item.ts'

const day = z.string().transform(dayOf)

/** A line of the shelf as it is read back from the database. */
export const lineForm = z.object({
  ...{ item: z.string(), agency: z.string(), agencyName: z.string(), indexNumber: z.string() },
  ...{ form: z.enum(itemForms), duty: z.enum(dutyKinds), theme: z.string(), genre: z.string() },
  ...{ title: z.string(), documentNumber: z.string().nullable(), madeOn: day.nullable(), publishedOn: day },
  ...{ validity: z.enum(validities), endsOn: day.nullable(), expiresOn: day.nullable() },
  ...{ series: z.string(), rowCount: z.number() },
})
