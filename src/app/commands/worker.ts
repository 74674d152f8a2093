import { runningUrl } from '../../platform/embedded/folder.ts'
import { startJobs } from '../../platform/jobs.ts'
import { jobsWith } from '../jobs.ts'
import { optionsOf } from '../options.ts'
import { bringUp } from '../platform-up.ts'
import { stopping } from '../stopping.ts'
import { CannotDo, type Command } from './command.ts'

/** `gongkai worker`: works on the jobs beside a running platform; several may run. */
export const worker: Command = {
  help: '用法：gongkai worker [--data 目录]\n为正在运行的平台（或 DATABASE_URL 所指的数据库）分担任务：催报、生成文件、清理。按 Ctrl-C 停止。',
  async run(args) {
    const options = optionsOf(args)
    const databaseUrl = options.databaseUrl ?? (await runningUrl(options.dataDir))
    if (databaseUrl === undefined) {
      throw new CannotDo(
        `数据目录 ${options.dataDir} 上没有正在运行的平台。请先启动平台，或用 --data、DATABASE_URL 指定另一个。`,
      )
    }
    const end = stopping(what => console.log(what))
    const up = await bringUp({ ...options, databaseUrl }, what => console.log(what))
    end.atEnd(up.stop)
    const running = await startJobs(up.url, up.work, jobsWith(up.secrets)).catch(async (cause: unknown) => {
      await end.close()
      throw cause
    })
    end.atEnd(running.stop)
    end.started()
    console.log('任务进程已启动。按 Ctrl-C 停止')
    return new Promise(() => {})
  },
}
