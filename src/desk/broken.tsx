import { Button, Result } from 'antd'
import { Link, useRouteError } from 'react-router'
import { deskPaths } from '../web/paths.ts'
import { wordsOf } from './client.ts'

/** Shown where something could not be fetched: what happened, and the way on. */
export function Broken({ cause }: { cause: unknown }) {
  return (
    <Result
      status="error"
      title="没有打开"
      subTitle={`${wordsOf(cause)} 已保存的内容不受影响。`}
      extra={<Button onClick={() => location.reload()}>重新打开</Button>}
    />
  )
}

/** Shown where a page fails. */
export function BrokenPage() {
  return <Broken cause={useRouteError()} />
}

/** Shown where an address leads nowhere. */
export function Nowhere() {
  return <Result status="404" title="没有这个页面" extra={<Link to={deskPaths.today()}>回到今日</Link>} />
}
