import { useEffect, useRef } from 'react'
import { keep } from '../../../../desk/kept-text.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { Base, DraftState } from './draft-state.ts'
import type { LocalCopy } from './local-copy.ts'

const pauseMillis = 300

/** Keeps what only this browser has, soon after each change and at once when the page goes away. */
export function useLocalCopy(place: string, { history, base }: DraftState, isOnlyHere: boolean): void {
  const { now } = history
  const write = useRef(() => {})
  useEffect(() => {
    write.current = () => void keep(place, isOnlyHere ? copyText(now, base) : '')
    const timer = setTimeout(write.current, pauseMillis)
    return () => clearTimeout(timer)
  }, [place, now, base, isOnlyHere])
  useEffect(() => {
    const flush = () => write.current()
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
}

function copyText(sheet: Sheet, { version, report }: Base): string {
  const copy: LocalCopy = { shape: 1, version, base: report, sheet, at: new Date().toISOString() }
  return JSON.stringify(copy)
}
