import { countReport } from '../../annual-report/act/count.ts'
import { allCells, cellAt } from '../../annual-report/cells.ts'
import { cellLabel } from '../../annual-report/labels.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { argumentsOf, CannotDo, type Command, printJson } from './command.ts'
import { withDatabase } from './serve.ts'

const help =
  '用法：gongkai report count --agency 机构代码 --year 年份 [--json] [--data 目录]\n由数据库中的记录统计年度报告第三张表；记录中还没有的表格留空。'

/** `gongkai report count --agency CODE --year 2023 [--json]` */
export const reportCount: Command = {
  help,
  async run(args) {
    const options = {
      ...({ agency: { type: 'string' }, year: { type: 'string' } } as const),
      ...({ data: { type: 'string' }, json: { type: 'boolean' } } as const),
    }
    const { values } = argumentsOf(args, options, help)
    const year = Number(values.year)
    const { agency } = values
    if (agency === undefined) throw new CannotDo(`请用 --agency 给出机构代码。\n${help}`)
    if (!Number.isInteger(year) || year < 2008 || year > 2100)
      throw new CannotDo(`请用 --year 给出年份，如 2023。\n${help}`)
    const place = values.data === undefined ? [] : ['--data', values.data]
    return withDatabase(place, async ({ work }) => {
      const report = await countReport(work, { agency, year })
      if (isRefusal(report)) throw new CannotDo(report.message)
      if (values.json) printJson(report)
      else {
        console.log(`${report.agency} ${year} 年，按记录统计（为零的不列出）：`)
        for (const path of allCells(report)) {
          const cell = cellAt(report, path)
          if (typeof cell === 'number' && cell > 0) console.log(`  ${cellLabel(path)}：${cell}`)
        }
      }
      return 0
    })
  },
}
