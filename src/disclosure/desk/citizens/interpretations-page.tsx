import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAgencies } from '../../../desk/agencies.ts'
import { read, send } from '../../../desk/client.ts'
import { queryOf } from '../../../desk/list/address.ts'
import type { Column, Filter, ListOf, Page } from '../../../desk/list/column.ts'
import { List } from '../../../desk/list/list.tsx'
import { dayOrDash } from '../../../desk/moment.ts'
import { type Session, useSession } from '../../../desk/session.ts'
import { Outcome, useActing } from '../../../office/desk/acting.tsx'
import type { Agency } from '../../../office/roles.ts'
import { deskPaths } from '../../../web/paths.ts'
import { mayWrite } from '../../writers.ts'
import '../../../office/desk/office.css'

interface Line {
  readonly item: string
  readonly agency: string
  readonly agencyName: string
  readonly title: string
  readonly documentNumber: string | null
  readonly publishedOn: string
  readonly due: string | null
  /** The interpretation that is being written. */
  readonly draft: string | null
}

const late = '已过期限'

function standingOf({ draft, due }: Line, today: string): string {
  if (draft !== null) return '正在起草解读'
  return due !== null && due < today ? late : '未起草'
}

function columnsFor(session: Session): readonly Column<Line>[] {
  return [
    {
      ...{ key: 'title', label: '文件', value: (line: Line) => line.title },
      show: line => <Link to={deskPaths.item(line.item)}>{line.title}</Link>,
    },
    { key: 'number', label: '发文字号', value: line => line.documentNumber },
    { key: 'agency', label: '机关', value: line => line.agencyName },
    {
      ...{ key: 'published', label: '公开日期', value: line => line.publishedOn },
      show: line => dayOrDash(line.publishedOn),
    },
    {
      ...{ key: 'due', label: '解读期限', value: line => line.due },
      show: line => (line.due === null ? '放假安排未载入' : dayOrDash(line.due)),
    },
    {
      ...{ key: 'standing', label: '状态', value: line => standingOf(line, session.today) },
      show: line => (
        <span className={standingOf(line, session.today) === late ? 'late' : undefined}>
          {standingOf(line, session.today)}
        </span>
      ),
    },
    {
      ...{ key: 'next', label: '下一步', value: () => '' },
      show: line => <Next line={line} session={session} />,
    },
  ]
}

function filtersWith(agencies: readonly Agency[]): readonly Filter[] {
  return [
    { key: 'q', label: '查找（标题、发文字号）', kind: 'words' },
    {
      ...{ key: 'drafted', label: '解读', kind: 'choice' },
      options: [
        { value: 'no', label: '没有人起草' },
        { value: 'yes', label: '正在起草' },
      ],
    },
    {
      ...{ key: 'agency', label: '机关', kind: 'choice' },
      options: agencies.map(({ code, name }) => ({ value: code, label: name })),
    },
  ]
}

/** 缺少解读的文件: documents in force that nothing public interprets, the longest waiting first. */
export function InterpretationsPage() {
  const session = useSession()
  const agencies = useAgencies()
  const list: ListOf<Line> = {
    ...{ name: 'interpretations', caption: '缺少解读的文件', unit: '件' },
    ...{ columns: columnsFor(session), filters: filtersWith(agencies) },
    fetch: asked => read<Page<Line>>(`/interpretations/owed${queryOf(asked)}`),
    rowKey: line => line.item,
    rowName: line => line.title,
    open: line => deskPaths.item(line.item),
    empty: <p>现行有效的规章和规范性文件都有公开的解读。</p>,
  }
  return (
    <>
      <title>缺少解读的文件 - 工作台</title>
      <p className="no-print">
        <Link to={deskPaths.items()}>主动公开</Link>
      </p>
      <h1>缺少解读的文件</h1>
      <p>规章和规范性文件公开后，应在“设置”规定的工作日内发布解读；解读公开后自动与文件互相链接。</p>
      <List list={list} />
    </>
  )
}

function Next({ line, session }: { readonly line: Line; readonly session: Session }) {
  const acting = useActing()
  const navigate = useNavigate()
  if (line.draft !== null) return <Link to={deskPaths.item(line.draft)}>打开稿件</Link>
  if (!mayWrite(session, line.agency)) return <>由该机关起草</>
  const start = () =>
    acting.run(async () => {
      const started: unknown = await send('POST', `/items/${line.item}/interpretation`, {})
      if (typeof started === 'object' && started !== null && 'id' in started) {
        await navigate(deskPaths.item(String(started.id)))
      }
      return ''
    })
  return (
    <>
      <Button size="small" loading={acting.busy} onClick={() => void start()}>
        起草解读
      </Button>
      <Outcome acting={acting} />
    </>
  )
}
