import { agenciesSeen, agencyTree } from '../../../office/agencies.ts'
import { type Actor, administers, holds } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import type { Secrets } from '../../../platform/secret.ts'
import type { Work } from '../../../platform/work.ts'
import { type Refusal, refuse } from '../../../statute/refusal.ts'
import {
  type CallEvent,
  type Connection,
  callState,
  maskedNumber,
  type RingingCall,
} from '../../doors/call.ts'
import { markOfNumber } from '../../store/callers.ts'
import { agentOf } from '../../store/doors/agents.ts'
import {
  callOf,
  changeCall,
  countConnection,
  demandsOfMarks,
  type KeptCall,
  keepCall,
  openCalls,
} from '../../store/doors/calls.ts'
import { demandOf } from '../../store/history.ts'
import { noteHearing } from '../looks/looking.ts'

const numberPurpose = 'hotline call number'
const recordingPurpose = 'hotline call recording'
/** An exchange's clock may be ahead of ours by so much. */
const aheadMinutes = 5
/** So old a call may be when it is told: an exchange that was cut off tells it afterwards. */
const oldestDays = 31
/** So long a call that nobody ended is still shown as ringing, and one that ended waits for its demand. */
const shownHours = 2

/** What an exchange tells. */
export interface TellingCall {
  /** The hotline that is called. */
  readonly agency: string
  /** The exchange's own name of the call. */
  readonly call: string
  readonly event: CallEvent
  /** ISO 8601; now where it says nothing. */
  readonly at?: string | undefined
  readonly number: string
  /** The sign-in name of the agent who answered. */
  readonly agent: string
  /** Where the recording is, with the exchange's own signature in the address. */
  readonly recording: string
  readonly simulated: boolean
}

/** At which moment it is told, and with what numbers are sealed. */
export interface CallDoing {
  readonly moment: string
  readonly secrets: Secrets
}

/** Keeps what an exchange tells of a call. @returns our id of it; `agentKnown` is false where the agent named is none of ours */
export async function tellCall(
  work: Work,
  telling: TellingCall,
  { moment, secrets }: CallDoing,
): Promise<{ readonly id: string; readonly agentKnown: boolean } | Refusal> {
  const { agency, call, event, number, recording, simulated, at = moment } = telling
  const refusal = refusalOfTelling(telling, moment)
  if (refusal !== undefined) return refusal
  const agent = telling.agent === '' ? undefined : await agentOf(work, telling.agent, agency)
  const id = await keepCall(work, {
    ...{ agency, call, simulated, at: new Date(at).toISOString() },
    ended: event === 'ended',
    number:
      number === ''
        ? undefined
        : { sealed: secrets.seal(numberPurpose, number), samePerson: markOfNumber(number, secrets) },
    answered: event === 'answered' ? { by: agent ?? null } : undefined,
    recordingSealed: recording === '' ? undefined : secrets.seal(recordingPurpose, recording),
  })
  return { id, agentKnown: telling.agent === '' || agent !== undefined }
}

function refusalOfTelling(
  { event, number, recording, at }: TellingCall,
  moment: string,
): Refusal | undefined {
  if (event === 'ringing' && number === '') return refuse('来电须有号码；不显示号码的请写“匿名”。')
  if (event === 'recorded' && recording === '') return refuse('请给出录音的地址。')
  const ahead = at === undefined ? 0 : Date.parse(at) - Date.parse(moment)
  if (ahead > aheadMinutes * 60_000) return refuse('时间在将来，请核对呼叫中心的时钟。')
  return ahead < -oldestDays * 86_400_000 ? refuse(`时间早于 ${oldestDays} 天前，不再接收。`) : undefined
}

/** What rings for this agent now, and what he took and has not finished. */
export async function callsFor(
  work: Work,
  agent: Actor,
  { moment, secrets }: CallDoing,
): Promise<RingingCall[]> {
  const agencies = agent.grants.flatMap(({ role, agency }) => (role === 'hotlineAgent' ? [agency] : []))
  if (agencies.length === 0) return []
  const since = new Date(Date.parse(moment) - shownHours * 3_600_000).toISOString()
  const calls = await openCalls(work, { agencies, agent: agent.id, since })
  const earlier = await demandsOfMarks(
    work,
    calls.flatMap(({ samePerson }) => samePerson ?? []),
  )
  return calls.map(call => ({
    ...{ id: call.id, agency: call.agency, state: callState(call) },
    ...{ rangAt: call.rangAt, answeredAt: call.answeredAt, endedAt: call.endedAt },
    ...{ number: maskedNumber(numberOf(call, secrets)), mine: call.answeredBy === agent.id },
    earlier: earlier.get(call.samePerson ?? '') ?? 0,
  }))
}

/** The number of a call, opened; empty where it was sealed with another key. */
export function numberOf({ numberSealed }: KeptCall, secrets: Secrets): string {
  return numberSealed === '' ? '' : (secrets.open(numberPurpose, numberSealed) ?? '')
}

/** The call, where it rings for this agent or he took it; a second agent is told who was faster. */
async function callFor(work: Work, id: string, agent: Actor): Promise<KeptCall | Refusal> {
  const call = await callOf(work, id, true)
  if (call === undefined || !holds(agent, 'hotlineAgent', call.agency)) return refuse('没有这个来电。')
  if (call.answeredBy === null || call.answeredBy === agent.id) return call
  return refuse(`这个来电已由${call.answeredByName ?? '其他话务员'}接听。`)
}

/** The agent takes the call: from now on it is his, and he is given the number; once taken, it is given again. */
export async function takeCall(
  work: Work,
  id: string,
  { agent, moment, secrets }: CallDoing & { readonly agent: Actor },
): Promise<{ readonly id: string; readonly number: string } | Refusal> {
  return await work.transaction(async inner => {
    const call = await callFor(inner, id, agent)
    if ('kind' in call) return call
    if (call.answeredBy === null) {
      await changeCall(inner, id, { answered_by: agent.id, answered_at: call.answeredAt ?? moment })
      const who = { by: agent.id, byName: agent.name, agency: call.agency }
      await audit(inner, { ...who, act: 'hotline.call', subject: id, detail: {} })
    }
    return { id, number: numberOf(call, secrets) }
  })
}

/** Says which demand came of the call: it rings and waits no more. */
export async function finishCall(
  work: Work,
  { id, demand }: { readonly id: string; readonly demand: string },
  agent: Actor,
): Promise<object | Refusal> {
  return await work.transaction(async inner => {
    const call = await callFor(inner, id, agent)
    if ('kind' in call) return call
    const record = await demandOf(inner, demand)
    if (record?.demand.agency !== call.agency) return refuse('没有这件诉求。')
    await changeCall(inner, id, { demand })
    return {}
  })
}

/** Opens the address of a recording, with a reason; for who answered, the supervisor and the administrator. */
export async function openRecording(
  work: Work,
  { id, reason }: { readonly id: string; readonly reason: string },
  { reader, moment, secrets }: CallDoing & { readonly reader: Actor },
): Promise<{ readonly address: string } | Refusal> {
  const [call, tree] = await Promise.all([callOf(work, id), agencyTree(work)])
  if (call === undefined) return refuse('没有这个来电。')
  const may =
    call.answeredBy === reader.id ||
    holds(reader, 'supervisor', call.agency) ||
    administers(reader, call.agency, tree)
  if (!may) return refuse('录音由接听的话务员、督办员和系统管理员听取。')
  if ([...reason.trim()].length < 4) return refuse('请写明听取录音的理由，至少 4 个字。')
  const address =
    call.recordingSealed === null ? undefined : secrets.open(recordingPurpose, call.recordingSealed)
  if (address === undefined) return refuse('这个来电没有录音，或者录音的地址已不能读取。')
  const who = { by: reader.id, byName: reader.name, agency: call.agency }
  const said = reason.trim()
  return await work.transaction(async inner => {
    await audit(inner, { ...who, act: 'hotline.recording', subject: id, detail: { reason: said } })
    const record = call.demand === null ? undefined : await demandOf(inner, call.demand)
    await noteHearing(inner, { ...call, record }, { kind: 'recording', reader, reason: said, moment })
    return { address }
  })
}

/** 接通率 counts these: calls that rang at the hotlines from a moment and before another (docs/decisions/0026). */
export async function connection(
  work: Work,
  asked: { readonly agencies: readonly string[]; readonly from: string; readonly to: string },
): Promise<Connection> {
  return await countConnection(work, asked)
}

/** The hotlines whose calls this person may see: those that he works at, or supervises from above. */
export async function hotlinesSeen(work: Work, reader: Actor): Promise<string[]> {
  return (await agenciesSeen(work, reader)).map(({ code }) => code)
}
