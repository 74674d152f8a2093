/**
 * What an agency discloses of itself 法定主动公开内容: the fifteen kinds of Art. 20, in their order, and what Art. 21 adds
 * for cities, counties and townships. The numbers are those of the articles' own lists.
 */
export const dutyKinds = [
  ...(['20.1', '20.2', '20.3', '20.4', '20.5', '20.6', '20.7', '20.8', '20.9', '20.10'] as const),
  ...(['20.11', '20.12', '20.13', '20.14', '20.15', '21'] as const),
] as const
export type DutyKind = (typeof dutyKinds)[number]

/** The kind as pages call it. */
export const dutyKindLabel = {
  '20.1': '行政法规、规章和规范性文件',
  '20.2': '机关职能、机构设置、办公地址、办公时间、联系方式、负责人',
  '20.3': '规划及相关政策',
  '20.4': '统计信息',
  '20.5': '行政许可和其他对外管理服务事项',
  '20.6': '行政处罚、行政强制',
  '20.7': '财政预算、决算',
  '20.8': '行政事业性收费项目及其依据、标准',
  '20.9': '政府集中采购',
  '20.10': '重大建设项目的批准和实施',
  '20.11': '扶贫、教育、医疗、社会保障、促进就业',
  '20.12': '突发公共事件的应急预案、预警信息及应对',
  '20.13': '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查',
  '20.14': '公务员招考',
  '20.15': '其他应当主动公开的政府信息',
  '21': '市县乡镇还应当公开的信息（市政建设、公共服务、公益事业、土地和房屋征收、治安管理、社会救助等）',
} as const satisfies Record<DutyKind, string>

/** The themes of official papers 主题分类: the first level of the State Council's own list. */
export const themes = [
  ...(['综合政务', '国民经济管理、国有资产监管', '财政、金融、审计', '国土资源、能源'] as const),
  ...(['农业、林业、水利', '工业、交通', '商贸、海关、旅游', '市场监管、安全生产监管'] as const),
  ...(['城乡建设、环境保护', '科技、教育', '文化、广电、新闻出版', '卫生、体育'] as const),
  ...(['人口与计划生育、妇女儿童工作', '劳动、人事、监察', '公安、安全、司法'] as const),
  ...(['民政、扶贫、救灾', '民族、宗教', '对外事务', '港澳台侨工作', '国防', '其他'] as const),
] as const
export type Theme = (typeof themes)[number]

/** The genres of official papers 体裁: the fifteen of the State's rules for papers, and what else offices publish. */
export const genres = [
  ...(['决议', '决定', '命令（令）', '公报', '公告', '通告', '意见', '通知', '通报'] as const),
  ...(['报告', '请示', '批复', '议案', '函', '纪要', '其他'] as const),
] as const
export type Genre = (typeof genres)[number]
