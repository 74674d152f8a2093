import { askedFor } from '../../src/disclosure/store/search/asked.ts'
import { correctionsOf } from '../../src/disclosure/store/search/correct.ts'
import { countsOf } from '../../src/disclosure/store/search/counts.ts'
import { hitsAt } from '../../src/disclosure/store/search/hits.ts'
import { placesFound, type SearchOrder } from '../../src/disclosure/store/search/search.ts'
import { suggestionsFor } from '../../src/disclosure/store/search/suggest.ts'
import type { Work } from '../../src/platform/work.ts'
import { line, p95 } from '../measure.ts'
import { numbersFrom, officeWords, wordDrawer } from './text.ts'

const times = 200
/** So many of them are typed again and again. */
const remembered = 40
/** Words that hardly a text holds: nothing may be read from end to end for them. */
const rareWords = ['璟璟', '璟瑀 通知', '住房璟', '测发〔2031〕1号']

/**
 * What is typed: usual words, words as they come in texts, two of them together, document numbers; none twice, so that no
 * count is remembered.
 */
function queries(): string[] {
  const draw = wordDrawer(20260120)
  const next = numbersFrom(99)
  const made = new Set<string>(officeWords)
  while (made.size < 2 * times + 1) {
    const kind = next()
    const usual = officeWords[Math.floor(next() * officeWords.length)] ?? ''
    if (kind < 0.4) made.add(draw())
    else if (kind < 0.7) made.add(`${usual} ${draw()}`)
    else if (kind < 0.9) made.add(`${draw()} ${draw()}`)
    else made.add(`测发[${2016 + Math.floor(next() * 10)}]${1 + Math.floor(next() * 30_000)}号`)
  }
  return [...made]
}

/** Search at p95: the newest twenty, the best twenty, the counts, suggestions, a wrong character. */
export async function searchLines(work: Work) {
  const all = queries()
  const [typed, warming] = [all.slice(0, times + 1), all.slice(times + 1)]
  const at = (place: number, words: readonly string[] = typed) => words[place % words.length] ?? ''
  const twenty = (order: SearchOrder, words?: readonly string[]) => async (place: number) => {
    const asked = askedFor(at(place, words))
    return hitsAt(work, await placesFound(work, asked, { order, from: 0, size: 20 }), asked.writings.flat())
  }
  // Other words first: the index is read in, no answer is remembered.
  await p95(times, twenty('newest', warming))
  const first = await p95(times, twenty('newest'))
  const newest = await p95(times, twenty('newest'))
  const rare = await p95(20, twenty('newest', rareWords))
  const ranked = await p95(times, twenty('fit'))
  const counts = await p95(times, place => countsOf(work, askedFor(at(place + 1))))
  await p95(remembered, place => countsOf(work, askedFor(at(place))))
  const again = await p95(times, place => countsOf(work, askedFor(at(place % remembered))))
  const suggested = await p95(times, place => suggestionsFor(work, askedFor(at(place)), 8))
  const corrected = await p95(20, place => correctionsOf(work, askedFor(wrong(at(place + 60)))))
  return [
    line('search, newest 20 with their texts, the words asked first, p95', first, 15),
    line('the same words asked again, p95', newest, 15),
    line('words that hardly a text holds, newest 20, p95', rare, 15),
    line('search, best 20 with their texts, p95', ranked, 60),
    line('counts by agency, form, kind, year, validity, p95', counts, 100),
    line('the same, remembered', again),
    line('suggestions while typing, p95', suggested),
    line('a wrong character put right, p95', corrected),
  ]
}

/** The word with its last character changed. */
function wrong(word: string): string {
  return `${word.slice(0, -1)}璟`
}
