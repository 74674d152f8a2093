import { cleaned } from '../message.ts'
import type { Matter, Member } from './matter.ts'
import { leadOf, type Rarity } from './rarity.ts'

const mostWords = 6

/** Why a demand belongs to a matter: the words of places and the other words that it shares with another member. */
export interface Why {
  readonly places: readonly string[]
  readonly words: readonly string[]
}

export function whyIn(matter: Matter, member: Member, rarity: Rarity): Why {
  const others = matter.members.filter(other => other !== member)
  const shared = (kind: 'words' | 'placePairs') => {
    const pairs = [...member.traits[kind].keys()].filter(pair =>
      others.some(({ traits }) => traits.words.has(pair) || traits.placePairs.has(pair)),
    )
    return wordsOf(member, new Set(pairs.map(pair => rarity.pairOf(pair))))
  }
  return { places: shared('placePairs'), words: shared('words') }
}

/** The pieces of the demand that consist of these pairs, the longest first. */
function wordsOf({ message }: Member, pairs: ReadonlySet<string>): string[] {
  const text = cleaned(`${message.subject}\n${leadOf(message)}`)
  const found = new Set<string>()
  let from = -1
  for (let at = 0; at < text.length; at++) {
    const within = pairs.has(text.slice(at, at + 2))
    if (within && from < 0) from = at
    if (within || from < 0) continue
    found.add(text.slice(from, at + 1))
    from = -1
  }
  const longest = [...found].sort((a, b) => b.length - a.length)
  return longest
    .filter((word, at) => !longest.slice(0, at).some(longer => longer.includes(word)))
    .slice(0, mostWords)
}
