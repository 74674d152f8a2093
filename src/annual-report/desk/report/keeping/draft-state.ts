import type { AnnualReport } from '../../../form.ts'
import type { DraftView } from '../../../view.ts'
import { type Sheet, sheetOf } from '../sheet/sheet.ts'
import { type Edit, edited, redone, type Undoable, undoable, undone } from '../sheet/undo.ts'
import { type LocalCopy, same } from './local-copy.ts'

/** The version of the report that a save names, and how it read then. */
export interface Base {
  readonly version: number
  readonly report: AnnualReport
}

/** What the editor holds: the sheet with its history, and what it began from. */
export interface DraftState {
  readonly history: Undoable
  readonly base: Base
  /** True where unsaved words of an earlier visit were taken up again. */
  readonly restored: boolean
}

/** What changes it. */
export type DraftChange =
  | { readonly kind: 'edited'; readonly edit: Edit }
  | { readonly kind: 'undone' }
  | { readonly kind: 'redone' }
  /** The server knows our report now, or another field of it moved: what is on the screen stays. */
  | { readonly kind: 'based'; readonly base: Base }
  /** The server's report takes the place of what is on the screen. */
  | { readonly kind: 'replaced'; readonly base: Base }
  /** What was typed has been saved: proposals are taken over. */
  | { readonly kind: 'saved'; readonly base: Base }
  /** A conflict was decided: the other's version is where a save goes on from. */
  | { readonly kind: 'settled'; readonly base: Base; readonly report: AnnualReport }
  | { readonly kind: 'accepted' }

/** Where the editor begins: the server's report, or what was left unsaved in this browser. */
export function begun(view: DraftView, copy: LocalCopy | undefined): DraftState {
  const base = { version: view.version, report: view.report }
  const isNews = copy !== undefined && (!same(copy.sheet.report, view.report) || hasDoubts(copy.sheet))
  if (!isNews) return { history: undoable(sheetOf(view.report)), base, restored: false }
  const began = copy.version === view.version ? base : { version: copy.version, report: copy.base }
  const edit = { sheet: copy.sheet, where: 'report', burst: 'restored' }
  return { history: edited(undoable(sheetOf(began.report)), edit), base: began, restored: true }
}

/** The state after a change. */
export function changed(state: DraftState, change: DraftChange): DraftState {
  switch (change.kind) {
    case 'edited':
      return { ...state, history: edited(state.history, change.edit) }
    case 'undone':
      return { ...state, history: undone(state.history) }
    case 'redone':
      return { ...state, history: redone(state.history) }
    case 'based':
      return { ...state, base: change.base }
    case 'replaced':
      return { history: undoable(sheetOf(change.base.report)), base: change.base, restored: false }
    case 'saved':
      return { history: accepted(state.history), base: change.base, restored: false }
    case 'settled': {
      const sheet = { ...state.history.now, report: change.report }
      const edit = { sheet, where: 'report', burst: `settled ${change.base.version}` }
      return { ...state, base: change.base, history: edited(state.history, edit) }
    }
    case 'accepted':
      return { ...state, history: accepted(state.history) }
  }
}

/** The sheet keeps its past, and its proposals count as one's own. */
function accepted(history: Undoable): Undoable {
  return { ...history, now: { ...history.now, proposed: [] } }
}

/** Is there anything on the screen that the server does not have? */
export function isUnsaved({ history, base }: DraftState): boolean {
  return !same(history.now.report, base.report)
}

/** Is there anything that only this browser has? Doubtful cells are saved as blanks, their words stay here. */
export function isOnlyHere(state: DraftState): boolean {
  return isUnsaved(state) || hasDoubts(state.history.now)
}

function hasDoubts({ doubts }: Sheet): boolean {
  return Object.keys(doubts).length > 0
}
