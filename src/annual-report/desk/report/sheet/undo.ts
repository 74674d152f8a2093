import type { Sheet } from './sheet.ts'

/** The sheet with what it was before, and what was taken back. */
export interface Undoable {
  readonly now: Sheet
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/** A sheet on one side of a change, and the cell or section that differs on the other. */
interface Step {
  readonly sheet: Sheet
  readonly where: string
  readonly burst: string
}

/** A change of the sheet; changes of one burst, as the letters of one word, are taken back together. */
export interface Edit {
  readonly sheet: Sheet
  /** The cell or the section that is changed: where the eye is led when it is taken back. */
  readonly where: string
  readonly burst: string
}

const longest = 500

/** A history that begins here. */
export function undoable(now: Sheet): Undoable {
  return { now, past: [], future: [] }
}

/** The history after one more change. */
export function edited({ now, past }: Undoable, { sheet, where, burst }: Edit): Undoable {
  if (past.at(-1)?.burst === burst) return { now: sheet, past, future: [] }
  return { now: sheet, past: [...past, { sheet: now, where, burst }].slice(-longest), future: [] }
}

/** The history after taking one change back. */
export function undone({ now, past, future }: Undoable): Undoable {
  const step = past.at(-1)
  if (step === undefined) return { now, past, future }
  return { now: step.sheet, past: past.slice(0, -1), future: [...future, { ...step, sheet: now }] }
}

/** The history after doing again what was taken back. */
export function redone({ now, past, future }: Undoable): Undoable {
  const step = future.at(-1)
  if (step === undefined) return { now, past, future }
  return { now: step.sheet, past: [...past, { ...step, sheet: now }], future: future.slice(0, -1) }
}
