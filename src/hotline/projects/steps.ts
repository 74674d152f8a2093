import { type Actor, holds, type Role, roleLabel } from '../../office/roles.ts'
import { type Refusal, refuse } from '../../statute/refusal.ts'
import {
  type ProjectStanding,
  type ProjectState,
  projectEnds,
  projectStateLabel,
  projectStates,
} from './standing.ts'

/** What may be done with a project; each is a line of the table below. */
export const projectSteps = [
  ...(['plan', 'agreePlan', 'returnPlan', 'progress', 'attach', 'report', 'signOff', 'sendBack'] as const),
  ...(['changeLimit', 'changeScope', 'correct', 'publish', 'takeDown', 'drop'] as const),
] as const
export type ProjectStep = (typeof projectSteps)[number]

/** Which of the project's units a step is for. */
type UnitPart = 'lead' | 'any'

/** One line of the table: what may be done, from which states, by whom, under which rule. */
export interface ProjectStepLine {
  readonly step: ProjectStep
  readonly label: string
  readonly from: readonly ProjectState[]
  /** Roles at the hotline. */
  readonly roles: readonly Role[]
  /** For 承办单位 of the lead unit alone, or of any unit of the project. */
  readonly units: UnitPart | null
  readonly law: string
}

/** 辽宁省12345政务服务便民热线管理办法, 2022: hot matters are analysed and supervised; the steps are the house's (0028). */
const rules = '辽宁省12345热线管理办法'
const open = projectStates.filter(state => !projectEnds.includes(state))

const line = (
  step: ProjectStep,
  label: string,
  { from, units = null }: { readonly from: readonly ProjectState[]; readonly units?: UnitPart | null },
): ProjectStepLine => ({
  ...{ step, label, from, units, roles: units === null || units === 'any' ? ['supervisor'] : [], law: rules },
})

/** What may happen to a project, by whom, from which state: the button, the route and the test ask this table. */
export const projectStepTable: readonly ProjectStepLine[] = [
  line('plan', '报送治理方案', { from: ['opened'], units: 'lead' }),
  line('agreePlan', '同意方案', { from: ['planned'] }),
  line('returnPlan', '退回方案', { from: ['planned'] }),
  line('progress', '登记进展', { from: ['underway'], units: 'any' }),
  line('attach', '附材料', { from: open, units: 'any' }),
  line('report', '申请验收', { from: ['underway'], units: 'lead' }),
  line('signOff', '验收销号', { from: ['reported'] }),
  line('sendBack', '退回整改', { from: ['reported'] }),
  line('changeLimit', '调整期限', { from: open }),
  line('changeScope', '调整诉求范围', { from: open }),
  line('correct', '更正诉求归属', { from: open }),
  line('publish', '公布办理情况', { from: ['signedOff'] }),
  line('takeDown', '撤下公布内容', { from: ['signedOff'] }),
  line('drop', '终止', { from: open }),
]

/** The line of a step. */
export function lineOfProjectStep(step: ProjectStep): ProjectStepLine {
  const found = projectStepTable.find(each => each.step === step)
  if (found === undefined) throw new RangeError(`no such step: ${step}`)
  return found
}

/** What a step is asked of. */
export interface ProjectSituation {
  /** The hotline that opened it. */
  readonly agency: string
  readonly standing: ProjectStanding
}

/** The units of a project: the lead first. */
export function unitsOf({ lead, coUnits }: Pick<ProjectStanding, 'lead' | 'coUnits'>): readonly string[] {
  return [lead, ...coUnits]
}

/** Is it a step of one of the actor's roles, at the hotline or at a unit of the project? */
export function isHisProjectStep(
  { roles, units }: ProjectStepLine,
  { agency, standing }: ProjectSituation,
  actor: Actor,
): boolean {
  if (roles.some(role => holds(actor, role, agency))) return true
  const at = units === null ? [] : units === 'lead' ? [standing.lead] : unitsOf(standing)
  return at.some(unit => holds(actor, 'handlingUnit', unit))
}

/** Why this step may not be done now by this person; undefined where it may. */
export function refusalOfProject(
  step: ProjectStep,
  situation: ProjectSituation,
  actor: Actor,
): Refusal | undefined {
  const line = lineOfProjectStep(step)
  const { label, from, law } = line
  const { standing } = situation
  if (!isHisProjectStep(line, situation, actor)) return refuse(`“${label}”由${whoTakes(line)}办理。`, law)
  if (!from.includes(standing.state)) {
    const states = from.map(state => projectStateLabel[state]).join('、')
    return refuse(`专项${projectStateLabel[standing.state]}，不能${label}；${label}要求：${states}。`, law)
  }
  return refusalOfStanding(step, standing, law)
}

/** Who takes the step, in words. */
export function whoTakes({ roles, units }: Pick<ProjectStepLine, 'roles' | 'units'>): string {
  const unit = { lead: ['牵头单位'], any: ['牵头或者配合单位'] }
  return [...roles.map(role => roleLabel[role]), ...(units === null ? [] : unit[units])].join('或')
}

/** What the history itself forbids. */
function refusalOfStanding(step: ProjectStep, standing: ProjectStanding, law: string): Refusal | undefined {
  const { measures, summary } = standing
  if (step === 'report') {
    const undone = measures.flatMap(({ doneAt }, place) => (doneAt === null ? [`第 ${place + 1} 项`] : []))
    return undone.length === 0
      ? undefined
      : refuse(`治理措施${undone.join('、')}还没有完成，请先登记进展并注明完成。`, law)
  }
  if (step === 'takeDown' && summary === null) return refuse('没有公布办理情况，不用撤下。', law)
  return undefined
}
