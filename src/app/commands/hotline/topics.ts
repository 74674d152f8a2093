import { filedMessages } from '../../../hotline/read/messages.ts'
import { whyIn } from '../../../hotline/topics/explaining.ts'
import type { Rarity } from '../../../hotline/topics/rarity.ts'
import { messagesOf, type Topic, topicsIn } from '../../../hotline/topics/topic.ts'
import { argumentsOf, CannotDo, type Command, printJson } from '../command.ts'

const help = `用法：gongkai hotline topics 文件.tsv [--top 20] [--json]
从留言（列 id、citizen、filed_at、subject、body）中找出热点：同一地点或者人群、同一诉求、同一时期，由两名以上市民提出。
热度 = 人数 ×（1 + 最近 30 天新增人数所占比例 ÷ 2）×（1 + log₂ 有留言的周数 ÷ 10）；同一人多次反映只计一人，“最近”按文件中最后一天计算。
文件为 UTF-8，一条记录占一行，第一行为列名；值中的制表符写作 \\t，反斜杠写作 \\\\。`

/** `gongkai hotline topics FILE.tsv [--top 20] [--json]` */
export const hotlineTopics: Command = {
  help,
  async run(args) {
    const options = { top: { type: 'string', default: '20' }, json: { type: 'boolean' } } as const
    const { values, positionals } = argumentsOf(args, options, help)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new CannotDo(`请给出一个文件。\n${help}`)
    const top = Number(values.top)
    if (!/^\d+$/.test(values.top) || top < 1)
      throw new CannotDo(`--top “${values.top}”不正确，应为 1 以上的整数。\n${help}`)
    const { topics, rarity } = topicsIn(await filedMessages(file), top)
    if (values.json) printJson({ topics: topics.map(told) })
    else console.log(topics.length === 0 ? '没有两名以上市民共同反映的事项。' : linesOf(topics, rarity))
    return 0
  },
}

function told({ rank, heat, from, to, place, people, title, matter, callers }: Topic) {
  const tickets = messagesOf(matter).map(({ id }) => id)
  return { ...{ rank, heat, from, to, place, people, title }, tickets, citizens: callers }
}

function linesOf(topics: readonly Topic[], rarity: Rarity): string {
  return topics
    .flatMap(topic => {
      const [first] = topic.matter.members
      const why = first === undefined ? undefined : whyIn(topic.matter, first, rarity)
      return [
        `${topic.rank}. ${topic.title}`,
        `   热度 ${topic.heat}：${topic.callers} 人、${topic.matter.members.length} 件，最近 30 天新增 ${Math.round(topic.callers * topic.fresh)} 人，${topic.weeks} 周有留言；${topic.from} 至 ${topic.to}`,
        `   地点：${topic.place || '未写明'}；人群：${topic.people || '未写明'}`,
        `   共同之处：${[...(why?.places ?? []), ...(why?.words ?? [])].join('、')}`,
        `   留言：${messagesOf(topic.matter)
          .map(({ id }) => id)
          .join('、')}`,
      ]
    })
    .join('\n')
}
