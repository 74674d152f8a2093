import { type FiledMessage, firstSentence } from '../message.ts'
import type { Matter } from './matter.ts'
import { areasIn, peopleIn, placesIn } from './places.ts'

const title = { least: 6, most: 40 }
/** What is left of a title without a place must still say something, in characters. */
const shortest = 4

/** What a matter is called: where, whose, and in the words of the demand that is most like all. */
export function nameOf(matter: Matter): { place: string; people: string; title: string } {
  const texts = matter.members.map(({ message }) => `${message.subject}\n${message.body}`.normalize('NFKC'))
  const area = mostTold(texts.map(areasIn))
  const place = placeOf(matter, texts)
  const told = titleOf(matter)
  return {
    ...{ place: `${area}${place}`, people: mostTold(texts.map(peopleIn)) },
    title: place === '' ? withoutFirstPlace(told) : told,
  }
}

/** What has no place of all is not called by the one with which a title begins: “丰园社区12号供暖不热” is “供暖不热”. */
function withoutFirstPlace(title: string): string {
  const plain = title.normalize('NFKC')
  const first = placesIn(title).find(({ name }) => plain.startsWith(name))
  if (first === undefined) return title
  const rest = plain.slice(first.name.length).replace(/^\d+(?:号楼?|幢|栋)/u, '')
  return rest.length >= shortest ? rest : title
}

/** The place whose name stands in most of the demands, and in two at least; in subjects it counts twice. */
function placeOf({ members }: Matter, texts: readonly string[]): string {
  const subjects = members.map(({ message }) => message.subject.normalize('NFKC'))
  const names = new Set(texts.flatMap(text => placesIn(text).map(({ name }) => name)))
  const standsIn = (list: readonly string[], name: string) => list.filter(text => text.includes(name)).length
  const [best] = [...names]
    .map(name => ({ name, texts: standsIn(texts, name), subjects: standsIn(subjects, name) }))
    .filter(({ texts: times }) => times >= 2 && times * 3 > members.length)
    .sort((a, b) => b.texts + b.subjects - a.texts - a.subjects || longerFirst(a.name, b.name))
  return best?.name ?? ''
}

/** What most of the demands tell; each demand counts once. */
function mostTold(told: readonly (readonly string[])[]): string {
  const times = new Map<string, number>()
  for (const names of told) for (const name of new Set(names)) times.set(name, (times.get(name) ?? 0) + 1)
  const [most] = [...times].sort((a, b) => b[1] - a[1] || longerFirst(a[0], b[0]))
  return most?.[0] ?? ''
}

function longerFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1)
}

function titleOf(matter: Matter): string {
  const [best] = matter.members
    .map(({ message, traits }) => {
      const words = headOf(message)
      const fits = words.length >= title.least && words.length <= title.most
      const alike = [...traits.words].reduce(
        (sum, [pair, weight]) => sum + weight * (matter.words.get(pair) ?? 0),
        0,
      )
      return { words, alike: fits ? alike : alike / 10 }
    })
    .sort((a, b) => b.alike - a.alike)
  return best?.words ?? ''
}

/** The subject of a message; without one, its first sentence. */
function headOf({ subject, body }: Pick<FiledMessage, 'subject' | 'body'>): string {
  return (subject.trim() || firstSentence(body)).replace(/\s+/g, ' ')
}
