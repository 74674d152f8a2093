/** An industry 行业 and the words by which a demand's subject belongs to it. */
export interface Industry {
  readonly name: string
  readonly words: readonly string[]
}

/** The ten industries with which an office begins; each office sets its own. */
export const usualIndustries: readonly Industry[] = [
  { name: '供热', words: ['供热', '供暖', '暖气'] },
  { name: '物业', words: ['物业', '电梯', '业主', '车库'] },
  { name: '供水排水', words: ['供水', '停水', '自来水', '下水', '排水', '污水'] },
  { name: '燃气', words: ['燃气', '煤气', '天然气'] },
  { name: '电力通信', words: ['停电', '供电', '电力', '宽带', '通信', '信号'] },
  { name: '公共交通', words: ['公交', '出租车', '网约车', '客运', '地铁'] },
  { name: '道路市容', words: ['道路', '路灯', '井盖', '停车', '占道', '垃圾', '人行横道', '路面'] },
  { name: '工程建设', words: ['施工', '工地', '工程', '渣土', '噪声'] },
  {
    name: '教育医疗',
    words: ['学校', '幼儿园', '入学', '课后服务', '补课', '培训', '医院', '门诊', '疫苗', '医保'],
  },
  { name: '劳动保障', words: ['工资', '欠薪', '社保', '养老金', '劳动'] },
]
