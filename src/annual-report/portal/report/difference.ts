import { compare } from '../../compare.ts'
import { type AnnualReport, type Cell, narrativeSections } from '../../form.ts'
import { sectionLabel } from '../../labels.ts'

/** A sentence that both editions have, or one of them only. */
export interface SentenceChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** What a correction changed. */
export interface Difference {
  readonly cells: readonly { readonly label: string; readonly before: Cell; readonly after: Cell }[]
  readonly prose: readonly { readonly section: string; readonly sentences: readonly SentenceChange[] }[]
}

/** The difference of two editions of one report: the cells that changed, and the prose sentence by sentence. */
export function differenceOf(before: AnnualReport, after: AnnualReport): Difference {
  const cells = compare(before, after).cells.filter(cell => cell.before !== cell.after)
  const prose = narrativeSections.flatMap(section => {
    const [old, now] = [before.narrative[section], after.narrative[section]]
    if (old === now) return []
    return [
      { section: sectionLabel[section], sentences: sentenceChanges(sentencesIn(old), sentencesIn(now)) },
    ]
  })
  return { cells, prose }
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=[。；！？\n])/).filter(sentence => sentence.trim() !== '')
}

/** The longest common row of sentences stands; the rest was removed or added. */
export function sentenceChanges(before: readonly string[], after: readonly string[]): SentenceChange[] {
  const common = before.slice(0, 400).map(() => new Uint16Array(after.length + 1))
  common.push(new Uint16Array(after.length + 1))
  const lengthAt = (a: number, b: number) => common[a]?.[b] ?? 0
  for (let a = common.length - 2; a >= 0; a--) {
    const row = common[a]
    if (row === undefined) continue
    for (let b = after.length - 1; b >= 0; b--)
      row[b] =
        before[a] === after[b] ? lengthAt(a + 1, b + 1) + 1 : Math.max(lengthAt(a + 1, b), lengthAt(a, b + 1))
  }
  const changes: SentenceChange[] = []
  let [a, b] = [0, 0]
  while (a < before.length || b < after.length) {
    const [old, now] = [before[a], after[b]]
    if (old !== undefined && old === now) {
      changes.push({ kind: 'same', text: old })
      a++
      b++
    } else if (now === undefined || (old !== undefined && lengthAt(a + 1, b) >= lengthAt(a, b + 1))) {
      changes.push({ kind: 'removed', text: old ?? '' })
      a++
    } else {
      changes.push({ kind: 'added', text: now })
      b++
    }
  }
  return changes
}
