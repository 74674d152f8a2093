/** An answer that was chosen for everybody, without anybody's data. */
export interface PublishedDemand {
  readonly demand: string
  readonly agency: string
  readonly agencyName: string
  readonly title: string
  readonly question: string
  readonly answer: string
  readonly publishedAt: string
  readonly withdrawnAt: string | null
  /** How many say that they have the same matter. */
  readonly same: number
}

/** The longest title, question and answer, in characters. */
export const longestPublished = { title: 60, question: 1000, answer: 3000 } as const
