import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Role } from '../office/roles.ts'
import { addDays, dayOf } from '../statute/day.ts'
import { alongOf, forgetAlong, keepAlong } from './along/along.ts'
import { settleSignOut } from './along/sign-out.ts'
import { Refused, read } from './client.ts'

/** Who is signed in, with the roles that they hold; `today` is the office's day. */
export interface Session {
  readonly id: string
  readonly name: string
  readonly signIn: string
  readonly demo: boolean
  readonly today: string
  readonly grants: readonly {
    readonly role: Role
    readonly roleLabel: string
    readonly agency: string
    readonly agencyName: string
  }[]
}

/** The session as the server knows it; null where nobody is signed in. Out of its reach, the one who took pages along. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    await settleSignOut()
    const along = sessionAlong()
    try {
      const session = await read<Session>('/session', along && AbortSignal.timeout(patienceMs))
      knownAlong(session)
      return session
    } catch (cause) {
      if (!(cause instanceof Refused)) throw cause
      if (cause.status === 401) return null
      if (cause.status === 0 && along !== undefined) return along
      throw cause
    }
  },
  ...{ staleTime: 300_000, networkMode: 'always' },
})

const [along, patienceMs] = ['session', 4000]

/** Keeps who is signed in, so that pages of this person open without a line. */
export function takeSessionAlong(session: Session): void {
  keepAlong(along, session)
}

/** Somebody else is signed in: what was taken along is not his. */
export function knownAlong(session: Session): void {
  const before = alongOf<Session>(along)
  if (before === undefined) return
  if (before.value.id === session.id) keepAlong(along, session)
  else forgetAlong()
}

/** Who took pages along; the office's day goes on as the days of this phone do. */
function sessionAlong(): Session | undefined {
  const found = alongOf<Session>(along)
  if (found === undefined) return undefined
  const days = dayNumberHere(Date.now()) - dayNumberHere(found.at)
  return { ...found.value, today: addDays(dayOf(found.value.today), days) }
}

const dayNumberHere = (ms: number) => Math.floor((ms + 8 * 3_600_000) / 86_400_000)

/** Who is signed in. @throws Error outside the shell, which lets nobody else in */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (data === null || data === undefined) throw new Error('nobody is signed in')
  return data
}

/** Does the person hold one of these roles at any agency? */
export function holdsOne(session: Session, ...roles: readonly Role[]): boolean {
  return session.grants.some(({ role }) => roles.includes(role))
}
