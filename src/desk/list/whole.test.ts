import { expect, test } from 'vitest'
import { askedOf } from './address.ts'
import type { Column, Filter } from './column.ts'
import { keptIn } from './kept.ts'
import { pageOf } from './whole.ts'

interface Line {
  readonly name: string
  readonly count: number | null
}
const rows: readonly Line[] = [
  { name: '民政局', count: 2 },
  { name: '财政局', count: null },
  { name: '教育局', count: 10 },
]
const columns: readonly Column<Line>[] = [
  { key: 'name', label: '机关', value: row => row.name, sort: 'name' },
  { key: 'count', label: '件数', value: row => row.count, sort: 'count' },
]
const filters: readonly Filter[] = [{ key: 'q', label: '查找', kind: 'words' }]
const page = (query: string) =>
  pageOf(
    rows,
    askedOf(new URLSearchParams(query), filters, { sort: 'count', size: 20 }),
    columns,
    (row, _, value) => row.name.includes(value),
  )

test('a list in the browser is filtered, sorted by figures or as Chinese sorts, and counted', () => {
  expect(page('').lines.map(({ name }) => name)).toEqual(['财政局', '民政局', '教育局'])
  expect(page('sort=-name').lines.map(({ name }) => name)).toEqual(['民政局', '教育局', '财政局'])
  expect(page('q=政')).toMatchObject({ total: 2 })
  expect(page('page=2')).toEqual({ lines: [], total: 3 })
})

test('an address with nonsense asks as usual', () => {
  const asked = askedOf(new URLSearchParams('page=-3&size=7&sort='), filters, { sort: 'count', size: 50 })
  expect(asked).toMatchObject({ page: 1, size: 50 })
})

test('choices that cannot be read are as usual', () => {
  expect(keptIn('not json')).toEqual(keptIn(null))
  expect(keptIn('{"columns":[1],"views":[{"name":1},{"name":"甲","search":"?q=x"}],"dense":"no"}')).toEqual({
    ...keptIn(null),
    views: [{ name: '甲', search: '?q=x' }],
  })
})
