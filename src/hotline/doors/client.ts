import type { Actor } from '../../office/roles.ts'
import type { DemandChannel } from '../demand.ts'
import { tryAfter } from './tries.ts'

/** What kind of system a client 接入方 is: it decides which of our doors its key opens. */
export const clientKinds = ['open311', 'system', 'exchange'] as const
export type ClientKind = (typeof clientKinds)[number]

/** The kind as the desk calls it. */
export const clientKindLabel = {
  open311: 'Open311 应用',
  system: '业务系统（REST）',
  exchange: '呼叫中心（CTI）',
} as const satisfies Record<ClientKind, string>

/** A system of others that brings demands or calls to one hotline. */
export interface Client {
  readonly id: string
  /** The hotline whose demands it brings. */
  readonly agency: string
  readonly name: string
  readonly kind: ClientKind
  /** The channel of what it files. */
  readonly channel: DemandChannel
  /** So many filings at most in a minute. */
  readonly perMinute: number
}

/**
 * Who acts when a client files. It takes the agent's part for the one verb that it is given, registering at its own hotline,
 * and the trail names it as what it is; no person signs in with it (docs/decisions/0026).
 */
export function actorOfClient({ id, name, agency }: Client): Actor {
  return { id: `client ${id}`, name, grants: [{ role: 'hotlineAgent', agency }] }
}

/** Of which happenings a client may be told: those that its own caller may know. */
export const toldKinds = [
  ...(['registered', 'answered', 'dispatched', 'signed', 'suspended', 'resumed', 'extended'] as const),
  ...(['fedBack', 'merged', 'converted', 'closed', 'reopened', 'withdrawn'] as const),
] as const
export type ToldKind = (typeof toldKinds)[number]

/** The pauses between the tries of a delivery, in minutes: they grow over a day, then it is dead. */
const pausesMinutes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360] as const

/** When a delivery that failed so many times is tried again; undefined where it is given up. */
export function nextTry(failures: number, moment: string): string | undefined {
  return tryAfter(failures, { moment, pausesMinutes })
}
