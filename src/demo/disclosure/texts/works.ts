import type { About } from './documents.ts'
import { paragraphs, points, table } from './words.ts'

const wan = (number: number) => number.toFixed(2)

/** The figures of a quarter. */
export function statisticsText({ field, topic, turn }: About, period: string): string {
  const base = 1_200 + ((turn * 173) % 900)
  return `${paragraphs(`${period}，${field.name}${topic.name}运行总体平稳，主要数据如下。`)}
${table(
  `${period}${topic.name}主要数据`,
  ['指标', '单位', '本期', '上年同期', '增减'],
  [
    ['受理件数', '件', base, base - 60, '+60'],
    ['办结件数', '件', base - 25, base - 92, '+67'],
    ['平均办理时间', '个工作日', 6, 8, '-2'],
  ],
)}
${paragraphs('说明：数据来自业务系统，截至本期末；因四舍五入，分项合计与总数可能略有出入。')}`
}

/** A budget or the account of it, with its tables. */
export function budgetText({ field, turn }: About, year: number, stage: string): string {
  const base = 3_000 + ((turn * 311) % 4_000)
  return `<h2>一、部门概况</h2>
${paragraphs(`${field.name}内设${field.departments.join('、')}等科室，负责本领域的行政管理和公共服务。`)}
<h2>二、${year}年度${stage}情况</h2>
${table(
  `收支${stage}总表（单位：万元）`,
  ['项目', '金额', '比上年'],
  [
    ['一般公共预算拨款收入', wan(base), '+2.1%'],
    ['基本支出', wan(base * 0.61), '+1.4%'],
    ['项目支出', wan(base * 0.39), '+3.3%'],
  ],
)}
<h2>三、“三公”经费</h2>
${table(
  '“三公”经费（单位：万元）',
  ['项目', '金额', '比上年'],
  [
    ['因公出国（境）费', wan(0), '持平'],
    ['公务用车购置及运行费', wan(18.6 - (turn % 4)), '-3.1%'],
    ['公务接待费', wan(4.2), '-8.7%'],
  ],
)}
${paragraphs('公务用车运行费减少，主要原因是压减车辆使用。')}`
}

/** A purchase and its result. */
export function procurementText({ field, topic }: About, winner: string, amount: number): string {
  return `${paragraphs(`${field.name}就${topic.name}信息化服务项目组织公开招标，现将结果公告如下。`)}
${table('成交结果', ['项目', '成交供应商', '金额（万元）'], [[`${topic.name}信息化服务项目`, winner, wan(amount)]])}
${paragraphs('各有关当事人对结果有异议的，可以自公告期满之日起七个工作日内以书面形式提出质疑。')}`
}

/** A project from its approval to its progress. */
export function projectText({ field, topic }: About, unit: string): string {
  return `${paragraphs(`${topic.name}工程已经批准，由${unit}组织建设，${field.name}负责监督。`)}
${table(
  '工程概况',
  ['事项', '内容'],
  [
    ['建设内容', `${topic.name}相关设施及配套工程`],
    ['总投资', '4860.00 万元'],
    ['计划工期', '18 个月'],
    ['建设单位', unit],
  ],
)}
${points('设计、施工、监理单位均由公开招标确定', '质量安全监督手续已经办理', '进度每季度公布')}`
}

/** A warning or a plan for the worst. */
export function emergencyText({ field, topic }: About): string {
  return `<h2>一、应急响应</h2>
${paragraphs(`受强降雨影响，${field.name}启动${topic.name}Ⅳ级应急响应。请${topic.who}注意安全，减少不必要的外出。`)}
<h2>二、应对措施</h2>
${points('加强巡查值守，发现险情立即报告', '转移受威胁区域人员，妥善安置', '储备抢险物资，队伍集结待命')}
<h2>三、求助方式</h2>
${paragraphs('遇到险情请拨打 0000-0000110（演示），或者就近向社区、村委会求助。')}`
}

/** Posts that are open, with their conditions. */
export function recruitmentText({ field }: About, places: number): string {
  return `${paragraphs(`因工作需要，${field.name}公开招聘工作人员 ${places} 名，现公告如下。`)}
${table(
  '招聘岗位',
  ['岗位', '名额', '学历', '专业'],
  [
    ['综合管理', Math.ceil(places / 2), '本科以上', '不限'],
    ['专业技术', Math.floor(places / 2), '本科以上', '与岗位相关'],
  ],
)}
${points('报名：网上报名，每人限报一个岗位', '考试：笔试占六成，面试占四成', '公示：拟录用人员公示七个工作日')}`
}

/** What an agency is, where it sits, who leads it. */
export function institutionText({ field }: About): string {
  return `<h2>一、主要职责</h2>
${points(
  '贯彻执行有关法律、法规和方针政策，起草本领域的规范性文件',
  ...field.topics.slice(0, 5).map(({ name }) => `负责${name}的组织实施和监督管理`),
)}
<h2>二、内设机构</h2>
${points('办公室（政务公开科）', ...field.departments)}
<h2>三、办公地址、时间和联系方式</h2>
${paragraphs('地址：云川市演示路一号；办公时间：工作日 9:00 至 12:00、13:30 至 17:30；电话：0000-0000000（演示）。')}`
}

/** What an inspection found. */
export function inspectionText({ field, topic, turn }: About): string {
  const checked = 40 + (turn % 30)
  return `${paragraphs(`按照年度“双随机、一公开”抽查计划，${field.name}对${topic.who}开展了${topic.name}专项检查，结果公布如下。`)}
${table('检查结果', ['检查对象（家）', '合格', '责令改正', '立案查处'], [[checked, checked - 7, 5, 2]])}
${paragraphs('对责令改正的，已逐家复查，全部改正到位；立案查处的，处理结果另行公开。')}`
}

/** Who is helped, how much, and how one applies. */
export function livelihoodText({ field, topic, turn }: About): string {
  return `${paragraphs(`为帮助${topic.who}，${field.name}公布${topic.name}的对象、标准和申请办法。`)}
${table(
  '标准',
  ['类别', '标准', '发放方式'],
  [
    ['一类', `每月 ${600 + (turn % 5) * 20} 元`, '社会保障卡'],
    ['二类', `每月 ${420 + (turn % 5) * 20} 元`, '社会保障卡'],
  ],
)}
${points('申请：向户籍所在地的街道、乡镇提出', '审核：十个工作日内入户核查', '公示：在社区、村公示栏公示七日')}`
}
