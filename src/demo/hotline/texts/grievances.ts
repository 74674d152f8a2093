import { type DemandType, demandTypes, type Urgency, urgencies } from '../../../hotline/demand.ts'

/** In which part of the year more people call about it. */
const seasons = ['winter', 'summer', 'rain', 'school', 'all'] as const
type Season = (typeof seasons)[number]

/** What people call about; a place is put before the subject. Null as unit is answered at once. */
export interface Grievance {
  readonly type: DemandType
  readonly unit: string | null
  /** How often, against the others of its kind. */
  readonly weight: number
  readonly season: Season
  readonly subject: string
  readonly body: string
  /** What the unit says in the end, or the caller is told at once. */
  readonly answer: string
  readonly urgency: Urgency
}

/** Type, unit, weight, season, subject, body, answer, and how much it hurries where it does. */
const rows = `
help|housing|10|winter|供暖温度不达标|室内温度只有十五度，老人孩子受凉|换热站已调高供水温度，入户测温达标
complaint|housing|6|summer|夜间施工噪声扰民|工地夜里十一点以后仍在浇筑混凝土|已责令停止夜间作业并安排夜间巡查
complaint|housing|6|all|物业公司多收费用|物业没有公示就提高了收费标准|已约谈物业公司，多收的费用退还到户
help|housing|5|rain|地下车库积水|一下雨车库就积水，车辆无法进出|已疏通排水管并增设一台水泵
report|housing|2|all|疑似燃气泄漏|楼道里有明显的燃气味|抢修人员到场更换老化软管，复测合格|danger
help|housing|4|all|外墙渗水|雨后卧室墙面渗水，墙皮脱落|已列入维修计划，本月进场施工
help|housing|3|summer|居民楼频繁停电|用电高峰一晚上停电两次，空调用不了|已增容变压器并更换线路，恢复正常供电
help|market|6|all|电梯停运|电梯停运三天，老人上下楼困难|维保单位已更换门锁部件，检验后恢复运行|urgent
complaint|market|5|all|预付卡不退款|健身房关门，办的卡余额不退|已组织调解，商家分两次退还余额
report|market|4|summer|餐馆食品不干净|餐馆后厨有苍蝇，碗筷没有消毒|已现场检查并责令整改，复查合格
report|market|3|all|超市短斤少两|买的蔬菜回家称重少了二两|已检定电子秤，对商户作出处罚
complaint|transport|6|all|公交候车时间过长|早高峰等车超过四十分钟|自下周起早高峰增加四个班次
suggestion|transport|3|school|建议增设人行横道|学校门口没有人行横道，学生过街不安全|已列入下一季度交通设施完善计划
help|transport|5|rain|路面坑洼|路面有深坑，夜里骑车容易摔倒|已完成路面修补
complaint|transport|3|all|出租车拒载|司机听说路近就不肯走|已核实并按规定处理当班司机
complaint|education|4|school|课后服务收费不清|学校课后服务收费没有说明用途|学校已公示收费项目和标准
help|education|4|school|入学材料被退回|外来务工子女入学材料被退回，没有说明理由|已当面说明所缺材料并重新受理
report|education|2|summer|校外机构违规补课|假期仍有机构在居民楼里补课|已查实并责令停止办班
complaint|environment|5|summer|油烟扰民|楼下烧烤店油烟直排，窗户不敢开|商户已安装油烟净化设施，检测达标
report|environment|3|all|河水发黑有异味|小河水面发黑，有刺鼻气味|已封堵混接排口，水质连续两周达标
complaint|environment|3|winter|焚烧秸秆垃圾|傍晚有人焚烧垃圾，烟味呛人|已现场制止并加密巡查
help|civil-affairs|4|all|低保申请没有回音|交了低保申请材料两个月没有回音|已完成入户核查，本月起发放
help|civil-affairs|2|all|高龄津贴没有到账|八十岁老人本季度津贴没有到账|因账户变更退回，已重新发放
complaint|health|4|winter|发热门诊排队过久|发热门诊排队三个小时|已增开两个诊室，候诊时间缩短
help|health|3|school|疫苗接种约不上|社区卫生站的疫苗一直约不上|已补充到苗，通知预约人接种
complaint|resources|2|all|宅基地界址有争议|邻居建房占了自家宅基地|已组织双方测量并签订协议
help|resources|3|all|不动产证办不下来|交房四年仍不能办理不动产证|开发单位已补齐资料，分批办理
report|finance|1|all|补贴发放名单有误|农机补贴名单里没有自家|已核对名单并补发
help|qinghe|3|rain|村道被水冲毁|村口道路被水冲毁，车辆无法通行|已修通便道，汛后重建
complaint|luming|2|all|垃圾清运不及时|村口垃圾池三天没有清运|已调整清运频次为每日一次
help|baishi|2|summer|灌溉用水不足|下游地块一周没有来水|已协调轮灌，当日放水
consultation|-|20|all|公租房怎样申请|想了解公共租赁住房的申请条件和材料|已告知申请条件、材料和受理地点
consultation|-|16|all|社保缴费怎样查询|想查询本人社保缴费记录|已告知查询途径和窗口电话
consultation|-|12|winter|供暖费怎样缴|想了解今年供暖费的缴纳时间和减免|已告知缴费时间、渠道和减免条件
consultation|-|12|school|入学划片怎样查|想了解孩子上小学的划片范围|已告知划片范围和报名时间
consultation|-|10|all|身份证怎样补办|身份证丢失，想了解补办手续|已告知补办手续和就近受理点
consultation|-|8|all|公积金怎样提取|想了解租房提取公积金的手续|已告知提取条件和线上办理方法
consultation|-|8|summer|停水通知在哪里看|家里停水，想知道什么时候恢复|已告知检修范围和恢复时间
consultation|-|6|all|营业执照怎样变更|小店换地址，想了解执照变更手续|已告知线上变更步骤
help|-|6|all|办事窗口电话打不通|窗口电话一直没有人接|已转接窗口并当场答复
suggestion|-|3|all|建议延长窗口服务时间|上班族下班后办不了事|已记录建议并转告管理单位
praise|-|4|all|表扬窗口工作人员|工作人员耐心帮助老人办理手续|已转告其所在单位
`

/** What people of 云川市 call about, all invented. */
export const grievances: readonly Grievance[] = rows.trim().split('\n').map(grievanceOf)

function grievanceOf(row: string): Grievance {
  const [type, unit, weight, season, subject = '', body = '', answer = '', urgency = 'ordinary'] =
    row.split('|')
  return {
    ...{ type: among(demandTypes, type), weight: Number(weight), season: among(seasons, season) },
    ...{ subject, body, answer, urgency: among(urgencies, urgency) },
    unit: unit === '-' ? null : `yunchuan-${unit}`,
  }
}

function among<T extends string>(list: readonly T[], text: string | undefined): T {
  const found = list.find(each => each === text)
  if (found === undefined) throw new RangeError(`no such word: ${text}`)
  return found
}

/** How many times as often as on an even day, by the month. */
export const seasonal: Readonly<Record<Season, readonly number[]>> = {
  winter: [3, 2.2, 1, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.5, 2.5, 3],
  summer: [0.3, 0.3, 0.5, 0.8, 1.2, 2, 2.4, 2.2, 1.2, 0.6, 0.4, 0.3],
  rain: [0.2, 0.2, 0.5, 0.8, 1.2, 2.2, 3, 2.4, 1, 0.4, 0.2, 0.2],
  school: [0.6, 1.2, 1.2, 0.6, 0.8, 1.6, 1.8, 2.4, 1.6, 0.4, 0.4, 0.4],
  all: [1, 0.9, 1, 1, 1, 1, 1.1, 1.1, 1, 1, 1, 1],
}
