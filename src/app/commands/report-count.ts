import { type CountedReport, countReport } from '../../annual-report/act/count.ts'
import { allCells, cellAt } from '../../annual-report/cells.ts'
import { cellLabel } from '../../annual-report/labels.ts'
import { type Day, isDay } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { argumentsOf, CannotDo, type Command, printJson } from './command.ts'
import { withData } from './serve.ts'

const help =
  '用法：gongkai report count --agency 机构代码 --year 年份 [--as-of 日期] [--json] [--data 目录]\n由数据库中的记录统计年度报告的三张表、信息处理费和主动公开的条数；平台上没有该机关信息的，第二张表留空。'

/** `gongkai report count --agency CODE --year 2023 [--json]` */
export const reportCount: Command = {
  help,
  async run(args) {
    const options = {
      ...({ agency: { type: 'string' }, year: { type: 'string' } } as const),
      ...({ 'as-of': { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } } as const),
    }
    const { values } = argumentsOf(args, options, help)
    const year = Number(values.year)
    const { agency } = values
    if (agency === undefined) throw new CannotDo(`请用 --agency 给出机构代码。\n${help}`)
    if (!Number.isInteger(year) || year < 2008 || year > 2100)
      throw new CannotDo(`请用 --year 给出年份，如 2023。\n${help}`)
    const asOf = dayNamed(values['as-of'])
    const place = values.data === undefined ? [] : ['--data', values.data]
    return withData(place, async ({ work }) => {
      const counted = await countReport(work, { agency, year }, { asOf })
      if (isRefusal(counted)) throw new CannotDo(counted.message)
      const { report, until, feesYuan } = counted
      if (values.json) printJson({ ...report, until, processingFeeYuan: feesYuan })
      else printCounted(counted)
      return 0
    })
  },
}

function dayNamed(text: string | undefined): Day | undefined {
  if (text === undefined || isDay(text)) return text
  throw new CannotDo(`--as-of 的日期“${text}”不正确，请写成 2023-12-31 这样的年-月-日。\n${help}`)
}

function printCounted({ report, until, feesYuan }: CountedReport): void {
  console.log(`${report.agency} ${report.year} 年，按记录统计至 ${until}（为零的不列出）：`)
  for (const path of allCells(report)) {
    const cell = cellAt(report, path)
    if (typeof cell === 'number' && cell > 0) console.log(`  ${cellLabel(path)}：${cell}`)
  }
  console.log(`  信息处理费：${feesYuan} 元`)
}
