import type { AnnualReport } from '../annual-report/form.ts'
import { liveFigure } from '../annual-report/live-figures.ts'
import type { Agency } from '../office/roles.ts'

/** What each agency made public beyond its files, in its own field. */
const fields: Readonly<Record<string, string>> = {
  yunchuan: '围绕民生实事、重大项目和财政资金，按季度公开政府工作报告任务的完成情况。',
  'yunchuan-education': '公开义务教育招生范围、入学条件和民办学校收费，招生季开设咨询专栏。',
  'yunchuan-civil-affairs': '公开城乡低保、特困供养和养老机构补贴的标准与对象，在社区公示栏同步张贴。',
  'yunchuan-finance': '公开部门预算、决算和政府采购目录，配图说明“三公”经费的变化。',
  'yunchuan-resources': '公开征地补偿安置方案和国土空间规划草案，征求意见并公布采纳情况。',
  'yunchuan-environment': '公开空气和饮用水水源水质月报、建设项目环境影响评价审批和处罚决定。',
  'yunchuan-housing': '公开老旧小区改造计划、进度和维修资金使用情况，公布保障性住房的申请条件和轮候名单。',
  'yunchuan-transport': '公开公交线路调整、农村公路建设和出租汽车经营许可，线路调整前征求乘客意见。',
  'yunchuan-health': '公开医疗机构校验结果、疫苗接种点和公共场所卫生监督抽检情况。',
  'yunchuan-market': '公开食品安全抽检、特种设备检查和消费投诉情况，提示不合格产品。',
  'yunchuan-qinghe': '公开乡村振兴项目、惠农补贴发放和土地承包经营权流转情况，村级公示栏同步更新。',
  'yunchuan-luming': '公开宅基地审批、农村危房改造和救助款物发放情况，在各村公示栏张贴。',
  'yunchuan-baishi': '公开宅基地审批、灌溉用水安排和集体资产收支情况，在各村公示栏张贴。',
}

const efforts = [
  '修订公开指南和主动公开目录，统一各栏目的更新时限。',
  '开展公开栏目清理，撤下过期内容，补齐缺少附件的文件。',
  '规范依申请公开答复文书，答复前逐件做合法性审核。',
  '建设统一平台，网站、政务新媒体和查阅场所同源发布。',
  '增加图解和问答形式的政策解读，解读与文件同步发布。',
] as const

/** The words with live figures, so that they cannot part from the tables. */
export function proseOf(
  { code, name }: Pick<Agency, 'code' | 'name'>,
  year: number,
): AnnualReport['narrative'] {
  const received = liveFigure('applications.received[6]')
  const carriedIn = liveFigure('applications.carriedIn[6]')
  const concluded = liveFigure('applications.resultTotal[6]')
  const carriedOut = liveFigure('applications.carriedOut[6]')
  return {
    overview: [
      `${year}年，${name}认真贯彻落实《中华人民共和国政府信息公开条例》，持续提高政务公开质量。`,
      `主动公开方面，${fields[code] ?? '及时公开本机关职能、机构设置和办事指南。'}`,
      `本年新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${concluded}件，结转下年度${carriedOut}件。`,
      `全年因政府信息公开引起行政复议${liveFigure('remedies.reconsideration.total')}件。`,
      `管理和平台方面，${efforts[year % efforts.length] ?? efforts[0]}`,
    ].join('\n'),
    problems: '公开的及时性仍需加强，政策解读形式较为单一。下一步将健全工作台账，按月检查，丰富解读形式。',
    otherMatters: '本年度没有收取信息处理费。',
  }
}
