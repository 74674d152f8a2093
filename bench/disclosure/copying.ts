import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** A field as it is copied: text, a number, nothing, or a list of whole numbers. */
export type Field = string | number | boolean | null | readonly number[]

/** Copies rows into columns of a table, in the text form. */
export async function copyRows(
  client: pg.Client,
  { table, columns }: { readonly table: string; readonly columns: readonly string[] },
  rows: Iterable<readonly Field[]>,
): Promise<void> {
  const into = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(lines(rows), { objectMode: false }), into)
}

function* lines(rows: Iterable<readonly Field[]>): Generator<string> {
  for (const row of rows) yield `${row.map(written).join('\t')}\n`
}

const signs: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\' }

function written(field: Field): string {
  if (field === null) return '\\N'
  if (typeof field === 'string') return field.replace(/[\\\n\t\r]/g, sign => signs[sign] ?? sign)
  return typeof field === 'object' ? `{${field.join(',')}}` : String(field)
}
