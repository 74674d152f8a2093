import { randomUUID } from 'node:crypto'
import type { DemandDoing, DemandDone } from '../../hotline/act/act.ts'
import { decideCategory } from '../../hotline/act/categories/deciding.ts'
import { arbitrate, dispatch, refuseReturn, returnDemand, sign } from '../../hotline/act/dispatching.ts'
import { callBack, close, explain, feedBack, urge } from '../../hotline/act/handling.ts'
import { answerBy } from '../../hotline/act/knowledge/answering.ts'
import { registerDemand } from '../../hotline/act/registering.ts'
import { noticeAlarm } from '../../hotline/act/safety/noticing.ts'
import { answerInstruction, coHandle, instruct } from '../../hotline/act/together.ts'
import { enterVisit, keepPhoto } from '../../hotline/act/visits/visits.ts'
import { chance } from '../../hotline/chance.ts'
import type { Role } from '../../office/roles.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Secrets } from '../../platform/secret.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { government } from '../city.ts'
import { must } from '../tell.ts'
import { whoIsWho } from '../who.ts'
import { askCaller, ratesByMessage, simulateGateway } from './asking.ts'
import { tellDuties } from './duties.ts'
import { entriesByQuestion, tellKnowledge } from './knowledge.ts'
import { aPhoto } from './photo.ts'
import { tellPublished } from './published.ts'
import { tellRoster } from './roster.ts'
import { tellTemplates } from './templates.ts'
import { writtenAnswer } from './texts/answers.ts'
import { categoryOfSubject } from './texts/categories.ts'
import { explained, inItsArea } from './texts/words.ts'
import { beginYear } from './told.ts'
import { type WantedDemand, wantedDemands } from './wanted.ts'

const days = 20
const perDay = 2
/** The places of the demands that are disputed, were arbitrated, and have a unit beside the one that leads. */
const [disputedAt, arbitratedAt, besideAt] = [22, 13, 32]
const places = ['演示路 8 号', '云川大道 120 号', '青禾小区 3 幢', '鹿鸣花园 12 幢']

/** Demands whose answers everybody may read. */
const published: readonly number[] = [1, 2, 5, 6, 8, 19]

/**
 * Tells the knowledge base, the roster and the demands of the last weeks through the verbs of the staff: the older demands are
 * closed, the newer stand where they would. The year before them is begun, to be told by `year.ts`.
 */
export async function tellDemands(
  work: Work,
  { until, secrets }: { readonly until: Day; readonly secrets: Secrets },
): Promise<void> {
  const who = await whoIsWho(work)
  await beginYear(work, until)
  await tellKnowledge({ work, until, who })
  await tellDuties(work, { until, who })
  await tellRoster(work, { until, who })
  await tellTemplates(work, { until, who })
  await simulateGateway(work)
  const entries = await entriesByQuestion(work, who)
  for (let at = 0; at < days * perDay; at++) {
    const wanted = wantedDemands[at % wantedDemands.length]
    if (wanted === undefined) return
    const on = addDays(until, Math.floor(at / perDay) - days)
    const moment = instantOf(on, `${filedAt(at)}:00`)
    const receipt = must(
      await registerDemand(
        work,
        {
          ...{ agency: government, channel: at % 5 === 0 ? 'web' : 'phone', confidential: at % 7 === 0 },
          ...{ type: wanted.type, urgency: wanted.urgency ?? 'ordinary', subject: wanted.subject },
          ...{ body: wanted.body, place: placeOf(at) },
          caller: { name: '演来电', phone: phoneOf(at) },
        },
        { by: who('hotlineAgent', government), moment, secrets },
      ),
    )
    const by = (role: Role, agency = government) => who(role, agency)
    const { id } = receipt
    const category = categoryOfSubject.get(wanted.subject)
    if (category !== undefined)
      must(await decideCategory(work, { id, by: who('hotlineAgent', government), at: moment }, category))
    if (wanted.urgency === 'danger')
      must(await noticeAlarm(work, id, { by: who('dispatcher', government), moment }))
    const entry = entries.get(wanted.subject)
    await course(work, { id, wanted, on, age: days - Math.floor(at / perDay), at, entry, secrets }, by)
    if (published.includes(at)) await tellPublished(work, { id, wanted, on, who, secrets })
  }
}

const placeOf = (at: number) => inItsArea(places[at % places.length] ?? '')

function answerAt(at: number, on: Day, wanted: WantedDemand): string {
  const urgent = wanted.urgency === 'danger'
  const draw = chance(Math.imul(at + 1, 0x9e3779b1))
  return writtenAnswer({ ...wanted, place: placeOf(at), on: addDays(on, 2), urgent, draw })
}

/** One of the callers comes back every week or so. */
const phoneOf = (at: number) => `000-0000${String(at % 13 === 6 ? 6 : at).padStart(4, '0')}`

/** When the demand of this place is registered, some minutes later. */
function filedAt(at: number, later = 0): string {
  return `${at % perDay === 0 ? '09' : '14'}:${String(10 + (at % 40) + later)}`
}

interface Told {
  readonly id: string
  readonly wanted: WantedDemand
  readonly on: Day
  /** Days before the day of the telling. */
  readonly age: number
  readonly at: number
  /** The entry of the knowledge base that answers it. */
  readonly entry: string | undefined
  readonly secrets: Secrets
}

async function course(
  work: Work,
  { id, wanted, on, age, at, entry, secrets }: Told,
  by: (role: Role, agency?: string) => DemandDoing['by'],
): Promise<void> {
  const { unit, basis, answer: words } = wanted
  const doing = (role: Role, later: number, time: string, agency?: string): DemandDoing => ({
    ...{ id, by: by(role, agency), moment: instantOf(addDays(on, later), time) },
  })
  if (unit === null)
    return void done(await answerBy(work, doing('hotlineAgent', 0, '15:00:00'), { words, entry }))
  if (age <= 1 && at % 2 === 1) return
  const soon = at % 6 === 5 ? '15:10:00' : `${filedAt(at, 6)}:00`
  done(await dispatch(work, doing('dispatcher', 0, soon), { unit, basis }))
  // What is dangerous is handled on its day.
  const isDanger = wanted.urgency === 'danger'
  if (age <= 2 && !isDanger) return
  const telling = { doing, secrets, at, unit }
  if (at % 9 === 4 && !isDanger) return await returned(work, telling)
  const morning = at % perDay === 0
  done(await sign(work, doing('handlingUnit', morning ? 0 : 1, morning ? '11:00:00' : '09:00:00', unit)))
  if (at === besideAt) {
    const beside = { units: ['yunchuan-environment'], words: '请协助监测夜间噪声。' }
    done(await coHandle(work, doing('dispatcher', 1, '09:30:00'), beside))
  }
  if (age <= 5 && !isDanger) return
  if (at % 11 === 3 && !isDanger) return await pressed(work, on, telling)
  if (at % 4 === 2) await visited(work, on, telling)
  const resolution = wanted.type === 'suggestion' ? 'explained' : 'resolved'
  done(
    await feedBack(work, doing('handlingUnit', isDanger ? 0 : 2, '16:00:00', unit), {
      words: answerAt(at, on, wanted),
      resolution,
    }),
  )
  await asked(work, telling, age)
}

interface Telling {
  readonly doing: (role: Role, later: number, time: string, agency?: string) => DemandDoing
  readonly secrets: Secrets
  readonly at: number
  readonly unit: string
}

/** Sent back once and waiting; a second time and disputed; or decided by the supervisor, and signed since. */
async function returned(work: Work, { doing, at, unit }: Telling): Promise<void> {
  const told = { reason: '经核实不在本单位职责范围内。', responsible: '' }
  done(await returnDemand(work, doing('handlingUnit', 1, '10:00:00', unit), told))
  if (at !== disputedAt && at !== arbitratedAt) return
  done(await refuseReturn(work, doing('dispatcher', 1, '15:00:00'), '权责清单写明由该单位办理。'))
  done(await returnDemand(work, doing('handlingUnit', 2, '10:00:00', unit), told))
  if (at !== arbitratedAt) return
  const decision = { unit, reason: '权责清单写明由该单位办理，请于期限内办结。' }
  done(await arbitrate(work, doing('supervisor', 3, '09:00:00'), decision))
  done(await sign(work, doing('handlingUnit', 3, '10:00:00', unit)))
}

/** Pressed by the supervisor and instructed by a leader, who was told once of what was done. */
async function pressed(work: Work, on: Day, { doing, at, unit }: Telling): Promise<void> {
  done(await urge(work, doing('supervisor', 4, '09:00:00'), '来电人再次来电，请抓紧办理。', 'supervise'))
  const words = '请承办单位抓紧办理，办结后报告。'
  const instruction = { leader: '演市长', words, dueOn: addDays(on, 21) }
  done(await instruct(work, doing('supervisor', 5, '09:00:00'), instruction))
  if (at >= perDay * 5) return
  const answer = '已制定方案，正在组织实施。'
  done(await answerInstruction(work, doing('handlingUnit', 6, '16:00:00', unit), answer))
}

/** Somebody of the unit was at the place and took a photo. */
async function visited(work: Work, on: Day, { doing, secrets, at, unit }: Telling): Promise<void> {
  const seen = `到${placeOf(at)}查看，与诉求所述一致，已当场要求整改。`
  const visit = { key: randomUUID(), seen, photos: 1 }
  const there = doing('handlingUnit', 2, '11:00:00', unit)
  const visitedAt = instantOf(addDays(on, 2), '10:20:00')
  done(await enterVisit(work, there, { ...visit, visitedAt }))
  const photo = { visit: visit.key, place: 0, file: { name: '现场照片.png', bytes: aPhoto(at) } }
  must((await keepPhoto(work, { ...there, secrets }, photo)) ?? 'kept')
}

/** The caller is asked, some by the link of a message; whom it does not reach is called. The newest have not answered yet. */
async function asked(work: Work, { doing, secrets, at }: Telling, age: number): Promise<void> {
  const isSecret = at % 7 === 0
  const asking = { ...doing('callbackAgent', age <= 7 ? age - 1 : 4, '09:00:00'), secrets }
  if (age <= 7) return void (!isSecret && (await askCaller(work, asking)))
  const level = at % 6 === 5 ? 'dissatisfied' : 'satisfied'
  const said = level === 'dissatisfied' ? '问题没有彻底解决。' : ''
  const told = { handling: 'satisfied', result: level, words: said } as const
  const hasRated = at % 3 === 1 && !isSecret && (await ratesByMessage(work, asking, told))
  if (!hasRated) done(await callBack(work, doing('callbackAgent', 4, '10:00:00'), told))
  const ending = doing('callbackAgent', 4, '10:05:00')
  done(await (level === 'satisfied' ? close(work, ending) : explain(work, ending, explained)))
}

function done(result: DemandDone): void {
  if ('kind' in result) throw new Error(result.kind === 'refusal' ? result.message : result.kind)
}
