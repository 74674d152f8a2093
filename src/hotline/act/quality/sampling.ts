import { type Actor, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import { chance, shuffle } from '../../chance.ts'
import { confidentialReach } from '../../looks/confidence.ts'
import { mostScored, type Sample, type SampleWay, summaryOf } from '../../quality/sample.ts'
import { qualityOf } from '../../quality/score.ts'
import {
  type AnsweredSpan,
  answeredIn,
  answersOf,
  answersOfSample,
  keepJudgement,
  keepSample,
  type ReadAnswer,
  sampleLines,
  sampleOf,
} from '../../store/quality/samples.ts'
import { watched } from '../looks/record.ts'

/** Which answers are drawn, and how many. */
export interface Drawing extends AnsweredSpan {
  readonly way: SampleWay
  /** The number from which chance begins: the same draws the same. */
  readonly seed: number
  readonly size: number
}

/** Who acts, at which moment. */
export interface SamplingBy {
  readonly by: Actor
  readonly moment: string
}

const supervisorsOnly = '答复质量抽查由热线的督办员办理。'

/** Draws answers to be read by people, scores them and keeps them as they were drawn. @returns the id of the drawing */
export async function drawSample(
  work: Work,
  { way, seed, size, ...span }: Drawing,
  { by, moment }: SamplingBy,
): Promise<{ readonly id: string } | Refusal> {
  const { agency, from, to } = span
  if (!holds(by, 'supervisor', agency)) return refuse(supervisorsOnly)
  if (from > to) return refuse('开始日期不能晚于结束日期。')
  const demands = inOrderOf(seed, await answeredIn(work, span))
  if (demands.length === 0) return refuse('这段日期没有已经答复的诉求，请改换日期或者单位。')
  const read = await answersOf(work, demands.slice(0, way === 'chance' ? size : mostScored))
  const order = new Map(demands.map((demand, at) => [demand, at]))
  const scored = read
    .map(({ subject, body, reply, days, ...answer }) => ({
      ...answer,
      quality: qualityOf({ message: { subject, body }, reply, days }),
    }))
    .toSorted((a, b) => (order.get(a.demand) ?? 0) - (order.get(b.demand) ?? 0))
  const drawn = way === 'chance' ? scored : scored.toSorted((a, b) => a.quality.score - b.quality.score)
  const answers = drawn.slice(0, size)
  return await work.transaction(async inner => {
    const who = { madeBy: by.id, madeByName: by.name, madeAt: moment }
    const sample = { agency, from, to, way, seed, among: demands.length, size: answers.length, ...who }
    const id = await keepSample(inner, sample, answers)
    const detail = { from, to, way, seed, size: answers.length }
    const entry = { by: by.id, byName: by.name, agency, act: 'hotline.sample', subject: id }
    await audit(inner, { ...entry, detail })
    return { id }
  })
}

/** The same in an order by chance, always the same for the same number. */
function inOrderOf(seed: number, demands: readonly string[]): string[] {
  const places = demands.map((_, at) => at)
  shuffle(places, places.length, chance(seed))
  return places.map(place => demands[place] ?? '')
}

/** A page of the drawings. */
export async function samplesSeen(
  work: Work,
  asked: { readonly page: number; readonly size: number },
  reader: Actor,
): Promise<{ lines: Sample[]; total: number }> {
  return await sampleLines(work, { ...asked, agencies: await watched(work, reader) })
}

/** A drawing with all its answers and the summary; undefined where this person does not read it. The auditor reads no words of a confidential demand. */
export async function sampleSeen(work: Work, id: string, reader: Actor) {
  const sample = await sampleOf(work, id)
  if (sample === undefined || !(await watched(work, reader)).includes(sample.agency)) return undefined
  const answers = await answersOfSample(work, id, confidentialReach(reader))
  return {
    sample,
    answers,
    summary: summaryOf(answers),
    mayJudge: holds(reader, 'supervisor', sample.agency),
  }
}

/** The supervisor says whether an answer is good enough, and why; he may say it again, and all of it is kept. */
export async function judgeAnswer(
  work: Work,
  { sample, place }: { readonly sample: string; readonly place: number },
  { passed, reason }: { readonly passed: boolean; readonly reason: string },
  { by, moment }: SamplingBy,
): Promise<object | Refusal> {
  const found = await sampleSeen(work, sample, by)
  if (found === undefined) return refuse('没有这次抽查。')
  if (!found.mayJudge) return refuse(supervisorsOnly)
  const answer: ReadAnswer | undefined = found.answers.find(each => each.place === place)
  if (answer === undefined) return refuse('这次抽查没有这件答复。')
  if (!passed && [...reason.trim()].length < 4) return refuse('认定不合格的，请写明理由，至少 4 个字。')
  return await work.transaction(async inner => {
    const told = { passed, reason: reason.trim(), at: moment, by: by.id, byName: by.name }
    await keepJudgement(inner, { sample, place }, told)
    const who = { by: by.id, byName: by.name, agency: found.sample.agency }
    const detail = { number: answer.number, passed }
    await audit(inner, { ...who, act: 'hotline.judge', subject: answer.demand, detail })
    return {}
  })
}
