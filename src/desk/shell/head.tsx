import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { deskPaths, paths } from '../../web/paths.ts'
import { signOut } from '../along/sign-out.ts'
import { type Session, useSession } from '../session.ts'
import { todayQuery } from '../today.ts'
import { useAgencyChoice } from './agency-choice.ts'
import { Finder } from './finder.tsx'
import type { Part } from './parts.ts'

/** The top of every page of the desk: the finder, notices, and at the right who is signed in. */
export function Head({ parts }: { parts: readonly Part[] }) {
  const session = useSession()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    await signOut()
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
      <div className="person">
        <Notices session={session} />
        <a href={paths.front()}>公开平台</a>
        <AgencySwitch session={session} />
        <span className="who">
          {session.name}
          <small>{rolesOf(session)}</small>
        </span>
        <Button onClick={() => void leave()}>退出</Button>
      </div>
    </header>
  )
}

function rolesOf({ grants }: Session): string {
  const [first] = grants
  if (first === undefined) return '没有角色'
  return grants.length === 1 ? first.roleLabel : `${first.roleLabel}等 ${grants.length} 个角色`
}

/** How many reminders wait; leads to 今日, where they stand. */
function Notices({ session }: { session: Session }) {
  const [agency] = useAgencyChoice(session)
  const reminders = useQuery(todayQuery(agency)).data?.reminders.length ?? 0
  if (reminders === 0) return null
  return (
    <Link className="late" to={deskPaths.today()}>
      {`催报 ${reminders}`}
    </Link>
  )
}

function AgencySwitch({ session }: { session: Session }) {
  const [chosen, choose] = useAgencyChoice(session)
  const agencies = new Map(session.grants.map(({ agency, agencyName }) => [agency, agencyName]))
  if (agencies.size < 2) return null
  return (
    <select aria-label="当前机关" value={chosen ?? ''} onChange={event => choose(event.target.value)}>
      <option value="">全部机关</option>
      {[...agencies].map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}
