import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { type KnownFile, knownFile } from '../../platform/files/known.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { PaperPurpose } from '../request.ts'
import { keepPaper, type Paper, paperBytes, papersOf } from '../store/papers.ts'
import { type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'

/** A file as somebody hands it in. */
export interface Handed {
  readonly name: string
  readonly bytes: Uint8Array
  readonly purpose: PaperPurpose
}

const mostPapers = 50

/** Adds a file to a request, checked by its content; the applicant reads his own. */
export async function attach(
  work: Work,
  doing: FoiDoing & { readonly secrets: Secrets },
  { name, bytes, purpose }: Handed,
): Promise<FoiDone> {
  const file = await knownFile(name, bytes)
  if (isRefusal(file)) return file
  if (purpose === 'given')
    return refuse('提供给申请人的文件须先作为办理材料上传，经检查和遮盖后提供，不能直接提供原件。', 'Art 37')
  const open = doing.asApplicant === true
  return takeFoiStep(work, doing, 'attach', async ({ request, work: inner }) => {
    if ((await papersOf(inner, request.id)).length >= mostPapers)
      return refuse(`每件申请最多附 ${mostPapers} 个文件。`, 'Art 45')
    const keeping = { purpose, openToApplicant: open, on: doing.today, byName: doing.by.name }
    const paper = await keepPaper(inner, file, { ...keeping, request: request.id, secrets: doing.secrets })
    return { kind: 'attached', on: doing.today, paper, name: file.name, open }
  })
}

/** A file that was handed in, known by its content. */
export interface KnownPaper extends KnownFile {
  readonly purpose: PaperPurpose
}

/** What files that come with something new are, before anything of it is written; or why one is not taken in. */
export async function knownPapers(files: readonly Handed[]): Promise<readonly KnownPaper[] | Refusal> {
  if (files.length > mostPapers) return refuse(`每件申请最多附 ${mostPapers} 个文件。`, 'Art 29')
  const known: KnownPaper[] = []
  for (const { name, bytes, purpose } of files) {
    const file = await knownFile(name, bytes)
    if (isRefusal(file)) return file
    known.push({ ...file, purpose })
  }
  return known
}

/** A paper with its file. */
export interface OpenedPaper {
  readonly paper: Paper
  readonly bytes: Uint8Array
}

/** Opens a paper of a request for a person of the office; that it was read is written into the trail. */
export function openPaper(
  work: Work,
  { request, paper, by, agency }: { request: string; paper: string; by: Actor; agency: string },
  secrets: Secrets,
): Promise<OpenedPaper | undefined> {
  return work.transaction(async inner => {
    const found = (await papersOf(inner, request)).find(({ id }) => id === paper)
    const bytes = found && (await paperBytes(inner, paper, secrets))
    if (found === undefined || bytes === undefined) return undefined
    const who = { by: by.id, byName: by.name, agency }
    await audit(inner, { ...who, act: 'foi.openPaper', subject: request, detail: { name: found.name } })
    return { paper: found, bytes }
  })
}
