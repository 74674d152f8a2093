import { allCells, cellAt } from '../../annual-report/cells.ts'
import { narrativeSections } from '../../annual-report/form.ts'
import { cellLabel, sectionLabel } from '../../annual-report/labels.ts'
import { argumentsOf, CannotDo, type Command, printJson, readingOf } from './command.ts'

const help =
  '用法：gongkai report read 文件 [--json]\n读取已公布的年度报告：.html .htm .txt .md .docx .pdf（有文字层） .xlsx .json'

/** `gongkai report read FILE [--json]` */
export const reportRead: Command = {
  help,
  async run(args) {
    const { values, positionals } = argumentsOf(args, { json: { type: 'boolean' } }, help)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new CannotDo(`请给出一个文件。\n${help}`)
    const { report, assertions, findings } = await readingOf(file)
    const wrong = findings.some(({ severity }) => severity === 'error')
    if (values.json) {
      printJson(report)
    } else {
      console.log(`${report.agency} ${report.year} 年（${report.edition} 年格式）`)
      for (const path of allCells(report)) {
        const cell = cellAt(report, path)
        if (cell !== 0) console.log(`  ${cellLabel(path)}：${cell ?? '空白'}`)
      }
      for (const section of narrativeSections)
        console.log(`  ${sectionLabel[section]}：${report.narrative[section].length} 字`)
      for (const { sentence, value } of assertions) console.log(`  文中数字 ${value}：“${sentence}”`)
    }
    for (const { message } of findings) console.error(`  ! ${message}`)
    return wrong ? 1 : 0
  },
}
