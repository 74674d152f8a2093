import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { AppEnv } from '../../../office/env.ts'
import { namedFile } from '../../../platform/http/named-file.ts'
import { csvOf, type SheetCell } from '../../../web/sheet.ts'

/** A table that is given out as it is read: its name, its heads, and its rows one after the other. */
export interface Given {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: AsyncIterable<readonly SheetCell[]>
}

const atOnce = 500

/** Gives a table out piece by piece as CSV or JSON, so that a long one is never held whole. */
export function givenOut(context: Context<AppEnv>, kind: 'csv' | 'json', given: Given): Response {
  const type = kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
  context.header('content-type', type)
  context.header('content-disposition', namedFile(`${given.name}.${kind}`))
  return stream(context, async out => {
    for await (const piece of kind === 'csv' ? csvPieces(given) : jsonPieces(given)) await out.write(piece)
  })
}

async function* some(rows: Given['rows']): AsyncGenerator<(readonly SheetCell[])[]> {
  let held: (readonly SheetCell[])[] = []
  for await (const row of rows) {
    held.push(row)
    if (held.length < atOnce) continue
    yield held
    held = []
  }
  if (held.length > 0) yield held
}

async function* csvPieces({ heads, rows }: Given): AsyncGenerator<string> {
  yield csvOf([heads])
  for await (const each of some(rows)) yield csvOf(each).slice(1)
}

async function* jsonPieces({ heads, rows }: Given): AsyncGenerator<string> {
  yield '['
  let before = ''
  for await (const each of some(rows)) {
    const records = each.map(row =>
      JSON.stringify(Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null]))),
    )
    yield before + records.join(',\n')
    before = ',\n'
  }
  yield ']\n'
}
