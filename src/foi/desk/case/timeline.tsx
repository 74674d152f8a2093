import { Link } from 'react-router'
import { inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { foiEventLabel } from '../../events.ts'
import type { CaseView } from '../../view.ts'
import { eventWords } from './event-words.ts'

/** What happened, the latest first: the day that counts in law, who wrote it down, and when. */
export function Timeline({ view }: { view: CaseView }) {
  return (
    <section className="card" aria-label="办理经过">
      <h2>办理经过</h2>
      <ol className="timeline" reversed>
        {view.events.toReversed().map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and is shown from its end
          <li key={view.events.length - place}>
            <strong>{foiEventLabel[event.kind]}</strong>
            {`　${inChinese(event.on)}`}
            <small>{`${event.byName}，${momentInChinese(event.at)}登记`}</small>
            {eventWords(event) !== '' && <p>{eventWords(event)}</p>}
            {event.kind === 'roundOpened' && (
              <Link to={deskPaths.request(event.request)}>{`打开 ${event.number}`}</Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
