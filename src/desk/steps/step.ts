import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldsOf, Refused, send, wordsOf } from '../client.ts'

/** A step being taken: what was refused, and at which field. What was typed stays. */
export interface Taking {
  readonly busy: boolean
  readonly refusal: string
  readonly fields: Readonly<Record<string, string>>
  take(body: Readonly<Record<string, unknown>>): Promise<boolean>
}

/** Which step of what is taken: where, at the version that is shown, and how what stands then is shown. */
export interface StepAt<View> {
  readonly path: string
  readonly version: number
  /** Under which what is shown was fetched: it is fetched anew where somebody was faster. */
  readonly queryKey: readonly string[]
  readonly show: (view: View) => void
  /** What must be done first. @throws Error with words where it could not */
  readonly before?: () => Promise<void>
}

/** Takes a step at the version that is shown; where somebody was faster, what stands now is fetched and the typing kept. */
export function useStep<View>({ path, version, queryKey, show, before }: StepAt<View>): Taking {
  const [state, setState] = useState<Omit<Taking, 'take'>>({ busy: false, refusal: '', fields: {} })
  const queries = useQueryClient()
  const take = async (body: Readonly<Record<string, unknown>>) => {
    setState({ busy: true, refusal: '', fields: {} })
    try {
      await before?.()
      show(await send<View>('POST', path, { ...body, version }))
      setState({ busy: false, refusal: '', fields: {} })
      return true
    } catch (cause) {
      if (cause instanceof Refused && cause.status === 409) await queries.invalidateQueries({ queryKey })
      const fields = fieldsOf(cause)
      const said = Object.values(fields)
      const refusal = said.length > 0 ? `填写不正确：${said.join('；')}。` : wordsOf(cause)
      setState({ busy: false, refusal, fields })
      return false
    }
  }
  return { ...state, take }
}
