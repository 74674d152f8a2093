import { z } from '@hono/zod-openapi'
import { demandChannels, demandTypes } from '../../demand.ts'
import { ticketFields } from '../../doors/tickets/fields.ts'

/** How the columns of a sheet are to be read. */
export const ticketMappingForm = z
  .object({
    columns: z.partialRecord(z.enum(ticketFields), z.int().min(0).max(199)),
    type: z.enum(demandTypes).default('help'),
    channel: z.enum(demandChannels).default('phone'),
    units: z.record(z.string().max(100), z.string().max(63)).default({}),
  })
  .openapi('TicketMapping')

/** What came of a sheet. */
export const ticketsRunForm = z
  .object({
    ...{ headings: z.array(z.string()), samples: z.array(z.array(z.string())), mapping: ticketMappingForm },
    ...{ rows: z.int(), tickets: z.int(), open: z.int(), already: z.int(), faulty: z.int() },
    faults: z.array(z.object({ row: z.int(), label: z.string(), value: z.string(), message: z.string() })),
    unknownUnits: z.array(z.object({ name: z.string(), count: z.int() })),
  })
  .openapi('TicketsRun')
