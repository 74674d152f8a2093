import type { Role } from '../office/roles.ts'

/** A demo account, printed at the start and shown on the sign-in page under the demo's banner. */
export interface DemoSignIn {
  readonly signIn: string
  readonly password: string
  /** Plainly invented: the surname 演 (demo) and the role. */
  readonly name: string
  readonly role: Role
  readonly agency: string
}

const password = '公开-2026-yanshi'
const housing = 'yunchuan-housing'

/** One person for each role that works today, by role. */
export const demoSignIns: readonly DemoSignIn[] = [
  { signIn: 'officer', password, name: '演公开', role: 'officer', agency: housing },
  { signIn: 'department', password, name: '演经办', role: 'departmentOfficer', agency: housing },
  { signIn: 'coordinator', password, name: '演审核', role: 'coordinator', agency: housing },
  { signIn: 'head', password, name: '演分管', role: 'head', agency: housing },
  { signIn: 'reviewer', password, name: '演保密', role: 'secrecyReviewer', agency: housing },
  { signIn: 'supervising', password, name: '演主管', role: 'supervisingOffice', agency: 'yunchuan' },
  { signIn: 'city-officer', password, name: '演市办', role: 'officer', agency: 'yunchuan' },
  { signIn: 'city-coordinator', password, name: '演市审', role: 'coordinator', agency: 'yunchuan' },
  { signIn: 'city-head', password, name: '演市长', role: 'head', agency: 'yunchuan' },
  { signIn: 'auditor', password, name: '演审计', role: 'auditor', agency: 'yunchuan' },
  { signIn: 'admin', password, name: '演管理', role: 'administrator', agency: 'yunchuan' },
  { signIn: 'agent', password, name: '演话务', role: 'hotlineAgent', agency: 'yunchuan' },
  { signIn: 'dispatcher', password, name: '演派单', role: 'dispatcher', agency: 'yunchuan' },
  { signIn: 'unit', password, name: '演承办', role: 'handlingUnit', agency: housing },
  { signIn: 'callback', password, name: '演回访', role: 'callbackAgent', agency: 'yunchuan' },
  { signIn: 'supervisor', password, name: '演督办', role: 'supervisor', agency: 'yunchuan' },
  { signIn: 'other-officer', password, name: '演外局', role: 'officer', agency: 'yunchuan-market' },
]
