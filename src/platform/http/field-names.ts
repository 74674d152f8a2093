/** What fields of forms are called, where their messages do not say it: one line a subject, `field 名称` parted by commas. */
const lines = `
subject 标题,title 标题,body 内容,text 内容,content 内容,words 内容,description 说明,note 备注,summary 摘要,keywords 关键词
name 名称,shortName 简称,code 代码,number 编号,id 编号,ids 编号,key 键,once 随机串,version 版本号,kind 种类,type 类型,types 类型
channel 来源,urgency 紧急程度,state 状态,standing 状态,place 地点,places 地点,area 县区、乡镇,confidential 是否要求保密
caller 来电人,phone 电话,contact 联系方式,leader 批示的领导,person 人员,signIn 登录名,password 密码,role 角色,grants 角色
agency 机构,agencies 机构,unit 单位,units 单位,coUnits 会办单位,hotline 热线,department 部门,parent 上级机构,lead 牵头单位
category 分类,categories 分类,basis 依据,reason 理由,answer 答复,question 问题,variants 其他问法,entry 知识条目,source 来源依据
from 起始日期,to 截止日期,until 截止日期,on 日期,day 日期,days 天数,year 年度,months 月份,dueOn 办理期限,reviewOn 复核日期
received 收到日期,visitedAt 到现场的时间,moment 时间,at 时间,asOf 截止时刻,validFrom 生效日期,validUntil 失效日期,seen 现场情况
sort 排序,page 页码,size 每页行数,q 查找的词,within 几小时内到期,warned 期限提醒,beside 是否会办,callback 回访
by 比较的项目,figure 指标,figures 指标,counts 统计对象,part 分子或分母,group 分组,workdays 工作日数,limit 期限,limits 期限
handling 对办理过程的评价,result 对办理结果的评价,way 方式,failure 没有评价的原因,resolution 办理结果,checked 已核对的个人信息
responsible 应由谁办理,into 并入的诉求,photos 照片数,files 文件,file 文件,sheet 工作表,mapping 对照,columns 列,row 行,rows 行
demand 诉求,demands 诉求,matter 事项,matters 事项,told 权责的内容,decisions 处理意见,topics 热点,measures 措施,cause 成因
client 接入方,perMinute 每分钟件数,service 服务代码,address 地址,media_url 图片网址,events 事项,kinds 种类,public 是否公开
call 通话,event 通话的环节,agent 话务员,recording 录音地址,document 身份证明,purpose 用途,law 依据,series 系列,theme 主题
exportRowsPerDay 每天导出的行数,readDemandsPerDay 每天查看的件数,causelessPerDay 每天无关查看的次数,looksPerHour 每小时查看的次数
numbersPerDay 每天查询的号码数,escalateMinutes 升级的分钟数,sampling 抽样规则,hours 时段,perDay 每天件数,waitDays 等待天数
south 最南的纬度,north 最北的纬度,west 最西的经度,east 最东的经度
`

const names: ReadonlyMap<string, string> = new Map(
  lines
    .trim()
    .split(/[\n,]/)
    .map(each => {
      const [field = '', name = ''] = each.split(' ')
      return [field, name] as const
    }),
)

// What says of what it speaks.
const saysWhat = /^(请|没有这)/

/** What is wrong with a field in a sentence for people: its name stands before what does not say it. */
export function wrongInWords(path: string, said: string): string {
  const steps = path.split('.')
  const field = steps.findLast(step => !/^\d+$/.test(step)) ?? ''
  const name = names.get(field)
  if (saysWhat.test(said) || (name !== undefined && said.includes(name))) return said
  const place = steps.findLast(step => /^\d+$/.test(step))
  const nth = place === undefined ? '' : `第 ${Number(place) + 1} 项`
  if (name === undefined && /[\u4e00-\u9fff]/.test(field)) return `${field}${nth}：${said}`
  return name === undefined ? `“${path}”一项${said}` : `${name}${nth}：${said}`
}
