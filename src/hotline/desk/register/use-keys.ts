import { useEffect, useRef } from 'react'
import type { useTyped } from '../../../desk/steps/typed.ts'
import type { LiveHelp } from '../../live/help.ts'
import { isComposing, isField, nextOf, typeOfKey } from './keys.ts'

interface Screen extends Pick<ReturnType<typeof useTyped>, 'typed' | 'write'> {
  readonly help: LiveHelp | undefined
}

/**
 * Ctrl+Enter registers; F2 and F4 take the place and the answer that are offered, again the next; Esc leaves a field, where a
 * number chooses the type and leads to the words. While an input method composes, no key does anything.
 */
export function useKeys(form: React.RefObject<HTMLFormElement | null>, screen: Screen) {
  const latest = useRef(screen)
  latest.current = screen
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const done = act(event, form.current, latest.current)
      if (done) event.preventDefault()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [form])
}

/** @returns whether the key was one of ours */
function act(event: KeyboardEvent, form: HTMLFormElement | null, { typed, write, help }: Screen): boolean {
  if (event.ctrlKey && event.key === 'Enter') {
    form?.requestSubmit()
    return true
  }
  const type = typeOfKey(event)
  if (type !== undefined) {
    write({ type })
    form?.querySelector<HTMLElement>('[name=body]')?.focus()
    return true
  }
  if (event.key === 'Escape' && isField(event.target) && event.target instanceof HTMLElement) {
    event.target.blur()
    return true
  }
  return taken(event.key, { typed, write, help })
}

function taken(key: string, { typed, write, help }: Screen): boolean {
  if (key === 'F2') {
    const place = nextOf(help?.places ?? [], typed.place)
    if (place !== undefined) write({ place })
    return true
  }
  if (key !== 'F4') return false
  const entries = help?.entries ?? []
  const next = nextOf(
    entries.map(({ id }) => id),
    typed.entry,
  )
  const entry = entries.find(({ id }) => id === next)
  if (entry !== undefined) write({ entry: entry.id, answer: entry.answer })
  return true
}
