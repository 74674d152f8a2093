import { type RefObject, useEffect, useRef } from 'react'
import type { CellPath, Narrative } from '../../../form.ts'
import { cellLabel } from '../../../labels.ts'
import { figureShown } from '../../../live-figures.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { written } from '../sheet/sheet.ts'
import { plainWords, type Stretch, spliced } from './pieces.ts'
import { chosenIn, paint, rangeOf, refresh, type Showing, setCaret, stretchOf, textOf } from './prose-dom.ts'

interface Field {
  readonly draft: Draft
  readonly section: keyof Narrative
  readonly field: RefObject<HTMLDivElement | null>
  /** What is marked as contradicting the tables. */
  readonly stretches: readonly Stretch[]
}

/** What else may be done with the words than typing. */
export interface Editable {
  insert(words: string): void
}

interface Typing {
  caret: number
  burst: number
  kind: string
  composing: boolean
}

/**
 * Lets a section be written: every change goes through the kept text, so that a figure is whole or gone, what is pasted
 * is plain, and one history takes everything back. Only an input method writes into the page itself, and is read after.
 */
export function useEditable({ draft, section, field, stretches }: Field): Editable {
  const text = draft.sheet.report.narrative[section]
  const typing = useRef<Typing>({ caret: text.length, burst: 0, kind: '', composing: false })
  const put = (words: string, caret: number, kind: string) => {
    const now = typing.current
    if (now.kind !== kind || Math.abs(caret - now.caret) > 1 || /[。；\n]$/.test(words)) now.burst++
    typing.current = { ...now, kind, caret }
    draft.edit(written(draft.sheet, section, words), `narrative.${section}`, `${section} ${now.burst}`)
  }
  const change = (stretch: Stretch, words: string, kind: string) => {
    const after = spliced(text, clamped(stretch, text), plainWords(words))
    put(after.text, after.caret, kind)
  }
  const act = useRef({ change, put })
  useEffect(() => {
    act.current = { change, put }
  })
  usePainted({ draft, text, field, typing })
  useMarked(field, stretches, text)
  const { readOnly } = draft
  useEffect(() => {
    const root = field.current
    return root === null || readOnly !== undefined ? undefined : listen(root, typing, act)
  }, [field, readOnly])
  return {
    insert: words => {
      const { caret } = typing.current
      change({ from: caret, to: caret }, words, 'figure')
      field.current?.focus()
    },
  }
}

function clamped({ from, to }: Stretch, text: string): Stretch {
  return { from: Math.min(from, text.length), to: Math.min(to, text.length) }
}

interface Painted {
  readonly draft: Draft
  readonly text: string
  readonly field: RefObject<HTMLDivElement | null>
  readonly typing: RefObject<Typing>
}

/** Keeps what is shown equal to the kept text, except while an input method is at work. */
function usePainted({ draft, text, field, typing }: Painted): void {
  const { report } = draft.sheet
  const { beside } = draft.view
  useEffect(() => {
    const root = field.current
    if (root === null || typing.current.composing) return
    const showing: Showing = (path: CellPath) => {
      const shown = figureShown(report, path, beside)
      const label = beside.find(each => each.path === path)?.label ?? cellLabel(path)
      return { label, empty: shown === undefined, text: String(shown ?? `［${label}：空白］`) }
    }
    if (root.childNodes.length > 0 && textOf(root) === text) {
      refresh(root, showing)
      return
    }
    const hadCaret = document.activeElement === root
    paint(root, text, showing)
    if (hadCaret) setCaret(root, Math.min(typing.current.caret, text.length))
  }, [report, beside, text, field, typing])
}

/** Marks what contradicts the tables, without touching the words. */
function useMarked(
  field: RefObject<HTMLDivElement | null>,
  stretches: readonly Stretch[],
  text: string,
): void {
  const places = JSON.stringify(stretches)
  useEffect(() => {
    const root = field.current
    if (root === null || !('highlights' in CSS) || textOf(root) !== text) return
    const all = CSS.highlights.get('stale') ?? new Highlight()
    CSS.highlights.set('stale', all)
    const parsed: readonly Stretch[] = JSON.parse(places)
    const ranges = parsed.map(stretch => rangeOf(root, clamped(stretch, text)))
    for (const range of ranges) all.add(range)
    return () => {
      for (const range of ranges) all.delete(range)
    }
  }, [field, places, text])
}

type Act = RefObject<{
  change(stretch: Stretch, words: string, kind: string): void
  put(words: string, caret: number, kind: string): void
}>

function listen(root: HTMLElement, typing: RefObject<Typing>, act: Act): () => void {
  const ends = new AbortController()
  const { signal } = ends
  root.addEventListener('beforeinput', event => onBeforeInput(root, event, typing, act), { signal })
  root.addEventListener('compositionstart', () => (typing.current.composing = true), { signal })
  root.addEventListener(
    'compositionend',
    () => {
      typing.current.composing = false
      const caret = chosenIn(root)?.to ?? 0
      act.current.put(textOf(root), caret, 'composed')
    },
    { signal },
  )
  const look = () => {
    if (document.activeElement !== root || typing.current.composing) return
    typing.current.caret = chosenIn(root)?.to ?? typing.current.caret
  }
  document.addEventListener('selectionchange', look, { signal })
  for (const name of ['copy', 'cut'] as const) {
    root.addEventListener(
      name,
      event => {
        event.preventDefault()
        event.clipboardData?.setData('text/plain', getSelection()?.toString() ?? '')
        const chosen = chosenIn(root)
        if (name === 'cut' && chosen !== undefined) act.current.change(chosen, '', 'cut')
      },
      { signal },
    )
  }
  return () => ends.abort()
}

/** What the browser is about to do, done to the kept text instead. */
function onBeforeInput(root: HTMLElement, event: InputEvent, typing: RefObject<Typing>, act: Act): void {
  if (event.isComposing || typing.current.composing || event.inputType === 'insertCompositionText') return
  event.preventDefault()
  const [target] = event.getTargetRanges()
  const stretch = (target && stretchOf(root, target)) ?? chosenIn(root)
  if (stretch === undefined) return
  const { inputType } = event
  if (inputType === 'insertParagraph' || inputType === 'insertLineBreak')
    act.current.change(stretch, '\n', 'line')
  else if (inputType.startsWith('insert'))
    act.current.change(stretch, event.data ?? event.dataTransfer?.getData('text/plain') ?? '', inputType)
  else if (inputType.startsWith('delete')) act.current.change(stretch, '', inputType)
}
