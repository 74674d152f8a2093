import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { fieldsOf, wordsOf } from '../../desk/client.ts'

/** An act that is sent: whether it runs, what came of it, and what is wrong at which field. What was typed stays. */
export interface Acting {
  readonly busy: boolean
  readonly done: string
  readonly refusal: string
  readonly fields: Readonly<Record<string, string>>
  /** Runs the act; after it everything shown is fetched anew. @returns whether it was done */
  run(act: () => Promise<string>): Promise<boolean>
}

const idle = { busy: false, done: '', refusal: '', fields: {} }

/** One form's act. */
export function useActing(): Acting {
  const [state, setState] = useState<Omit<Acting, 'run'>>(idle)
  const queries = useQueryClient()
  const run = async (act: () => Promise<string>) => {
    setState({ ...idle, busy: true })
    try {
      const done = await act()
      setState({ ...idle, done })
      await queries.invalidateQueries()
      return true
    } catch (cause) {
      setState({ ...idle, refusal: wordsOf(cause), fields: fieldsOf(cause) })
      return false
    }
  }
  return { ...state, run }
}

/** What came of an act, said once at its form. */
export function Outcome({ acting }: { acting: Acting }) {
  const general =
    Object.keys(acting.fields).length === 0 ? acting.refusal : '有的填写不正确，请看各项下的说明。'
  return (
    <div aria-live="polite">
      {acting.refusal !== '' && <Alert type="error" showIcon title={general} role="alert" />}
      {acting.done !== '' && <Alert type="success" showIcon title={acting.done} />}
    </div>
  )
}

/** A labelled field of a form, with what the server said of it. */
export function Field({
  label,
  wrong,
  children,
}: {
  label: string
  wrong?: string | undefined
  children: React.ReactNode
}) {
  return (
    <div className="field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child. */}
      <label>
        <span>{label}</span>
        {children}
      </label>
      {wrong !== undefined && <p className="late">{wrong}</p>}
    </div>
  )
}

/** The text of a named field of a submitted form. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
