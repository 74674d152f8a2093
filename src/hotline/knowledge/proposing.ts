/** A demand that was answered at once without an entry: what was asked, what was said, and by whom it came. */
export interface AnsweredOnce {
  readonly demand: string
  readonly subject: string
  readonly answer: string
  /** The seal of the caller's number; the demand's id where he left none. */
  readonly caller: string
}

/** An entry that frequent answers propose, in words that several callers used and were told. */
export interface ProposedEntry {
  readonly question: string
  readonly answer: string
  readonly demands: readonly string[]
  /** How many different callers asked it. */
  readonly callers: number
}

/** So many different callers have to ask the same and to be told the same: our choice. Fewer words than these name a person. */
export const fewestCallers = 3
const shortestQuestion = 4
const sameSubject = 0.5
const sameAnswer = 0.6
/** So many demands of a group are looked at for the words of its question. */
const mostCompared = 60

/** Which part of the shorter text's pairs of characters the other one has too, 0 to 1. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  if (small.size === 0) return 0
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared++
  return shared / small.size
}

/** The pairs of neighbouring characters of a text, punctuation left out. */
export function pairsIn(text: string): ReadonlySet<string> {
  const characters = [...text.replace(/[^\p{L}\p{N}]/gu, '')]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
}

interface Group {
  readonly subject: ReadonlySet<string>
  readonly answer: ReadonlySet<string>
  readonly members: AnsweredOnce[]
}

/** Demands in the groups of those that ask alike and were answered alike, each in the first group that it fits. */
function groupsOf(answered: readonly AnsweredOnce[]): readonly Group[] {
  const groups: Group[] = []
  // The shortest first: a subject without its place is the core of those with one.
  for (const one of answered.toSorted((a, b) => a.subject.length - b.subject.length)) {
    const [subject, answer] = [pairsIn(one.subject), pairsIn(one.answer)]
    const fits = groups.find(
      group => overlap(group.answer, answer) >= sameAnswer && overlap(group.subject, subject) >= sameSubject,
    )
    if (fits === undefined) groups.push({ subject, answer, members: [one] })
    else fits.members.push(one)
  }
  return groups
}

/**
 * The entries that these answers propose, those of the most callers first. A proposal holds only words of a subject, and whole
 * sentences of an answer, that at least three different callers have in common: what one caller alone says of himself never gets in.
 */
export function proposedEntries(answered: readonly AnsweredOnce[]): ProposedEntry[] {
  return groupsOf(answered)
    .flatMap(({ members }) => {
      const callers = callersOf(members)
      if (callers < fewestCallers) return []
      const compared = members.slice(0, mostCompared)
      const question = sharedWords(compared)
      const answer = sharedSentences(compared)
      const demands = members.map(({ demand }) => demand)
      return question === '' || answer === '' ? [] : [{ question, answer, demands, callers }]
    })
    .toSorted((a, b) => b.callers - a.callers)
}

const callersOf = (members: readonly AnsweredOnce[]) => new Set(members.map(({ caller }) => caller)).size

/** The longest run of characters that the subjects of half the group, and of at least three callers, have in common. */
function sharedWords(members: readonly AnsweredOnce[]): string {
  const by = new Map<string, Set<string>>()
  for (const { subject, caller } of members) {
    const characters = [...subject.trim()]
    for (let from = 0; from < characters.length; from++)
      for (let to = from + shortestQuestion; to <= characters.length; to++) {
        const words = characters.slice(from, to).join('')
        by.set(words, (by.get(words) ?? new Set()).add(caller))
      }
  }
  const most = callersOf(members)
  const enough = Math.max(fewestCallers, Math.ceil(most / 2))
  const found = [...by].filter(([words, callers]) => callers.size >= enough && words.trim() === words)
  return found.toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

/** The sentences that at least three callers were told in the same words, in their order. */
function sharedSentences(members: readonly AnsweredOnce[]): string {
  const by = new Map<string, Set<string>>()
  for (const { answer, caller } of members)
    for (const sentence of sentencesOf(answer)) by.set(sentence, (by.get(sentence) ?? new Set()).add(caller))
  return [...by]
    .filter(([, callers]) => callers.size >= fewestCallers)
    .map(([sentence]) => sentence)
    .join('')
}

function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？；\n]+[。！？；]?/gu) ?? [])
    .map(each => each.trim())
    .filter(each => each !== '')
}

/** Does a text ask what this question asks? */
export function asksTheSame(question: string, other: string): boolean {
  return overlap(pairsIn(question), pairsIn(other)) >= sameAnswer
}
