import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CannotStart } from '../platform/cannot-start.ts'

/** How the platform is started. */
export interface Options {
  readonly port: number
  readonly host: string | undefined
  readonly dataDir: string
  /** A server of one's own; undefined for the embedded one. */
  readonly databaseUrl: string | undefined
  /** No demo city: a real office's empty system. */
  readonly empty: boolean
  /** Work on the jobs in this process too. */
  readonly worker: boolean
}

/** Reads the command line and the environment. @throws CannotStart with what is wrong */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parsed(args)
  const port = Number(values.port ?? process.env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CannotStart(
      'options',
      `端口“${values.port ?? process.env.PORT}”不正确，应为 0 至 65535 的整数。`,
    )
  }
  return {
    ...{ port, host: values.host, empty: values.empty, worker: values.worker },
    dataDir: values.data ?? process.env.GONGKAI_DATA ?? join(import.meta.dirname, '../../data'),
    databaseUrl: databaseUrlOf(process.env.DATABASE_URL || undefined),
  }
}

function databaseUrlOf(told: string | undefined): string | undefined {
  if (told === undefined || (/^postgres(ql)?:\/\//.test(told) && URL.canParse(told))) return told
  throw CannotStart.ofDatabase(Object.assign(new Error(), { code: 'ERR_INVALID_URL' }))
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } },
        empty: { type: 'boolean', default: false },
        worker: { type: 'boolean', default: true },
      },
      allowNegative: true,
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CannotStart(
      'options',
      `启动参数不正确（${reason}）。可用：--port 端口 --host 地址 --data 目录 --empty --no-worker`,
    )
  }
}
