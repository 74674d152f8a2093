import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useState } from 'react'
import { Refused, send, wordsOf } from '../../../../desk/client.ts'
import { useSession } from '../../../../desk/session.ts'
import type { Finding } from '../../../finding.ts'
import type { AnnualReport } from '../../../form.ts'
import { refusalOf } from '../../../steps.ts'
import type { DraftView } from '../../../view.ts'
import { doubtWarning, type Sheet, sheetFindings } from '../sheet/sheet.ts'
import type { Undoable } from '../sheet/undo.ts'
import { draftPath, draftQueryKey } from './draft-query.ts'
import { type Base, begun, changed, type DraftState, isOnlyHere, isUnsaved } from './draft-state.ts'
import { type CopyKey, copyAt, placeOf } from './local-copy.ts'
import { useLocalCopy } from './use-local-copy.ts'

/** What is said above the sheet after an act. */
export interface Notice {
  readonly kind: 'success' | 'warning' | 'error'
  readonly text: string
}

/** Everything that the parts of the editor ask of the report. */
export interface Draft {
  readonly view: DraftView
  readonly copyKey: CopyKey
  readonly sheet: Sheet
  readonly history: Undoable
  readonly base: Base
  readonly findings: readonly Finding[]
  /** Why this person may not write into the report now; undefined where they may. */
  readonly readOnly: string | undefined
  readonly unsaved: boolean
  readonly restored: boolean
  readonly saving: boolean
  readonly notice: Notice | undefined
  /** What another person saved in between, until it is decided whose counts. */
  readonly conflict: Base | undefined
  edit(sheet: Sheet, where: string, burst: string): void
  undo(): void
  redo(): void
  accept(): void
  save(): Promise<boolean>
  /** Takes a step of the table, with the report saved before. */
  take(step: string, body: Readonly<Record<string, unknown>>): Promise<boolean>
  settle(report: AnnualReport): void
  giveUp(): void
  say(notice: Notice | undefined): void
}

/** The report of this page: what is typed, undone, kept, saved and acted on. */
export function useDraft(view: DraftView): Draft {
  const session = useSession()
  const { agency, year } = view.line
  const copyKey = { person: session.id, agency, year }
  const [state, dispatch] = useReducer(changed, undefined, () => begun(view, copyAt(placeOf(copyKey))))
  const [notice, say] = useState<Notice>()
  const acts = useActs({ view, state, dispatch, say })
  const checked = useDeferredValue(state.history.now)
  const previous = view.previous ?? undefined
  const { beside } = view
  const findings = useMemo(() => sheetFindings(checked, previous, beside), [checked, previous, beside])
  useLocalCopy(placeOf(copyKey), state, isOnlyHere(state))
  useNewerView(view, state, dispatch)
  const situation = {
    ...{ agency, state: view.line.state, submittedBy: null },
    ...{ findings: view.findings, explanations: view.explanations },
  }
  return {
    ...{ view, copyKey, findings, notice, say, sheet: state.history.now, history: state.history },
    ...{ base: state.base, restored: state.restored, unsaved: isUnsaved(state), ...acts },
    readOnly: refusalOf('save', situation, session)?.message,
    edit: useCallback(
      (sheet, where, burst) => dispatch({ kind: 'edited', edit: { sheet, where, burst } }),
      [],
    ),
    undo: useCallback(() => dispatch({ kind: 'undone' }), []),
    redo: useCallback(() => dispatch({ kind: 'redone' }), []),
    accept: useCallback(() => dispatch({ kind: 'accepted' }), []),
  }
}

type Dispatch = (change: Parameters<typeof changed>[1]) => void

/** Where somebody else moved the report and nothing is unsaved here, the page follows. */
function useNewerView(view: DraftView, state: DraftState, dispatch: Dispatch): void {
  const { version, report } = view
  const isIdle = !isOnlyHere(state)
  useEffect(() => {
    if (isIdle && version > state.base.version) dispatch({ kind: 'replaced', base: { version, report } })
  }, [version, report, isIdle, state.base.version, dispatch])
}

interface Acting {
  readonly view: DraftView
  readonly state: DraftState
  readonly dispatch: Dispatch
  readonly say: (notice: Notice | undefined) => void
}

/** Sends a request and shows its answer; a conflict and a failure are kept for the page to tell. */
function useAsk(line: DraftView['line'], say: Draft['say']) {
  const queries = useQueryClient()
  const [saving, setSaving] = useState(false)
  const [conflict, setConflict] = useState<Base>()
  const ask = async (request: () => Promise<DraftView>): Promise<DraftView | undefined> => {
    setSaving(true)
    try {
      const answer = await request()
      queries.setQueryData(draftQueryKey(line.agency, line.year), answer)
      for (const key of ['today', 'reports']) void queries.invalidateQueries({ queryKey: [key] })
      return answer
    } catch (cause) {
      const theirs = conflictOf(cause)
      if (theirs === undefined) say({ kind: 'error', text: wordsOf(cause) })
      else setConflict(theirs)
      return undefined
    } finally {
      setSaving(false)
    }
  }
  return { ask, saving, conflict, setConflict }
}

/** What is sent to the server, and what its answers do to the sheet. */
function useActs({ view, state, dispatch, say }: Acting) {
  const { ask, saving, conflict, setConflict } = useAsk(view.line, say)
  const path = draftPath(view.line.agency, view.line.year)
  const { base, history } = state
  const put = async (): Promise<number | undefined> => {
    const body = { version: base.version, report: history.now.report }
    const answer = await ask(() => send<DraftView>('PUT', `${path}/draft`, body))
    if (answer !== undefined) dispatch({ kind: 'saved', base: baseOf(answer) })
    return answer?.version
  }
  const save = async () => {
    const done = (await put()) !== undefined
    const doubt = doubtWarning(history.now)
    if (done) say(doubt === undefined ? saved : { kind: 'warning', text: doubt })
    return done
  }
  const take = async (step: string, more: Readonly<Record<string, unknown>>) => {
    const keepsTyping = step === 'explain'
    const version = !keepsTyping && isUnsaved(state) ? await put() : base.version
    if (version === undefined) return false
    const answer = await ask(() => send<DraftView>('POST', `${path}/steps/${step}`, { version, ...more }))
    if (answer === undefined) return false
    dispatch({ kind: 'based', base: baseOf(answer) })
    say({ kind: 'success', text: `已办理：${answer.events.at(-1)?.label ?? ''}。` })
    return true
  }
  const settle = (report: AnnualReport) => {
    if (conflict === undefined) return
    dispatch({ kind: 'settled', base: conflict, report })
    setConflict(undefined)
    say({ kind: 'success', text: '已合并，请核对后保存。' })
  }
  const giveUp = () => dispatch({ kind: 'replaced', base: baseOf(view) })
  return { saving, conflict, save, take, settle, giveUp }
}

const saved: Notice = { kind: 'success', text: '已保存。' }

function baseOf({ version, report }: DraftView): Base {
  return { version, report }
}

/** What stands now on the server, where it says that somebody else saved in between. */
function conflictOf(cause: unknown): Base | undefined {
  if (!(cause instanceof Refused) || cause.status !== 409) return undefined
  const { version, report } = cause.more
  return typeof version === 'number' && isReport(report) ? { version, report } : undefined
}

function isReport(value: unknown): value is AnnualReport {
  return typeof value === 'object' && value !== null && 'applications' in value && 'narrative' in value
}
