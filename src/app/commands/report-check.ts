import { globSync, statSync } from 'node:fs'
import { emptyReport } from '../../annual-report/blank.ts'
import { cellAt, withCell } from '../../annual-report/cells.ts'
import type { Finding } from '../../annual-report/finding.ts'
import { type AnnualReport, applicantColumns } from '../../annual-report/form.ts'
import { applicationPath } from '../../annual-report/labels.ts'
import { verify } from '../../annual-report/verify.ts'
import { argumentsOf, CannotDo, type Command, readingOf } from './command.ts'

const help = `用法：gongkai report check 文件或文件夹… [--previous 上年文件] [--json]
检查年度报告的勾稽关系、文字与表格、跨年衔接。同一机关连续两年的文件一起给出时，跨年规则也会检查。
退出码：0 没有错误，1 发现错误，2 有文件不能读取（其余照常检查）。`

/** The cells of a report that the year rules of the next year look at. */
const yearCells = [
  ...applicantColumns.map((_, column) => applicationPath('carriedOut', column)),
  ...['regulations', 'normativeDocuments'].map(kind => `proactive.${kind}.inForce`),
]

interface Checked {
  readonly file: string
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
}

/** `gongkai report check FILE... [--previous FILE] [--json]` */
export const reportCheck: Command = {
  help,
  async run(args) {
    const options = { json: { type: 'boolean' }, previous: { type: 'string' } } as const
    const { values, positionals } = argumentsOf(args, options, help)
    const files = positionals.flatMap(filesIn)
    if (files.length === 0) throw new CannotDo(`没有可检查的文件。\n${help}`)
    const previous = values.previous === undefined ? undefined : (await readingOf(values.previous)).report
    const told = values.json ? jsonOnTheWay() : wordsOnTheWay()
    const failed: string[] = []
    for await (const checked of checkAll(files, previous)) {
      if (typeof checked === 'string') failed.push(checked)
      else told.add(checked)
    }
    const errors = told.end()
    for (const message of failed) console.error(message)
    if (failed.length > 0) return 2
    return errors > 0 ? 1 : 0
  },
}

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return [path]
  return globSync('**/*.{html,htm,txt,md,docx,pdf,xlsx,json}', { cwd: path })
    .toSorted()
    .map(name => `${path.replace(/\/$/, '')}/${name}`)
}

/** Checks one file after the other and forgets it, so that memory does not grow with their number; a text where one cannot be read. */
async function* checkAll(files: readonly string[], previous: AnnualReport | undefined) {
  const years = previous === undefined && files.length > 1 ? await yearsIn(files) : undefined
  for (const [at, file] of files.entries()) {
    progress(at, files.length)
    try {
      const { report, findings, assertions } = await readingOf(file)
      const before = previous ?? years?.before(report)
      const ruled = verify(report, { assertions, previous: before })
      const read = findings.filter(
        one => !ruled.some(other => other.rule === one.rule && other.where.join() === one.where.join()),
      )
      yield { file, report, findings: [...read, ...ruled] }
    } catch (cause) {
      yield cause instanceof Error ? cause.message : String(cause)
    }
  }
  progress(files.length, files.length)
}

/** The year rules look at the year before, which may stand in any file: a first reading keeps those cells alone. */
async function yearsIn(files: readonly string[]) {
  const kept = new Map<string, Float64Array>()
  for (const file of files) {
    const reading = await readingOf(file).catch(() => undefined)
    if (reading !== undefined) {
      const { report } = reading
      const cells = Float64Array.from(yearCells, path => cellAt(report, path) ?? Number.NaN)
      kept.set(keyOf(report.agency, report.year), cells)
    }
  }
  return {
    before({ agency, year }: AnnualReport): AnnualReport | undefined {
      const cells = kept.get(keyOf(agency, year - 1))
      return cells?.reduce<AnnualReport>(
        (report, value, at) => withCell(report, yearCells[at] ?? '', Number.isNaN(value) ? null : value),
        emptyReport(agency, year - 1),
      )
    },
  }
}

function keyOf(agency: string, year: number): string {
  return `${agency} ${year}`
}

function asJson({ file, report: { agency, year, edition }, findings }: Checked) {
  return { file, agency, year, edition, findings }
}

/** One JSON document, written entry by entry. @returns from `end` the number of errors */
function jsonOnTheWay() {
  let errors = 0
  let opened = false
  return {
    add(checked: Checked): void {
      errors += countOf(checked, 'error')
      process.stdout.write(`${opened ? ',' : '['}\n${JSON.stringify(asJson(checked), null, 2)}`)
      opened = true
    },
    end(): number {
      process.stdout.write(opened ? '\n]\n' : '[]\n')
      return errors
    },
  }
}

/** Each file in words, and how many errors and warnings by rule at the end. @returns from `end` the number of errors */
function wordsOnTheWay() {
  const rules = new Map<string, number>()
  const sum = { files: 0, error: 0, warning: 0 }
  return {
    add(checked: Checked): void {
      sum.files++
      sum.error += countOf(checked, 'error')
      sum.warning += countOf(checked, 'warning')
      for (const { rule } of checked.findings) rules.set(rule, (rules.get(rule) ?? 0) + 1)
      show(checked)
    },
    end(): number {
      console.log(`\n共检查 ${sum.files} 份报告：错误 ${sum.error} 处，提醒 ${sum.warning} 处。`)
      if (sum.files > 1)
        for (const [rule, count] of [...rules].toSorted(([, a], [, b]) => b - a))
          console.log(`  ${rule.padEnd(28)}${count} 处`)
      return sum.error
    },
  }
}

function countOf({ findings }: Checked, severity: Finding['severity']): number {
  return findings.filter(one => one.severity === severity).length
}

function show({ file, report, findings }: Checked): void {
  console.log(`${file}：${report.agency} ${report.year} 年`)
  const blanks = findings.filter(({ rule }) => rule === 'form.blank-cell')
  for (const { severity, rule, message } of findings.filter(one => !blanks.includes(one))) {
    console.log(`  ${severity === 'error' ? '错误' : '提醒'} [${rule}] ${message}`)
  }
  if (blanks.length > 0)
    console.log(
      `  提醒 [form.blank-cell] ${blanks.length} 格空白。空白不等于零：没有发生的请填 0（--json 列出每一格）。`,
    )
  if (findings.length === 0) console.log('  没有发现问题')
}

/** A bar on a terminal, nothing elsewhere. */
function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || all < 3) return
  const filled = Math.round((done / all) * 30)
  process.stderr.write(
    `\r[${'█'.repeat(filled)}${' '.repeat(30 - filled)}] ${done}/${all}${done === all ? '\n' : ''}`,
  )
}
