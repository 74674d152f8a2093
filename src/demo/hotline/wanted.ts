import type { DemandType, Urgency } from '../../hotline/demand.ts'

/** A demand of the demo: what is wanted, and which unit handles it; null is answered at once. */
export interface WantedDemand {
  readonly type: DemandType
  readonly subject: string
  readonly body: string
  readonly unit: string | null
  readonly basis: string
  /** What the unit says in the end, or the caller is told at once. */
  readonly answer: string
  readonly urgency?: Urgency
}

const housing = 'yunchuan-housing'

/** What people call about; places and people are invented. */
export const wantedDemands: readonly WantedDemand[] = [
  {
    ...{ type: 'complaint', subject: '夜间施工噪声扰民', unit: housing, basis: '权责清单：建筑施工管理' },
    body: '工地晚上十一点以后仍在浇筑混凝土，影响休息，希望停止夜间施工。',
    answer: '已责令施工单位停止夜间作业，并安排夜间巡查。',
  },
  {
    ...{ type: 'consultation', subject: '公租房怎样申请', unit: null, basis: '' },
    body: '刚到本市工作，想了解公共租赁住房的申请条件和材料。',
    answer: '已告知申请条件、材料和受理地点，并发送办事指南。',
  },
  {
    ...{ type: 'help', subject: '小区电梯停运', unit: 'yunchuan-market', basis: '权责清单：特种设备安全' },
    body: '电梯停运三天，老人上下楼困难，希望尽快修复。',
    answer: '维保单位已更换门锁部件，电梯经检验恢复运行。',
    urgency: 'urgent',
  },
  {
    ...{
      type: 'complaint',
      subject: '公交线路候车时间过长',
      unit: 'yunchuan-transport',
      basis: '权责清单：城市公交',
    },
    body: '早高峰等车超过四十分钟，希望增加班次。',
    answer: '自下周起早高峰增加四个班次。',
  },
  {
    ...{ type: 'report', subject: '疑似燃气泄漏', unit: housing, basis: '权责清单：城镇燃气管理' },
    body: '楼道内有明显的燃气味，请马上派人检查。',
    answer: '抢修人员到场检测，更换老化软管，复测合格。',
    urgency: 'danger',
  },
  {
    ...{ type: 'help', subject: '供暖温度不达标', unit: housing, basis: '权责清单：供热管理' },
    body: '室内温度只有十五度，家中有婴儿，希望处理。',
    answer: '换热站已调高供水温度，入户测温达标。',
  },
  {
    ...{
      type: 'suggestion',
      subject: '增设过街人行横道',
      unit: 'yunchuan-transport',
      basis: '权责清单：道路交通设施',
    },
    body: '学校门口没有人行横道，学生过街不安全，建议增设。',
    answer: '已列入下一季度交通设施完善计划。',
  },
  {
    ...{ type: 'praise', subject: '表扬窗口工作人员', unit: null, basis: '' },
    body: '窗口工作人员耐心帮助老人办理手续，特此表扬。',
    answer: '已转告其所在单位。',
  },
]
