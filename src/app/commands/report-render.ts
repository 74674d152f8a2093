import { writeFile } from 'node:fs/promises'
import { formats, isFormat } from '../../annual-report/printed/format.ts'
import { render } from '../../annual-report/render/render.ts'
import { argumentsOf, CannotDo, type Command, readingOf } from './command.ts'

const help = '用法：gongkai report render 文件 --to html|docx|pdf|xlsx|md|json -o 输出文件'

/** `gongkai report render FILE --to FORMAT -o OUT` */
export const reportRender: Command = {
  help,
  async run(args) {
    const options = { to: { type: 'string' }, out: { type: 'string', short: 'o' } } as const
    const { values, positionals } = argumentsOf(args, options, help)
    const [file, ...more] = positionals
    const { to = '', out } = values
    if (file === undefined || more.length > 0 || out === undefined)
      throw new CannotDo(`请给出文件和输出文件。\n${help}`)
    if (!isFormat(to)) throw new CannotDo(`不认识的格式“${to}”。可用：${formats.join('、')}。`)
    const { report } = await readingOf(file)
    const bytes = await render(report, to)
    await writeFile(out, bytes).catch((cause: unknown) => {
      throw new CannotDo(`无法写入“${out}”：${String(cause)}。请检查文件夹是否存在、是否可写。`)
    })
    console.error(`已写入 ${out}（${bytes.length} 字节）`)
    return 0
  },
}
