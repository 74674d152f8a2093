import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useEffect } from 'react'
import { Link, Navigate, NavLink, Outlet, useLocation, useNavigate } from 'react-router'
import { deskPaths, paths } from '../web/paths.ts'
import { Broken } from './broken.tsx'
import { onSignedOut, send } from './client.ts'
import { Finder } from './finder.tsx'
import { Keys } from './keys.tsx'
import { type Part, partsOf } from './parts.ts'
import { type Session, sessionQuery } from './session.ts'

/** What every page of the desk stands in; lets in only who is signed in. */
export function Shell() {
  const session = useQuery(sessionQuery)
  const { pathname, search } = useLocation()
  const queries = useQueryClient()
  useEffect(() => onSignedOut(() => void queries.invalidateQueries(sessionQuery)), [queries])
  if (session.isPending) return <Spin className="waiting" description="正在打开工作台" />
  if (session.isError) return <Broken cause={session.error} />
  if (session.data === null) return <Navigate to={deskPaths.signIn(pathname + search)} replace />
  const parts = partsOf(session.data)
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Head session={session.data} parts={parts} />
      <nav aria-label="工作台栏目">
        <ul>
          {parts.map(({ label, path }) => (
            <li key={path}>
              <NavLink to={path} end={path === deskPaths.today()}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <Keys />
    </div>
  )
}

function Head({ session, parts }: { session: Session; parts: readonly Part[] }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await send('DELETE', '/session')
    queries.clear()
    navigate(deskPaths.signIn())
  }
  return (
    <header>
      <Link className="home" to={deskPaths.today()}>
        公开 工作台
      </Link>
      {session.demo && <span className="demo">演示系统</span>}
      <Finder parts={parts} />
      <a href={paths.front()}>公开平台</a>
      <span
        className="who"
        title={session.grants.map(each => `${each.agencyName}${each.roleLabel}`).join('、')}
      >
        {session.name}
        <small>{session.grants[0]?.roleLabel}</small>
      </span>
      <Button onClick={() => void leave()}>退出</Button>
    </header>
  )
}
