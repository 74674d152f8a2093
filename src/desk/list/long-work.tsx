import { useRef, useState } from 'react'
import { wordsOf } from '../client.ts'
import { Stopped } from './all.ts'
import type { Told } from './column.ts'

/** Runs what takes long, with its progress in these words, a way to stop it, and what went wrong. */
export function useLongWork(doing = '已取') {
  const [state, setState] = useState<{ busy: boolean; words: string }>({ busy: false, words: '' })
  const stopping = useRef<AbortController>(undefined)
  const run = async (work: (told: Told) => Promise<string>) => {
    stopping.current = new AbortController()
    setState({ busy: true, words: '' })
    const progress = (done: number, total: number) =>
      setState({ busy: true, words: `${doing} ${done} / ${total}` })
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

/** Does the same with one row after another until somebody stops it. @returns what was done, and what was not and why */
export async function inTurn<Row>(
  rows: readonly Row[],
  {
    unit,
    rowName,
    act,
  }: { unit: string; rowName: (row: Row) => string; act: (row: Row) => Promise<unknown> },
  { progress, signal }: Told,
): Promise<string> {
  const left: string[] = []
  let tried = 0
  for (const row of rows) {
    if (signal.aborted) break
    await act(row).catch((cause: unknown) => left.push(`${rowName(row)}：${wordsOf(cause)}`))
    progress(++tried, rows.length)
  }
  const stopped = tried < rows.length ? `已停止，其余 ${rows.length - tried} ${unit}没有办理。` : ''
  const failed = left.length === 0 ? '' : `${left.length} ${unit}未办：${left.join('；')}。`
  return `已办理 ${tried - left.length} ${unit}。${stopped}${failed}`
}
