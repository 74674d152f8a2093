import { now } from '../../../platform/clock.ts'
import { CannotRedact } from '../../../platform/hidden/cannot-redact.ts'
import { lookInto } from '../../../platform/hidden/redact.ts'
import type { Work } from '../../../platform/work.ts'
import type { FileLook } from '../../checks/files.ts'
import type { Attachment } from '../../item.ts'
import { fileLooks, keepFileLook } from '../../store/checks/remembered.ts'
import { fileBytes, fileOf } from '../../store/files.ts'

const lookedInto = /^(?:application\/pdf|image\/(?:png|jpeg)|application\/vnd\.openxmlformats)/

/** How these attachments are; what was not looked into yet is looked into now, each once for good by its bytes. */
export async function looksOf(
  work: Work,
  attachments: readonly Attachment[],
): Promise<ReadonlyMap<string, FileLook>> {
  const known = await fileLooks(
    work,
    attachments.map(({ sha256 }) => sha256),
  )
  for (const attachment of attachments) {
    if (known.has(attachment.sha256)) continue
    const look = await lookAt(work, attachment)
    if (look === undefined) continue
    await keepFileLook(work, attachment.sha256, look, now())
    known.set(attachment.sha256, look)
  }
  return known
}

async function lookAt(work: Work, { file, media }: Attachment): Promise<FileLook | undefined> {
  const kept = await fileOf(work, file)
  if (kept === undefined) return undefined
  const words = kept.text.trim() !== ''
  if (!lookedInto.test(media)) return { words, trouble: 'none', hidden: [] }
  try {
    const { found } = await lookInto(await fileBytes(work, file))
    return { words, trouble: 'none', hidden: found }
  } catch (error) {
    if (!(error instanceof CannotRedact)) throw error
    const { reason } = error
    const trouble = /加密|密码/.test(reason)
      ? 'locked'
      : /损坏|无法打开|无法解开/.test(reason)
        ? 'hurt'
        : 'none'
    return { words, trouble, hidden: [] }
  }
}
