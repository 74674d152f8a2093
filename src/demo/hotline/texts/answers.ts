import { type Day, inChinese } from '../../../statute/day.ts'
import { wantedEntries } from './entries.ts'
import { oneOf } from './words.ts'

/** Why it came so, by which rule it is handled, and what people call about; causes and the rules of 云川市 are invented. */
const rows = `
换热站供水温度偏低、部分立管有空气|《云川市供热管理办法》|供暖温度不达标
施工单位赶工期，没有取得夜间施工证明|《中华人民共和国噪声污染防治法》|夜间施工噪声扰民
物业公司没有经业主共同决定就提高标准|《物业管理条例》|物业公司多收费用
排水管被泥沙堵塞，原有水泵排水量不够|《物业管理条例》|地下车库积水
灶具软管老化开裂|《城镇燃气管理条例》|疑似燃气泄漏
外墙防水层超过使用年限|《住宅专项维修资金管理办法》|外墙渗水
门锁部件磨损，维保不及时|《中华人民共和国特种设备安全法》|电梯停运|小区电梯停运
商户停业前没有与会员结清余额|《中华人民共和国消费者权益保护法》|预付卡不退款
后厨防蝇设施损坏，消毒记录不全|《中华人民共和国食品安全法》|餐馆食品不干净
商户使用的电子秤没有按期检定|《中华人民共和国计量法》|超市短斤少两
早高峰道路拥堵，车辆周转不够|《云川市城市公共汽车客运管理办法》|公交候车时间过长|公交线路候车时间过长
学校门口道路改造以后没有补划标线|《中华人民共和国道路交通安全法》|建议增设人行横道|增设过街人行横道
连续降雨，路基松动|《城市道路管理条例》|路面坑洼
当班司机嫌路程短|《云川市巡游出租汽车管理办法》|出租车拒载
学校只通知了总额，没有公示用途|《云川市中小学课后服务管理办法》|课后服务收费不清
材料中缺少居住证明，窗口没有一次说清|《中华人民共和国义务教育法》|入学材料被退回
机构没有办学许可，借用居民住宅上课|《中华人民共和国民办教育促进法》|校外机构违规补课
商户的油烟净化设施长期没有清洗|《中华人民共和国大气污染防治法》|油烟扰民|焚烧秸秆垃圾
沿岸有一处雨水和污水管道混接|《中华人民共和国水污染防治法》|河水发黑有异味
入户核查人员变动，材料没有及时移交|《社会救助暂行办法》|低保申请没有回音
老人更换银行卡以后账户没有更新|《云川市高龄津贴发放办法》|高龄津贴没有到账
就诊人数比平日多一倍，值班诊室不够|《云川市门诊服务规范》|发热门诊排队过久
本月到苗数量少于预约人数|《中华人民共和国疫苗管理法》|疫苗接种约不上
两户的四至记载不一致|《中华人民共和国土地管理法》|宅基地界址有争议
开发单位没有补齐竣工验收备案材料|《不动产登记暂行条例》|不动产证办不下来
村级申报时漏报一户|《云川市农机购置补贴办法》|补贴发放名单有误
上游山洪冲刷，路肩垮塌|《云川市农村公路养护办法》|村道被水冲毁
清运车辆检修，没有安排替换|《云川市生活垃圾管理办法》|垃圾清运不及时
上游用水集中，没有按次序轮灌|《云川市农田灌溉用水管理办法》|灌溉用水不足
`

const found = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap(row => {
      const [cause = '', rule = '', ...subjects] = row.split('|')
      return subjects.map(subject => [subject, { cause, rule }] as const)
    }),
)

/** 套话, which answers nothing: some units write so. */
const hollow = [
  '您反映的问题已收悉，我单位高度重视，将尽快处理，感谢您的关注与支持。',
  '感谢您对我们工作的支持与理解。您反映的问题已转相关部门，下一步我们将进一步加强管理。',
  '我单位高度重视，已安排相关人员进行调查，请您耐心等待。',
]

/** What is answered, where, on which day. */
interface Answering {
  readonly subject: string
  readonly answer: string
  readonly place: string
  readonly on: Day
  readonly urgent: boolean
  readonly draw: () => number
}

/** What the unit writes in the end, as units do: some with cause, day, rule and whom to ask, some briefly, some only 套话. */
export function writtenAnswer({ subject, answer, place, on, urgent, draw }: Answering): string {
  const care = draw()
  const brief = answer.replace(/。$/, '')
  const why = found.get(subject)
  if (care < 0.15 && !urgent) return oneOf(hollow, draw)
  if (care < 0.3 || why === undefined) return `${brief}。`
  const about = `${place}${subject}`
  const day = inChinese(on).replace(/^\d+年/, '')
  if (care < 0.5) return `关于${about}：${brief}。`
  if (care < 0.7) return `您反映的${about}，经核实，原因是${why.cause}。${day}，${brief}。`
  return `您反映的${about}，经核实情况属实，原因是${why.cause}。依据${why.rule}，我单位于${day}到现场处理：${brief}，并已把结果当面告知住户代表。如再次出现，请拨打12345热线电话，说明上次办理的编号，我单位在两个工作日内到场。`
}

const inFull = `
社保缴费怎样查询|可以在市政务服务网上查询，也可以带身份证到政务服务中心社保窗口当场打印缴费记录，查询不收费
身份证怎样补办|根据《中华人民共和国居民身份证法》，本人带户口簿到就近派出所户籍窗口申请补领，六十日内领证；急用的可以同时申领临时身份证
公积金怎样提取|根据《住房公积金管理条例》，在本市没有住房、租房居住的职工每季度可以提取一次；带身份证到公积金窗口办理，也可以在网上申请
停水通知在哪里看|供水公司计划检修前二十四小时在小区张贴并在网上公布；本次因为管道抢修停水，预计当日十八时前恢复
办事窗口电话打不通|经核实，窗口电话因为线路故障暂时无人接听，已转接值班电话并当场答复，线路当日修复
`
const toldInFull = new Map([
  ...wantedEntries.map(({ question, answer }) => [question, answer.replace('（演示）。', '')] as const),
  ...inFull
    .trim()
    .split('\n')
    .map(row => {
      const [subject = '', full = ''] = row.split('|')
      return [subject, full] as const
    }),
])

/** What the hotline answers at once, as agents note it: in full, or only that it was told. */
export function answerAtOnce({ subject, answer, draw }: Omit<Answering, 'place' | 'on' | 'urgent'>): string {
  const full = toldInFull.get(subject)
  const care = draw()
  if (full === undefined || care < 0.35) return `${answer.replace(/。$/, '')}。`
  if (care < 0.65) return `${full}。`
  return `来电人咨询${subject}，已答复：${full}。另告知来电人，情况特殊的可以带材料到政务服务中心综合窗口核对，也可以随时拨打12345热线电话，说明本次编号即可接着办理。`
}
