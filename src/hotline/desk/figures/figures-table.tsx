import { Link } from 'react-router'
import { SheetExport } from '../../../desk/list/give-out.tsx'
import { deskPaths } from '../../../web/paths.ts'
import { hasBelow } from '../../figures/branch.ts'
import { definitionInWords, type FigureCount, type FiguresView, figureInWords } from '../../figures/count.ts'
import type { FigureDefinition } from '../../figures/definitions.ts'
import { type FigureGroup, figureGroupLabel, isBranchGroup, keyInWords } from '../../figures/grouping.ts'
import { figuresSheet, headOf } from '../../figures/sheet.ts'
import { behindPath, useFiguresQuery } from './asked.ts'

/** The figures line by line, the whole last; a number leads to the demands behind it. */
export function FiguresTable({
  view,
  definitions,
}: {
  view: FiguresView
  definitions: readonly FigureDefinition[]
}) {
  const { by, lines, whole, names } = view
  return (
    <section className="card" aria-label="统计表">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls is reached by the keyboard. */}
      <section className="frame" aria-label="指标" tabIndex={0}>
        <table className="lines rows">
          <caption className="unseen">各项指标</caption>
          <thead>
            <tr>
              {(by.length === 0 ? ['范围'] : by.map(group => figureGroupLabel[group])).map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {definitions.map(each => (
                <th key={each.figure} scope="col" className="number" title={definitionInWords(each)}>
                  {headOf(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ keys, figures }) => (
              <tr key={keys.join(' ')}>
                {by.map((group, at) => (
                  <th key={group} scope="row">
                    <KeyName
                      group={group}
                      word={keyInWords(group, keys[at] ?? '', names)}
                      value={keys[at] ?? ''}
                    />
                  </th>
                ))}
                {definitions.map(each => (
                  <Cell
                    key={each.figure}
                    view={view}
                    definition={each}
                    count={figures[each.figure]}
                    keys={keys}
                  />
                ))}
              </tr>
            ))}
            <tr className="whole">
              <th scope="row" colSpan={Math.max(1, by.length)}>
                全部
              </th>
              {definitions.map(each => (
                <Cell key={each.figure} view={view} definition={each} count={whole[each.figure]} keys={[]} />
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      {view.more > 0 && (
        <p role="status">{`诉求最多的 ${lines.length} 行列在表中，另有 ${view.more} 行没有列出，可以先选定县区、乡镇或者其他条件。`}</p>
      )}
      <SheetExport sheet={() => figuresSheet(view, definitions)} />
      <p className="why">导出的是本表。点表中的数字打开背后的诉求，可以一件一行全部导出。</p>
    </section>
  )
}

/** The name of a line; a county or a category that has more below it leads there. */
function KeyName({ group, word, value }: { group: FigureGroup; word: string; value: string }) {
  const { query } = useFiguresQuery()
  if (!isBranchGroup(group) || !hasBelow(group, value) || query.get(group) === value) return word
  const next = new URLSearchParams(query)
  next.set(group, value)
  return <Link to={`${deskPaths.figures()}?${next}`}>{word}</Link>
}

function Cell({
  view,
  definition: { figure, label },
  count,
  keys,
}: {
  view: FiguresView
  definition: FigureDefinition
  count: FigureCount
  keys: readonly string[]
}) {
  const path = (part: 'numerator' | 'denominator') => behindPath(view, { figure, part, keys })
  if (count.denominator === null)
    return (
      <td className="number">
        {count.numerator === 0 ? '0' : <Link to={path('numerator')}>{count.numerator}</Link>}
      </td>
    )
  return (
    <td className="number">
      {figureInWords(count)}
      {count.denominator > 0 && (
        <small>
          <Link to={path('numerator')} aria-label={`${label}的分子，${count.numerator}`}>
            {count.numerator}
          </Link>
          {' / '}
          <Link to={path('denominator')} aria-label={`${label}的分母，${count.denominator}`}>
            {count.denominator}
          </Link>
        </small>
      )}
    </td>
  )
}
