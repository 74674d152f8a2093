import { type CategoryModel, type Classified, categoryOf } from '../../../hotline/classify/model.ts'
import { Training } from '../../../hotline/classify/training.ts'
import { messageIn } from '../../../hotline/read/messages.ts'
import { tableRows, WrongTable } from '../../../hotline/read/table.ts'
import { argumentsOf, CannotDo, type Command, printJson } from '../command.ts'

const help = `用法：gongkai hotline classify --train 已分类.tsv 文件.tsv [--json]
从已分类的留言（列 category 和 text，或者 category、subject 和 body）学习，给文件中的留言（列 text，或者 subject 和 body）逐条提出类别和把握程度。
文件为 UTF-8，一条记录占一行，第一行为列名；值中的制表符写作 \\t，反斜杠写作 \\\\。同样的文件得到同样的结果，什么也不保存。`

const least = 2

/** `gongkai hotline classify --train LABELLED.tsv FILE.tsv [--json]` */
export const hotlineClassify: Command = {
  help,
  async run(args) {
    const options = { train: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values, positionals } = argumentsOf(args, options, help)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new CannotDo(`请给出一个要分类的文件。\n${help}`)
    if (values.train === undefined) throw new CannotDo(`请用 --train 给出已分类的文件。\n${help}`)
    const model = await learnedFrom(values.train)
    const found: (Classified & { subject: string })[] = []
    for await (const row of tableRows(file)) {
      const message = messageIn(row, file)
      found.push({ ...categoryOf(model, message), subject: message.subject || message.body })
    }
    if (found.length === 0) throw new WrongTable(file, undefined, '只有列名，没有记录。')
    if (values.json) printJson(found.map(({ category, confidence }) => ({ category, confidence })))
    else for (const [at, one] of found.entries()) console.log(said(one, at + 1))
    return 0
  },
}

function said({ category, confidence, subject }: Classified & { subject: string }, number: number): string {
  const short = [...subject.replace(/\s+/g, ' ')].slice(0, 40).join('')
  return `${number}\t${category}\t${Math.floor(confidence * 100)}%\t${short}`
}

async function learnedFrom(file: string): Promise<CategoryModel> {
  const training = new Training()
  const times = new Map<string, number>()
  for await (const row of tableRows(file)) {
    if (!row.has('category')) throw new WrongTable(file, 1, '没有 category 这一列，不知道各条属于哪一类。')
    const category = row.valueOf('category').trim()
    if (category === '') throw new WrongTable(file, row.line, 'category 是空的，请填写类别或者删去这一行。')
    training.add(category, messageIn(row, file))
    times.set(category, (times.get(category) ?? 0) + 1)
  }
  if (times.size === 0) throw new WrongTable(file, undefined, '只有列名，没有记录，无法学习。')
  const [only] = times.keys()
  if (times.size < least)
    throw new WrongTable(file, undefined, `全部记录都是“${only}”一类，至少要有两类才能学习。`)
  return training.model()
}
