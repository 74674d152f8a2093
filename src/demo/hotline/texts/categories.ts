/** The category of the office's tree that an agent chooses, by what people call about; what is not here stays without one. */
const rows = `
城乡建设/城市建设和市政管理/冬季采暖|供暖温度不达标|供暖费怎样缴
环境保护/环境污染/噪音污染|夜间施工噪声扰民
城乡建设/住房保障与房地产/物业服务|物业公司多收费用|地下车库积水
城乡建设/城市建设和市政管理/燃气供应|疑似燃气泄漏
城乡建设/城市建设和市政管理/电力供应|居民楼频繁停电
城乡建设/住房保障与房地产/修缮装修|外墙渗水
商贸旅游/质监检验检疫/特种设备管理|电梯停运|小区电梯停运
商贸旅游|预付卡不退款|超市短斤少两|营业执照怎样变更
卫生计生/食品药品监管/食品安全|餐馆食品不干净
城乡建设/城市建设和市政管理/公共汽车|公交候车时间过长|公交线路候车时间过长
交通运输|建议增设人行横道|增设过街人行横道|路面坑洼|村道被水冲毁
交通运输/出租车管理/行业监管|出租车拒载
教育文体/教育收费/收费标准|课后服务收费不清
教育文体|入学材料被退回|校外机构违规补课|入学划片怎样查
环境保护/环境污染/大气污染|油烟扰民|焚烧秸秆垃圾
环境保护/环境污染/水污染|河水发黑有异味
民政/社会救助/城镇低保|低保申请没有回音
民政|高龄津贴没有到账
卫生计生/医政监管/医疗技术和服务|发热门诊排队过久
卫生计生|疫苗接种约不上
农村农业/土地承包经营/宅基地纠纷|宅基地界址有争议
城乡建设/住房保障与房地产/房产证登记、办理|不动产证办不下来
农村农业/惠农补贴/农机农资补贴|补贴发放名单有误
城乡建设/城市建设和市政管理/环境卫生|垃圾清运不及时
农村农业/水利水电/引水调水|灌溉用水不足
城乡建设/住房保障与房地产/保障性住房|公租房怎样申请
劳动和社会保障/城镇职工社会保险/职工养老保险|社保缴费怎样查询
政法/户籍证件/身份证管理|身份证怎样补办
城乡建设/住房保障与房地产/住房公积金|公积金怎样提取
城乡建设/城市建设和市政管理/自来水供应|停水通知在哪里看
党务政务/党的建设/作风建设|办事窗口电话打不通|建议延长窗口服务时间|表扬窗口工作人员
`

/** Category by subject. */
export const categoryOfSubject: ReadonlyMap<string, string> = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap(row => {
      const [category = '', ...subjects] = row.split('|')
      return subjects.map(subject => [subject, category] as const)
    }),
)

/** Where another agent puts the same matter at times, as clerks do. */
const otherwise: ReadonlyMap<string, string> = new Map([
  ['夜间施工噪声扰民', '城乡建设/城市建设和市政管理/城管执法'],
  ['地下车库积水', '城乡建设/城市建设和市政管理/城市公共设施'],
  ['电梯停运', '城乡建设/住房保障与房地产/物业服务'],
  ['餐馆食品不干净', '商贸旅游'],
  ['建议增设人行横道', '城乡建设/城市建设和市政管理/城市公共设施'],
  ['公交候车时间过长', '交通运输'],
  ['垃圾清运不及时', '环境保护'],
  ['校外机构违规补课', '商贸旅游'],
  ['村道被水冲毁', '农村农业'],
])

/** The category that an agent chooses for what is called about; one in seven sees it otherwise where it can be seen so. */
export function chosenCategory(subject: string, draw: () => number): string | undefined {
  const usual = categoryOfSubject.get(subject)
  return draw() < 1 / 7 ? (otherwise.get(subject) ?? usual) : usual
}
