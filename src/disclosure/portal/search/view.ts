import type { Work } from '../../../platform/work.ts'
import type { Asked } from '../../store/search/asked.ts'
import type { Meant } from '../../store/search/correct.ts'
import type { Counted } from '../../store/search/counts.ts'
import type { ItemHit } from '../../store/search/hits.ts'
import type { SearchQuery } from './query.ts'

/** Something that another part of the house has found. */
export interface FoundElsewhere {
  readonly title: string
  readonly path: string
  readonly text: string
  readonly note: string
}

/** A part of the house that is searched together with the items. */
export interface SearchElsewhere {
  /** Its name in the address. */
  readonly name: string
  readonly label: string
  readonly find: (
    work: Work,
    words: readonly string[],
    part: {
      readonly agency: string | undefined
      readonly year: number | undefined
      readonly from: number
      readonly size: number
    },
  ) => Promise<{
    readonly total: number
    readonly hits: readonly FoundElsewhere[]
    /** Left out, it is. */
    readonly exact?: boolean
  }>
}

/** How many were found in a part of the house. */
export interface PartFound {
  readonly name: string
  readonly label: string
  readonly total: number
  /** Not where so many were found that not every text was looked at. */
  readonly exact: boolean
}

/** A page of what was found. */
export interface SearchView {
  readonly query: SearchQuery
  readonly asked: Asked
  readonly parts: readonly PartFound[]
  /** The part that is shown. */
  readonly part: PartFound
  readonly items: readonly ItemHit[]
  readonly others: readonly FoundElsewhere[]
  readonly counted: Counted
  readonly agencyNames: ReadonlyMap<string, string>
  readonly meant: readonly Meant[]
  /** Where nothing was found: fewer words, and how many items hold them. */
  readonly wider: readonly Meant[]
}
