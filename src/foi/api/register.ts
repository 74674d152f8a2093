import type { z } from '@hono/zod-openapi'
import { bigrams } from '../../platform/text/bigrams.ts'
import { dayOf } from '../../statute/day.ts'
import type { RegisterQuery } from '../act/views/register.ts'
import { lineOrders } from '../store/lists/lines.ts'
import type { registerQuery } from './forms.ts'

/** What the register is asked by these words of an address. */
export function askedOf(query: z.infer<typeof registerQuery>): RegisterQuery {
  const { agency, state, within, department, handler, channel, page, size } = query
  const name = query.sort.replace(/^-/, '')
  return {
    ...{ agency, state, within, department, handler, channel, page, size },
    ...{ applicantKind: query.kind, ...textOf(query.q), ...cellOf(query) },
    sort: lineOrders.find(each => each === name) ?? 'due',
    descending: query.sort.startsWith('-'),
  }
}

/** Words with a number in the manner of 〔2026〕第7号, or figures alone, are part of a number. */
function textOf(q: string | undefined): Pick<RegisterQuery, 'number' | 'words'> {
  if (q === undefined || q === '') return {}
  if (/^[\d〔〕[\]第号]+$/.test(q)) return { number: q.replace('[', '〔').replace(']', '〕') }
  return { words: { text: q, pairs: bigrams(q).filter(pair => [...pair].length === 2) } }
}

function cellOf({ row, year }: z.infer<typeof registerQuery>): Pick<RegisterQuery, 'row' | 'cell'> {
  if (row === undefined) return {}
  if (year !== undefined) {
    return { cell: { row, from: dayOf(`${year}-01-01`), until: dayOf(`${year}-12-31`) } }
  }
  return row === 'received' || row === 'carriedIn' || row === 'carriedOut' ? {} : { row }
}
