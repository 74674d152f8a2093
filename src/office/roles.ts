/** What a person may be at an agency. */
export const roles = [
  'officer',
  'departmentOfficer',
  'coordinator',
  'head',
  'secrecyReviewer',
  'hotlineAgent',
  'dispatcher',
  'handlingUnit',
  'callbackAgent',
  'supervisor',
  'supervisingOffice',
  'auditor',
  'administrator',
] as const
export type Role = (typeof roles)[number]

/** The role as the office calls it. */
export const roleLabel = {
  officer: '公开专员',
  departmentOfficer: '业务处室经办人',
  coordinator: '局办公室',
  head: '分管领导',
  secrecyReviewer: '保密审查员',
  hotlineAgent: '话务员',
  dispatcher: '派单员',
  handlingUnit: '承办单位',
  callbackAgent: '回访员',
  supervisor: '督办员',
  supervisingOffice: '主管部门',
  auditor: '审计员',
  administrator: '系统管理员',
} as const satisfies Record<Role, string>

/** The roles as a sentence names them. */
export function rolesInWords(allowed: readonly Role[]): string {
  return allowed.map(role => roleLabel[role]).join('或')
}

/** What a table says of a step: its name, who takes it, and the article. */
export interface TakenBy {
  readonly label: string
  readonly roles: readonly Role[]
  readonly law?: string | undefined
}

/** Who takes this step, to somebody who may not. */
export function takenBy({ label, roles: allowed }: TakenBy): string {
  return `“${label}”由本机关的${rolesInWords(allowed)}办理。`
}

/** A role held at an agency. */
export interface Grant {
  readonly role: Role
  readonly agency: string
}

/** Who acts, with the roles that they hold. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly grants: readonly Grant[]
}

/** An agency's place in the tree. */
export interface Agency {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: 'government' | 'department' | 'county' | 'township'
  readonly parent: string | null
  /** False where it was dissolved: it keeps its history and takes no new work. */
  readonly standing: boolean
}

/** Is this text a role? */
export function isRole(text: string): text is Role {
  return roles.some(role => role === text)
}

/** Does the actor hold the role at exactly this agency? */
export function holds(actor: Actor, role: Role, agency: string): boolean {
  return actor.grants.some(grant => grant.role === role && grant.agency === agency)
}

/** Is it one of the agency's own people? An auditor reads and is none of them. */
export function worksAt({ grants }: { readonly grants: readonly Grant[] }, agency: string): boolean {
  return grants.some(grant => grant.agency === agency && grant.role !== 'auditor')
}

/** Does the actor hold the role anywhere? */
export function holdsAnywhere(actor: Actor, role: Role): boolean {
  return actor.grants.some(grant => grant.role === role)
}

/** Roles whose eyes reach the agencies below their own. */
const farSighted: readonly Role[] = ['supervisingOffice', 'auditor', 'administrator']

/** May the actor see what is not yet public of this agency? Its own people may, and those who supervise it from above. */
export function sees(actor: Actor, agency: string, tree: readonly Agency[]): boolean {
  const above = new Set(lineOf(agency, tree))
  return actor.grants.some(
    grant => grant.agency === agency || (farSighted.includes(grant.role) && above.has(grant.agency)),
  )
}

/** Does the actor hold the role for this agency: at it, or, where the role reaches down, at one above it? */
export function reaches(actor: Actor, role: Role, agency: string, tree: readonly Agency[]): boolean {
  if (!farSighted.includes(role)) return holds(actor, role, agency)
  return lineOf(agency, tree).some(code => holds(actor, role, code))
}

/** Does the actor hold the role at an agency that has none above it? */
export function holdsAtTop(actor: Actor, role: Role, tree: readonly Agency[]): boolean {
  return tree.some(({ code, parent }) => parent === null && holds(actor, role, code))
}

/** The agency and all above it, from below; stops where the tree is hurt. */
export function lineOf(agency: string, tree: readonly Agency[]): string[] {
  const parents = new Map(tree.map(each => [each.code, each.parent]))
  const line: string[] = []
  for (let code: string | null | undefined = agency; code && !line.includes(code); code = parents.get(code)) {
    line.push(code)
  }
  return line
}

/** Is the actor administrator of this agency or of one above it? */
export function administers(actor: Actor, agency: string, tree: readonly Agency[]): boolean {
  return reaches(actor, 'administrator', agency, tree)
}

/**
 * Is the actor administrator of an agency that has none above it? Only then settings of the site, calendars and people
 * without a role are his: they concern every agency.
 */
export function administersAll(actor: Actor, tree: readonly Agency[]): boolean {
  return holdsAtTop(actor, 'administrator', tree)
}

/** What a role may do, as the grid of people and roles shows it. */
export const roleMay = {
  officer: [
    ...(['填报、导入和修改年度报告', '提交审核', '发布已批准的报告', '提出更正'] as const),
    ...(['登记、交办和答复信息公开申请', '征求意见、提请延长、拟稿', '登记复议和诉讼'] as const),
    '写明理由查看申请人身份信息',
    '起草主动公开信息，立即或者定时发布已批准的稿件',
  ],
  departmentOfficer: [
    '查看本机关年度报告',
    '起草主动公开信息并提交审核',
    '征求意见、提请延长、拟稿',
    '写明理由查看申请人身份信息',
  ],
  coordinator: [
    '审核年度报告',
    '退回修改',
    '交办申请、审核答复',
    '审核主动公开稿件',
    '从原网站迁入主动公开信息',
    '写明理由查看申请人身份信息',
  ],
  head: [
    ...(['批准年度报告', '退回修改', '同意答复、同意延长、决定主动公开'] as const),
    ...(['批准公开、决定不予公开、应急发布、撤下信息', '写明理由查看申请人身份信息'] as const),
  ],
  secrecyReviewer: ['查看本机关年度报告', '主动公开稿件的保密审查，应急发布后补作审查'],
  hotlineAgent: ['查看本机关年度报告'],
  dispatcher: ['查看本机关年度报告'],
  handlingUnit: ['查看本机关年度报告'],
  callbackAgent: ['查看本机关年度报告'],
  supervisor: ['查看本机关年度报告'],
  supervisingOffice: ['查看所辖各机关年度报告', '汇总核对', '催报'],
  auditor: ['查看所辖各机关全部记录', '查看和校验操作留痕'],
  administrator: [
    '管理所辖机构、人员和角色',
    '最上级机构的：载入放假安排通知、修改设置和错敏词表',
    '查看和校验操作留痕',
    '从原网站迁入主动公开信息',
  ],
} as const satisfies Record<Role, readonly string[]>
