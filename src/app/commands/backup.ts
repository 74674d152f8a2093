import { restoreBackup } from '../../platform/backup/restore.ts'
import { takeBackup } from '../../platform/backup/take.ts'
import { CannotDo, type Command } from './command.ts'
import { withData, withDatabase } from './serve.ts'

/** `gongkai backup DIR`, also while the platform runs on a server of its own. */
export const backup: Command = {
  help: '用法：gongkai backup 空文件夹 [--data 目录]\n备份全部数据，附校验清单 manifest.json。',
  run: args => onFolder(args, { help: backup.help, act: takeBackup, done: '已备份', on: withData }),
}

/** `gongkai restore DIR` into an empty database. */
export const restore: Command = {
  help: '用法：gongkai restore 备份文件夹 [--data 目录]\n恢复到空数据库；先校验每个文件，全部成功才写入。',
  run: args => onFolder(args, { help: restore.help, act: restoreBackup, done: '已恢复', on: withDatabase }),
}

interface Doing {
  readonly help: string
  readonly act: (url: string, folder: string) => Promise<{ tables: readonly { rows: number }[] }>
  readonly done: string
  readonly on: typeof withDatabase
}

async function onFolder(args: readonly string[], { help, act, done, on }: Doing): Promise<number> {
  const [folder, ...rest] = args
  if (folder === undefined || folder.startsWith('-')) throw new CannotDo(`请给出文件夹。\n${help}`)
  return on(rest, async ({ url }) => {
    const { tables } = await act(url, folder)
    console.log(
      `${done} ${tables.length} 张表，共 ${tables.reduce((sum, { rows }) => sum + rows, 0)} 行：${folder}`,
    )
    return 0
  })
}
