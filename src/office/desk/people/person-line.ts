import { queryOptions } from '@tanstack/react-query'
import { read } from '../../../desk/client.ts'
import type { Actor } from '../../roles.ts'

/** A person of the staff as the interface gives him. */
export interface PersonLine extends Actor {
  readonly signIn: string
  readonly disabled: boolean
  readonly password: boolean
  readonly addedOn: string
  readonly sessions: number
  /** May the signed-in person change him? */
  readonly managed: boolean
  /** The first letters of the name as it is spoken. */
  readonly initials: string
}

/** The people whom the signed-in person may see. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async () => (await read<{ people: readonly PersonLine[] }>('/people')).people,
})
