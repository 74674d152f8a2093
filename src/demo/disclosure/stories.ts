import { importChannels, planSeries, recordChannel } from '../../disclosure/act/duties/channels.ts'
import { addDays } from '../../statute/day.ts'
import { pick, workdayFrom } from './chance.ts'
import { dayIn } from './paper.ts'
import { done, type Telling } from './telling.ts'
import { housingField } from './topics.ts'

const series = [
  ['安居看变化', '云川日报（演示）', 'newspaper', '报刊', 160],
  ['物业十问', '云川晚报（演示）', 'newspaper', '报刊', 96],
  ['局长在线', '云川人民广播电台（演示）', 'radio', '广播', 36],
  ['工地零距离', '云川广播电视台（演示）', 'television', '电视', 20],
] as const

/** Over three hundred stories of the model bureau's last year, in named series of the press, radio and television. */
export async function tellStories({ work, who, until }: Telling, year: number): Promise<void> {
  const { agency, topics } = housingField
  const by = who('officer', agency)
  const rows: { row: number; cells: readonly string[] }[] = []
  rows.push({ row: 1, cells: ['渠道', '媒体', '标题', '系列', '日期', '佐证'] })
  for (const [name, medium, channel, label, count] of series) {
    await done(planSeries(work, by, { agency, name, channel, note: '' }))
    for (let at = 0; at < count; at++) {
      const heldOn = workdayFrom(addDays(dayIn(year, 1, 3), Math.floor((at * 355) / count)))
      const { name: matter, who: people } = pick(topics, at)
      const title = `${name}之${at + 1}：${matter}，${people}怎么说`
      const place = label === '报刊' ? `第${(at % 8) + 1}版` : '节目存档（演示）'
      rows.push({ row: rows.length + 1, cells: [label, medium, title, name, heldOn, place] })
    }
  }
  const { faults } = await done(importChannels(work, by, { agency, rows, today: until }))
  const [first] = faults
  if (first !== undefined) throw new Error(`${first.row}: ${first.words}`)
  const planned = { channel: 'newspaper', medium: '云川日报（演示）', title: '安居看变化：春节保供' } as const
  const rest = { series: '安居看变化', heldOn: null, link: '', evidence: '', dropped: null, item: null }
  const told = { ...planned, ...rest, plannedOn: addDays(until, 9) }
  await done(recordChannel(work, by, { which: { agency }, told, today: until }))
}
