import { pinyin } from 'pinyin-pro'
import { grievances } from '../../src/demo/hotline/texts/grievances.ts'
import { aPlace } from '../../src/demo/hotline/texts/words.ts'
import { chance } from '../../src/hotline/chance.ts'

/** The keystroke-level model (Card, Moran, Newell): a key of an average typist, of a skilled one, and a mental preparation. */
const seconds = { key: 0.28, skilled: 0.2, preparation: 1.35 } as const
/**
 * What is pressed beside the words, counted in journeys/demand-is-dispatched-and-closed: the type, the place that was
 * recognised, the answer that is offered, and two to register. Each is decided upon, and so is what to write.
 */
const beside = { keys: 5, preparations: 5 } as const
const limit = 30

/** How long a plain demand takes from the keyboard alone: where and what, typed by their whole sounds. */
export function keyboardLines() {
  const draw = chance(5)
  const keys = Array.from({ length: 500 }, (_, at) => {
    const words = `${aPlace(draw)}${grievances[at % grievances.length]?.body ?? ''}。`
    return beside.keys + keysOf(words)
  }).toSorted((a, b) => a - b)
  const at = (share: number) => keys[Math.floor(keys.length * share)] ?? 0
  const took = (pressed: number, key: number) => pressed * key + beside.preparations * seconds.preparation
  const what = 'a plain demand from the keyboard alone (keystroke-level model)'
  return [
    figure(`${what}: what is pressed beside its words`, took(beside.keys, seconds.key)),
    figure(`${what}: with its words, median`, took(at(0.5), seconds.key)),
    figure(`${what}: with its words, p95`, took(at(0.95), seconds.key)),
    figure(`${what}: with its words, p95, a skilled typist`, took(at(0.95), seconds.skilled)),
  ]
}

const figure = (what: string, took: number) => ({
  ...{ what, figure: `${took.toFixed(1)} s` },
  ratio: `${(took / limit).toFixed(2)} of ${limit} s`,
})

/** The letters of all sounds, a key that chooses the characters for each two of them, and whatever else stands in the text. */
function keysOf(text: string): number {
  const characters = [...text].filter(sign => /\p{Script=Han}/u.test(sign))
  const letters = pinyin(characters.join(''), { toneType: 'none', type: 'array' }).join('').length
  return letters + Math.ceil(characters.length / 2) + ([...text].length - characters.length)
}
