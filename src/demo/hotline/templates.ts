import { makeTemplate } from '../../hotline/act/templates/templates.ts'
import { instantOf } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { addDays, type Day } from '../../statute/day.ts'
import { must } from '../tell.ts'
import type { Who } from '../who.ts'

/** What the units write again and again, with places to fill. */
const templates = [
  [
    'yunchuan-housing',
    '施工噪声',
    '{登记时间}反映的{地点}施工噪声，执法人员已到现场，要求{施工单位}停止夜间作业。',
  ],
  ['yunchuan-housing', '供暖温度', '{地点}的供暖温度已入户测量，实测{温度}，换热站已调整，复测达标。'],
  ['yunchuan-market', '电梯停运', '{地点}的电梯由维保单位更换{部件}，经检验合格，{反馈日期}恢复运行。'],
  ['yunchuan-transport', '公交班次', '{线路}自{日期}起早高峰增加{班次数}个班次，感谢您的建议。'],
] as const

/** Tells the templates of the units, made by who handles demands there. */
export async function tellTemplates(
  work: Work,
  { until, who }: { readonly until: Day; readonly who: Who },
): Promise<void> {
  const moment = instantOf(addDays(until, -30), '09:30:00')
  for (const [unit, name, words] of templates)
    must(await makeTemplate(work, { by: who('handlingUnit', unit), moment }, { unit, name, words }))
}
