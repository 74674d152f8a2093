import { type KeyboardEvent, type MouseEvent, useState } from 'react'
import type { CellPath } from '../../../form.ts'
import type { Draft } from '../keeping/use-draft.ts'
import { type Chosen, cleared } from '../sheet/block.ts'
import { between, type Direction, type Grid, moved } from '../sheet/grid.ts'
import { cellText, typed } from '../sheet/sheet.ts'
import { useClipboard } from './use-clipboard.ts'

/** How keys are taken in a cell: they move; they type and arrows still move; they move the caret. */
type Mode = 'ready' | 'typing' | 'caret'

/** Where the cursor is, what is chosen, and what is being typed. */
export interface Cursor extends Chosen {
  readonly mode: Mode
  /** What the cell held when the cursor came to it. */
  readonly before: string
  /** What is being typed, as it is typed. */
  readonly text: string | undefined
  readonly burst: string
}

let bursts = 0
const arrows: Readonly<Record<string, Direction>> = {
  ...{ ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' },
  ...{ Home: 'start', End: 'end' },
}

/** The table's keyboard, mouse and clipboard, as in a spreadsheet. */
export function useGrid(draft: Draft, grid: Grid) {
  const [cursor, setCursor] = useState<Cursor>()
  const { sheet } = draft
  const change = (more: Partial<Cursor>) => setCursor(now => (now === undefined ? now : { ...now, ...more }))
  const type = (path: CellPath, text: string) => {
    draft.edit(typed(sheet, path, text), path, cursor?.burst ?? path)
    change({ text, first: path, last: path, mode: cursor?.mode === 'caret' ? 'caret' : 'typing' })
  }
  const enter = (path: CellPath) => {
    const before = cellText(sheet, path)
    setCursor({
      first: path,
      last: path,
      mode: 'ready',
      before,
      text: undefined,
      burst: `${path} ${bursts++}`,
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const path = pathOf(event.target)
    if (cursor === undefined || path === undefined || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (pressed(event, { draft, grid, cursor, change })) event.preventDefault()
  }
  return {
    cursor,
    type,
    handlers: {
      ...{ onKeyDown, ...mouse(cursor, change), ...useClipboard(draft, grid, cursor) },
      onFocus: (event: { target: EventTarget }) => {
        const path = pathOf(event.target)
        if (path === undefined) return
        enter(path)
        if (event.target instanceof HTMLInputElement) event.target.select()
      },
      onBlur: () => change({ text: undefined, mode: 'ready' }),
    },
  }
}

interface Press {
  readonly draft: Draft
  readonly grid: Grid
  readonly cursor: Cursor
  readonly change: (more: Partial<Cursor>) => void
}

/** Does what a key asks; false where the field itself takes it. */
function pressed(event: KeyboardEvent<HTMLElement>, press: Press): boolean {
  const { draft, grid, cursor, change } = press
  const { first, last, mode } = cursor
  const direction = arrows[event.key]
  if (direction !== undefined) {
    const withinField = direction !== 'up' && direction !== 'down'
    if (mode === 'caret' && withinField) return false
    if (event.shiftKey) change({ last: moved(grid, last, direction), mode: 'ready' })
    else focusCell(moved(grid, first, direction))
    return true
  }
  switch (event.key) {
    case 'Enter':
      focusCell(moved(grid, first, event.shiftKey ? 'up' : 'down'))
      return true
    case 'F2':
      change({ mode: 'caret' })
      if (event.target instanceof HTMLInputElement) event.target.setSelectionRange(-1, -1)
      return true
    case 'Escape':
      draft.edit(typed(draft.sheet, first, cursor.before), first, cursor.burst)
      change({ mode: 'ready', text: undefined, last: first })
      return true
    case 'Delete':
    case 'Backspace':
      if (mode !== 'ready') return false
      draft.edit(cleared(draft.sheet, grid, cursor), first, `cleared ${bursts++}`)
      return true
    default:
      return false
  }
}

/** Dragging and Shift-click choose a range; a double click sets the caret. */
function mouse(cursor: Cursor | undefined, change: (more: Partial<Cursor>) => void) {
  return {
    onMouseDown: (event: MouseEvent) => {
      const path = pathOf(event.target)
      if (path === undefined || cursor === undefined) return
      if (event.shiftKey) {
        event.preventDefault()
        change({ last: path })
      } else if (path === cursor.first && cursor.mode === 'ready') {
        event.preventDefault()
        change({ last: path })
      }
    },
    onMouseOver: (event: MouseEvent) => {
      const path = pathOf(event.target)
      if (event.buttons === 1 && path !== undefined && path !== cursor?.last)
        change({ last: path, mode: 'ready' })
    },
    onDoubleClick: (event: MouseEvent) => {
      change({ mode: 'caret' })
      if (event.target instanceof HTMLInputElement) event.target.setSelectionRange(-1, -1)
    },
  }
}

/** The cell of an element of the table. */
function pathOf(target: EventTarget): CellPath | undefined {
  return target instanceof HTMLElement ? target.dataset.path : undefined
}

/** Puts the cursor on a cell, or the eye where there is no field. */
export function focusCell(path: CellPath): void {
  const cell = document.getElementById(path)
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  cell?.querySelector('input')?.focus()
}

/** The cells that are chosen, for their look; none where it is but one. */
export function chosenPaths(grid: Grid, cursor: Cursor | undefined): ReadonlySet<CellPath> {
  if (cursor === undefined || cursor.first === cursor.last) return new Set()
  return new Set(between(grid, cursor.first, cursor.last).flat())
}
