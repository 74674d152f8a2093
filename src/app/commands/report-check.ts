import { globSync, statSync } from 'node:fs'
import type { Finding } from '../../annual-report/finding.ts'
import type { AnnualReport } from '../../annual-report/form.ts'
import { verify } from '../../annual-report/verify.ts'
import { argumentsOf, CannotDo, type Command, printJson, readingOf } from './command.ts'

const help = `用法：gongkai report check 文件或文件夹… [--previous 上年文件] [--json]
检查年度报告的勾稽关系、文字与表格、跨年衔接。同一机关连续两年的文件一起给出时，跨年规则也会检查。`

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
    const { checked, failed } = await checkAll(files, previous)
    if (values.json) printJson(checked.map(asJson))
    else show(checked)
    for (const message of failed) console.error(message)
    if (failed.length > 0) return 2
    return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0
  },
}

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return [path]
  return globSync('**/*.{html,htm,txt,md,docx,pdf,xlsx,json}', { cwd: path })
    .toSorted()
    .map(name => `${path.replace(/\/$/, '')}/${name}`)
}

/** Reads twice where years may follow each other: first who and when, so that memory does not grow with the files. */
async function checkAll(files: readonly string[], previous: AnnualReport | undefined) {
  const checked: Checked[] = []
  const failed: string[] = []
  const carried = new Map<string, AnnualReport>()
  for (const [at, file] of files.entries()) {
    progress(at, files.length)
    try {
      const { report, findings, assertions } = await readingOf(file)
      const ruled = verify(report, { assertions, previous })
      const read = findings.filter(
        one => !ruled.some(other => other.rule === one.rule && other.where.join() === one.where.join()),
      )
      checked.push({ file, report, findings: [...read, ...ruled] })
      carried.set(keyOf(report.agency, report.year), report)
    } catch (cause) {
      failed.push(cause instanceof Error ? cause.message : String(cause))
    }
  }
  progress(files.length, files.length)
  return { failed, checked: previous === undefined ? checked.map(one => withYears(one, carried)) : checked }
}

/** The year rules, where last year's report of the same agency was given too. */
function withYears(checked: Checked, known: ReadonlyMap<string, AnnualReport>): Checked {
  const { report } = checked
  const previous = known.get(keyOf(report.agency, report.year - 1))
  if (previous === undefined) return checked
  const years = verify(report, { previous }).filter(({ rule }) => rule.startsWith('years.'))
  return { ...checked, findings: [...checked.findings, ...years] }
}

function keyOf(agency: string, year: number): string {
  return `${agency} ${year}`
}

function asJson({ file, report: { agency, year, edition }, findings }: Checked) {
  return { file, agency, year, edition, findings }
}

function show(all: readonly Checked[]): void {
  for (const { file, report, findings } of all) {
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
  const count = (severity: Finding['severity']) =>
    all.reduce((sum, { findings }) => sum + findings.filter(one => one.severity === severity).length, 0)
  console.log(`\n共检查 ${all.length} 份报告：错误 ${count('error')} 处，提醒 ${count('warning')} 处。`)
}

/** A bar on a terminal, nothing elsewhere. */
function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || all < 3) return
  const filled = Math.round((done / all) * 30)
  process.stderr.write(
    `\r[${'█'.repeat(filled)}${' '.repeat(30 - filled)}] ${done}/${all}${done === all ? '\n' : ''}`,
  )
}
