import { useSyncExternalStore } from 'react'
import { send, wordsOf } from '../../../desk/client.ts'
import type { SuggestedUnit } from '../../duties/suggestion.ts'

/** A demand that is about to be dispatched with others: where it should go and why, where it will, and what came of it. */
export interface Planned {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly version: number
  readonly suggestion: SuggestedUnit
  /** Empty until somebody chooses, where nothing is suggested. */
  readonly unit: string
  /** Undefined until it was tried; empty where it was sent, else why not. */
  readonly outcome?: string
}

/** What will be dispatched together; kept outside of the page that shows it, so that the act finds it as it was changed. */
export class DispatchPlan {
  #rows: readonly Planned[] = []
  readonly #listeners = new Set<() => void>()

  readonly listen = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly rows = () => this.#rows

  /** Begins anew with the suggestions for these demands. */
  async fetch(ids: readonly string[]): Promise<void> {
    this.#write([])
    const { lines } = await send<{ lines: readonly Omit<Planned, 'unit'>[] }>(
      'POST',
      '/demands/suggestions',
      { ids },
    )
    this.#write(lines.map(line => ({ ...line, unit: line.suggestion.unit ?? '' })))
  }

  /** One row goes elsewhere. */
  choose(id: string, unit: string): void {
    this.#write(this.#rows.map(row => (row.id === id ? { ...row, unit } : row)))
  }

  /** Sends one: all of it or nothing. @throws where it was refused; the row says why */
  async dispatch({ id, unit, version, suggestion }: Planned): Promise<void> {
    const basis = unit === suggestion.unit ? suggestion.reason : ''
    const tell = (outcome: string) =>
      this.#write(this.#rows.map(row => (row.id === id ? { ...row, outcome } : row)))
    try {
      await send('POST', `/demands/${id}/steps/dispatch`, { unit, version, ...(basis && { basis }) })
      tell('')
    } catch (cause) {
      tell(wordsOf(cause))
      throw cause
    }
  }

  #write(rows: readonly Planned[]): void {
    this.#rows = rows
    for (const tell of this.#listeners) tell()
  }
}

/** The rows of a plan as they are now. */
export function usePlanned(plan: DispatchPlan): readonly Planned[] {
  return useSyncExternalStore(plan.listen, plan.rows)
}
