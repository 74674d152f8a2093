import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../office/roles.ts'
import { audit } from '../../platform/audit.ts'
import { now } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/secret.ts'
import { onceMore } from '../../platform/sent-twice.ts'
import { tokenHash } from '../../platform/sign-in/sessions.ts'
import { bigrams } from '../../platform/text/bigrams.ts'
import type { Work } from '../../platform/work.ts'
import type { Day } from '../../statute/day.ts'
import { isRefusal, type Refusal, refuse } from '../../statute/refusal.ts'
import type { FoiEvent } from '../events.ts'
import { type Applicant, type FoiRequest, receiptEvidence } from '../request.ts'
import { keepApplicant } from '../store/applicants.ts'
import { append } from '../store/history.ts'
import { nextNumber } from '../store/letters.ts'
import { keepPaper } from '../store/papers.ts'
import { lodgedBefore } from '../store/requests.ts'
import { type Handed, type KnownPaper, knownPapers } from './papers.ts'

/** A request as it is lodged, by the applicant or by the office that writes it down, Art. 29. */
export interface Lodging extends Omit<FoiRequest, 'id' | 'number' | 'arrivedOn'> {
  readonly applicant: Applicant
  /** The day on which it came in, where the office writes it down later; else today. */
  readonly arrivedOn?: Day | undefined
  /** The postmark, the signed slip: what proves the day, Art. 31; else the channel's own words. */
  readonly evidence?: string | undefined
  /** Scans and attachments. */
  readonly papers?: readonly Handed[] | undefined
  /** A secret of the form: lodged twice, it answers with the receipt of the first time. */
  readonly once?: string | undefined
}

/** The lodging with its files known by their content. */
type LodgingWithPapers = Omit<Lodging, 'papers'> & { readonly papers: readonly KnownPaper[] }

/** What the applicant is given: the number, and the code that alone opens the tracking page. */
export interface Receipt {
  readonly id: string
  readonly agency: string
  readonly number: string
  readonly trackingCode: string
}

/** Who lodges, when, and with what the personal data are sealed. */
export interface LodgingBy {
  readonly by: Actor
  readonly today: Day
  readonly secrets: Secrets
}

/**
 * Lodges a request. Where the channel itself proves the day (handed in, signed for, written down), it is received that
 * day; else it waits for confirmation and no period runs, Art. 31.
 */
export async function lodge(work: Work, lodging: Lodging, lodgingBy: LodgingBy): Promise<Receipt | Refusal> {
  const receipts = await lodgeAt(work, lodging, [lodging.agency], lodgingBy)
  if (isRefusal(receipts)) return receipts
  const [receipt] = receipts
  return receipt ?? refuse('请选择受理机关。', 'Art 29')
}

/** Lodges the same words with several agencies: each gets a request of its own. All of them, or none. */
export async function lodgeAt(
  work: Work,
  lodging: Lodging,
  agencies: readonly string[],
  lodgingBy: LodgingBy,
): Promise<readonly Receipt[] | Refusal> {
  const refusal = refusalOfLodging(lodging, lodgingBy.today) ?? refusalOfAgencies(agencies)
  if (refusal !== undefined) return refusal
  const papers = await knownPapers(lodging.papers ?? [])
  if (isRefusal(papers)) return papers
  const all = () =>
    work.transaction(async inner => {
      const receipts: Receipt[] = []
      for (const agency of agencies)
        receipts.push(await lodgeOne(inner, { ...lodging, agency, papers }, lodgingBy))
      return receipts
    })
  return await onceMore(all, ofOneSending)
}

/** The code is made of the form's secret: whichever of the two is seen to be there first, it is the same sending. */
const ofOneSending = ['foi_requests_lodged_once_key', 'foi_requests_tracking_hash_key']

async function lodgeOne(work: Work, lodging: LodgingWithPapers, lodgingBy: LodgingBy): Promise<Receipt> {
  const { today, secrets, by } = lodgingBy
  const { agency, arrivedOn = today } = lodging
  const once = lodging.once === undefined ? null : tokenHash(`${lodging.once} ${agency}`)
  const trackingCode =
    lodging.once === undefined ? randomBytes(16).toString('base64url') : codeOf(lodging.once, agency)
  const before = once === null ? undefined : await lodgedBefore(work, once)
  if (before !== undefined) return { ...before, agency, trackingCode }
  const number = await nextNumber(work, agency, 'request', arrivedOn)
  const { id } = await work.db
    .insertInto('foi_requests')
    .values({
      ...{ agency, number, channel: lodging.channel, applicant_kind: lodging.applicantKind },
      ...{ description: lodging.description, giving_form: lodging.givingForm, lodged_once: once },
      ...{ serving_way: lodging.servingWay, arrived_on: arrivedOn, round_of: lodging.roundOf ?? null },
      ...{ tracking_hash: tokenHash(trackingCode), words: bigrams(lodging.description) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepApplicant(work, id, { applicant: lodging.applicant, secrets })
  await begin(work, { ...lodging, id, number, arrivedOn }, lodgingBy)
  await keepPapers(work, id, lodging.papers, lodgingBy)
  const entry = { by: by.id, byName: by.name, agency, act: 'foi.lodge', subject: id }
  await audit(work, { ...entry, detail: { number, channel: lodging.channel } })
  return { id, agency, number, trackingCode }
}

/** The first events: it arrived, and where the channel proves the day, it is received. */
async function begin(
  work: Work,
  request: FoiRequest & Pick<Lodging, 'evidence'>,
  { by }: LodgingBy,
): Promise<void> {
  const who = { at: now(), by: by.id, byName: by.name, on: request.arrivedOn }
  const arrived: FoiEvent = { kind: 'arrived', ...who }
  await append(work, { request, events: [] }, arrived)
  const { confirmed, words } = receiptEvidence[request.channel]
  if (confirmed) return
  const evidence = request.evidence?.trim() || words
  await append(work, { request, events: [arrived] }, { kind: 'received', evidence, ...who })
}

async function keepPapers(
  work: Work,
  request: string,
  papers: readonly KnownPaper[],
  { by, today, secrets }: LodgingBy,
): Promise<void> {
  for (const file of papers) {
    const keeping = { request, purpose: file.purpose, openToApplicant: true, on: today }
    await keepPaper(work, file, { ...keeping, byName: by.name, secrets })
  }
}

/** 128 bits that only who has the form's secret can name; the database keeps hashes of both. */
function codeOf(once: string, agency: string): string {
  return createHash('sha256')
    .update(`tracking ${once} ${agency}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}

/** The most agencies that one form is lodged with. */
export const mostAgencies = 10

function refusalOfAgencies(agencies: readonly string[]): Refusal | undefined {
  if (agencies.length === 0) return refuse('请选择受理机关。', 'Art 29')
  return agencies.length > mostAgencies
    ? refuse(`一次最多向 ${mostAgencies} 个机关提出申请。`, 'Art 29')
    : undefined
}

/** The longest description, in characters. */
export const longestDescription = 5000

function refusalOfLodging(
  { description, applicant, arrivedOn, roundOf }: Lodging,
  today: Day,
): Refusal | undefined {
  if (description.trim() === '') return refuse('请写明申请公开的政府信息的名称、文号或者其他特征。', 'Art 29')
  if ([...description].length > longestDescription)
    return refuse(`申请内容不能超过 ${longestDescription} 字，请概括后另附材料。`, 'Art 29')
  if (applicant.name.trim() === '') return refuse('请填写申请人的姓名或者名称。', 'Art 29')
  if (applicant.document.trim() === '') return refuse('请填写申请人的身份证明。', 'Art 29')
  if (applicant.contact.trim() === '') return refuse('请填写申请人的联系方式。', 'Art 29')
  const { agent } = applicant
  if (agent !== null && [agent.name, agent.document, agent.authority].some(each => each.trim() === ''))
    return refuse('委托他人代理的，请填写代理人的姓名、身份证明和授权依据。', 'Art 29')
  if (arrivedOn !== undefined && arrivedOn > today && roundOf == null)
    return refuse('来件之日在今天之后，请填写已经发生的日期。', 'Art 31')
  return undefined
}
