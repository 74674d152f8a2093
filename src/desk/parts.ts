import { deskPaths } from '../web/paths.ts'
import { holdsOne, type Session } from './session.ts'

/** A part of the office in the menu. */
export interface Part {
  readonly label: string
  readonly path: string
}

/** The parts that this person may open. */
export function partsOf(session: Session): Part[] {
  const above = session.grants.filter(({ role }) => role === 'supervisingOffice')
  const year = Number(session.today.slice(0, 4)) - 1
  const rollUps = above.map(({ agency, agencyName }) => ({
    label: above.length > 1 ? `汇总：${agencyName}` : '汇总',
    path: deskPaths.rollUp(agency, year),
  }))
  const overseers: readonly Part[] = [
    { label: '人员和角色', path: deskPaths.people() },
    { label: '操作留痕', path: deskPaths.trail() },
  ]
  return [
    { label: '今日', path: deskPaths.today() },
    { label: '年度报告', path: deskPaths.reports() },
    ...rollUps,
    { label: '机构', path: deskPaths.agencies() },
    { label: '工作日历', path: deskPaths.calendars() },
    ...(holdsOne(session, 'administrator', 'auditor') ? overseers : []),
    ...(holdsOne(session, 'administrator') ? [{ label: '设置', path: deskPaths.settings() }] : []),
    { label: '我的账户', path: deskPaths.account() },
  ]
}
