import type { ReactNode } from 'react'
import type { MarkedWords } from '../../published/steps.ts'

interface Marking {
  readonly text: string
  readonly marked: readonly MarkedWords[]
}

/** A text in its lines, with what looks like somebody's data marked and named. */
export function Marked({ text, marked }: Marking) {
  return (
    <div className="marked">
      {placed(text.split('\n'), 1).map(({ at, words }) => (
        <p key={at}>{pieces(words, marked)}</p>
      ))}
    </div>
  )
}

/** Pieces of a text with the places at which they begin; `gap` signs stand between them. */
function placed(all: readonly string[], gap: number): { readonly at: number; readonly words: string }[] {
  let next = 0
  return all.map(words => {
    const at = next
    next += words.length + gap
    return { at, words }
  })
}

/** The line cut at the marked words, the longest first. */
function pieces(line: string, marked: readonly MarkedWords[]): ReactNode {
  const whats = new Map(marked.map(({ text, what }) => [text, what]))
  const all = [...whats.keys()].toSorted((a, b) => b.length - a.length)
  if (all.length === 0) return line
  const any = new RegExp(`(${all.map(each => each.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('|')})`)
  return placed(line.split(any), 0).map(({ at, words }) => {
    const what = whats.get(words)
    return what === undefined ? words : <mark key={at} title={what}>{`${words}（${what}）`}</mark>
  })
}
