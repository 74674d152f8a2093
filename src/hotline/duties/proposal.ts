/** A return or an arbitration, which proposes that the duties list names the responsible unit. */
export interface DutyProposal {
  readonly demand: string
  /** The number of its event. */
  readonly number: number
  readonly hotline: string
  readonly demandNumber: string
  readonly subject: string
  readonly place: string
  readonly kind: 'returned' | 'arbitrated'
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly byName: string
  readonly reason: string
  /** Who is responsible, in the words of the unit that returned it. */
  readonly responsible: string
  /** The unit that was decided on; null of a return. */
  readonly unit: string | null
}
