import { useState } from 'react'
import { momentInChinese } from '../../../../statute/moment.ts'
import { paths } from '../../../../web/paths.ts'
import { formatLabel, formats } from '../../../printed/format.ts'
import type { DraftView, ReportEvent } from '../../../view.ts'
import { draftPath } from '../keeping/draft-query.ts'
import { EditionDifference } from './edition-difference.tsx'

/** What happened to the report, its published editions, and its files. */
export function PastPanel({ view }: { view: DraftView }) {
  const { agency, year, state } = view.line
  const published = view.editions.length > 0
  return (
    <>
      <section className="card" aria-label="文件">
        <h2>文件</h2>
        {published && (
          <>
            <h3>已公布的报告</h3>
            <ul className="files">
              {formats.map(format => (
                <li key={format}>
                  <a href={paths.file(agency, year, format)} download>
                    {formatLabel[format]}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {state !== 'published' && (
          <>
            <h3>草稿预览（已保存的内容，页上注明草稿）</h3>
            <ul className="files">
              {formats.map(format => (
                <li key={format}>
                  <a
                    href={`/api/v1${draftPath(agency, year)}/draft/file/${format}`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {`草稿 ${formatLabel[format]}`}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {published && <Editions view={view} />}
      <section className="card" aria-label="经过">
        <h2>经过</h2>
        <ol className="events">
          {view.events.toReversed().map(event => (
            <Event key={`${event.at} ${event.step}`} event={event} />
          ))}
        </ol>
      </section>
    </>
  )
}

function Event({ event }: { event: ReportEvent }) {
  return (
    <li>
      <strong>{event.label}</strong> {`${event.by}，第 ${event.edition} 版`}
      <br />
      <time dateTime={event.at}>{momentInChinese(event.at)}</time>
      {event.note !== null && <q>{event.note}</q>}
    </li>
  )
}

function Editions({ view }: { view: DraftView }) {
  const [shown, show] = useState<number>()
  const { agency, year } = view.line
  return (
    <section className="card" aria-label="版次">
      <h2>版次</h2>
      <ol className="events">
        {view.editions.map(({ edition, publishedOn, reason, hash }) => (
          <li key={edition}>
            <a href={paths.edition(agency, year, edition)}>{`第 ${edition} 版`}</a>
            {`，${publishedOn} 公布`}
            {reason !== null && `，更正原因：${reason}`}
            <br />
            <small>{`校验码 ${hash.slice(0, 16)}`}</small>
            {edition > 1 && (
              <>
                <br />
                <button
                  type="button"
                  aria-expanded={shown === edition}
                  onClick={() => show(shown === edition ? undefined : edition)}
                >
                  {`与第 ${edition - 1} 版的差别`}
                </button>
              </>
            )}
            {shown === edition && <EditionDifference agency={agency} year={year} edition={edition} />}
          </li>
        ))}
      </ol>
    </section>
  )
}
