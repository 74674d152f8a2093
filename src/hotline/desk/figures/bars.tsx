import { Link } from 'react-router'
import { type FiguresView, figureInWords, worthOf } from '../../figures/count.ts'
import type { FigureDefinition } from '../../figures/definitions.ts'
import { keyInWords } from '../../figures/grouping.ts'
import { headOf } from '../../figures/sheet.ts'
import { behindPath } from './asked.ts'

const mostBars = 60

/** The first figure drawn, one bar a line; the table above says the same. A bar opens its demands. */
export function Bars({ view, definition }: { view: FiguresView; definition: FigureDefinition }) {
  const { by, names } = view
  const lines = view.lines.slice(0, mostBars)
  const { figure } = definition
  const worths = lines.map(({ figures }) => worthOf(figures[figure]) ?? 0)
  const most = definition.unit === '%' ? 1 : Math.max(1, ...worths)
  return (
    <figure className="card bars">
      <figcaption>{headOf(definition)}</figcaption>
      <ul>
        {lines.map(({ keys, figures }, at) => {
          const name = by.map((group, place) => keyInWords(group, keys[place] ?? '', names)).join('，')
          return (
            <li key={keys.join(' ')}>
              <span className="name">{name}</span>
              <Link
                to={behindPath(view, { figure, keys })}
                aria-label={`${name}：${definition.label}${figureInWords(figures[figure])}，打开诉求`}
              >
                <span className="bar" style={{ width: `${((worths[at] ?? 0) / most) * 100}%` }} />
              </Link>
              <span className="number">{figureInWords(figures[figure])}</span>
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
