import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf } from '../../statute/day.ts'
import type { FiledMessage } from '../message.ts'
import { whyIn } from './explaining.ts'
import { mattersIn } from './finding.ts'
import { heatOf } from './heat.ts'
import { citiesIn, peopleIn, placesIn } from './places.ts'
import { messagesOf, topicsIn } from './topic.ts'
import { traitsOf } from './traits.ts'

const begin = dayOf('2025-03-01')
let next = 0
function aMessage(subject: string, told: Partial<FiledMessage> = {}): FiledMessage {
  next++
  return { id: String(next), citizen: `市民${next}`, on: begin, subject, body: '', ...told }
}

const mill = [
  '云川市城东区丽泽新城旁搅拌站粉尘污染严重',
  '丽泽新城小区附近修建搅拌站，粉尘噪音扰民',
  '投诉丽泽新城旁边的搅拌站噪音和粉尘',
  '丽泽新城业主反对搅拌站，粉尘太大',
]
const lift = ['锦园小区电梯停运半个月', '反映锦园小区电梯停运无人维修', '锦园小区3栋电梯长期停运']
const single = [
  '咨询老年证办理需要什么材料',
  '长河路公交车间隔太长',
  '丽泽新城小学划片范围在哪里',
  '竹溪村自来水浑浊发黄',
  '福临市场卖注水猪肉',
  '东门广场舞音响太吵',
]
const all = [...mill, ...lift, ...single].map((subject, at) => aMessage(subject, { on: addDays(begin, at) }))
const idsOf = (subjects: readonly string[]) =>
  all.filter(({ subject }) => subjects.includes(subject)).map(({ id }) => id)

test('one matter is one place and one grievance: another grievance there, or the same elsewhere, is another', () => {
  const { topics } = topicsIn(all, 20)
  expect(topics.map(({ matter }) => messagesOf(matter).map(({ id }) => id))).toEqual([
    idsOf(mill),
    idsOf(lift),
  ])
  expect(topics[0]).toMatchObject({ rank: 1, callers: 4, from: begin, to: addDays(begin, 3), people: '业主' })
  expect(topics[0]?.place).toBe('云川市城东区丽泽新城')
  expect(mill).toContain(topics[0]?.title)
  expect(topics[1]).toMatchObject({ place: '云川市锦园小区'.slice(3), callers: 3 })
})

test('a matter of the whole city is not called by the place of one demand; a place of its own stays in the title', () => {
  const cold = ['枫林花园', '竹溪村', '金水小区', '鹿鸣路', '丽泽新城', '松涛苑'].map(place =>
    aMessage(`${place}供暖温度不达标`, {
      body: `来电人反映：${place}，室内供暖温度只有十五度，暖气片不热。`,
    }),
  )
  const [city] = topicsIn([...all, ...cold], 20).topics.filter(({ title }) => title.includes('供暖'))
  expect(city).toMatchObject({ callers: cold.length, place: '', title: '供暖温度不达标' })
  expect(topicsIn(all, 20).topics[1]?.title).toContain('锦园小区')
})

test('in whatever order the file stands, the same topics are found', () => {
  const plain = topicsIn(all, 20).topics.map(({ heat, title }) => ({ heat, title }))
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), order => {
      expect(topicsIn(order, 20).topics.map(({ heat, title }) => ({ heat, title }))).toEqual(plain)
    }),
    { numRuns: 15 },
  )
})

test('a caller who repeats it does not raise the heat; the demands are all listed', () => {
  const [first] = all
  if (first === undefined) throw new Error('no message')
  const again = [1, 2, 3].map(at => ({ ...first, id: `again-${at}` }))
  const [before] = topicsIn(all, 1).topics
  const [after] = topicsIn([...all, ...again], 1).topics
  expect(after).toMatchObject({ heat: before?.heat, callers: 4 })
  expect(after?.matter.members).toHaveLength(7)
})

test('what one caller alone tells, however often, is no topic', () => {
  const alone = mill.map(subject => aMessage(subject, { citizen: '同一人' }))
  expect(topicsIn(alone, 20).topics).toEqual([])
  expect(topicsIn([], 20).topics).toEqual([])
})

test('after half a year of silence the same is a matter of a new period', () => {
  const later = mill.map(subject => aMessage(subject, { on: addDays(begin, 200) }))
  const { topics } = topicsIn([...all, ...later], 20)
  expect(topics.filter(({ title }) => title.includes('搅拌站'))).toHaveLength(2)
})

test('the same words in another city are another matter', () => {
  const two = ['云川市', '北屏市'].flatMap(city =>
    ['咨询新生儿落地医保怎样办', '新生儿落地医保办理的咨询'].map(words => aMessage(`${city}${words}`)),
  )
  expect(topicsIn(two, 20).topics.map(({ callers }) => callers)).toEqual([2, 2])
})

test('a demand that arrives joins by the same rules, and says what it shares', () => {
  const { matters, rarity } = mattersIn(all)
  const message = aMessage('丽泽新城搅拌站台又在排放粉尘', { on: addDays(begin, 9) })
  const member = { message, traits: traitsOf(message, rarity) }
  const matter = matters.join(member)
  expect(messagesOf(matter).map(({ id }) => id)).toEqual([...idsOf(mill), message.id])
  const why = whyIn(matter, member, rarity)
  expect(why.places.join()).toContain('丽泽')
  expect(why.words).toEqual(['搅拌', '粉尘'])
})

test('heat is callers, raised by those of the last 30 days and by the weeks', () => {
  const on = (days: number, citizen: string) => aMessage('', { on: addDays(begin, days), citizen })
  const asOf = addDays(begin, 60)
  const cases = [
    { messages: [on(0, '甲'), on(1, '甲')], heat: { callers: 1, fresh: 0, weeks: 1, heat: 1 } },
    { messages: [on(0, '甲'), on(60, '乙')], heat: { callers: 2, fresh: 0.5, weeks: 2, heat: 2.8 } },
    { messages: [on(0, '甲'), on(60, '甲')], heat: { callers: 1, fresh: 0, weeks: 2, heat: 1.1 } },
    { messages: [on(30, '甲'), on(31, '乙')], heat: { callers: 2, fresh: 0.5, heat: 2.5 } },
  ]
  for (const { messages, heat } of cases) expect(heatOf(messages, asOf)).toMatchObject(heat)
})

test.each<[string, string[]]>([
  ['云川市城东区望月小区物业乱收费', ['望月小区']],
  ['我住在A市A2区和谐家园，楼下烧烤店油烟扰民', ['和谐家园']],
  ['位于A3区锦绣路与丽泽新城交汇处', ['锦绣路', '丽泽新城']],
  ['我们小区的物业公司不作为', []],
  ['咨询养老保险补缴', []],
  ['请求政府修一条马路', []],
  ['学校门口建议增设过街天桥', []],
  ['希望增加公交线路，改造断头路', []],
  ['A7县工业园和创业发展园的规划', []],
  ['没有社保只有城镇居民医疗', []],
  ['开车进入小区，导致小区拥堵', []],
  ['自来水公司和农贸市场旁边的幼儿园', []],
  ['因为路不好，村里还有2公里毛路', []],
  ['石山路和临沙路之间', ['石山路', '临沙路']],
  ['每天从望仙东路到人民医院', ['望仙东路', '人民医院']],
  ['投诉汇源煤气公司排放刺鼻气味，靠近和平路、建设路', ['汇源煤气公司', '和平路', '建设路']],
])('the places in “%s”', (text, names) => {
  expect(placesIn(text).map(({ name }) => name)).toEqual(names)
})

test('cities and groups are read from the words', () => {
  expect(citiesIn('云川市城东区，又见云川市')).toEqual(['云川市'])
  expect(citiesIn('A7县星沙，A市')).toEqual(['A'])
  expect(citiesIn('尊敬的市长，城市的市场，群众坚信市中医医院')).toEqual([])
  expect(citiesIn('竹谷大街超市短斤少两，石坪夜市太吵')).toEqual([])
  expect(peopleIn('业主和老师')).toEqual(['业主', '教师'])
})
