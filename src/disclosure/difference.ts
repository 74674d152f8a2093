import { aligned } from './alignment.ts'

/** Words that both editions have, or only the earlier, or only the later. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** An article 条, or a paragraph outside of any, and what became of it. */
export interface ArticleChange {
  readonly kind: 'same' | 'renumbered' | 'changed' | 'added' | 'removed'
  /** Its number in the earlier and the later edition, `第三条`; null where it has none or was not there. */
  readonly before: string | null
  readonly after: string | null
  readonly pieces: readonly Piece[]
}

interface Article {
  readonly number: string | null
  /** Its words after the number, a line for each paragraph. */
  readonly words: string
  readonly pairs: ReadonlySet<string>
}

/**
 * What a new edition changed, as a reader follows it: article by article, in each sentence by sentence, in a changed
 * sentence the words. Articles find each other by their words and their numbers, so that one put in between does not make
 * all later ones look changed. Everything is there: `same` and `removed` are the earlier text, `same` and `added` the later.
 */
export function differenceOf(before: readonly string[], after: readonly string[]): ArticleChange[] {
  return aligned(articlesOf(before), articlesOf(after), likeness).map(([old, now]) => changeOf(old, now))
}

const numbered =
  /^\s*(第[〇零一二三四五六七八九十百千两\d]{1,9}条(?:之[一二三四五六七八九十]{1,3})?)[\s　、：:]*/u
const headed = /^\s*(第[〇零一二三四五六七八九十百千\d]{1,7}[编章节]|附则|附件)/u

/** The paragraphs as articles: what follows a number belongs to it until the next number or the head of a chapter. */
function articlesOf(paragraphs: readonly string[]): Article[] {
  const found: { number: string | null; lines: string[] }[] = []
  let open = false
  for (const paragraph of paragraphs.map(each => each.trim()).filter(each => each !== '')) {
    const number = numbered.exec(paragraph)
    const last = found.at(-1)
    if (number !== null) {
      found.push({ number: number[1] ?? null, lines: [paragraph.slice(number[0].length)] })
      open = true
    } else if (open && last !== undefined && !headed.test(paragraph)) last.lines.push(paragraph)
    else {
      found.push({ number: null, lines: [paragraph] })
      open = false
    }
  }
  return found.map(({ number, lines }) => {
    const words = lines.join('\n')
    return { number, words, pairs: pairsOf(words) }
  })
}

function pairsOf(words: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)))
}

function commonOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const pair of one) if (other.has(pair)) common++
  return common
}

/** 0 keeps two articles apart; the same words weigh more than the same number. */
function likeness(one: Article, other: Article): number {
  const number = one.number !== null && one.number === other.number ? 0.3 : 0
  if (one.words === other.words) return 2 + number
  if ((one.number === null) !== (other.number === null)) return 0
  const like =
    (2 * commonOf(one.pairs, other.pairs)) / Math.max(1, one.pairs.size + other.pairs.size) + number
  return like < 0.45 ? 0 : like
}

function changeOf(old: Article | undefined, now: Article | undefined): ArticleChange {
  const numbers = { before: old?.number ?? null, after: now?.number ?? null }
  if (old === undefined)
    return { kind: 'added', ...numbers, pieces: [{ kind: 'added', text: now?.words ?? '' }] }
  if (now === undefined)
    return { kind: 'removed', ...numbers, pieces: [{ kind: 'removed', text: old.words }] }
  if (old.words === now.words) {
    const kind = old.number === now.number ? 'same' : 'renumbered'
    return { kind, ...numbers, pieces: [{ kind: 'same', text: now.words }] }
  }
  return { kind: 'changed', ...numbers, pieces: sentences(old.words, now.words) }
}

function sentencesIn(words: string): string[] {
  return words.split(/(?<=[。；！？\n])/u)
}

function sentences(old: string, now: string): Piece[] {
  const like = (one: string, other: string) => {
    if (one === other) return 2
    const [a, b] = [pairsOf(one), pairsOf(other)]
    const share = (2 * commonOf(a, b)) / Math.max(1, a.size + b.size)
    return share < 0.4 ? 0 : share
  }
  const pieces = aligned(sentencesIn(old), sentencesIn(now), like).flatMap(([a, b]): Piece[] => {
    if (a !== undefined && b !== undefined) return a === b ? [{ kind: 'same', text: a }] : wordsOf(a, b)
    if (a !== undefined) return [{ kind: 'removed', text: a }]
    return b === undefined ? [] : [{ kind: 'added', text: b }]
  })
  return joined(pieces)
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

function wordsOf(old: string, now: string): Piece[] {
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
  return aligned(words(old), words(now), (a, b) => (a === b ? a.length : 0)).flatMap(([a, b]): Piece[] => {
    if (a !== undefined && b !== undefined) return [{ kind: 'same', text: a }]
    if (a !== undefined) return [{ kind: 'removed', text: a }]
    return b === undefined ? [] : [{ kind: 'added', text: b }]
  })
}

/** Neighbours of one kind as one; between two that stand, what was removed comes before what was added. */
function joined(pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = []
  let [removed, added] = ['', '']
  const close = () => {
    if (removed !== '') made.push({ kind: 'removed', text: removed })
    if (added !== '') made.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      close()
      const last = made.at(-1)
      if (last?.kind === 'same') made.splice(-1, 1, { kind, text: last.text + text })
      else made.push({ kind, text })
    }
  }
  close()
  return made
}
