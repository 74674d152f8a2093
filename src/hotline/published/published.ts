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

/** What everybody reads of a demand. */
export type PublicWords = Pick<PublishedDemand, 'title' | 'question' | 'answer'>

/** Where an answer for everybody stands. */
export const answerStates = ['proposed', 'draft', 'checked', 'published', 'withdrawn'] as const
export type AnswerState = (typeof answerStates)[number]

/** The state as the list calls it. */
export const answerStateLabel = {
  proposed: '待编辑',
  draft: '待核对',
  checked: '待公开',
  published: '公开中',
  withdrawn: '已撤下',
} as const satisfies Record<AnswerState, string>

/** An answer on its way to everybody as the list of the staff shows it. */
export interface PublishedLine {
  readonly demand: string
  readonly number: string
  /** The title of its last draft; the subject of the demand where nobody wrote one. */
  readonly title: string
  readonly agencyName: string
  readonly state: AnswerState
  readonly version: number
  readonly changedAt: string
  readonly changedByName: string
  /** When it was last made public; null where it never was. */
  readonly publishedAt: string | null
  readonly same: number
}

/** What the list is asked; `q` is words of the title or of the number. */
export interface PublishedLinesAsked {
  readonly state?: AnswerState | undefined
  readonly q: string
  readonly page: number
  readonly size: number
}
