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
  ...(['feedBack', 'callBack', 'close', 'reopen', 'urge', 'note', 'withdraw'] as const),
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
  /** May the caller do it from the tracking page? */
  readonly caller: boolean
  readonly law: string
}

/** 辽宁省12345政务服务便民热线管理办法, 2022. */
const rules = '辽宁省12345热线管理办法'
const withUnit: readonly DemandState[] = ['dispatched', 'handling']
const open = demandStates.filter(state => !endStates.includes(state))

interface Rest {
  readonly from: readonly DemandState[]
  readonly by?: readonly Role[]
  readonly unit?: readonly Role[]
  readonly caller?: boolean
}

const line = (
  step: DemandStep,
  label: string,
  { from, by = [], unit = [], caller = false }: Rest,
): DemandStepLine => ({
  ...{ step, label, from, roles: by, unitRoles: unit, caller, law: rules },
})
const unit: readonly Role[] = ['handlingUnit']

/** What may happen to a demand, by whom, from which state: the button, the route and the test ask this table. */
export const demandStepTable: readonly DemandStepLine[] = [
  line('answer', '直接答复', { from: ['registered'], by: ['hotlineAgent', 'dispatcher'] }),
  line('dispatch', '派单', { from: ['registered', 'returned'], by: ['dispatcher'] }),
  line('sign', '签收', { from: ['dispatched'], unit }),
  line('return', '退单', { from: withUnit, unit }),
  line('refuseReturn', '不同意退单', { from: ['returned'], by: ['dispatcher'] }),
  line('arbitrate', '裁定承办单位', { from: ['disputed'], by: ['supervisor'] }),
  line('askExtension', '申请延期', { from: ['handling'], unit }),
  line('extend', '同意延期', { from: ['handling'], by: ['dispatcher', 'supervisor'] }),
  line('declineExtension', '不同意延期', { from: ['handling'], by: ['dispatcher', 'supervisor'] }),
  line('suspend', '中止', { from: ['handling'], by: ['supervisor'] }),
  line('resume', '恢复办理', { from: ['suspended'], by: ['supervisor'], unit }),
  line('feedBack', '反馈', { from: ['handling'], unit }),
  line('callBack', '回访', { from: ['fedBack', 'calledBack'], by: ['callbackAgent'], caller: true }),
  line('close', '办结', { from: ['fedBack', 'calledBack'], by: ['callbackAgent', 'dispatcher'] }),
  line('reopen', '重办', {
    from: ['fedBack', 'calledBack', 'closed'],
    by: ['callbackAgent', 'supervisor'],
    caller: true,
  }),
  line('urge', '催办', {
    from: open.filter(state => state !== 'registered'),
    by: ['hotlineAgent', 'dispatcher', 'supervisor'],
    caller: true,
  }),
  line('note', '备注', {
    from: demandStates,
    by: ['hotlineAgent', 'dispatcher', 'callbackAgent', 'supervisor'],
    unit,
    caller: true,
  }),
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
  { roles, unitRoles }: DemandStepLine,
  { agency, standing: { unit: at } }: DemandSituation,
  actor: Actor,
): boolean {
  if (roles.some(role => holds(actor, role, agency))) return true
  return at !== null && unitRoles.some(role => holds(actor, role, at))
}

function refusalOfActor(
  step: DemandStep,
  { agency, standing, asCaller }: DemandSituation,
  actor: Actor,
): Refusal | undefined {
  const line = lineOfDemandStep(step)
  if (line.caller && asCaller === true) return undefined
  if (isHisStep(line, { agency, standing }, actor)) return undefined
  const { label, roles, unitRoles, law } = line
  const hotline = roles.map(role => roleLabel[role])
  const who = [...hotline, ...(unitRoles.length > 0 ? ['承办单位'] : [])].join('或')
  return refuse(`“${label}”由${who}办理。`, law)
}

/** The most extensions of one demand. */
const mostExtensions = 2

/** What the history itself forbids. */
function refusalOfStanding(step: DemandStep, standing: DemandStanding): Refusal | undefined {
  const { law } = lineOfDemandStep(step)
  const { bound, extensionAsked, extensions } = standing
  switch (step) {
    case 'return':
      return bound ? refuse('承办单位已经裁定，不能再退单；有异议的请联系督办员。', law) : undefined
    case 'askExtension':
      if (extensionAsked !== null) return refuse('已经申请延期，请等待审核。', law)
      return extensions >= mostExtensions ? refuse(`最多延期 ${mostExtensions} 次。`, law) : undefined
    case 'extend':
    case 'declineExtension':
      return extensionAsked === null ? refuse('承办单位没有申请延期。', law) : undefined
    default:
      return undefined
  }
}
