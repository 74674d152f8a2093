import { guardedThreads } from '../../../platform/strange/guarded-thread.ts'
import type { RawRow } from '../../rows/read-row.ts'
import { CannotReadRows } from './cannot-read-rows.ts'
import type { ExcelSheet } from './excel-sheet.ts'

const reading = guardedThreads<Uint8Array, { readonly sheet: ExcelSheet }>(
  new URL('./excel-worker.ts', import.meta.url),
  {
    atOnce: 1,
    longestMillis: 60_000,
    memoryMb: 1_500,
    late: '读取超过 60 秒，已停止，请另存为 CSV 后再上传。',
  },
)

/** The first sheet that is shown and holds something, read in a thread of its own. @throws CannotReadRows */
export async function* excelRows(
  bytes: Uint8Array,
): AsyncGenerator<RawRow | { readonly merged: readonly string[] }> {
  const answer = await reading(bytes)
  if ('wrong' in answer) throw new CannotReadRows(answer.wrong)
  yield { merged: answer.sheet.merged }
  yield* answer.sheet.rows
}
