import { useQuery } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { Link, Navigate, Outlet, useLocation } from 'react-router'
import { Ringing } from '../../hotline/desk/doors/ringing.tsx'
import { ReportNotices } from '../../hotline/desk/figures/report-notices.tsx'
import { LookNotices } from '../../hotline/desk/looks/notices.tsx'
import { Alarms } from '../../hotline/desk/safety/alarms.tsx'
import { deskPaths } from '../../web/paths.ts'
import { useAgencies } from '../agencies.ts'
import { Broken } from '../broken.tsx'
import { onSignedOut } from '../client.ts'
import { Keys } from '../keys.tsx'
import { type Session, sessionQuery } from '../session.ts'
import { Head } from './head.tsx'
import { Offline } from './offline.tsx'
import { isIn, type Part, partsOf } from './parts.ts'
import { SignInAgain } from './sign-in-again.tsx'

/** What every page of the desk stands in; lets in only who is signed in. */
export function Shell() {
  const session = useQuery(sessionQuery)
  const { pathname, search } = useLocation()
  if (session.isPending) return <Spin className="waiting" description="正在打开工作台" />
  if (session.isError) return <Broken cause={session.error} />
  if (session.data === null) return <Navigate to={deskPaths.signIn(pathname + search)} replace />
  return <Inside session={session.data} />
}

function Inside({ session }: { session: Session }) {
  const [lost, setLost] = useState(false)
  useEffect(() => onSignedOut(() => setLost(true)), [])
  const parts = partsOf(session, useAgencies())
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Head parts={parts} />
      <Menu parts={parts} />
      <main id="main" tabIndex={-1}>
        <Offline />
        <Alarms session={session} />
        <LookNotices session={session} />
        <ReportNotices session={session} />
        <Ringing session={session} />
        {lost && <SignInAgain session={session} back={() => setLost(false)} />}
        <Outlet />
      </main>
    </div>
  )
}

/** The parts of the office; on a narrow screen behind a button. */
function Menu({ parts }: { parts: readonly Part[] }) {
  const [open, setOpen] = useState(false)
  const { pathname } = useLocation()
  // A part of one's own stands after the part that holds it for everybody else.
  const here = parts.findLast(part => isIn(part, pathname))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => setOpen(false), [pathname])
  return (
    <nav aria-label="工作台栏目" className={open ? 'open' : undefined}>
      <Button className="menu" block aria-expanded={open} onClick={() => setOpen(!open)}>
        {`栏目：${here?.label ?? '未选'}`}
      </Button>
      <ul>
        {parts.map(part => (
          <li key={part.path}>
            <Link
              to={part.path}
              className={part === here ? 'active' : undefined}
              aria-current={part === here ? 'page' : undefined}
            >
              {part.label}
            </Link>
          </li>
        ))}
        <li>
          <Keys />
        </li>
      </ul>
    </nav>
  )
}
