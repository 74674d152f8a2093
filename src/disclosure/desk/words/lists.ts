import { queryOptions } from '@tanstack/react-query'
import { read } from '../../../desk/client.ts'
import type { WatchedWord, WhitePhrase } from '../../checks/words/word.ts'

interface Changed {
  readonly changedAt: string
  readonly changedBy: string
}

/** A watched word as the desk shows it; `hits` counts where it stands in what is public. */
export interface WordLine extends WatchedWord, Changed {
  readonly id: string
  readonly hits: number
}

/** A phrase of the white list as the desk shows it. */
export type PhraseLine = WhitePhrase & Changed

/** The lists of watched words. */
export interface Lists {
  readonly version: number
  readonly changedAt: string
  readonly rechecked: boolean
  readonly mayChange: boolean
  readonly words: readonly WordLine[]
  readonly white: readonly PhraseLine[]
}

/** Asks for the lists; every ten seconds anew while what is public is still being checked. */
export const listsQuery = queryOptions({
  queryKey: ['watched words'],
  queryFn: () => read<Lists>('/words'),
  refetchInterval: query => (query.state.data?.rechecked === false ? 10_000 : false),
})

/** How grave, in words. */
export const severityLabel = { severe: '严重', mild: '提示' } as const
