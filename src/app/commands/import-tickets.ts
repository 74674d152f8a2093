import { basename } from 'node:path'
import { CannotReadRows } from '../../disclosure/read/sheet/cannot-read-rows.ts'
import { rowsOfFile } from '../../disclosure/read/sheet/rows.ts'
import { importTickets } from '../../hotline/act/doors/importing.ts'
import { ticketMappingForm } from '../../hotline/api/doors/ticket-forms.ts'
import type { TicketMapping } from '../../hotline/doors/tickets/fields.ts'
import type { TicketsRun } from '../../hotline/doors/tickets/run.ts'
import { theSystem } from '../../office/agencies.ts'
import { momentToday } from '../../platform/clock.ts'
import { wrongInput } from '../../platform/http/openapi.ts'
import { decodeText } from '../../platform/text/encoding.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { argumentsOf, bytesOf, CannotDo, type Command, printJson } from './command.ts'
import { withData } from './serve.ts'

const help = `用法：gongkai import tickets 文件 --agency 热线机构代码 [--mapping 映射.json] [--dry-run] [--json] [--data 目录]
导入原热线系统的工单：.csv（UTF-8 或 GB18030）或者 .xlsx，按表头推测各列，可用 --mapping 指定（{"columns":{"number":0,…},"units":{"原名称":"机构代码"}}）。
--dry-run 只试读，不保存。有错误的行不导入并逐行列出，其余的导入；再次运行时，编号相同的不重复。
还没有诉求的热线，导入时请暂停登记。
退出码：0 没有错误；1 有行不能导入；2 不能办理。`

/** The largest file of the command: 4 GB; it is read row by row. */
const largestBytes = 4 * 1024 * 1024 * 1024

/** `gongkai import tickets FILE --agency CODE`. */
export const importTicketsCommand: Command = {
  help,
  async run(args) {
    const options = {
      ...({ agency: { type: 'string' }, mapping: { type: 'string' }, data: { type: 'string' } } as const),
      ...({ 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const),
    }
    const { values, positionals } = argumentsOf(args, options, help)
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) throw new CannotDo(`请给出一个文件。\n${help}`)
    const { agency } = values
    if (agency === undefined) throw new CannotDo(`请用 --agency 给出热线的机构代码。\n${help}`)
    const [mapping, keep] = [await mappingIn(values.mapping), values['dry-run'] !== true]
    return await withData(
      values.data === undefined ? [] : ['--data', values.data],
      async ({ work, secrets, url }) => {
        const asked = { agency, file: basename(path), rows: rowsOfFile(path, largestBytes), mapping, keep }
        const progress = (rows: number) => void process.stderr.write(`\r已读 ${rows} 行`)
        const doing = { by: theSystem, moment: momentToday(), secrets, progress, url }
        const run = await importTickets(work, asked, doing).catch((cause: unknown) => {
          throw isUnreadable(cause) ? new CannotDo(`无法读取“${path}”：${whyOf(cause)}`) : cause
        })
        process.stderr.write('\n')
        if (isRefusal(run)) throw new CannotDo(run.message)
        if (values.json === true) printJson({ agency, dryRun: !keep, ...run })
        else said(run, keep)
        return run.faulty > 0 ? 1 : 0
      },
    )
  },
}

const whyOf = (cause: Error) => (cause instanceof CannotReadRows ? cause.message : '没有这个文件。')

function isUnreadable(cause: unknown): cause is Error {
  return (
    cause instanceof CannotReadRows || (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
  )
}

async function mappingIn(file: string | undefined): Promise<TicketMapping | undefined> {
  if (file === undefined) return undefined
  const said = ticketMappingForm.safeParse(jsonOf(decodeText(await bytesOf(file)), file))
  if (!said.success) throw new CannotDo(`映射“${file}”不正确：${wrongInput(said.error)}`)
  return said.data
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CannotDo(`映射“${file}”不是有效的 JSON 文件。`)
  }
}

function said(
  { rows, tickets, open, already, faulty, faults, unknownUnits }: TicketsRun,
  keep: boolean,
): void {
  for (const { row, label, value, message } of faults)
    console.error(`第 ${row} 行 ${label}${value === '' ? '' : `“${value}”`}：${message}`)
  if (unknownUnits.length > 0)
    console.error(
      `没有对应的承办单位：${unknownUnits.map(({ name, count }) => `${name}（${count} 行）`).join('、')}`,
    )
  console.log(
    `共读 ${rows} 行，${keep ? '已导入' : '可以导入（试读，没有保存）'} ${tickets} 件，其中未办结 ${open} 件；以前已导入 ${already} 件；有错误的 ${faulty} 行。`,
  )
}
