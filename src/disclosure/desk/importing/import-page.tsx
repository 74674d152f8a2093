import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { read, wordsOf } from '../../../desk/client.ts'
import { holdsOne, useSession } from '../../../desk/session.ts'
import { deskPaths } from '../../../web/paths.ts'
import type { SiteRunsView } from '../../importing/view.ts'
import { Choose } from './choose.tsx'
import { Past } from './past.tsx'
import { RunPart } from './run-part.tsx'
import '../../../desk/list/list.css'
import '../../../office/desk/office.css'
import './importing.css'

/** An older site is moved in: its archive, how its pages are read, what is wrong page by page, and what can be kept. */
export function ImportItemsPage() {
  const session = useSession()
  return (
    <>
      <title>从原网站迁入 - 工作台</title>
      <h1>从原网站迁入</h1>
      <p>
        <Link to={deskPaths.items()}>返回主动公开</Link>
      </p>
      {holdsOne(session, 'coordinator', 'administrator') ? (
        <Import />
      ) : (
        <Alert
          type="info"
          showIcon
          title="从原网站迁入由本机关的局办公室或者系统管理员办理"
          description="迁入的页面直接公开，不再逐件审查；需要迁入时，请他们登录办理。"
        />
      )}
    </>
  )
}

function Import() {
  const [params, setParams] = useSearchParams()
  const run = params.get('run') ?? ''
  const about = useQuery({ queryKey: ['site-runs'], queryFn: () => read<SiteRunsView>('/site-runs') })
  if (about.isError) return <Alert type="error" showIcon role="alert" title={wordsOf(about.error)} />
  if (about.data === undefined) return <p role="status">正在读取……</p>
  const open = (id: string) => setParams(id === '' ? {} : { run: id })
  return (
    <>
      {run === '' ? (
        <Choose about={about.data} done={open} />
      ) : (
        <RunPart key={run} id={run} about={about.data} another={() => open('')} />
      )}
      <Past about={about.data} now={run} />
    </>
  )
}
