import { Button, Result } from 'antd'
import { Link, useRouteError } from 'react-router'
import { deskPaths } from '../web/paths.ts'
import { Refused, wordsOf } from './client.ts'

/** Shown where something could not be fetched, or may not be seen: what happened, and the way on. */
export function Broken({ cause }: { cause: unknown }) {
  if (cause instanceof Refused && (cause.status === 403 || cause.status === 404)) {
    return (
      <Result
        status={cause.status}
        title={<h1>{cause.status === 403 ? '您无权打开这个页面' : '没有找到，或者您无权查看'}</h1>}
        subTitle={`${wordsOf(cause)}需要权限时，请找本单位的系统管理员。`}
        extra={<Link to={deskPaths.today()}>回到今日</Link>}
      />
    )
  }
  return (
    <Result
      status="error"
      title={<h1>没有打开</h1>}
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
  return (
    <Result status="404" title={<h1>没有这个页面</h1>} extra={<Link to={deskPaths.today()}>回到今日</Link>} />
  )
}
