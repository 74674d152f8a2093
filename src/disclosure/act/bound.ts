import type { Work } from '../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { Attachment, ItemContent } from '../item.ts'
import { cleanBody } from '../read/clean.ts'
import { filesOf } from '../store/files.ts'
import { batchOf } from '../store/rows/batches.ts'

/**
 * The content as it may be kept: its body clean, and each file and each set of rows what is kept of this very item, so
 * that their hashes in the content are those of the bytes, whatever was sent. A file may be called anew.
 */
export async function boundContent(
  work: Work,
  item: string,
  content: ItemContent,
): Promise<ItemContent | Refusal> {
  const attachments = await boundFiles(work, item, content.attachments)
  if (isRefusal(attachments)) return attachments
  const { rows } = content
  const batch = rows === null ? undefined : await batchOf(work, rows.batch)
  if (rows !== null && batch?.item !== item) return refuse('结果明细不是这件信息的，请重新上传表格。')
  const bound = batch && { batch: batch.batch, count: batch.count, sha256: batch.sha256 }
  return { ...content, body: cleanBody(content.body), attachments, rows: bound ?? null }
}

async function boundFiles(
  work: Work,
  item: string,
  attachments: readonly Attachment[],
): Promise<Attachment[] | Refusal> {
  const kept = await filesOf(
    work,
    attachments.map(({ file }) => file),
  )
  const bound: Attachment[] = []
  for (const { file, name } of attachments) {
    const found = kept.get(file)
    if (found?.item !== item) return refuse(`附件“${name}”不是上传到这件信息的文件，请重新上传。`)
    const { media, sizeBytes, sha256 } = found
    bound.push({ file, name: name.trim() === '' ? found.name : name, media, sizeBytes, sha256 })
  }
  return bound
}
