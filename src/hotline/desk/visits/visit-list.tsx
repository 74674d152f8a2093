import { Button } from 'antd'
import { Link } from 'react-router'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { dropVisit, type KeptVisit, keepVisit } from './kept-visits.ts'

interface Listing {
  readonly visits: readonly KeptVisit[]
  readonly changed: () => unknown
  /** Those that are being written too. */
  readonly all?: boolean
}

/** The visits that this phone keeps, each with whether the server has it. */
export function VisitList({ visits, changed, all = false }: Listing) {
  const given = visits.filter(({ state }) => all || state !== 'typing')
  if (given.length === 0) return null
  return (
    <section className="card" aria-label="这部手机上的现场核查">
      <h2>这部手机上的现场核查</h2>
      <ul className="visits">
        {given.map(visit => (
          <li key={visit.key}>
            <strong className={visit.state === 'sent' ? undefined : 'late'}>{stateWords[visit.state]}</strong>
            {'　'}
            <Link to={deskPaths.visit(visit.demand)}>{visit.number}</Link>
            {`　${momentInChinese(visit.visitedAt)}`}
            <p>{visit.seen}</p>
            {visit.state === 'waiting' && <Waiting visit={visit} changed={changed} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const stateWords = { typing: '还没写完', waiting: '未送出', sent: '已送出' } as const

/** How much of it has arrived; what the server refused is mended or dropped by hand, nothing is lost by itself. */
function Waiting({ visit, changed }: { readonly visit: KeptVisit; changed(): unknown }) {
  const { told, photos, refusal } = visit
  const arrived = photos.filter(({ bytes }) => bytes === null).length
  const parts = [told ? '文字已送到' : '文字等待网络']
  if (photos.length > 0) parts.push(`照片已送到 ${arrived}/${photos.length} 张`)
  if (refusal === '') return <p>{`${parts.join('，')}。网络恢复后自动送出，不用重新填写。`}</p>
  const again = (change: Partial<KeptVisit>) =>
    void keepVisit({ ...visit, refusal: '', ...change }).then(changed)
  return (
    <>
      <p role="alert" className="late">{`没有收下：${refusal}`}</p>
      <p className="actions">
        <Button onClick={() => again({})}>再送一次</Button>
        {!told && <Button onClick={() => again({ state: 'typing' })}>修改</Button>}
        <Button danger onClick={() => void dropVisit(visit.key).then(changed)}>
          删除
        </Button>
      </p>
    </>
  )
}
