import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { isTyping } from '../keys.tsx'
import type { Ask } from './address.ts'
import type { Asked, Column, ListOf } from './column.ts'

/** The chosen rows by their key; they stay chosen from page to page. */
export type Chosen<Row> = ReadonlyMap<string, Row>

interface Shown<Row> {
  readonly list: ListOf<Row>
  readonly columns: readonly Column<Row>[]
  readonly lines: readonly Row[]
  readonly asked: Asked
  readonly ask: Ask
  readonly dense: boolean
  readonly chosen: Chosen<Row>
  readonly choose: (chosen: Chosen<Row>) => void
}

/** The rows as a table: headings sort, j/k move, Enter opens, e acts, x chooses. */
export function Rows<Row>(shown: Shown<Row>) {
  const { list, columns, lines, asked, ask, dense } = shown
  const place = useRef<HTMLTableSectionElement>(null)
  const at = useRowKeys(place, shown)
  const choosing = list.bulk !== undefined
  return (
    <div className="frame">
      <table className={dense ? 'lines rows dense' : 'lines rows'}>
        <caption className="print-only">{list.caption}</caption>
        <thead>
          <tr>
            {choosing && <ChoosePage {...shown} />}
            {columns.map(column => (
              <Heading key={column.key} column={column} asked={asked} ask={ask} />
            ))}
          </tr>
        </thead>
        <tbody ref={place}>
          {lines.map((row, number) => (
            <tr key={list.rowKey(row)} className={number === at ? 'at' : undefined} tabIndex={-1}>
              {choosing && <ChooseRow row={row} shown={shown} />}
              {columns.map(column => (
                <td key={column.key} className={isNumber(column, row) ? 'number' : undefined}>
                  {column.show === undefined ? column.value(row) : column.show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isNumber<Row>(column: Column<Row>, row: Row): boolean {
  return column.show === undefined && typeof column.value(row) === 'number'
}

function Heading<Row>({ column, asked, ask }: { column: Column<Row>; asked: Asked; ask: Ask }) {
  const { sort, label } = column
  if (sort === undefined) return <th scope="col">{label}</th>
  const direction = asked.sort === sort ? 'ascending' : asked.sort === `-${sort}` ? 'descending' : 'none'
  const sign = { ascending: '▲', descending: '▼', none: '' }[direction]
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className="plain sorts" onClick={() => ask.sort(sort)}>
        {label}
        <span aria-hidden="true">{sign}</span>
      </button>
    </th>
  )
}

function ChoosePage<Row>({ list, lines, chosen, choose }: Shown<Row>) {
  const all = lines.length > 0 && lines.every(row => chosen.has(list.rowKey(row)))
  const change = () => {
    const next = new Map(chosen)
    for (const row of lines) {
      if (all) next.delete(list.rowKey(row))
      else next.set(list.rowKey(row), row)
    }
    choose(next)
  }
  return (
    <th scope="col" className="choice no-print">
      <input type="checkbox" aria-label="选择本页全部" checked={all} onChange={change} />
    </th>
  )
}

function ChooseRow<Row>({ row, shown: { list, chosen, choose } }: { row: Row; shown: Shown<Row> }) {
  const checked = chosen.has(list.rowKey(row))
  return (
    <td className="choice no-print">
      <input
        type="checkbox"
        aria-label={`选择${list.rowName(row)}`}
        checked={checked}
        onChange={() => choose(toggled(chosen, list.rowKey(row), row))}
      />
    </td>
  )
}

function toggled<Row>(chosen: Chosen<Row>, key: string, row: Row): Chosen<Row> {
  const next = new Map(chosen)
  if (!next.delete(key)) next.set(key, row)
  return next
}

/** The keys of a list, while nobody types. @returns the number of the row that they stand on */
function useRowKeys<Row>(
  place: React.RefObject<HTMLTableSectionElement | null>,
  { list, lines, chosen, choose }: Shown<Row>,
): number {
  const [at, setAt] = useState(-1)
  const navigate = useNavigate()
  useEffect(() => {
    const move = (to: number) => {
      const next = Math.min(lines.length - 1, Math.max(0, to))
      setAt(next)
      place.current?.rows[next]?.focus()
    }
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event) && !isBox(event.target)) return
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const row = lines[at]
      if (event.key === '/') {
        event.preventDefault()
        document.querySelector<HTMLElement>('.filters input, .filters select')?.focus()
      } else if (event.key === 'j') move(at + 1)
      else if (event.key === 'k') move(at - 1)
      else if (row === undefined) return
      else if (event.key === 'x' && list.bulk !== undefined) choose(toggled(chosen, list.rowKey(row), row))
      else if (event.key === 'e' && list.act !== undefined) navigate(list.act(row))
      else if (event.key === 'Enter' && event.target === place.current?.rows[at] && list.open !== undefined) {
        navigate(list.open(row))
      }
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  })
  return at < lines.length ? at : -1
}

function isBox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox'
}
