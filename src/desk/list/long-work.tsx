import { useRef, useState } from 'react'
import { wordsOf } from '../client.ts'
import { Stopped } from './all.ts'

/** What long work is told: how far it is, and whether it is stopped. */
export interface Told {
  readonly progress: (done: number, total: number) => void
  readonly signal: AbortSignal
}

/** Runs what takes long, with its progress, a way to stop it, and what went wrong. */
export function useLongWork() {
  const [state, setState] = useState<{ busy: boolean; words: string }>({ busy: false, words: '' })
  const stopping = useRef<AbortController>(undefined)
  const run = async (work: (told: Told) => Promise<string>) => {
    stopping.current = new AbortController()
    setState({ busy: true, words: '' })
    const progress = (done: number, total: number) =>
      setState({ busy: true, words: `已取 ${done} / ${total}` })
    try {
      setState({ busy: false, words: await work({ progress, signal: stopping.current.signal }) })
    } catch (cause) {
      setState({ busy: false, words: cause instanceof Stopped ? '已停止。' : wordsOf(cause) })
    }
  }
  return { ...state, run, stop: () => stopping.current?.abort() }
}

/** Says how far long work is. */
export function LongWork({ work }: { work: ReturnType<typeof useLongWork> }) {
  return (
    <>
      <span role="status">{work.words}</span>
      {work.busy && (
        <button type="button" className="plain" onClick={work.stop}>
          停止
        </button>
      )}
    </>
  )
}
