import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Broken } from '../../desk/broken.tsx'
import { read, send } from '../../desk/client.ts'
import { SlowSkeleton } from '../../desk/list/list.tsx'
import { Field, Outcome, textIn, useActing } from '../../office/desk/acting.tsx'
import { momentInChinese } from '../../statute/moment.ts'
import { deskPaths } from '../../web/paths.ts'
import { type Caller, demandChannelLabel, demandTypeLabel, urgencyLabel } from '../demand.ts'
import { demandEventLabel } from '../events.ts'
import { demandStateLabel } from '../standing.ts'
import { clockInWords, dueText, partInWords } from '../tracking/clock-words.ts'
import type { DemandView } from '../view.ts'
import { DemandActs } from './acts.tsx'
import { MessagesPanel } from './callback/messages-panel.tsx'
import { CategoryPanel } from './categories/category-panel.tsx'
import { Walking } from './dispatching/walking.tsx'
import { SuggestionPanel } from './duties/suggestion-panel.tsx'
import { PapersPanel } from './papers/papers-panel.tsx'
import { OthersPresent } from './presence/others-present.tsx'
import { PublishedPanel } from './published/published-panel.tsx'
import { MatterPanel } from './topics/matter-panel.tsx'
import { demandEventWords } from './words.ts'
import '../../office/desk/office.css'
import '../../office/desk/case.css'

/** One demand: what is wanted, what happened, and what may be done now. */
export function DemandPage() {
  const { id = '' } = useParams()
  const found = useQuery({
    queryKey: ['demand', id],
    queryFn: () => read<DemandView>(`/demands/${id}`),
  })
  if (found.isError) return <Broken cause={found.error} />
  if (found.isPending) return <SlowSkeleton />
  return <Whole key={id} view={found.data} />
}

function Whole({ view }: { view: DemandView }) {
  const { demand, standing, clock, unitName } = view
  return (
    <>
      <title>{`${demand.number} - 12345热线 - 工作台`}</title>
      <p className="no-print">
        <Link to={deskPaths.demands()}>12345热线</Link>
      </p>
      <Walking id={demand.id} />
      <h1>{`${demand.number}　${demand.subject}`}</h1>
      <p role="status" aria-label="办理情况" className="card">
        <strong>{demandStateLabel[standing.state]}</strong>
        {unitName !== null && `　承办：${unitName}`}
        {clock.dueAt !== null && (
          <span className={clock.late ? 'late' : undefined}>{`　期限：${dueText(clock)}`}</span>
        )}
      </p>
      <OthersPresent demand={demand.id} />
      <Beside view={view} />
      <div className="case">
        <div className="facts">
          <Facts view={view} />
          <PapersPanel view={view} />
        </div>
        <div className="middle">
          <Limit view={view} />
          <History view={view} />
          <MatterPanel demand={view.demand.id} />
          <MessagesPanel view={view} />
          <PublishedPanel view={view} />
        </div>
        <div className="acts">
          <SuggestionPanel view={view} />
          <DemandActs view={view} />
        </div>
      </div>
    </>
  )
}

/** Which demand it follows, which follow it, and who works on it beside the unit that leads. */
function Beside({ view: { standing, coHandlers, events } }: { view: DemandView }) {
  const { follows, followers } = standing
  const numbers = new Map(
    events.flatMap(event => (event.kind === 'mergedIn' ? [[event.other, event.otherNumber] as const] : [])),
  )
  if (follows === null && followers.length === 0 && coHandlers.length === 0) return null
  return (
    <section className="card" aria-label="合并和会办">
      {follows !== null && (
        <p>
          {'已并入诉求 '}
          <Link to={deskPaths.demand(follows.other)}>{follows.otherNumber}</Link>
          {'，随其一并办理；来电人仍单独回访。'}
        </p>
      )}
      {followers.length > 0 && (
        <p>
          {`有 ${followers.length} 件并入这件：`}
          {followers.map(id => (
            <Link key={id} className="number" to={deskPaths.demand(id)}>
              {` ${numbers.get(id) ?? ''} `}
            </Link>
          ))}
        </p>
      )}
      {coHandlers.map(({ unit, name, part }) => (
        <p key={unit}>{`会办单位 ${name}${askedOf(events, unit)}：${part ?? '尚未提交意见'}`}</p>
      ))}
    </section>
  )
}

/** What the hotline asked of a co-handler, where it said so. */
function askedOf(events: DemandView['events'], unit: string): string {
  const asked = events.findLast(event => event.kind === 'coHandled' && event.units.includes(unit))
  return asked?.kind === 'coHandled' && asked.words !== '' ? `（会办事项：${asked.words}）` : ''
}

function Facts({ view }: { view: DemandView }) {
  const { demand, agencyName } = view
  return (
    <section className="card" aria-label="诉求">
      <h2>诉求</h2>
      <dl>
        <dt>内容</dt>
        <dd className="asked">{demand.body}</dd>
        <dt>地点</dt>
        <dd>{demand.place === '' ? '没有填写' : demand.place}</dd>
        <dt>类型、紧急程度</dt>
        <dd>{`${demandTypeLabel[demand.type]}，${urgencyLabel[demand.urgency]}`}</dd>
        <dt>来源、受理热线</dt>
        <dd>{`${demandChannelLabel[demand.channel]}，${agencyName}`}</dd>
        <dt>登记时间</dt>
        <dd>{momentInChinese(demand.filedAt)}</dd>
      </dl>
      <CategoryPanel demand={demand.id} />
      <CallerPart view={view} />
    </section>
  )
}

/** Who calls: masked until it is opened with a reason, which goes into the trail. */
function CallerPart({ view: { demand, caller, mayOpenCaller } }: { view: DemandView }) {
  const [opened, open] = useState<Caller>()
  const acting = useActing()
  const shown = opened === undefined ? caller : `${opened.name}　${opened.phone}`
  return (
    <section aria-label="来电人">
      <h3>来电人</h3>
      <p>{demand.confidential && opened === undefined ? '来电人要求保密。' : shown || '没有登记。'}</p>
      {mayOpenCaller && opened === undefined && (
        <form
          className="no-print"
          onSubmit={event => {
            event.preventDefault()
            const reason = textIn(new FormData(event.currentTarget), 'reason')
            void acting.run(async () => {
              open(await send<Caller>('POST', `/demands/${demand.id}/caller`, { reason }))
              return ''
            })
          }}
        >
          <Field label="查看来电人的理由（记入操作留痕）" wrong={acting.fields.reason}>
            <input name="reason" minLength={4} maxLength={500} required placeholder="如：回电核实" />
          </Field>
          <Button htmlType="submit" loading={acting.busy}>
            查看来电人
          </Button>
          <Outcome acting={acting} />
        </form>
      )}
    </section>
  )
}

function Limit({ view: { clock } }: { view: DemandView }) {
  return (
    <section className="card" aria-label="办理期限">
      <h2>办理期限</h2>
      <p>{clockInWords(clock)}</p>
      {clock.parts.length > 0 && (
        <details>
          <summary>为什么：期限的算式</summary>
          <ol>
            {clock.parts.map((part, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows
              <li key={place}>{partInWords(part)}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function History({ view: { events } }: { view: DemandView }) {
  return (
    <section className="card" aria-label="办理经过">
      <h2>办理经过</h2>
      <ol className="timeline" reversed>
        {events.toReversed().map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and is shown from its end
          <li key={events.length - place}>
            <strong>{demandEventLabel[event.kind]}</strong>
            <small>{`${event.byName}，${momentInChinese(event.at)}`}</small>
            {demandEventWords(event) !== '' && <p>{demandEventWords(event)}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
