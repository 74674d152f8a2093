import { knownFile } from '../../platform/files/known.ts'
import type { Looked, Marks } from '../../platform/hidden/by-kind.ts'
import { CannotRedact } from '../../platform/hidden/cannot-redact.ts'
import { lookInto, pageImage, rebuiltFile } from '../../platform/hidden/redact.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import { keepPaper, type Paper, paperBytes, papersOf } from '../store/papers.ts'
import { type FoiDoing, type FoiDone, takeFoiStep } from './act.ts'

/** A paper of a request that is looked into, or given out. */
export interface Which {
  readonly request: string
  readonly paper: string
  readonly secrets: Secrets
}

/** What a paper holds that its reader does not see. */
export async function lookIntoPaper(
  work: Work,
  which: Which,
): Promise<{ readonly paper: Paper; readonly looked: Looked } | Refusal> {
  const found = await paperWith(work, which)
  if (isRefusal(found)) return found
  const looked = await orRefusal(lookInto(found.bytes))
  return isRefusal(looked) ? looked : { paper: found.paper, looked }
}

/** A page of a paper as an image, for marking what is withheld. */
export async function pageOfPaper(work: Work, which: Which, page: number): Promise<Uint8Array | Refusal> {
  const found = await paperWith(work, which)
  return isRefusal(found) ? found : orRefusal(pageImage(found.bytes, page))
}

/**
 * Gives a paper out, Art. 37: it is rebuilt so that nothing hidden remains and what is marked is gone, proved so, and only
 * the rebuilt file is open to the applicant.
 */
export async function givePaper(
  work: Work,
  doing: FoiDoing & { readonly secrets: Secrets },
  { paper: id, marks }: { readonly paper: string; readonly marks: Marks },
): Promise<FoiDone> {
  const found = await paperWith(work, { request: doing.id, paper: id, secrets: doing.secrets })
  if (isRefusal(found)) return found
  const rebuilt = await orRefusal(rebuiltFile(found.bytes, marks))
  if (isRefusal(rebuilt)) return rebuilt
  const name = found.paper.name.replace(/(\.\w{1,5})?$/, `（提供）.${rebuilt.kind}`)
  const file = await knownFile(name, rebuilt.bytes)
  if (isRefusal(file)) return file
  return takeFoiStep(work, doing, 'attach', async ({ work: inner, request }) => {
    const keeping = { request: request.id, purpose: 'given', openToApplicant: true } as const
    const by = { on: doing.today, byName: doing.by.name, secrets: doing.secrets }
    const paper = await keepPaper(inner, file, { ...keeping, ...by })
    return { kind: 'attached', on: doing.today, paper, name: file.name, open: true }
  })
}

async function paperWith(
  work: Work,
  { request, paper: id, secrets }: Which,
): Promise<{ readonly paper: Paper; readonly bytes: Uint8Array } | Refusal> {
  const paper = (await papersOf(work, request)).find(each => each.id === id)
  const bytes = paper && (await paperBytes(work, id, secrets))
  return paper === undefined || bytes === undefined
    ? refuse('没有找到这份材料，或者已按保存期限清除。')
    : { paper, bytes }
}

async function orRefusal<T>(redacting: Promise<T>): Promise<T | Refusal> {
  try {
    return await redacting
  } catch (cause) {
    if (cause instanceof CannotRedact) return refuse(cause.message)
    throw cause
  }
}
