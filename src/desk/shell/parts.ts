import type { Agency, Role } from '../../office/roles.ts'
import { deskPaths } from '../../web/paths.ts'
import { holdsOne, type Session } from '../session.ts'

/** A part of the office in the menu. */
export interface Part {
  readonly label: string
  readonly path: string
  /** Where every page of the part lies, if that is not its path. */
  readonly under?: string
  /** Where pages of the part lie that are reached from its list. */
  readonly also?: readonly string[]
}

/** Does this page belong to the part? */
export function isIn({ path, under = path, also = [] }: Part, pathname: string): boolean {
  if (path === deskPaths.today()) return /^\/desk\/?$/.test(pathname)
  return [under, ...also].some(place => pathname.startsWith(place))
}

/** Who works with the sums of a government's agencies. */
const gathering: readonly Role[] = ['supervisingOffice', 'officer', 'coordinator', 'head', 'auditor']

const ofHotline: readonly string[] = [
  deskPaths.topics(),
  deskPaths.figures(),
  deskPaths.wallboard(),
  deskPaths.instructions(),
  deskPaths.categories(),
  deskPaths.answerTemplates(),
  deskPaths.repeats(),
  deskPaths.looks(),
  deskPaths.samples(),
  deskPaths.hotlineDuties(),
  deskPaths.hotlineSettings(),
  deskPaths.calls(),
  deskPaths.publishedAnswers(),
  deskPaths.callbackMessages(),
  ...[
    deskPaths.entries(),
    deskPaths.safety(),
    deskPaths.hotlineDoors(),
    deskPaths.importTickets(),
    deskPaths.visits(),
  ],
]

/** The parts that this person may open. */
export function partsOf(session: Session, agencies: readonly Agency[]): Part[] {
  const year = Number(session.today.slice(0, 4)) - 1
  const above = new Map(
    session.grants
      .filter(
        ({ role, agency }) => gathering.includes(role) && agencies.some(({ parent }) => parent === agency),
      )
      .map(({ agency, agencyName }) => [agency, agencyName]),
  )
  const rollUps = [...above].map(([agency, agencyName]) => ({
    label: above.size > 1 ? `汇总：${agencyName}` : '汇总',
    path: deskPaths.rollUp(agency, year),
    under: deskPaths.rollUp(agency, year).replace(/\d+$/, ''),
  }))
  const overseers: readonly Part[] = [
    { label: '人员和角色', path: deskPaths.people() },
    { label: '操作留痕', path: deskPaths.trail() },
  ]
  return [
    { label: '今日', path: deskPaths.today() },
    {
      ...{ label: '主动公开', path: deskPaths.items() },
      also: [deskPaths.consultation(''), deskPaths.interpretations()],
    },
    { label: '公开时限', path: deskPaths.duties() },
    { label: '网站自查', path: deskPaths.selfCheck() },
    { label: '其他渠道', path: deskPaths.channels() },
    { label: '不予公开台账', path: deskPaths.withheldItems() },
    { label: '依申请公开', path: deskPaths.requests() },
    {
      label: '12345热线',
      path: deskPaths.demands(),
      also: ofHotline,
    },
    { label: '专项治理', path: deskPaths.projects() },
    { label: '热线通报', path: deskPaths.bulletins() },
    { label: '更正信息记录', path: deskPaths.recordCorrections() },
    { label: '网站找错', path: deskPaths.faults() },
    { label: '错敏词', path: deskPaths.watchedWords() },
    { label: '搜索未果', path: deskPaths.missedSearches() },
    { label: '年度报告', path: deskPaths.reports() },
    ...rollUps,
    { label: '机构', path: deskPaths.agencies() },
    { label: '工作日历', path: deskPaths.calendars() },
    ...(holdsOne(session, 'administrator', 'auditor') ? overseers : []),
    ...(holdsOne(session, 'administrator')
      ? [
          { label: '热线接入', path: deskPaths.hotlineDoors(), also: [deskPaths.importTickets()] },
          { label: '公众订阅', path: deskPaths.subscriptions() },
          { label: '设置', path: deskPaths.settings() },
        ]
      : []),
    { label: '我的账户', path: deskPaths.account() },
  ]
}
