import { dayOf } from '../../../statute/day.ts'
import { abolishedLaws, formerAgencies } from './data/changed.ts'
import { namesAndTerms } from './data/names.ts'
import { misspellings, spared } from './data/spelling.ts'
import type { WatchedWord, WhitePhrase, WordSeverity } from './word.ts'

/** `错>对`, `错>` where only a person can say; with a day: `错>对@2018-03-17`. */
function read(
  lines: string,
  { severity, why, from = '1949-10-01' }: { severity: WordSeverity; why: string; from?: string },
): readonly WatchedWord[] {
  return lines
    .trim()
    .split(/\s+/)
    .map(line => {
      const [pair = '', day = from] = line.split('@')
      const [word = '', right = ''] = pair.split('>')
      return { word, right, severity, why, from: dayOf(day), to: null }
    })
}

/** The words with which the lists begin: widely known wrong forms. The office changes them as it needs. */
export const initialWords: readonly WatchedWord[] = [
  ...namesAndTerms.flatMap(({ lines, ...told }) => read(lines, told)),
  ...read(misspellings, { severity: 'mild', why: '常见错别字' }),
  ...read(formerAgencies, { severity: 'mild', why: '机构改革后名称已变更' }),
  ...read(abolishedLaws, { severity: 'mild', why: '所引法律已废止', from: '2021-01-01' }),
]

/** The white list with which the office begins. */
export const initialWhite: readonly WhitePhrase[] = spared
  .trim()
  .split(/\s+/)
  .map(phrase => ({ phrase, why: '固定搭配，不是错误' }))
