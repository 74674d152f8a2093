import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { barePhoto } from '../../../platform/files/bare-photo.ts'
import { type KnownFile, knownFile } from '../../../platform/files/known.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { type DemandPaper, mostPapers } from '../../papers/paper.ts'
import { demandPaperBytes, keepDemandPaper, papersOfDemand } from '../../store/papers/papers.ts'
import type { DemandRecord } from '../../store/standing-row.ts'
import { type DemandDoing, type DemandDone, takeDemandStep } from '../act.ts'
import { noteLook } from '../looks/looking.ts'
import { readsRecord } from '../views/demand.ts'

/** A file as somebody hands it in. */
export interface HandedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * What files are by their content, before anything is written; or why one is not taken in. `bare` takes from photos where and
 * when they were taken: what a caller hands in or is shown. A photo of a visit that stays inside keeps its proof.
 */
export async function knownFiles(
  files: readonly HandedFile[],
  { bare }: { readonly bare: boolean },
): Promise<readonly KnownFile[] | Refusal> {
  const { atOnce } = mostPapers
  if (files.length > atOnce)
    return refuse(
      `一次最多附 ${atOnce} 个文件，现在有 ${files.length} 个；请选择最能说明问题的，其余的以后补充。`,
    )
  const known: KnownFile[] = []
  for (const { name, bytes } of files) {
    const file = await knownFile(name, bytes)
    const kept = bare && !isRefusal(file) ? barePhoto(file) : file
    if (isRefusal(kept)) return kept
    known.push(kept)
  }
  return known
}

/** Who hands in, at which moment, and with what the files are sealed. */
export interface HandingIn {
  readonly byName: string
  readonly moment: string
  readonly secrets: Secrets
  readonly ofCaller: boolean
  readonly openToCaller: boolean
}

/** Keeps files that are known with their demand. */
export async function keepFiles(
  work: Work,
  demand: string,
  files: readonly KnownFile[],
  { byName, moment, ...rest }: HandingIn,
): Promise<void> {
  for (const file of files)
    await keepDemandPaper(work, file, { ...rest, demand, addedAt: moment, addedBy: byName })
}

/** Adds files to a demand, with words; the caller's own, or of the staff and, where they say so, shown to the caller. */
export async function attach(
  work: Work,
  doing: DemandDoing & { readonly secrets: Secrets },
  {
    words,
    files,
    open,
  }: { readonly words: string; readonly files: readonly HandedFile[]; readonly open: boolean },
): Promise<DemandDone> {
  const ofCaller = doing.asCaller === true
  const known = await knownFiles(files, { bare: ofCaller || open })
  if (isRefusal(known)) return known
  if (known.length === 0 && words.trim() === '') return refuse('请填写补充的内容，或者选择文件。')
  const { by, moment, secrets } = doing
  return await takeDemandStep(work, doing, 'note', async ({ demand, work: inner }) => {
    const there = (await papersOfDemand(inner, demand.id)).length
    if (there + known.length > mostPapers.inAll) return refuse(`每件诉求最多附 ${mostPapers.inAll} 个文件。`)
    const handing = { byName: by.name, moment, secrets, ofCaller, openToCaller: ofCaller || open }
    await keepFiles(inner, demand.id, known, handing)
    const named = known.length === 0 ? '' : `附件：${known.map(({ name }) => name).join('、')}`
    return { kind: 'noted', words: [words.trim(), named].filter(Boolean).join('\n') }
  })
}

/** The papers of a demand that its reader may see already, the first first. */
export function papersIn(work: Work, demand: string): Promise<DemandPaper[]> {
  return papersOfDemand(work, demand)
}

/** The papers of a demand as somebody of the staff sees them: none where he may not read its words. */
export async function papersSeen(work: Work, record: DemandRecord, reader: Actor): Promise<DemandPaper[]> {
  return readsRecord(record, reader) ? await papersOfDemand(work, record.demand.id) : []
}

/** A paper of this demand with its bytes; undefined where it holds none of this id. */
export async function openedPaper(
  work: Work,
  { demand, paper }: { readonly demand: string; readonly paper: string },
  secrets: Secrets,
): Promise<{ readonly paper: DemandPaper; readonly bytes: Uint8Array } | undefined> {
  const found = (await papersOfDemand(work, demand)).find(({ id }) => id === paper)
  const bytes = found && (await demandPaperBytes(work, paper, secrets))
  return found === undefined || bytes === undefined ? undefined : { paper: found, bytes }
}

/** Opens a paper for a person of the staff; of a demand whose caller wished confidence the reading is recorded. */
export async function openForStaff(
  work: Work,
  asked: {
    readonly record: DemandRecord
    readonly paper: string
    readonly by: Actor
    readonly moment: string
  },
  secrets: Secrets,
): ReturnType<typeof openedPaper> {
  const { record, paper, by, moment } = asked
  const { id, number, agency, confidential } = record.demand
  return await work.transaction(async inner => {
    const found = await openedPaper(inner, { demand: id, paper }, secrets)
    if (found === undefined || !confidential) return found
    const who = { by: by.id, byName: by.name, agency }
    const { name } = found.paper
    await audit(inner, { ...who, act: 'hotline.paper', subject: id, detail: { number, name } })
    await noteLook(inner, record, { kind: 'paper', reader: by, reason: '', moment })
    return found
  })
}

/** The caller's own files of a demand with their bytes, the first first; one that was sealed with another key is left out. */
export async function filesOfCaller(work: Work, demand: string, secrets: Secrets): Promise<HandedFile[]> {
  const papers = (await papersOfDemand(work, demand)).filter(({ ofCaller }) => ofCaller)
  const files: HandedFile[] = []
  for (const { id, name } of papers) {
    const bytes = await demandPaperBytes(work, id, secrets)
    if (bytes !== undefined) files.push({ name, bytes })
  }
  return files
}
