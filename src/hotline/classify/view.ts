import type { CategoryFigures, ModelFigures } from './office-model.ts'

/** The category of a demand as it is kept: what a model said, and what people decided. */
export interface HeldCategory {
  /** Empty where only a model spoke, and was not sure. */
  readonly category: string
  readonly suggested: string | null
  readonly confidence: number | null
  readonly byHand: boolean
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

/** The category of a demand as its page shows it. */
export interface CategoryView {
  /** Null where neither a model nor people said one. */
  readonly held: HeldCategory | null
  readonly mayDecide: boolean
}

/** How well the categories of a hotline are found. */
export interface CategoryAccuracyView {
  readonly model: { readonly at: string; readonly figures: ModelFigures } | null
  /** Where people decided after a model had spoken: mostly they look where it was wrong. */
  readonly corrected: CategoryFigures
  readonly confirmed: number
}
