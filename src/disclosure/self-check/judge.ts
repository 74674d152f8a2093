import { addDays, type Day, dayNumber, inChinese } from '../../statute/day.ts'
import { faultVetoOn } from '../voices.ts'

/** A column of the site with its limit: settings. */
export interface SiteColumn {
  readonly id: string
  readonly name: string
  readonly forms: readonly string[]
  /** 动态要闻, 通知公告, 政策文件: five of them stale are a veto; of the others ten. */
  readonly strict: boolean
  readonly limitDays: number
  /** The department that is responsible for it. */
  readonly department: string
}

/** A page that a finding is about. */
export interface FoundPage {
  readonly words: string
  readonly path: string | null
}

/** What the site knows of itself on a day. */
export interface SiteFacts {
  /** The day of the latest publication: the front page shows it. */
  readonly lastOn: Day | null
  readonly columns: readonly (SiteColumn & { readonly last: Day | null; readonly count: number })[]
  /** Public items without a day of publication: not counted as updates. */
  readonly undated: readonly FoundPage[]
  /** Messages of readers without an answer, the oldest first. */
  readonly messages: readonly (FoundPage & { readonly filedOn: Day })[]
  /** The last seven days' visits to the front page. */
  readonly visits: { readonly all: number; readonly failed: number; readonly slow: number }
  /** Editions whose day of publication is not that of their moment. */
  readonly forged: readonly FoundPage[]
  /** Severe wrong words on public pages. */
  readonly severe: readonly FoundPage[]
  /** Dead links on public pages; null where nobody has looked yet. */
  readonly deadLinks: readonly FoundPage[] | null
}

/** How a rule stands; `unknown` where there is too little to judge by, `person` where no program can. */
export type Verdict = 'fails' | 'near' | 'passes' | 'unknown' | 'person'
export const verdictLabel = {
  fails: '不合格',
  near: '临近',
  passes: '合格',
  unknown: '无法判断',
  person: '需要人工检查',
} as const satisfies Record<Verdict, string>

/** One rule of the national check, judged. */
export interface CheckLine {
  readonly rule: string
  readonly label: string
  readonly limit: string
  readonly actual: string
  readonly verdict: Verdict
  /** Days until the limit would be broken if nothing happened; null where time does not break it. */
  readonly daysLeft: number | null
  readonly responsible: string
  readonly findings: readonly FoundPage[]
}

/** The notice whose vetoes are counted. */
export const siteCheckNotice = '国办秘函〔2019〕19号'
/** A limit this close is near. */
const nearDays = 7
const homeDays = 14
const slowSeconds = 15
/** At least so many visits in the week are judged. */
const fewestVisits = 24
const office = '公开工作机构'

/** Would the site fail the national check today? Every veto against its limit; what no program can judge is said so. */
export function judged(facts: SiteFacts, today: Day): CheckLine[] {
  return [
    ...[severeLine(facts), forgedLine(facts), reachLine(facts), homeLine(facts, today)],
    columnsLine(facts, today, {
      ...{ rule: 'stale', label: '动态要闻、通知公告、政策文件类栏目更新', most: 5 },
      columns: facts.columns.filter(({ strict }) => strict),
    }),
    columnsLine(facts, today, {
      ...{ rule: 'longStale', label: '应更新未更新的栏目', most: 10, columns: facts.columns },
    }),
    ...[blankLine(facts), messageLine(facts, today), undatedLine(facts), linkLine(facts)],
    ...forPeople,
  ]
}

const none = (rule: string, label: string, limit: string, found: readonly FoundPage[]): CheckLine => ({
  ...{ rule, label, limit, actual: found.length === 0 ? '没有' : `${found.length} 处` },
  verdict: found.length > 0 ? 'fails' : 'passes',
  ...{ daysLeft: null, responsible: office, findings: found },
})

function severeLine({ severe }: SiteFacts): CheckLine {
  return none('severe', '严重表述错误', '不得出现', severe)
}

function forgedLine({ forged }: SiteFacts): CheckLine {
  return none('forged', '伪造发稿日期', '不得出现', forged)
}

function reachLine({ visits: { all, failed, slow } }: SiteFacts): CheckLine {
  const bad = failed + slow
  const share = all === 0 ? 0 : (bad * 100) / all
  const few = all < fewestVisits
  return {
    ...{ rule: 'reach', label: '网站可用性' },
    limit: `一周内打不开或者超过 ${slowSeconds} 秒的访问不超过 5%`,
    actual: `一周访问 ${all} 次，打不开 ${failed} 次，超时 ${slow} 次（${share.toFixed(1)}%）`,
    verdict: few ? 'unknown' : share > 5 ? 'fails' : share > 3 ? 'near' : 'passes',
    ...{ daysLeft: null, responsible: '网站运维单位' },
    findings: few
      ? [{ words: `一周访问不足 ${fewestVisits} 次，积累后再判断；程序每小时访问一次首页。`, path: null }]
      : [],
  }
}

function homeLine({ lastOn }: SiteFacts, today: Day): CheckLine {
  const left = lastOn === null ? null : dayNumber(addDays(lastOn, homeDays)) - dayNumber(today)
  return {
    ...{ rule: 'home', label: '首页更新', limit: '超过 2 周未更新', responsible: office, findings: [] },
    actual: lastOn === null ? '从未发布' : `最近 ${inChinese(lastOn)}发布`,
    verdict: left === null || left < 0 ? 'fails' : left <= nearDays ? 'near' : 'passes',
    daysLeft: left,
  }
}

type Column = SiteFacts['columns'][number]

/** When a column becomes stale; a blank one is counted among the blank. */
function staleFrom({ last, limitDays }: Column): Day | undefined {
  return last === null ? undefined : addDays(last, limitDays + 1)
}

function columnsLine(
  _: SiteFacts,
  today: Day,
  {
    rule,
    label,
    most,
    columns,
  }: {
    readonly rule: string
    readonly label: string
    readonly most: number
    readonly columns: readonly Column[]
  },
): CheckLine {
  const dated = columns
    .flatMap(column => {
      const from = staleFrom(column)
      return from === undefined ? [] : [{ column, from }]
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const stale = dated.filter(({ from }) => from <= today)
  // The limit breaks on the day on which the last of so many columns turns stale.
  const breaking = dated[most - 1]
  const daysLeft = breaking === undefined ? null : dayNumber(breaking.from) - dayNumber(today) - 1
  const fails = stale.length >= most
  const near = !fails && (stale.length >= most - 2 || (daysLeft !== null && daysLeft <= nearDays))
  return {
    ...{ rule, label, limit: `${most} 个以上栏目未按期更新`, actual: `${stale.length} 个` },
    verdict: fails ? 'fails' : near && stale.length > 0 ? 'near' : 'passes',
    ...{ daysLeft, responsible: departmentsOf(stale.map(({ column }) => column)) },
    findings: stale.map(({ column: { name, last, limitDays, department } }) => ({
      words: `“${name}”最近 ${last === null ? '' : inChinese(last)}更新，期限 ${limitDays} 天，责任：${department}`,
      path: null,
    })),
  }
}

function blankLine({ columns }: SiteFacts): CheckLine {
  const blank = columns.filter(({ count }) => count === 0)
  return {
    ...{ rule: 'blank', label: '空白栏目', limit: '5 个以上', actual: `${blank.length} 个`, daysLeft: null },
    verdict: blank.length >= 5 ? 'fails' : blank.length >= 3 ? 'near' : 'passes',
    responsible: departmentsOf(blank),
    findings: blank.map(({ name, department }) => ({
      words: `“${name}”没有内容，责任：${department}`,
      path: null,
    })),
  }
}

function departmentsOf(columns: readonly SiteColumn[]): string {
  const names = [...new Set(columns.map(({ department }) => department).filter(name => name !== ''))]
  return names.length === 0 ? office : names.join('、')
}

function messageLine({ messages }: SiteFacts, today: Day): CheckLine {
  const late = messages.filter(({ filedOn }) => today >= faultVetoOn(filedOn))
  const [oldest] = messages
  const left = oldest === undefined ? null : dayNumber(faultVetoOn(oldest.filedOn)) - dayNumber(today) - 1
  return {
    ...{ rule: 'messages', label: '网民留言答复', limit: '有效留言超过 3 个月未答复', daysLeft: left },
    actual: `待答复 ${messages.length} 件，超过 3 个月 ${late.length} 件`,
    verdict: late.length > 0 ? 'fails' : left !== null && left <= nearDays * 2 ? 'near' : 'passes',
    ...{ responsible: office, findings: late.length > 0 ? late : messages.slice(0, 20) },
  }
}

function undatedLine({ undated }: SiteFacts): CheckLine {
  return {
    ...{ rule: 'undated', label: '没有发布时间的信息', limit: '视为未更新', daysLeft: null },
    ...{ actual: undated.length === 0 ? '没有' : `${undated.length} 件`, responsible: office },
    verdict: undated.length > 0 ? 'near' : 'passes',
    findings: undated,
  }
}

function linkLine({ deadLinks }: SiteFacts): CheckLine {
  return {
    ...{ rule: 'links', label: '错链、断链', limit: '扣分项：应当逐处改正', daysLeft: null },
    actual: deadLinks === null ? '尚未检查' : deadLinks.length === 0 ? '没有' : `${deadLinks.length} 处`,
    verdict: deadLinks === null ? 'unknown' : deadLinks.length > 0 ? 'near' : 'passes',
    ...{ responsible: office, findings: deadLinks ?? [] },
  }
}

const byHand = (rule: string, label: string, look: string): CheckLine => ({
  ...{ rule, label, limit: '单项否决', actual: '程序不能判断', verdict: 'person', daysLeft: null },
  ...{ responsible: office, findings: [{ words: look, path: null }] },
})

/** What a program cannot judge, with what a person must look at. */
const forPeople: readonly CheckLine[] = [
  byHand(
    'meaning',
    '表述的政治性错误',
    '通读首页、要闻和最近发布的信息：用词表之外的提法、职务、地图、旗徽是否正确。',
  ),
  byHand('secrets', '泄露国家秘密', '对照保密审查记录，抽查最近发布的附件和图片。'),
  byHand('services', '办事服务功能不可用', '逐项点开办事入口：能否打开、能否提交、查询有无结果。'),
  byHand('channel', '互动渠道不可用', '以公众身份提交一条咨询留言和一条找错，看能否收到编号、能否查询答复。'),
  byHand('quality', '答复质量', '抽查最近的答复：是否答非所问、推诿、只留电话。'),
]

/** How many rules a day's check failed, and how many are near. */
export function countVerdicts(lines: readonly CheckLine[]): {
  readonly fails: number
  readonly near: number
} {
  const of = (verdict: Verdict) => lines.filter(each => each.verdict === verdict).length
  return { fails: of('fails'), near: of('near') }
}

/** The self-check as the desk shows it. */
export interface SelfCheckView {
  readonly on: Day
  /** Made just now, or kept from that day. */
  readonly kept: boolean
  readonly lines: readonly CheckLine[]
  readonly history: readonly { readonly on: string; readonly fails: number; readonly near: number }[]
  readonly columns: readonly SiteColumn[]
  readonly maySet: boolean
}
