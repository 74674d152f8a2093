import { tableOfExtract, verifyExtract } from '../../annual-report/extract/verify-extract.ts'
import { readExtract } from '../../annual-report/read/extract-file.ts'
import { hasErrors } from '../../annual-report/verify.ts'
import { argumentsOf, bytesOf, CannotDo, type Command, printJson, readingOf } from './command.ts'

const help =
  '用法：gongkai report verify 摘录 报告 [--json]\n用随报告公布的核验摘录（.csv 或 .json）逐件重新统计第三张表，列出与报告不一致的数字。'

/** `gongkai report verify EXTRACT REPORT [--json]` */
export const reportVerify: Command = {
  help,
  async run(args) {
    const { values, positionals } = argumentsOf(args, { json: { type: 'boolean' } }, help)
    const [extractFile, reportFile, ...more] = positionals
    if (extractFile === undefined || reportFile === undefined || more.length > 0)
      throw new CannotDo(`请先后给出摘录和报告两个文件。\n${help}`)
    const extract = readExtract({ name: extractFile, bytes: await bytesOf(extractFile) })
    const { report } = await readingOf(reportFile)
    const findings = verifyExtract(extract, report)
    const { agency, year, edition } = report
    if (values.json) {
      const counted = tableOfExtract(extract).applications
      printJson({ agency, year, edition, lines: extract.lines.length, applications: counted, findings })
    } else {
      console.log(`${agency} ${year} 年报告，摘录 ${extract.lines.length} 行。`)
      for (const { message, severity } of findings)
        console.log(`  ${severity === 'error' ? '不一致' : '提醒'}：${message}`)
      if (findings.length === 0) console.log('第三张表的每个数字都与摘录一致。')
    }
    return hasErrors(findings) ? 1 : 0
  },
}
