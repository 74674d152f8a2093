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

/** A published answer as the list of the staff shows it. */
export interface PublishedLine extends Omit<PublishedDemand, 'agency' | 'question' | 'answer'> {
  readonly number: string
}

/** Whether an answer is public now, as the list calls it. */
export const publishedStateLabel = { public: '公开中', withdrawn: '已撤下' } as const

/** What the list of published answers is asked; `q` is words of the title or of the number. */
export interface PublishedLinesAsked {
  readonly state?: keyof typeof publishedStateLabel | undefined
  readonly q: string
  readonly page: number
  readonly size: number
}
