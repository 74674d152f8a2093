import { Link } from 'react-router'
import { inChinese } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { dutyKindLabel } from '../../../statute/proactive.ts'
import { deskPaths, paths } from '../../../web/paths.ts'
import { itemEventLabel } from '../../events.ts'
import { theForm } from '../../forms.ts'
import { validityLabel } from '../../item.ts'
import type { ItemView } from '../../view.ts'
import { ItemDueText } from '../due.tsx'
import { itemEventWords } from './event-words.ts'

/** What the item is, by what its draft or else its public edition says. */
export function ItemFacts({ view }: { view: ItemView }) {
  const { item, standing, agencyName, due, workdaysLeft } = view
  const content = view.draft?.content ?? view.published
  const { firstPublishedOn, shelf, draft } = standing
  const madeOn = content?.madeOn ?? null
  const line = { due, workdaysLeft, madeOn, firstPublishedOn, shelf, draft }
  return (
    <section className="card" aria-label="基本情况">
      <h2>基本情况</h2>
      <dl>
        <dt>索引号</dt>
        <dd>{item.indexNumber}</dd>
        <dt>发布机构</dt>
        <dd>{agencyName}</dd>
        {content !== null && (
          <>
            <dt>信息形式</dt>
            <dd>{theForm(content.form).label}</dd>
            <dt>公开内容类别（第二十条）</dt>
            <dd>{dutyKindLabel[content.duty]}</dd>
          </>
        )}
        <dt>成文日期</dt>
        <dd>{madeOn === null ? '尚未填写' : inChinese(madeOn)}</dd>
        <dt>公开期限（成文之日起 20 个工作日）</dt>
        <dd>
          <ItemDueText line={line} />
        </dd>
        {standing.edition > 0 && (
          <>
            <dt>有效性</dt>
            <dd>{validityWords(view)}</dd>
          </>
        )}
        {standing.handler !== null && (
          <>
            <dt>经办人</dt>
            <dd>{standing.handler.name}</dd>
          </>
        )}
      </dl>
      {content?.form === 'consultation' && standing.edition > 0 && (
        <p>
          <Link to={deskPaths.consultation(item.id)}>收到的意见</Link>
        </p>
      )}
      <Relations view={view} />
    </section>
  )
}

function validityWords({ standing: { validity, endsOn, endedBy } }: ItemView): string {
  if (endsOn === null) return validityLabel[validity]
  return `${validityLabel[validity]}，自 ${inChinese(endsOn)} 起；${endedBy?.words ?? ''}`
}

const relationWords = {
  'interprets here': '解读',
  'interprets there': '解读材料',
  'repeals here': '废止了',
  'repeals there': '被废止于',
  'revises here': '修订了',
  'revises there': '被修订于',
} as const

function Relations({ view }: { view: ItemView }) {
  if (view.relations.length === 0) return null
  return (
    <>
      <h3>关联的信息</h3>
      <ul className="plain-list">
        {view.relations.map(({ kind, from, item, title }) => (
          <li key={`${kind} ${from} ${item}`}>
            {`${relationWords[`${kind} ${from}`]}：`}
            <Link to={deskPaths.item(item)}>{title}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What happened, the latest first. */
export function ItemTimeline({ view }: { view: ItemView }) {
  return (
    <section className="card" aria-label="办理经过">
      <h2>办理经过</h2>
      <ol className="timeline" reversed>
        {view.events.toReversed().map((event, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows, and is shown from its end
          <li key={view.events.length - place}>
            <strong>{itemEventLabel[event.kind]}</strong>
            <small>{`${event.byName}，${momentInChinese(event.at)}`}</small>
            {itemEventWords(event) !== '' && <p>{itemEventWords(event)}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The editions that the public read, each at its own address, and what each changed. */
export function Editions({ view: { item, editions, standing } }: { view: ItemView }) {
  if (editions.length === 0) return null
  return (
    <section className="card" aria-label="公开的版本">
      <h2>公开的版本</h2>
      {standing.shelf === 'public' && (
        <p>
          <a href={paths.item(item.id)} target="_blank" rel="noreferrer">
            查看公开页面
          </a>
        </p>
      )}
      <ol className="plain-list">
        {editions.map(({ number, publishedOn, reason, byName, urgent }) => (
          <li key={number}>
            <a href={paths.itemEdition(item.id, number)} target="_blank" rel="noreferrer">
              {`第 ${number} 版`}
            </a>
            {`，${inChinese(publishedOn)}，${byName}发布`}
            {urgent !== null && '，应急发布'}
            {reason !== '' && `；${reason}`}
            {number > 1 && (
              <>
                {' '}
                <a href={paths.itemDifference(item.id, number - 1, number)} target="_blank" rel="noreferrer">
                  与上一版的差异
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
