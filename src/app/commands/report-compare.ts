import { compare } from '../../annual-report/compare.ts'
import { argumentsOf, CannotDo, type Command, printJson, readingOf } from './command.ts'

const help = '用法：gongkai report compare 甲 乙 [--json]\n比较两年或两个机关的报告，逐格列出差异。'

/** `gongkai report compare A B [--json]` */
export const reportCompare: Command = {
  help,
  async run(args) {
    const { values, positionals } = argumentsOf(args, { json: { type: 'boolean' } }, help)
    const [before, after, ...more] = positionals
    if (before === undefined || after === undefined || more.length > 0)
      throw new CannotDo(`请给出两个文件。\n${help}`)
    const [a, b] = await Promise.all([readingOf(before), readingOf(after)])
    const comparison = compare(a.report, b.report)
    if (values.json) printJson(comparison)
    else {
      for (const sentence of comparison.sentences) console.log(sentence)
      const changed = comparison.cells.filter(({ change }) => change !== 0)
      console.log(`\n共 ${comparison.cells.length} 格，其中 ${changed.length} 格不同或无法比较：`)
      for (const cell of changed)
        console.log(`  ${cell.label}：${cell.before ?? '空白'} → ${cell.after ?? '空白'}`)
    }
    return 0
  },
}
