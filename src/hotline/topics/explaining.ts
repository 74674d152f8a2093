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

/** What the demand says in these pairs, the longest first: whole words, since a piece of one tells a reader nothing. */
function wordsOf({ message }: Member, pairs: ReadonlySet<string>): string[] {
  const text = cleaned(`${message.subject}\n${leadOf(message)}`)
  const shared = new Set([...sharedIn(text, pairs)].map(row => row.replace(particles, '')))
  const longest = [...shared].filter(row => row.length > 1).sort((a, b) => b.length - a.length)
  return longest
    .filter((word, at) => !longest.slice(0, at).some(longer => longer.includes(word)))
    .slice(0, mostWords)
}

const particles = /^[的了和与及在是从]+|[的了吗呢和与及在是]+$/g
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Whole words, and rows of neighbouring ones, of which every pair is among these. */
function* sharedIn(text: string, pairs: ReadonlySet<string>): Generator<string> {
  const isShared = (word: string) =>
    Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)).every(pair => pairs.has(pair))
  let row = ''
  for (const { segment, isWordLike } of words.segment(text)) {
    if (isWordLike === true && isShared(row.slice(-1) + segment)) {
      row += segment
      continue
    }
    yield row
    row = isWordLike === true && isShared(segment) ? segment : ''
  }
  yield row
}
