import { guardedThreads } from '../../platform/strange/guarded-thread.ts'
import type { Reading } from '../finding.ts'
import type { Kind, ReportFile } from './kind.ts'
import { longestMillis, Unreadable } from './unreadable.ts'

const inThread = guardedThreads<
  { readonly kind: Kind; readonly bytes: Uint8Array },
  { readonly reading: Reading }
>(new URL('./thread-worker.ts', import.meta.url), {
  ...{ atOnce: 2, longestMillis, memoryMb: 400 },
  late: '读取超过 5 秒，已停止。',
})

/** Reads a file in a thread of its own, with a limit of time and memory. @throws Unreadable */
export async function readInThread(file: ReportFile, kind: Kind): Promise<Reading> {
  const answer = await inThread({ kind, bytes: Uint8Array.from(file.bytes) })
  if ('wrong' in answer) throw new Unreadable(file.name, answer.wrong)
  return answer.reading
}
