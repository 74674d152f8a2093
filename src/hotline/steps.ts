import { type Actor, holds, type Role, roleLabel } from '../office/roles.ts'
import { type Refusal, refuse } from '../statute/refusal.ts'
import {
  type DemandStanding,
  type DemandState,
  demandStateLabel,
  demandStates,
  endStates,
} from './standing.ts'

/** What may be done with a demand; each is a line of the table below. */
export const demandSteps = [
  ...(['answer', 'dispatch', 'sign', 'return', 'refuseReturn', 'arbitrate'] as const),
  ...(['askExtension', 'extend', 'declineExtension', 'suspend', 'resume'] as const),
  ...(['coHandle', 'givePart', 'releaseCoHandler', 'merge', 'unmerge', 'changeLimit'] as const),
  ...(['feedBack', 'callBack', 'close', 'explain', 'reopen', 'urge', 'supervise', 'escalate'] as const),
  ...(['visit', 'instruct', 'answerInstruction', 'note', 'convert', 'withdraw'] as const),
] as const
export type DemandStep = (typeof demandSteps)[number]

/** One line of the table: what may be done, from which states, by whom, under which rule. */
export interface DemandStepLine {
  readonly step: DemandStep
  readonly label: string
  readonly from: readonly DemandState[]
  /** Roles at the hotline that took the demand. */
  readonly roles: readonly Role[]
  /** Roles at the unit that handles it. */
  readonly unitRoles: readonly Role[]
  /** Roles at the units that work on it beside the one that leads. */
  readonly coUnitRoles: readonly Role[]
  /** May the caller do it from the tracking page? */
  readonly caller: boolean
  readonly law: string
}

/** 辽宁省12345政务服务便民热线管理办法, 2022. */
const rules = '辽宁省12345热线管理办法'
const withUnit: readonly DemandState[] = ['dispatched', 'handling']
const open = demandStates.filter(state => !endStates.includes(state))

const pressed = open.filter(state => state !== 'registered')
/** What nobody has answered yet can follow another demand, or turn out to be a request for information. */
const mayFollow: readonly DemandState[] = ['registered', 'dispatched', 'handling', 'returned']
/** A visit that waited on the phone for its line may arrive after the feedback. */
const visited: readonly DemandState[] = ['handling', 'suspended', 'fedBack', 'calledBack']
const dispatching: readonly Role[] = ['dispatcher', 'supervisor']

interface Rest {
  readonly from: readonly DemandState[]
  readonly by?: readonly Role[]
  readonly unit?: readonly Role[]
  readonly coUnit?: readonly Role[]
  readonly caller?: boolean
}

const line = (
  step: DemandStep,
  label: string,
  { from, by = [], unit = [], coUnit = [], caller = false }: Rest,
): DemandStepLine => ({
  ...{ step, label, from, roles: by, unitRoles: unit, coUnitRoles: coUnit, caller, law: rules },
})
const unit: readonly Role[] = ['handlingUnit']

/**
 * What may happen to a demand, by whom, from which state: the button, the route and the test ask this table. It stands in the
 * order in which pages offer it: what brings the demand on first, what sends it back or ends it without an answer last.
 */
export const demandStepTable: readonly DemandStepLine[] = [
  line('answer', '直接答复', { from: ['registered'], by: ['hotlineAgent', 'dispatcher'] }),
  line('dispatch', '派单', { from: ['registered', 'returned'], by: ['dispatcher'] }),
  line('sign', '签收', { from: ['dispatched'], unit }),
  line('feedBack', '反馈', { from: ['handling'], unit }),
  line('callBack', '回访', { from: ['fedBack', 'calledBack'], by: ['callbackAgent'], caller: true }),
  line('close', '办结', { from: ['fedBack', 'calledBack'], by: ['callbackAgent', 'dispatcher'] }),
  line('explain', '解释后办结', { from: ['calledBack'], by: ['callbackAgent', 'supervisor'] }),
  line('arbitrate', '裁定承办单位', { from: ['disputed'], by: ['supervisor'] }),
  line('refuseReturn', '不同意退单', { from: ['returned'], by: ['dispatcher'] }),
  line('extend', '同意延期', { from: ['handling'], by: ['dispatcher', 'supervisor'] }),
  line('declineExtension', '不同意延期', { from: ['handling'], by: ['dispatcher', 'supervisor'] }),
  line('resume', '恢复办理', { from: ['suspended'], by: ['supervisor'], unit }),
  line('givePart', '提交会办意见', { from: withUnit, coUnit: unit }),
  line('visit', '现场核查', { from: visited, unit, coUnit: unit }),
  line('answerInstruction', '反馈批示办理情况', { from: demandStates, by: ['supervisor'], unit }),
  line('askExtension', '申请延期', { from: ['handling'], unit }),
  line('note', '备注', {
    from: demandStates,
    by: ['hotlineAgent', 'dispatcher', 'callbackAgent', 'supervisor'],
    unit,
    coUnit: unit,
    caller: true,
  }),
  line('urge', '催办', {
    from: pressed,
    by: ['hotlineAgent', 'dispatcher'],
    caller: true,
  }),
  line('supervise', '督办', { from: pressed, by: ['supervisor'] }),
  line('escalate', '提级督办', { from: pressed, by: ['head'] }),
  line('coHandle', '会办', { from: withUnit, by: dispatching }),
  line('releaseCoHandler', '取消会办', { from: withUnit, by: dispatching }),
  line('instruct', '登记批示', { from: demandStates, by: ['supervisor', 'head'] }),
  line('changeLimit', '调整期限', { from: withUnit, by: ['supervisor'] }),
  line('merge', '合并', { from: mayFollow, by: dispatching }),
  line('unmerge', '撤销合并', { from: ['merged'], by: dispatching }),
  line('suspend', '中止', { from: ['handling'], by: ['supervisor'] }),
  line('reopen', '重办', {
    from: ['fedBack', 'calledBack', 'closed'],
    by: ['callbackAgent', 'supervisor'],
    caller: true,
  }),
  line('return', '退单', { from: withUnit, unit }),
  line('convert', '转为信息公开申请', { from: mayFollow, by: dispatching }),
  line('withdraw', '撤回', { from: open, by: ['hotlineAgent', 'dispatcher'], caller: true }),
]

/** The line of a step. */
export function lineOfDemandStep(step: DemandStep): DemandStepLine {
  const found = demandStepTable.find(each => each.step === step)
  if (found === undefined) throw new RangeError(`no such step: ${step}`)
  return found
}

/** What a step is asked of. */
export interface DemandSituation {
  /** The hotline that took it. */
  readonly agency: string
  readonly standing: DemandStanding
  /** Has the one who asks shown the tracking code of this demand? */
  readonly asCaller?: boolean | undefined
}

/** Why this step may not be done now by this person; undefined where it may. */
export function refusalOfDemand(
  step: DemandStep,
  situation: DemandSituation,
  actor: Actor,
): Refusal | undefined {
  const { label, from, law } = lineOfDemandStep(step)
  const { standing } = situation
  const who = refusalOfActor(step, situation, actor)
  if (who !== undefined) return who
  if (!from.includes(standing.state)) {
    const states = from.map(state => demandStateLabel[state]).join('、')
    return refuse(`诉求${demandStateLabel[standing.state]}，不能${label}；${label}要求：${states}。`, law)
  }
  return refusalOfStanding(step, standing)
}

/** Is it a step of one of the actor's roles, at the hotline or at the unit that has the demand? */
export function isHisStep(
  { roles, unitRoles, coUnitRoles }: DemandStepLine,
  { agency, standing: { unit: at, coHandlers } }: DemandSituation,
  actor: Actor,
): boolean {
  if (roles.some(role => holds(actor, role, agency))) return true
  if (at !== null && unitRoles.some(role => holds(actor, role, at))) return true
  return coHandlers.some(({ unit: beside }) => coUnitRoles.some(role => holds(actor, role, beside)))
}

function refusalOfActor(
  step: DemandStep,
  { agency, standing, asCaller }: DemandSituation,
  actor: Actor,
): Refusal | undefined {
  const line = lineOfDemandStep(step)
  if (line.caller && asCaller === true) return undefined
  if (isHisStep(line, { agency, standing }, actor)) return undefined
  const { label, roles, unitRoles, coUnitRoles, law } = line
  const units = [unitRoles.length > 0 ? ['承办单位'] : [], coUnitRoles.length > 0 ? ['会办单位'] : []]
  const who = [...roles.map(role => roleLabel[role]), ...units.flat()].join('或')
  return refuse(`“${label}”由${who}办理。`, law)
}

/** The most extensions of one demand. */
const mostExtensions = 2

/** What the history itself forbids. */
function refusalOfStanding(step: DemandStep, standing: DemandStanding): Refusal | undefined {
  const why = forbidden(step, standing)
  return why === undefined ? undefined : refuse(why, lineOfDemandStep(step).law)
}

function forbidden(step: DemandStep, standing: DemandStanding): string | undefined {
  const { bound, extensionAsked, extensions, coHandlers, followers, instructions } = standing
  switch (step) {
    case 'return':
      return bound ? '承办单位已经裁定，不能再退单；有异议的请联系督办员。' : undefined
    case 'askExtension':
      if (extensionAsked !== null) return '已经申请延期，请等待审核。'
      return extensions >= mostExtensions ? `最多延期 ${mostExtensions} 次。` : undefined
    case 'extend':
    case 'declineExtension':
      return extensionAsked === null ? '承办单位没有申请延期。' : undefined
    case 'feedBack':
      return coHandlers.some(({ part }) => part === null)
        ? '会办单位尚未全部提交意见；不需要等待的，请热线取消会办。'
        : undefined
    case 'close':
      if (mustBeCalledBack(standing)) return '这件诉求要回访，请先回访。'
      return standing.satisfied === false ? dissatisfiedWords : undefined
    case 'explain':
      return standing.satisfied === false ? undefined : '来电人没有表示不满意，请直接办结。'
    case 'releaseCoHandler':
      return coHandlers.length === 0 ? '没有会办单位。' : undefined
    case 'merge':
    case 'convert':
      return followers.length > 0 ? `有 ${followers.length} 件诉求并入这件，请先撤销并入。` : undefined
    case 'answerInstruction':
      return instructions.some(({ answered }) => !answered) ? undefined : '没有等待反馈的批示。'
    default:
      return undefined
  }
}

/** Who is dissatisfied is helped again, or told why not: nobody closes over him. */
const dissatisfiedWords = `来电人不满意，不能直接办结：请“${lineOfDemandStep('reopen').label}”；确已依法办理到位、不能再办的，由回访员或者督办员向来电人说明理由后“${lineOfDemandStep('explain').label}”。`

function mustBeCalledBack({ state, toBeCalledBack }: DemandStanding): boolean {
  return state === 'fedBack' && toBeCalledBack
}
