import type { CellPath } from '../../../form.ts'
import { figureField } from '../../../live-figures.ts'

/** A part of the prose: words, or a live figure with the signs in which it is kept. */
export type Piece =
  | { readonly kind: 'words'; readonly source: string }
  | { readonly kind: 'figure'; readonly source: string; readonly path: CellPath }

/** A stretch of the kept text, from one offset up to another. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The pieces of a section; their sources joined are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(figureField)) {
    if (found.index > at) pieces.push({ kind: 'words', source: text.slice(at, found.index) })
    pieces.push({ kind: 'figure', source: found[0], path: found[1] ?? '' })
    at = found.index + found[0].length
  }
  if (at < text.length) pieces.push({ kind: 'words', source: text.slice(at) })
  return pieces
}

/** The stretch widened to the ends of the figures that it cuts: a figure is whole or not there. */
export function snapped(text: string, stretch: Stretch): Stretch {
  let { from, to } = stretch
  const empty = from === to
  let at = 0
  for (const { kind, source } of piecesOf(text)) {
    const end = at + source.length
    if (kind === 'figure' && from > at && from < end) from = empty ? end : at
    if (kind === 'figure' && to > at && to < end) to = end
    at = end
  }
  return { from, to: Math.max(from, to) }
}

/** The text with a stretch replaced, and where the caret stands then. */
export function spliced(text: string, stretch: Stretch, words: string): { text: string; caret: number } {
  const { from, to } = snapped(text, stretch)
  return { text: text.slice(0, from) + words + text.slice(to), caret: from + words.length }
}

/** Words as they come from elsewhere: plain lines, and no signs that would pass for a figure. */
export function plainWords(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
}
