import { guardedThreads } from '../strange/guarded-thread.ts'
import type { Looked, Marks, Rebuilt } from './by-kind.ts'
import { CannotRedact } from './cannot-redact.ts'
import type { RedactTask } from './redact-worker.ts'

const script = new URL('./redact-worker.ts', import.meta.url)
const memoryMb = 1_000

const looking = guardedThreads<RedactTask, { readonly done: Looked }>(script, {
  ...{ atOnce: 1, longestMillis: 300_000, memoryMb },
  late: '检查超过 5 分钟，已停止，请把文件分成几份后再试。',
})
const rebuilding = guardedThreads<RedactTask, { readonly done: Rebuilt }>(script, {
  ...{ atOnce: 1, longestMillis: 900_000, memoryMb },
  late: '重建超过 15 分钟，已停止，请把文件分成几份后再试。',
})
const drawing = guardedThreads<RedactTask, { readonly done: Uint8Array }>(script, {
  ...{ atOnce: 2, longestMillis: 20_000, memoryMb },
  late: '这一页过于复杂，绘制超过 20 秒，已停止。',
})

/** Lists what a file holds that its reader does not see, in a thread of its own. @throws CannotRedact */
export function lookInto(bytes: Uint8Array): Promise<Looked> {
  return ask(looking, { task: 'look', bytes })
}

/**
 * The file as it may be given out: nothing hidden in it, the marks black, and proved so before it is handed over. Word and
 * Excel stay what they are, a PDF becomes pictures of its pages, a picture becomes PNG. @throws CannotRedact
 */
export function rebuiltFile(bytes: Uint8Array, marks: Marks): Promise<Rebuilt> {
  return ask(rebuilding, { task: 'rebuild', bytes, marks })
}

/** A page of a PDF, or a picture, as PNG for marking boxes; pages are numbered from 1. @throws CannotRedact */
export function pageImage(bytes: Uint8Array, page: number): Promise<Uint8Array> {
  return ask(drawing, { task: 'page', bytes, page })
}

async function ask<T>(
  thread: ReturnType<typeof guardedThreads<RedactTask, { readonly done: T }>>,
  task: RedactTask,
): Promise<T> {
  const answer = await thread({ ...task, bytes: Uint8Array.from(task.bytes) })
  if ('wrong' in answer) throw new CannotRedact(answer.wrong)
  return answer.done
}
