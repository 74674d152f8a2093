import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Actor, worksAt } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import type { Secrets } from '../../platform/secret.ts'
import { tokenHash } from '../../platform/sign-in/sessions.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import { type RecordDecision, recordCorrectionLetter } from '../letters/afterwards.ts'
import type { Letter, LetterFacts } from '../letters/letter.ts'
import {
  type RecordAsking,
  type RecordCorrection,
  refusalOfRecordDecision,
} from '../records/record-correction.ts'
import type { ApplicantKind, ServingWay } from '../request.ts'
import { letterIn, nextNumber } from '../store/letters.ts'
import { keepPaper, paperBytes, papersOfRecords } from '../store/papers.ts'
import {
  keepRecordCorrection,
  keepRecordDecision,
  recordCorrection,
  recordCorrectionOfCode,
  recordLetter,
  sealedOwners,
} from '../store/records.ts'
import { theApplicant } from './applicant.ts'
import { type Handed, knownPapers, type OpenedPaper } from './papers.ts'
import { agencyNamed, type Sending } from './sending.ts'

const purpose = 'foi record correction'
const personForm = z.object({ name: z.string(), document: z.string(), contact: z.string() })

/** Whose record is wrong, and how the person is reached. */
export type RecordOwner = z.infer<typeof personForm>

/** What somebody asks of an agency, Art. 41. */
export interface AskedRecord extends RecordAsking {
  readonly agency: string
  readonly applicantKind: ApplicantKind
  readonly servingWay: ServingWay
  readonly owner: RecordOwner
  readonly papers: readonly Handed[]
}

/** Asks an agency to correct a record on oneself. @returns the number, and the code that alone opens the tracking page */
export async function askRecordCorrection(
  work: Work,
  { owner, papers, ...asked }: AskedRecord,
  { today, secrets }: { readonly today: Day; readonly secrets: Secrets },
): Promise<{ readonly number: string; readonly trackingCode: string } | Refusal> {
  const files = await knownPapers(papers)
  if (isRefusal(files)) return files
  return work.transaction(async inner => {
    const number = await nextNumber(inner, asked.agency, 'record', today)
    const trackingCode = randomBytes(16).toString('base64url')
    const sealed = secrets.seal(purpose, JSON.stringify(owner))
    const kept = { ...asked, number, askedOn: today }
    const id = await keepRecordCorrection(inner, kept, { trackingHash: tokenHash(trackingCode), sealed })
    for (const file of files) {
      const keeping = { request: null, recordCorrection: id, purpose: file.purpose }
      const by = { openToApplicant: true, on: today, byName: theApplicant.name, secrets }
      await keepPaper(inner, file, { ...keeping, ...by })
    }
    const who = { by: theApplicant.id, byName: theApplicant.name, agency: asked.agency }
    await audit(inner, { ...who, act: 'foi.askRecordCorrection', subject: id, detail: { number } })
    return { number, trackingCode }
  })
}

/** What a tracking code opens, where it is of a wrong record. */
export function recordCorrectionByCode(work: Work, code: string): Promise<RecordCorrection | undefined> {
  return /^[\w-]{22}$/.test(code) ? recordCorrectionOfCode(work, tokenHash(code)) : Promise.resolve(undefined)
}

/** Decides: corrected and told, refused with reasons, or passed on and told; the letter is frozen. */
export function decideRecordCorrection(
  work: Work,
  { id, by, today }: { readonly id: string; readonly by: Actor; readonly today: Day },
  { decision, sending }: { readonly decision: RecordDecision; readonly sending: Sending },
): Promise<RecordCorrection | Refusal> {
  return work.transaction(async inner => {
    const asked = await recordCorrection(inner, id, true)
    if (asked === undefined) return refuse('没有这件更正要求。')
    const refusal = refusalOfRecordDecision(asked, decision, by)
    if (refusal !== undefined) return refusal
    const facts = await factsOfRecord(inner, asked, { sending, today })
    const number = await nextNumber(inner, asked.agency, 'letter', today)
    const letter = { ...recordCorrectionLetter(facts, decision), number }
    await keepRecordDecision(inner, id, { decision, letter, byName: by.name })
    const who = { by: by.id, byName: by.name, agency: asked.agency }
    const detail = { number: asked.number, law: 'Art 41' }
    await audit(inner, { ...who, act: 'foi.decideRecordCorrection', subject: id, detail })
    return { ...asked, decision, decidedOn: today, decidedBy: by.name }
  })
}

async function factsOfRecord(
  work: Work,
  asked: RecordCorrection,
  { sending, today }: { readonly sending: Sending; readonly today: Day },
): Promise<LetterFacts> {
  const owner = (await recordOwners(work, [asked.id], sending.secrets)).get(asked.id)
  return {
    ...{ addressee: owner?.name ?? '申请人', applicantKind: asked.applicantKind },
    ...(await agencyNamed(work, asked.agency, sending.remedies)),
    ...{ requestNumber: asked.number, description: `${asked.record}\n${asked.wanted}` },
    ...{ receivedOn: asked.askedOn, on: today, servingWay: asked.servingWay },
  }
}

/** Whose records they are, by the id of what is asked; left out where erased, or sealed with another key. */
export async function recordOwners(
  work: Work,
  ids: readonly string[],
  secrets: Secrets,
): Promise<ReadonlyMap<string, RecordOwner>> {
  const sealed = [...(await sealedOwners(work, ids))]
  return new Map(
    sealed.flatMap(([id, text]): [string, RecordOwner][] => {
      const opened = secrets.open(purpose, text)
      return opened === undefined ? [] : [[id, personForm.parse(JSON.parse(opened))]]
    }),
  )
}

/** Opens a paper that proves a wrong record, for one of the agency's own people; its reading goes into the trail. */
export function openRecordPaper(
  work: Work,
  { asked, paper, by }: { readonly asked: RecordCorrection; readonly paper: string; readonly by: Actor },
  secrets: Secrets,
): Promise<OpenedPaper | Refusal> {
  return work.transaction(async inner => {
    if (!worksAt(by, asked.agency)) return refuse('证据材料只有本机关的经办人员可以打开。', 'Art 41')
    const papers = (await papersOfRecords(inner, [asked.id])).get(asked.id)
    const found = papers?.find(({ id }) => id === paper)
    const bytes = found && (await paperBytes(inner, paper, secrets))
    if (found === undefined || bytes === undefined) return refuse('没有找到这份材料，或者已按保存期限清除。')
    const who = { by: by.id, byName: by.name, agency: asked.agency }
    await audit(inner, { ...who, act: 'foi.openPaper', subject: asked.id, detail: { name: found.name } })
    return { paper: found, bytes }
  })
}

/** The letter of the decision; undefined before there is one. */
export async function letterOfRecord(work: Work, id: string): Promise<Letter | undefined> {
  const kept = await recordLetter(work, id)
  return kept === null || kept === undefined ? undefined : letterIn(kept)
}
