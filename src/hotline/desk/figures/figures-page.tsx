import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { connectionInWords, definitionInWords, type FiguresView } from '../../figures/count.ts'
import { countedLabel, definitionsOf } from '../../figures/definitions.ts'
import { useFiguresQuery } from './asked.ts'
import { Bars } from './bars.tsx'
import { Choices } from './choosing/choices.tsx'
import { FiguresTable } from './figures-table.tsx'
import { SavedReports } from './saved-reports.tsx'
import { Versions } from './versions.tsx'
import '../../../office/desk/office.css'
import './figures.css'

/** Any figure by time, unit, type and channel: put together, drawn, kept, given out; every number opens to its demands. */
export function FiguresPage() {
  const { query, from, until } = useFiguresQuery()
  const asked = new URLSearchParams(query)
  asked.set('from', from)
  asked.set('until', until)
  const found = useQuery({
    queryKey: ['figures', asked.toString()],
    queryFn: () => read<FiguresView>(`/hotline/figures?${asked}`),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <title>热线统计 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>　<Link to={deskPaths.wallboard()}>大屏</Link>
      </p>
      <h1>热线统计</h1>
      <SavedReports />
      <Choices />
      {found.isError && <Broken cause={found.error} />}
      {found.isPending && <SlowSkeleton />}
      {found.data !== undefined && <Report view={found.data} />}
      <Versions />
    </>
  )
}

function Report({ view }: { view: FiguresView }) {
  const { counts, chosen } = useFiguresQuery()
  const newest = view.versions.at(-1)
  if (newest === undefined) return <p role="status">开始的日期在结束的日期之后，请改换日期。</p>
  const definitions = definitionsOf(newest.version).filter(
    each => each.counts === counts && chosen.includes(each.figure),
  )
  const period = `${inChinese(view.from)}至${inChinese(view.until)}登记的诉求`
  return (
    <>
      <p role="status">
        {`${period}，${countedLabel[counts]}，截止${momentInChinese(view.asOf)}。`}
        {view.connection !== null && view.connection.calls > 0 && (
          <Link to={deskPaths.calls()}>{`${connectionInWords(view.connection)}。`}</Link>
        )}
        {view.whole.total.numerator === 0 && '没有这样的诉求，可以改换日期或者条件。'}
      </p>
      {definitions.length === 0 && <p>请至少选择一个指标。</p>}
      {definitions.length > 0 && <FiguresTable view={view} definitions={definitions} />}
      {definitions[0] !== undefined && view.lines.length > 0 && (
        <Bars view={view} definition={definitions[0]} />
      )}
      <details className="card definitions">
        <summary>以上指标的口径</summary>
        {view.versions.map(({ from, version }) => (
          <section key={from} aria-label={`${from}起登记的诉求的口径`}>
            {view.versions.length > 1 && <h3>{`${inChinese(from)}起登记的诉求`}</h3>}
            <ul>
              {definitionsOf(version)
                .filter(({ figure }) => definitions.some(each => each.figure === figure))
                .map(each => (
                  <li key={each.figure}>{definitionInWords(each)}</li>
                ))}
            </ul>
          </section>
        ))}
      </details>
    </>
  )
}
