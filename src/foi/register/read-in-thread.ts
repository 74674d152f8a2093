import { guardedThreads } from '../../platform/strange/guarded-thread.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import type { RegisterSheet } from './read.ts'

const reading = guardedThreads<Uint8Array, { readonly sheets: readonly RegisterSheet[] }>(
  new URL('./register-worker.ts', import.meta.url),
  { atOnce: 1, longestMillis: 30_000, memoryMb: 1_000, late: '读取超过 30 秒，已停止，请分成几份后再导入。' },
)

/** Reads a stranger's file in a thread of its own; says why where it cannot. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly RegisterSheet[] | Refusal> {
  const answer = await reading(Uint8Array.from(bytes))
  return 'wrong' in answer ? refuse(answer.wrong) : answer.sheets
}
