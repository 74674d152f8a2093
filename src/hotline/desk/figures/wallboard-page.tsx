import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Link } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import { dayOf, inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { connectionInWords, definitionInWords, figureInWords } from '../../figures/count.ts'
import { definitionsOf, type Figure } from '../../figures/definitions.ts'
import { usualVersion } from '../../figures/version.ts'
import type { WallboardView } from '../../figures/wallboard.ts'
import { LateOnes, Queues, Units } from './wallboard-lists.tsx'
import { WallboardTopics } from './wallboard-topics.tsx'
import './wallboard.css'

const refreshSeconds = 15

/** The wallboard: one address, the whole screen, refreshed by itself, read from four metres; each number opens. */
export function WallboardPage() {
  const board = useRef<HTMLDivElement>(null)
  const found = useQuery({
    queryKey: ['wallboard'],
    queryFn: () => read<WallboardView>('/hotline/wallboard'),
    refetchInterval: refreshSeconds * 1000,
    refetchIntervalInBackground: true,
  })
  const view = found.data
  return (
    <div className="wallboard" ref={board}>
      <title>12345热线大屏</title>
      <header>
        <h1>12345热线</h1>
        <p role="status">
          {view === undefined ? '正在读取' : `${inChinese(view.today)}　截至${momentInChinese(view.asOf)}`}
          {view !== undefined && view.calls.calls > 0 && (
            <Link to={deskPaths.calls()}>{`　今日${connectionInWords(view.calls)}`}</Link>
          )}
          {found.isError && <strong>{`　没有更新：${wordsOf(found.error)}`}</strong>}
        </p>
        <p className="doors no-print">
          <button type="button" onClick={() => void board.current?.requestFullscreen()}>
            全屏
          </button>
          <Link to={deskPaths.figures()}>统计</Link>
          <Link to={deskPaths.demands()}>工作台</Link>
        </p>
      </header>
      {view !== undefined && <Board view={view} />}
    </div>
  )
}

const amounts = ['total', 'answered', 'dispatched'] as const satisfies readonly Figure[]
const rates = [
  ...(['instantRate', 'signingRate', 'onTimeRate', 'closingRate', 'satisfactionRate'] as const),
] satisfies readonly Figure[]

function Board({ view }: { view: WallboardView }) {
  return (
    <>
      <section className="tiles" aria-label="今日和前七日">
        {amounts.map(figure => (
          <Amount key={figure} view={view} figure={figure} />
        ))}
        {rates.map(figure => (
          <Rate key={figure} view={view} figure={figure} />
        ))}
      </section>
      <div className="columns">
        <Queues view={view} />
        <LateOnes view={view} />
        <Units view={view} />
        <WallboardTopics from={view.week.from} to={view.today} />
      </div>
    </>
  )
}

/** The definition as it holds today is told by the page of the figures; here the usual words name it. */
const definitions = definitionsOf({ ...usualVersion, from: dayOf('2000-01-01') })
const labelOf = (figure: Figure) => definitions.find(each => each.figure === figure)

function Amount({ view, figure }: { view: WallboardView; figure: Figure }) {
  const { today, week, figuresToday, figuresWeek } = view
  const { numerator } = figuresToday[figure]
  const mean = figuresWeek[figure].numerator / 7
  return (
    <div className="tile">
      <h2 title={definitionTold(figure)}>{`今日${labelOf(figure)?.label ?? ''}`}</h2>
      <p className="big">
        <Link to={deskPaths.figureDemands({ figure, from: today, until: today })}>{numerator}</Link>
      </p>
      <p>
        前七日日均{' '}
        <Link to={deskPaths.figureDemands({ figure, ...week })}>{mean.toFixed(mean < 10 ? 1 : 0)}</Link>
      </p>
    </div>
  )
}

function Rate({ view, figure }: { view: WallboardView; figure: Figure }) {
  const { today, week, figuresToday, figuresWeek } = view
  return (
    <div className="tile">
      <h2 title={definitionTold(figure)}>{`前七日${labelOf(figure)?.label ?? ''}`}</h2>
      <p className="big">
        <Link to={deskPaths.figures({ figures: figure, by: 'unit', ...week })}>
          {figureInWords(figuresWeek[figure])}
        </Link>
      </p>
      <p>
        今日{' '}
        <Link to={deskPaths.figureDemands({ figure, part: 'denominator', from: today, until: today })}>
          {figureInWords(figuresToday[figure])}
        </Link>
      </p>
    </div>
  )
}

function definitionTold(figure: Figure): string | undefined {
  const found = labelOf(figure)
  return found === undefined ? undefined : definitionInWords(found)
}
