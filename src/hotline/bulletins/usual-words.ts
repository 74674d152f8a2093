import type { Section } from './content.ts'
import type { BulletinKind } from './period.ts'

const overview = (kind: BulletinKind): Section => ({
  title: '总体情况',
  words: [
    '{{period}}，全市12345热线共受理诉求 {{total}} 件，环比{{total.change}}，同比{{total.year}}。',
    '其中直接办复 {{answered}} 件，转办 {{dispatched}} 件；转办诉求办结率 {{closingRate}}，按时反馈率 {{onTimeRate}}，',
    '满意率 {{satisfactionRate}}（环比{{satisfactionRate.change}}），即时转办率 {{instantRate}}，有效回访率 {{reachedRate}}。',
    kind === 'week'
      ? '截至本期统计时刻，全部在办 {{backlog.open}} 件，其中逾期未反馈 {{backlog.overdue}} 件。'
      : '',
  ].join(''),
})

/** Stands where only people can write, and is not sent to the head. */
export const toBeWritten = '请结合热点问题和专项治理方案写明诉求高发的原因。'

const ranking: Section = {
  title: '办理情况排名',
  words:
    '按考核办法计分，部门中{{units.best}}排名靠前，{{units.last}}排名靠后；县（市）区中{{counties.best}}排名靠前。各项指标和得分见附表。',
}
const topics: Section = { title: '热点问题', words: '群众反映集中的问题有：{{topics}}。' }
const repeated: Section = {
  title: '重复投诉',
  words: '同一诉求人在本期内就同一单位重复反映的诉求共 {{repeated}} 件，请有关单位逐件核查原因。',
}
const ahead: Section = {
  title: '下一步要求',
  words: '各承办单位要对逾期和不满意的诉求逐件核查，举一反三，从源头上减少同类诉求。',
}

/** The prose with which a bulletin of each kind begins, in the words of published ones; every number is a field. */
export const usualSections: Readonly<Record<BulletinKind, readonly Section[]>> = {
  week: [
    overview('week'),
    {
      title: '积压和逾期',
      words: '全部在办 {{backlog.open}} 件，逾期未反馈 {{backlog.overdue}} 件，按单位列于附表。',
    },
    ...[topics, ahead],
  ],
  month: [overview('month'), ranking, topics, repeated, ahead],
  quarter: [
    overview('quarter'),
    {
      title: '走势',
      words:
        '诉求总量环比{{total.change}}，同比{{total.year}}；重办率 {{reopenedRate}}，退单率 {{returnRate}}。',
    },
    { title: '行业', words: '各行业诉求和与上年同期相比的变化列于附表。' },
    topics,
    { title: '原因分析', words: toBeWritten },
    ahead,
  ],
}
