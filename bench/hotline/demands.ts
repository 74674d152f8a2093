import { chance } from '../../src/hotline/chance.ts'
import type { FiledMessage } from '../../src/hotline/message.ts'
import { addDays, dayOf } from '../../src/statute/day.ts'

/** An invented demand with its true category and, where it belongs to a hot matter, the number of that. */
export interface Demand extends FiledMessage {
  readonly category: string
  readonly matter: number | undefined
}

const grievances: readonly (readonly [string, readonly string[]])[] = [
  [
    '城乡建设',
    ['路灯不亮', '雨天积水', '电梯停运', '外墙渗水', '物业乱收费', '房产证办不下来', '车位捆绑销售'],
  ],
  ['劳动保障', ['拖欠工资', '社保断缴', '加班费未付', '工伤认定拖延', '养老金少发']],
  ['教育文体', ['入学划片不公', '收取补课费', '食堂饭菜变质', '强制学生实习', '体育场不开放']],
  ['环境保护', ['搅拌站粉尘', '油烟扰民', '凌晨施工噪声', '污水直排', '焚烧垃圾']],
  ['交通运输', ['公交间隔太长', '出租车拒载', '红绿灯配时不合理', '客运站黑车', '断头路不通']],
  ['卫生健康', ['挂号排队过久', '疫苗缺货', '诊所无证行医', '医药费重复收取', '医生态度恶劣']],
]
const heads = [...'云望青石长金东南新松丰明清紫红白永安福临盛锦翠碧雅星海江溪岚桐枫竹荷梅兰']
const tails = [...'杉月山塘湖泉岭坪台河川林谷庭园洲沙源阳桥门港湾屏庄关原峰渡畔']
const kinds = ['小区', '花园', '路', '村', '社区', '市场', '小学', '新城', '苑', '广场']
const fillers =
  '多次反映没有结果|请有关部门尽快处理|严重影响居民生活|已经持续三个多月|晚上根本无法休息|希望领导重视|盼望早日答复|大家意见很大|工作人员互相推诿|我们十分无奈|至今没有人来看过|家里有老人和孩子|这种情况由来已久|附近住户都可以作证|打过电话也没有下文|恳请给一个明确的时间|现场照片可以提供|不知道应当找哪个单位|今年以来越来越严重|以前不是这样'.split(
    '|',
  )

/** So many demands of a year, always the same: one in four belongs to a hot matter of 8 to 60 callers. */
export function demands(count: number, seed = 7): Demand[] {
  const draw = chance(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)]
  const place = () => `${pick(heads)}${pick(tails)}${draw() < 0.3 ? pick(heads) : ''}${pick(kinds)}`
  const grievance = () => {
    const [category = '', words = []] = pick(grievances) ?? []
    return { category, words: pick(words) ?? '' }
  }
  const sign = () => String.fromCharCode(0x4e00 + Math.floor(draw() ** 2 * 2500))
  const detail = () => Array.from({ length: 6 }, sign).join('')
  const details = (own: readonly string[] = []) =>
    [...own.filter(() => draw() < 0.5), ...Array.from({ length: 8 }, detail)].join('，')
  const body = (where: string, words: string, own?: readonly string[]) => {
    const middle = Array.from({ length: 6 }, () => pick(fillers)).join('，')
    return `我住在云川市${where}附近，${words}，${middle}。${details(own)}，${pick(fillers)}，${words}。`
  }
  const hot = Array.from({ length: Math.ceil(count / 130) }, () => ({
    ...{ where: place(), ...grievance() },
    begins: Math.floor(draw() * 300),
    own: Array.from({ length: 6 }, detail),
  }))
  return Array.from({ length: count }, (_, at) => {
    const matter = draw() < 0.25 ? Math.floor(draw() ** 2 * hot.length) : undefined
    const { where, category, words, begins, own } = hot[matter ?? -1] ?? {
      ...{ where: place(), begins: Math.floor(draw() * 364), ...grievance(), own: [] },
    }
    const day = begins + (matter === undefined ? 0 : Math.floor(draw() * 60))
    const subject = draw() < 0.5 ? `${where}${words}` : `反映云川市${where}${words}问题`
    const on = addDays(dayOf('2025-01-01'), Math.min(364, day))
    const citizen = `市民${Math.floor(draw() * count * 0.8)}`
    return { id: String(at + 1), citizen, on, subject, body: body(where, words, own), category, matter }
  })
}
