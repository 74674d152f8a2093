import type { Asked, ListOf, Told } from './column.ts'

/** Somebody stopped what takes long. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** All rows that match, in the order shown, step by step. @throws Stopped */
export async function allThatMatch<Row>(
  { fetch, rowKey, step = 200 }: Pick<ListOf<Row>, 'fetch' | 'rowKey' | 'step'>,
  asked: Asked,
  told: Told,
): Promise<Row[]> {
  const rows = new Map<string, Row>()
  for (let page = 1; ; page++) {
    if (told.signal.aborted) throw new Stopped()
    const { lines, total } = await fetch({ ...asked, page, size: step })
    for (const row of lines) rows.set(rowKey(row), row)
    told.progress(rows.size, total)
    if (lines.length < step || page * step >= total) return [...rows.values()]
  }
}
