import { z } from '@hono/zod-openapi'
import { resultRows } from '../../statute/taxonomy.ts'
import { applicantKinds, channels } from '../request.ts'
import { foiStates } from '../standing.ts'

const day = z.string().nullable()

/** One line of the register, as the interface describes it. */
export const lineForm = z
  .object({
    ...{ id: z.string(), number: z.string(), agency: z.string(), agencyName: z.string() },
    ...{ channel: z.enum(channels), applicantKind: z.enum(applicantKinds) },
    applicant: z.string().nullable().openapi({ description: '隐去的姓名；已清除的为 null' }),
    ...{ summary: z.string(), arrivedOn: z.string(), receivedOn: day, requestState: z.enum(foiStates) },
    ...{ version: z.int(), department: z.string().nullable(), limit: day, due: day },
    workdaysLeft: z.int().nullable().openapi({ description: '还剩几个工作日；逾期的为负' }),
    waitsUntil: day.openapi({ description: '补正、征求意见或者缴费的截止日' }),
    waitIsOver: z.boolean().openapi({ description: '截止日是否已过' }),
    ...{ resultRow: z.enum(resultRows).nullable(), outcomeOn: day },
  })
  .openapi('FoiRequestLine')

/** One request, as the interface describes it. */
export const formOfRequest = z
  .object({
    request: z.object({ id: z.string(), number: z.string(), description: z.string() }).loose(),
    standing: z.object({ state: z.enum(foiStates), version: z.int() }).loose(),
    applicant: z.object({ name: z.string() }).loose().nullable().openapi({ description: '隐去的身份信息' }),
    clock: z.object({ due: day, counted: z.int(), allowance: z.int(), days: z.array(z.unknown()) }).loose(),
    ...{ events: z.array(z.unknown()), papers: z.array(z.unknown()), letters: z.array(z.unknown()) },
    steps: z.array(
      z.object({
        ...{ step: z.string(), label: z.string(), law: z.string() },
        refusal: z.object({ message: z.string(), law: z.string().optional() }).optional(),
      }),
    ),
  })
  .openapi('FoiRequestCase')
