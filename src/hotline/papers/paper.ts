/** A photo or file of a demand, as it is listed. */
export interface DemandPaper {
  readonly id: string
  readonly name: string
  readonly media: string
  readonly sizeBytes: number
  /** ISO 8601 in UTC. */
  readonly addedAt: string
  readonly addedBy: string
  /** Did the caller hand it in? Else the staff did. */
  readonly ofCaller: boolean
  /** Is it shown on the tracking page? */
  readonly openToCaller: boolean
}

/** The most files that are handed in at once, and that a demand holds. */
export const mostPapers = { atOnce: 9, inAll: 30 } as const
