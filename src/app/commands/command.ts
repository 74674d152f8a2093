import { readFile } from 'node:fs/promises'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Reading } from '../../annual-report/finding.ts'
import { readReport } from '../../annual-report/read/read.ts'

/** A command of the terminal. */
export interface Command {
  readonly help: string
  run(args: readonly string[]): Promise<number>
}

/** The command cannot be done: bad arguments or an unreadable file. Ends with code 2. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo'
}

/** The arguments of a command. @throws CannotDo with its help */
export function argumentsOf<O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
  help: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new CannotDo(`参数不正确：${wrongIn(cause)}\n${help}`)
  }
}

/** What is wrong with the arguments, in the operator's language. */
function wrongIn(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause)
  const option = /'(?:-\w, )?(--?[^' ]+)/.exec(said)?.[1] ?? ''
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${option} 这个选项。`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `选项 ${option} 的写法不对：要值的须写值，不要值的不写。`
  return said
}

/** The bytes of a file. @throws CannotDo where it cannot be opened */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    const reasons: Record<string, string> = {
      ENOENT: '没有这个文件',
      EISDIR: '这是一个文件夹',
      EACCES: '没有权限读取',
    }
    throw new CannotDo(`无法打开“${file}”：${reasons[code] ?? code}。请检查路径。`)
  }
}

/** Reads a published report from a file. @throws CannotDo, Unreadable */
export async function readingOf(file: string): Promise<Reading> {
  return readReport({ name: file, bytes: await bytesOf(file) })
}

/** One JSON document on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
