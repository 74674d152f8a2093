import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { SheetExport } from '../../desk/list/give-out.tsx'
import { deskPaths } from '../../web/paths.ts'
import { cellAt } from '../cells.ts'
import type { Cell, CellPath } from '../form.ts'
import { cellLabel } from '../labels.ts'
import { withOneClosedRow } from '../roll-up.ts'
import { difference } from '../rules/tables.ts'
import type { RollUpView } from '../view.ts'

interface Part {
  readonly agency: string
  readonly name: string
  readonly figure: Cell
}

/** Which agencies make a cell up, the largest first; each leads to that cell of the agency's report. */
export function Composition({ view, path, close }: { view: RollUpView; path: CellPath; close: () => void }) {
  const place = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell moves the focus here again
  useEffect(() => place.current?.focus(), [path])
  const parts = partsOf(view, path)
  const total = figureOf(view.sum, path)
  const own = view.own === null ? null : figureOf(view.own, path)
  const apart = own !== null && total !== null && own !== total ? difference(total, own) : null
  const label = cellLabel(path)
  const sheet = () => ({
    name: `${view.agencyName}${view.year}年${label}构成`,
    head: ['机关', '数字', '占比'],
    rows: parts.map(({ name, figure }) => [name, figure, shareOf(figure, total)]),
  })
  return (
    <section ref={place} tabIndex={-1} className="composition" aria-label={`构成：${label}`}>
      <h3>{`“${label}”由哪些机关构成`}</h3>
      <p>
        {`所属机关合计 ${total ?? '空白'}；本级报告 ${own ?? (view.own === null ? '尚无' : '空白')}。`}
        {apart !== null && <strong className="late">{`相差 ${apart}。`}</strong>}
        {view.own !== null && (
          <Link to={deskPaths.report(view.agency, view.year, path)}>打开本级报告的这一格</Link>
        )}
      </p>
      <PartsTable view={view} parts={parts} total={total} apart={apart} path={path} />
      <p className="no-print">
        <SheetExport sheet={sheet} />{' '}
        <Button size="small" onClick={close}>
          收起
        </Button>
      </p>
    </section>
  )
}

interface PartsShown {
  readonly view: RollUpView
  readonly parts: readonly Part[]
  readonly total: Cell
  readonly apart: string | number | null
  readonly path: CellPath
}

function PartsTable({ view, parts, total, apart, path }: PartsShown) {
  const missing = view.agencies.filter(({ report }) => report === null)
  return (
    <div className="frame">
      <table className="lines rows">
        <thead>
          <tr>
            {['机关', '数字', '占合计', '提示'].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ agency, name, figure }) => (
            <tr key={agency}>
              <td>
                <Link to={deskPaths.report(agency, view.year, path)}>{name}</Link>
              </td>
              <td className="number">{figure ?? '空白'}</td>
              <td className="number">{shareOf(figure, total)}</td>
              <td>
                {isCounted(path) && <Link to={deskPaths.report(agency, view.year, path, path)}>看申请</Link>}{' '}
                {equalsGap(figure, apart) && <span className="near">与差额相等，可能漏计或重计</span>}
              </td>
            </tr>
          ))}
          {missing.map(({ agency, name }) => (
            <tr key={agency}>
              <td>{name}</td>
              <td className="number">未计入</td>
              <td />
              <td>尚未公布</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Do the agencies' records count this cell, so that it opens to its requests? */
function isCounted(path: CellPath): boolean {
  return /^(applications|remedies)\./.test(path)
}

function partsOf(view: RollUpView, path: CellPath): Part[] {
  return view.agencies
    .flatMap(({ agency, name, report }) =>
      report === null ? [] : [{ agency, name, figure: figureOf(report, path) }],
    )
    .toSorted((a, b) => (b.figure ?? -1) - (a.figure ?? -1))
}

/** The figure of a cell; 其他处理 as one row is the sum of its three, where a report has three. */
function figureOf(report: Parameters<typeof cellAt>[0], path: CellPath): Cell {
  return cellAt(report, path) ?? cellAt(withOneClosedRow(report), path) ?? null
}

function shareOf(figure: Cell, total: Cell): string {
  if (figure === null || total === null || total === 0) return ''
  return `${((figure / total) * 100).toFixed(1)}%`
}

function equalsGap(figure: Cell, apart: string | number | null): boolean {
  return figure !== null && figure !== 0 && apart !== null && figure === Math.abs(Number(apart))
}
