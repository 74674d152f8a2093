/** A kind of matter that a citizen can choose: a first-level category of the hotline's tree. */
export interface Service {
  readonly code: string
  readonly name: string
  /** Second-level categories: words by which it is found. */
  readonly keywords: readonly string[]
}

const service = (code: string, name: string, keywords: string): Service => ({
  code,
  name,
  keywords: keywords.split(' '),
})

/** The 15 first-level categories of the default tree, in its order; a code is never given to another category. */
export const services: readonly Service[] = [
  service(
    '01',
    '城乡建设',
    '住房保障与房地产 城乡规划 城市建设和市政管理 工程质量 建筑市场 村镇建设 房屋征收与补偿',
  ),
  service('02', '党务政务', '党的建设 宣传舆论 政治体制 民族宗教 港澳台侨 群众团体'),
  service('03', '国土资源', '土地征收 土地资源管理 矿产资源管理 海洋气象地震'),
  service('04', '环境保护', '环境污染 环保管理 建设项目审批'),
  service('05', '纪检监察', '干部作风 失职渎职 滥用职权 贪污贿赂 党政处分'),
  service('06', '交通运输', '交通运输 出租车管理 客货运输 建设管理 邮政管理'),
  service('07', '经济管理', '安全生产 宏观调控 能源管理 金融财税 国资监管 企业破产'),
  service('08', '科技与信息产业', '电信 信息化建设 知识产权 科学技术'),
  service('09', '民政', '优抚 社会救助 社会服务 福利慈善 复退安置 基层选举和社区建设 区划地名'),
  service('10', '农村农业', '土地承包经营 惠农补贴 村务管理 农资农技 水利水电 林业管理 动物防疫'),
  service('11', '商贸旅游', '市场监管 商业贸易 旅游管理 质监检验检疫'),
  service('12', '卫生计生', '公共卫生 医患纠纷 医政监管 食品药品监管 人口计生'),
  service('13', '政法', '社会治安 交通管理 户籍证件 仲裁与调解 法律服务 行政复议 诉讼'),
  service('14', '教育文体', '教育行政管理 教育收费 考试招生 教师队伍和待遇 文化 文物管理 体育'),
  service('15', '劳动和社会保障', '工资福利 劳动关系 劳动保护 就业培训 城镇职工社会保险 退休政策及待遇'),
]

/** The service of this code. */
export function serviceOf(code: string): Service | undefined {
  return services.find(each => each.code === code)
}
