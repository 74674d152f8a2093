import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused, send, wordsOf } from '../../../../desk/client.ts'
import type { FoiStep } from '../../../steps.ts'
import type { CaseView } from '../../../view.ts'
import { useShowCase } from '../case-query.ts'

/** A step being taken: what was refused, and at which field. What was typed stays. */
export interface Taking {
  readonly busy: boolean
  readonly refusal: string
  readonly fields: Readonly<Record<string, string>>
  take(body: Readonly<Record<string, unknown>>): Promise<boolean>
}

/** Takes a step at the version that is shown; where somebody was faster, what stands now is fetched and the typing kept. */
export function useStep(view: CaseView, step: FoiStep): Taking {
  const [state, setState] = useState<Omit<Taking, 'take'>>({ busy: false, refusal: '', fields: {} })
  const show = useShowCase()
  const queries = useQueryClient()
  const { id } = view.request
  const take = async (body: Readonly<Record<string, unknown>>) => {
    setState({ busy: true, refusal: '', fields: {} })
    try {
      const { version } = view.standing
      show(await send<CaseView>('POST', `/requests/${id}/steps/${step}`, { ...body, version }))
      setState({ busy: false, refusal: '', fields: {} })
      return true
    } catch (cause) {
      if (cause instanceof Refused && cause.status === 409) {
        await queries.invalidateQueries({ queryKey: ['request', id] })
      }
      setState({ busy: false, refusal: wordsOf(cause), fields: fieldsOf(cause) })
      return false
    }
  }
  return { ...state, take }
}

function fieldsOf(cause: unknown): Record<string, string> {
  const fields = cause instanceof Refused ? cause.more.fields : undefined
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(Object.entries(fields).map(([field, said]) => [field, String(said)]))
}
