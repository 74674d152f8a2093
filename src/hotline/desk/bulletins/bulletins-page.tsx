import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { read, send } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import { type Column, type ListOf, optionsOf, type Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import { dayOf } from '../../../statute/day.ts'
import { momentInChinese } from '../../../statute/moment.ts'
import { deskPaths } from '../../../web/paths.ts'
import { bulletinStateLabel } from '../../bulletins/course.ts'
import { bulletinKindLabel, bulletinKinds, lastSpan, spanInWords } from '../../bulletins/period.ts'
import type { BulletinLine } from '../../bulletins/view.ts'
import '../../../office/desk/office.css'

const nameOf = ({ kind, from, until }: BulletinLine) => spanInWords(kind, { from, until })
const columns: readonly Column<BulletinLine>[] = [
  {
    ...{ key: 'span', label: '时段', value: nameOf },
    show: line => <Link to={deskPaths.bulletin(line.id)}>{nameOf(line)}</Link>,
  },
  { key: 'kind', label: '种类', value: line => bulletinKindLabel[line.kind] },
  { key: 'hotline', label: '热线', value: line => line.hotlineName },
  { key: 'state', label: '状态', value: line => bulletinStateLabel[line.state] },
  { key: 'edition', label: '版次', value: line => line.edition },
  {
    ...{ key: 'published', label: '发布时间' },
    value: line => (line.publishedAt === null ? '没有发布' : momentInChinese(line.publishedAt)),
  },
]

/** The bulletins of the hotline: of the week, the month, the quarter. */
export function BulletinsPage() {
  const session = useSession()
  const list: ListOf<BulletinLine> = {
    ...{ name: 'bulletins', caption: '热线通报', unit: '期', columns },
    filters: [
      { key: 'kind', label: '种类', kind: 'choice', options: optionsOf(bulletinKindLabel) },
      { key: 'state', label: '状态', kind: 'choice', options: optionsOf(bulletinStateLabel) },
    ],
    fetch: asked => read<Page<BulletinLine>>(`/hotline/bulletins${queryOf(asked)}`),
    rowKey: line => line.id,
    rowName: line => `${bulletinKindLabel[line.kind]} ${nameOf(line)}`,
    open: line => deskPaths.bulletin(line.id),
    act: line => deskPaths.bulletin(line.id, '#acts'),
    empty: <p>还没有通报。每周一、每月和每季首日自动生成草稿，也可以点上面的按钮生成上一期。</p>,
  }
  return (
    <>
      <title>热线通报 - 工作台</title>
      <h1>热线通报</h1>
      {holdsOne(session, 'supervisor', 'coordinator') && <Making />}
      <List list={list} />
    </>
  )
}

/** One click makes the bulletin of the span that was over last. */
function Making() {
  const session = useSession()
  const go = useNavigate()
  const acting = useActing()
  const hotline = session.grants.find(({ role }) => role === 'supervisor' || role === 'coordinator')?.agency
  const today = dayOf(session.today)
  return (
    <section className="no-print" aria-label="生成通报">
      <p className="actions">
        {bulletinKinds.map(kind => (
          <Button
            key={kind}
            loading={acting.busy}
            onClick={() =>
              void acting.run(async () => {
                const body = { hotline, kind, on: lastSpan(kind, today).from }
                const { id } = await send<{ id: string }>('POST', '/hotline/bulletins', body)
                void go(deskPaths.bulletin(id))
                return ''
              })
            }
          >
            {`生成${spanInWords(kind, lastSpan(kind, today))}${bulletinKindLabel[kind]}`}
          </Button>
        ))}
        {holdsOne(session, 'supervisor') && <Link to={deskPaths.bulletinSettings()}>计分办法和行业</Link>}
      </p>
      <Outcome acting={acting} />
    </section>
  )
}
