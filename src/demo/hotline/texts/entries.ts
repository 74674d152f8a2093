const courses = ['inForce', 'due', 'over', 'draft', 'submitted', 'withdrawn'] as const
/** Where an entry of the demo has come to. */
export type EntryCourse = (typeof courses)[number]

/** An invented entry of the knowledge base. */
export interface WantedEntry {
  /** The unit that answers for it; null for the hotline. */
  readonly unit: string | null
  readonly course: EntryCourse
  readonly public: boolean
  /** Words of the titles of the disclosed items on which it rests; empty for none. */
  readonly source: string
  readonly question: string
  readonly variants: readonly string[]
  readonly answer: string
}

/** Unit, course, public or not, words of the source, question, how people ask it, answer. Conditions and places are invented. */
const rows = `
housing|inForce|public|公共租赁住房|公租房怎样申请|公共租赁住房申请条件;没有房子能不能申请公租房;公租房要哪些材料|在本市连续缴纳社会保险满一年、名下没有住房的家庭可以申请。请带身份证、户口簿、收入证明和住房情况承诺书，到居住地街道便民服务中心受理窗口提交；十五个工作日内告知结果（演示）。
housing|inForce|public||供暖费怎样缴|取暖费什么时候交;供暖费可以减免吗|每年十月十五日至十一月三十日缴纳，可以在供热公司营业厅或者网上缴。低保家庭凭低保证减免三成。没有住人的房屋可以在十月底以前申请停供（演示）。
housing|inForce|public|既有住宅加装电梯|老楼加装电梯怎样申请|加装电梯要多少人同意;一楼不同意能不能装电梯|本单元三分之二以上业主参加表决，参加表决的四分之三以上同意的，由业主代表向街道提出申请，公示十日没有异议的进入设计。补助标准按当年公布的执行（演示）。
housing|inForce|internal|物业服务|物业费上涨应当怎样办|物业没有商量就涨价;物业涨价合不合法|物业服务收费标准的调整应当经业主共同决定并公示。没有经过的，请告知小区名称和涨价时间，转住建局物业管理科核实（演示）。
housing|inForce|internal|repealed 既有住宅加装电梯|加装电梯补助多少钱|装电梯政府给不给钱;电梯补贴标准|每台补助的标准按《云川市既有住宅加装电梯管理办法》执行，竣工验收后由业主代表申领（演示）。
education|inForce|public||入学划片怎样查|孩子上小学划到哪里;学区范围怎么看|每年五月在市教育局网站公布划片范围。输入住址可以查询对应学校；没有列出的新建小区，请向所在街道咨询（演示）。
education|due|public||课后服务怎样收费|课后服务费是不是强制;延时班多少钱|课后服务由学生自愿参加，收费项目和标准应当公示。家庭经济困难的学生免收（演示）。
market|inForce|public||营业执照怎样变更|店面换地址要办什么手续;营业执照改地址|可以在网上办理，也可以到市场监管局窗口办理。请带原执照、申请书和新住所的使用证明；材料齐全的当场办结（演示）。
market|inForce|internal||预付卡不退款怎样处理|健身房关门卡里的钱能不能退;商家跑路怎么办|请来电人提供商家名称、合同和付款凭证，登记为投诉转市场监管局调解；人数多、金额大的同时告知值班人员（演示）。
civil-affairs|inForce|public||高龄津贴怎样领|八十岁老人补贴;老人津贴到哪里办|年满八十周岁的本市户籍老人，从满龄当月起发放。由本人或者家属带身份证和银行卡到社区办理，次月到账（演示）。
civil-affairs|submitted|internal||低保多久复核一次|低保每年要不要重新申请|一般每年复核一次；家庭收入发生变化的应当在一个月内告知社区（演示）。
transport|inForce|public||老年人乘公交怎样优惠|老年卡怎么办;六十五岁坐车要不要钱|年满六十五周岁的老人凭敬老卡免费乘坐市区公交。敬老卡可以在公交公司客服中心或者社区代办点办理（演示）。
health|inForce|public||疫苗接种怎样预约|打疫苗在哪里约;社区卫生站疫苗约不上|可以在社区卫生服务中心现场预约，也可以在网上预约；每周一公布到苗数量（演示）。
environment|draft|internal||夜间施工噪声应当找谁|工地晚上施工可以投诉吗|夜间十时至次日六时，居民区内没有证明的施工应当停止。请登记地点和时间，转住建局；属于生产企业噪声的转生态环境局（演示）。
-|inForce|public||怎样查询诉求的办理进度|我打过电话怎么查进度;查询码忘了怎么办|请打开“查询诉求的办理进度”，填写编号和查询码。查询码遗失的，拨打 12345，凭登记时的电话询问（演示）。
-|over|public||春节期间哪些窗口值班|过年能办业务吗|春节假期政务服务中心留有值班窗口，可以办理不动产查询和身份证临时补领（演示）。
-|withdrawn|internal||暴雪那几天公交线路怎样调整|公交停运了吗|按当日公告执行（演示）。
`

/** The knowledge base of the demo's hotline. */
export const wantedEntries: readonly WantedEntry[] = rows.trim().split('\n').map(entryOf)

function entryOf(row: string): WantedEntry {
  const [unit = '', course, open, source = '', question = '', variants = '', answer = ''] = row.split('|')
  const found = courses.find(each => each === course)
  if (found === undefined || answer === '') throw new RangeError(`no entry: ${row}`)
  return {
    ...{ unit: unit === '-' ? null : `yunchuan-${unit}`, course: found, public: open === 'public' },
    ...{ source, question, variants: variants.split(';'), answer },
  }
}
