import type { Theme } from '../../statute/proactive.ts'

/** What an agency of the demo city writes about. */
export interface Field {
  readonly agency: string
  /** 发文字号's word, 云建发. */
  readonly word: string
  /** Its name in the middle of a sentence. */
  readonly name: string
  readonly theme: Theme
  readonly departments: readonly string[]
  readonly topics: readonly Topic[]
  /** What it permits, punishes or charges for; empty where it does none of it. */
  readonly permits: readonly string[]
  readonly offences: readonly string[]
}

/** A matter of an agency: its name, and whom it concerns. */
export interface Topic {
  readonly name: string
  readonly who: string
}

const topic = (name: string, who: string): Topic => ({ name, who })

interface Rest {
  readonly theme: Theme
  readonly departments: readonly string[]
  readonly topics: readonly Topic[]
  readonly permits?: readonly string[]
  readonly offences?: readonly string[]
}

const field = (agency: string, word: string, name: string, rest: Rest): Field => ({
  ...{ agency, word, name, permits: [], offences: [], ...rest },
})

/** The model bureau, whose accounts the visitor has, and whose second table is counted. */
export const housingField = field('yunchuan-housing', '云建发', '市住房城乡建设局', {
  ...{
    theme: '城乡建设、环境保护',
    departments: ['住房保障科', '房屋征收科', '物业管理科', '建筑市场科', '城市建设科'],
  },
  topics: [
    ...[
      topic('老旧小区改造', '小区居民'),
      topic('公共租赁住房', '住房困难家庭'),
      topic('物业服务', '业主和物业服务人'),
    ],
    ...[
      topic('住宅专项维修资金', '业主'),
      topic('建筑施工扬尘治理', '施工单位'),
      topic('城镇燃气安全', '燃气经营企业和用户'),
    ],
    ...[topic('国有土地上房屋征收补偿', '被征收人'), topic('农村危房改造', '农村低收入群体')],
    ...[
      topic('既有住宅加装电梯', '申请加装的业主'),
      topic('建设工程质量检测', '检测机构'),
      topic('房屋租赁', '出租人和承租人'),
    ],
    topic('城市道路挖掘', '建设单位'),
  ],
  permits: [
    '建筑工程施工许可',
    '商品房预售许可',
    '建筑业企业资质核准',
    '城镇污水排入排水管网许可',
    '燃气经营许可',
  ],
  offences: [
    '未取得施工许可证擅自施工',
    '施工现场未采取扬尘防治措施',
    '未按照工程设计图纸施工',
    '物业服务人擅自改变公共部位用途',
  ],
})

/** What every other agency of the city writes about. */
export const fields: readonly Field[] = [
  field('yunchuan', '云政发', '市人民政府', {
    ...{ theme: '综合政务', departments: ['综合科', '政务公开科'] },
    topics: [
      ...[
        topic('重大行政决策程序', '决策承办单位'),
        topic('政务服务“一件事”', '企业和群众'),
        topic('民生实事', '市民'),
      ],
      ...[
        topic('营商环境', '经营主体'),
        topic('应急物资储备', '各县区、各部门'),
        topic('政府投资项目', '项目单位'),
      ],
    ],
  }),
  field('yunchuan-education', '云教发', '市教育局', {
    ...{ theme: '科技、教育', departments: ['基础教育科', '职业教育科'], permits: ['民办学校设立许可'] },
    topics: [
      ...[
        topic('义务教育招生入学', '适龄儿童家庭'),
        topic('中小学课后服务', '学生家长'),
        topic('校外培训', '校外培训机构'),
      ],
      ...[
        topic('学生资助', '家庭经济困难学生'),
        topic('普惠性幼儿园认定', '民办幼儿园'),
        topic('校园食品安全', '学校和供餐单位'),
      ],
    ],
  }),
  field('yunchuan-civil-affairs', '云民发', '市民政局', {
    ...{
      theme: '民政、扶贫、救灾',
      departments: ['社会救助科', '养老服务科'],
      permits: ['社会团体成立登记'],
    },
    topics: [
      ...[
        topic('最低生活保障', '困难家庭'),
        topic('养老机构补贴', '养老机构'),
        topic('临时救助', '遇到急难的家庭'),
      ],
      ...[
        topic('特困人员供养', '特困人员'),
        topic('殡葬服务', '丧属'),
        topic('困境儿童保障', '困境儿童及其监护人'),
      ],
    ],
  }),
  field('yunchuan-finance', '云财发', '市财政局', {
    ...{ theme: '财政、金融、审计', departments: ['预算科', '政府采购监督管理科'] },
    topics: [
      ...[
        topic('政府采购', '采购人和供应商'),
        topic('预算绩效管理', '预算单位'),
        topic('行政事业单位国有资产', '行政事业单位'),
      ],
      ...[
        topic('惠民惠农补贴“一卡通”', '领取补贴的群众'),
        topic('政府购买服务', '购买主体'),
        topic('会计信息质量检查', '会计单位'),
      ],
    ],
  }),
  field('yunchuan-resources', '云自然资发', '市自然资源局', {
    ...{
      theme: '国土资源、能源',
      departments: ['国土空间规划科', '耕地保护科'],
      permits: ['建设工程规划许可', '建设用地规划许可'],
    },
    topics: [
      ...[
        topic('征地补偿', '被征地农民'),
        topic('工业项目“标准地”', '用地企业'),
        topic('不动产登记', '申请人'),
      ],
      ...[
        topic('耕地保护补偿', '村集体'),
        topic('国土空间规划', '社会公众'),
        topic('地质灾害防治', '受威胁的群众'),
      ],
    ],
  }),
  field('yunchuan-environment', '云环发', '市生态环境局', {
    ...{
      theme: '城乡建设、环境保护',
      departments: ['大气环境科', '水生态环境科'],
      permits: ['排污许可', '建设项目环境影响评价审批'],
    },
    topics: [
      ...[
        topic('重污染天气应对', '排污单位'),
        topic('入河排污口监督管理', '责任主体'),
        topic('噪声污染防治', '噪声排放单位'),
      ],
      ...[
        topic('排污许可', '排污单位'),
        topic('危险废物规范化管理', '产废单位'),
        topic('饮用水水源保护', '沿线单位和居民'),
      ],
    ],
    offences: ['未按照排污许可证的规定排放污染物', '危险废物贮存不规范', '夜间施工噪声超标'],
  }),
  field('yunchuan-transport', '云交发', '市交通运输局', {
    ...{
      theme: '工业、交通',
      departments: ['运输管理科', '公路建设科'],
      permits: ['道路货物运输经营许可', '出租汽车经营许可'],
    },
    topics: [
      ...[
        topic('农村公路养护', '乡镇和养护单位'),
        topic('出租汽车经营', '出租汽车经营者'),
        topic('公交线路调整', '乘客'),
      ],
      ...[
        topic('超限超载治理', '货运经营者'),
        topic('机动车维修', '维修经营者'),
        topic('水路客运安全', '船舶经营者'),
      ],
    ],
    offences: ['未取得道路运输经营许可从事经营', '超限运输', '出租汽车拒载'],
  }),
  field('yunchuan-health', '云卫发', '市卫生健康委', {
    ...{
      theme: '卫生、体育',
      departments: ['医政科', '疾病预防控制科'],
      permits: ['医疗机构执业登记', '公共场所卫生许可'],
    },
    topics: [
      ...[
        topic('家庭医生签约服务', '签约居民'),
        topic('医疗机构校验', '医疗机构'),
        topic('公共场所卫生', '公共场所经营者'),
      ],
      ...[topic('托育服务', '托育机构'), topic('院前急救', '急救机构'), topic('职业病防治', '用人单位')],
    ],
    offences: ['未取得公共场所卫生许可证擅自营业', '医疗废物处置不规范'],
  }),
  field('yunchuan-market', '云市监发', '市市场监管局', {
    ...{
      theme: '市场监管、安全生产监管',
      departments: ['食品安全监管科', '特种设备科'],
      permits: ['食品经营许可', '特种设备使用登记'],
    },
    topics: [
      ...[
        topic('小餐饮食品安全', '小餐饮经营者'),
        topic('电梯安全', '电梯使用单位'),
        topic('预付式消费', '经营者和消费者'),
      ],
      ...[
        topic('公平竞争审查', '政策制定机关'),
        topic('质量奖评选', '申报企业'),
        topic('信用修复', '失信经营主体'),
      ],
    ],
    offences: ['经营超过保质期的食品', '使用未经检验的特种设备', '发布虚假广告', '未明码标价'],
  }),
  field('yunchuan-qinghe', '青禾政发', '青禾县人民政府', {
    ...{ theme: '农业、林业、水利', departments: ['农业农村股', '乡村振兴股'] },
    topics: [
      ...[topic('高标准农田建设', '种植户'), topic('农村供水', '用水户'), topic('惠农补贴发放', '农户')],
      ...[
        topic('农村人居环境整治', '村民'),
        topic('农业社会化服务', '服务组织'),
        topic('小型水库管护', '管护人员'),
      ],
    ],
  }),
  field('yunchuan-luming', '鹿政发', '鹿鸣镇人民政府', {
    ...{ theme: '农业、林业、水利', departments: ['农业农村办', '便民服务中心'] },
    topics: [
      ...[topic('宅基地审批', '村民'), topic('农村危房改造', '农户'), topic('救助款物发放', '受助对象')],
      topic('森林防火', '林区群众'),
    ],
  }),
  field('yunchuan-baishi', '白政发', '白石镇人民政府', {
    ...{ theme: '农业、林业、水利', departments: ['农业农村办', '便民服务中心'] },
    topics: [
      ...[
        topic('灌溉用水安排', '用水农户'),
        topic('集体资产收支', '村集体经济组织成员'),
        topic('宅基地审批', '村民'),
      ],
      topic('防汛值守', '沿河群众'),
    ],
  }),
]
