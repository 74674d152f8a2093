/** An agency that handles its requests through the system: its departments, and what is asked of it. */
export interface Asked {
  readonly agency: string
  readonly departments: readonly string[]
  /** What is asked for, Art. 29 (2). */
  readonly topics: readonly string[]
  /** Plainly invented third parties that the information concerns. */
  readonly parties: readonly string[]
  readonly coMaker: string
}

/** 住建局, whose accounts the visitor has, and 市场监管局 as its neighbour. */
export const handling: readonly Asked[] = [
  {
    agency: 'yunchuan-housing',
    departments: ['住房保障科', '房屋征收科', '物业管理科', '建筑市场科'],
    coMaker: '云川市自然资源局',
    parties: ['演示置业有限公司', '演示建设工程有限公司', '演示物业服务有限公司'],
    topics: [
      '公共租赁住房年度分配结果及轮候名单',
      '演示花园小区房屋征收补偿方案及公示材料',
      '演示路老旧小区改造项目的招标文件和中标通知书',
      '演示花园小区住宅专项维修资金收支明细',
      '演示大厦建设工程竣工验收备案表',
      '演示小区物业服务企业招投标备案材料',
      '演示新村危房鉴定报告',
      '演示置业有限公司商品房预售资金监管账户的拨付记录',
      '保障性住房申请条件和审核标准的文件',
      '演示广场项目建筑工程施工许可证及附件',
      '演示小区业主大会备案材料',
      '农村危房改造补助资金的年度分配情况',
      '城镇老旧小区加装电梯的补贴标准和名单',
      '演示工程质量安全监督检查记录',
    ],
  },
  {
    agency: 'yunchuan-market',
    departments: ['食品安全监管科', '特种设备科', '消费者权益保护科'],
    coMaker: '云川市卫生健康委员会',
    parties: ['演示食品有限公司', '演示电梯有限公司'],
    topics: [
      '演示食品有限公司食品抽检不合格的核查处置报告',
      '全市电梯定期检验的年度统计',
      '演示超市投诉举报的处理结果',
      '演示药店药品经营许可的审批材料',
      '校园食堂食品安全检查记录',
      '演示加油站计量检定结果',
      '预付卡消费纠纷的调解统计',
      '网络餐饮平台行政约谈记录',
      '演示农贸市场快速检测数据',
      '价格监督检查的年度方案',
    ],
  },
]

/** What an applicant asks by number: the same words come back after all have been asked. */
export function topicOf({ topics }: Asked, number: number): string {
  const topic = topics[number % topics.length] ?? ''
  const year = 2021 + (Math.floor(number / topics.length) % 4)
  return `${year}年度${topic}`
}

/** Takes one of a list, by number. */
export function oneOf<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length]
  if (found === undefined) throw new RangeError('nothing to choose from')
  return found
}
