import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { Broken } from '../../../desk/broken.tsx'
import { read } from '../../../desk/client.ts'
import { SlowSkeleton } from '../../../desk/list/list.tsx'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { bulletinEventLabel, bulletinStateLabel } from '../../bulletins/course.ts'
import type { BulletinView } from '../../bulletins/view.ts'
import { BulletinActs } from './acts.tsx'
import { BulletinTables } from './tables.tsx'
import { WritingForm } from './writing.tsx'
import '../../../office/desk/office.css'
import '../../../office/desk/case.css'

/** One bulletin: what it says, its tables that open to demands, and what may be done now. */
export function BulletinPage() {
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['bulletin', id],
    queryFn: () => read<BulletinView>(`/hotline/bulletins/${id}`),
  })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  return <Whole key={`${id} ${found.data.draft.version}`} view={found.data} />
}

function Whole({ view }: { view: BulletinView }) {
  const { content, standing, steps } = view
  const writes = steps.some(({ step, refusal }) => step === 'save' && refusal === null)
  return (
    <>
      <title>{`${content.title} - 热线通报 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.bulletins()}>热线通报</Link>
      </p>
      <h1>{content.title}</h1>
      <p role="status" aria-label="办理情况" className="card">
        <strong>{bulletinStateLabel[standing.state]}</strong>
        {`　第 ${standing.edition} 版　统计截至 ${momentInChinese(content.numbers.asOf)}`}
        {standing.restated !== '' && `　更正理由：${standing.restated}`}
      </p>
      <div className="bulletin">
        <div>
          <BulletinActs view={view} />
          <Said view={view} />
          <BulletinTables view={view} />
          <Course view={view} />
        </div>
        {writes && <WritingForm view={view} />}
      </div>
    </>
  )
}

/** The prose as it reads, its numbers written out. */
function Said({ view: { content } }: { view: BulletinView }) {
  return (
    <section className="card" aria-label="正文">
      <h2>正文</h2>
      {content.sections.map(({ title, words }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <p className="asked">{words}</p>
        </section>
      ))}
      {content.cases.length > 0 && <h3>典型案例</h3>}
      {content.cases.map(({ number, title, words }) => (
        <section key={`${number} ${title}`} aria-label={title}>
          <h4>{title}</h4>
          <p className="asked">{words}</p>
        </section>
      ))}
    </section>
  )
}

function Course({ view: { events, editions } }: { view: BulletinView }) {
  return (
    <section className="card" aria-label="办理经过">
      <h2>办理经过</h2>
      <ol className="timeline" reversed>
        {events.toReversed().map(({ kind, words, at, byName }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and is shown from its end
          <li key={events.length - place}>
            <strong>{bulletinEventLabel[kind]}</strong>
            <small>{`${byName}，${momentInChinese(at)}`}</small>
            {words !== '' && <p>{words}</p>}
          </li>
        ))}
      </ol>
      {editions.length > 0 && (
        <>
          <h3>各版</h3>
          <ul>
            {editions.map(({ edition, hash, publishedAt, restated }) => (
              <li key={edition}>
                {`第 ${edition} 版，${publishedAt === null ? '没有发布' : `${momentInChinese(publishedAt)}发布`}`}
                {restated !== '' && `，更正理由：${restated}`}
                {`，校验码 ${hash.slice(0, 16)}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
