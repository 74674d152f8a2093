import { useSyncExternalStore } from 'react'
import type { Session } from '../session.ts'

const listeners = new Set<() => void>()

/** At which of their agencies a person of several works now; undefined for all. Kept in this browser. */
export function useAgencyChoice(session: Session): [string | undefined, (agency: string) => void] {
  const place = `gongkai agency ${session.id}`
  const chosen = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => localStorage.getItem(place),
  )
  const own = session.grants.some(({ agency }) => agency === chosen)
  const choose = (agency: string) => {
    localStorage.setItem(place, agency)
    for (const each of listeners) each()
  }
  return [own && chosen !== null ? chosen : undefined, choose]
}
