import { agencyTree } from '../../../office/agencies.ts'
import { type Actor, sees } from '../../../office/roles.ts'
import { now, today } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import type { ItemFinding } from '../../checks/finding.ts'
import { personalFindings } from '../../checks/personal/personal.ts'
import { changesWords } from '../../checks/words/who.ts'
import { wordFindings } from '../../checks/words/words.ts'
import { findingCounts, type PublicFinding, publicFindings, wordHits } from '../../store/checks/public.ts'
import { type KeptPhrase, type KeptWord, keptPhrases, keptWords } from '../../store/checks/words.ts'
import { standingList } from './list.ts'

/** The lists as the desk shows them. */
export interface WordsView {
  readonly version: number
  readonly changedAt: string
  /** Is what is public checked by this version throughout? */
  readonly rechecked: boolean
  readonly mayChange: boolean
  readonly words: readonly (KeptWord & { readonly hits: number })[]
  readonly white: readonly KeptPhrase[]
}

/** The lists, and how often each word stands in what is public. */
export async function wordsView(work: Work, by: Actor): Promise<WordsView> {
  const { version, changedAt, recheckedVersion } = await standingList(work)
  const hits = await wordHits(work)
  const words = await keptWords(work)
  const tree = await agencyTree(work)
  return {
    ...{ version, changedAt, rechecked: recheckedVersion === version, mayChange: changesWords(by, tree) },
    words: words.map(word => ({ ...word, hits: hits.get(word.word) ?? 0 })),
    white: await keptPhrases(work),
  }
}

/** What the words and the personal data of a text would be reported as; nothing is kept of it. */
export async function tryOut(work: Work, text: string): Promise<readonly ItemFinding[]> {
  const { find } = await standingList(work)
  const texts = [{ field: 'text', label: '文字', text }]
  return [...wordFindings(texts, find, today()), ...personalFindings(texts)]
}

/** A finding in what is public, with the name of its agency. */
export interface FindingLine extends PublicFinding {
  readonly agencyName: string
}

/** A page of what was found in what is public of the agencies that this person sees (who keeps the lists sees all), and the counts by kind. */
export async function findingsView(
  work: Work,
  by: Actor,
  asked: {
    readonly agency?: string | undefined
    readonly rule?: string | undefined
    readonly severity?: string | undefined
    readonly q?: string | undefined
    readonly sort: string
    readonly page: number
    readonly size: number
  },
) {
  const tree = await agencyTree(work)
  const names = new Map(tree.map(({ code, shortName }) => [code, shortName]))
  const all = changesWords(by, tree)
  const seen = tree.filter(({ code }) => all || sees(by, code, tree)).map(({ code }) => code)
  const agencies = asked.agency === undefined ? seen : seen.filter(code => code === asked.agency)
  const { lines, total } = await publicFindings(work, { ...asked, agencies })
  const named: readonly FindingLine[] = lines.map(line => ({
    ...line,
    agencyName: names.get(line.agency) ?? line.agency,
  }))
  return { lines: named, total, counts: await findingCounts(work, seen), askedAt: now() }
}
