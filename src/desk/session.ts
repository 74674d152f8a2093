import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Role } from '../office/roles.ts'
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

/** The session as the server knows it; null where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () =>
    read<Session>('/session').catch((cause: unknown) => {
      if (cause instanceof Refused && cause.status === 401) return null
      throw cause
    }),
  staleTime: 300_000,
})

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
