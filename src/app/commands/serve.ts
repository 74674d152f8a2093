import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { tellLargeCity } from '../../demo/hotline/city/tell-city.ts'
import { unfinishedYear } from '../../demo/hotline/told.ts'
import { tellYear } from '../../demo/hotline/year.ts'
import { tellWhole } from '../../demo/whole.ts'
import { today } from '../../platform/clock.ts'
import { runningUrl } from '../../platform/embedded/folder.ts'
import { optionsOf } from '../options.ts'
import { bringUp, type Up } from '../platform-up.ts'
import { start } from '../start.ts'
import { CannotDo, type Command } from './command.ts'

/** `gongkai serve`: the same as `npm start`; runs until it is stopped. */
export const serve: Command = {
  help: '用法：gongkai serve [--port 端口] [--host 地址] [--data 目录] [--empty] [--no-worker]\n启动平台；--no-worker 时任务由 gongkai worker 承担。',
  async run(args) {
    await start(args)
    return new Promise(() => {})
  },
}

/** Brings the database up, or joins the one that runs on the folder, and does one thing. */
export async function withDatabase(
  args: readonly string[],
  run: (up: Up) => Promise<number>,
): Promise<number> {
  const options = optionsOf(args)
  const databaseUrl = options.databaseUrl ?? (await runningUrl(options.dataDir))
  const up = await bringUp({ ...options, databaseUrl }, what => console.error(what))
  try {
    return await run(up)
  } finally {
    await up.stop()
  }
}

/** The same, for what makes no sense without data: a wrong folder is told, and not filled with an empty database. */
export async function withData(args: readonly string[], run: (up: Up) => Promise<number>): Promise<number> {
  const { dataDir, databaseUrl } = optionsOf(args)
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'postgres'))) {
    throw new CannotDo(`“${dataDir}”里没有平台的数据。请用 --data 给出数据目录，或者设置 DATABASE_URL。`)
  }
  return await withDatabase(args, run)
}

/** `gongkai migrate`: brings the schemas up and ends. */
export const migrateOnly: Command = {
  help: '用法：gongkai migrate [--data 目录]\n把数据库升级到本版本。',
  run: args =>
    withDatabase(args, async () => {
      console.log('数据库已是本版本的结构。')
      return 0
    }),
}

/** `gongkai demo`: tells the demo city in an empty database; `--city` a large one with three years of its hotline. */
export const demo: Command = {
  help: '用法：gongkai demo [--city] [--data 目录]\n在空数据库中讲述演示城市云川市；上次没有讲完的，接着讲完。\n--city 讲述大城市的12345热线：每年 422,000 件诉求，三年，约 800 万条经过（不含年报和公开信息）。',
  async run(args) {
    const rest = args.filter(each => each !== '--city')
    return await withDatabase(rest, async up => {
      const some = await up.work.db.selectFrom('agencies').select('code').limit(1).executeTakeFirst()
      const begun = await unfinishedYear(up.work)
      if (some !== undefined && begun === undefined)
        throw new CannotDo('数据库中已有机构，演示数据只能装入空数据库。请用 --data 另指定一个目录。')
      if (rest.length < args.length) return await largeCity(up, optionsOf(rest).dataDir)
      const until = begun ?? today()
      if (begun === undefined)
        await up.work.transaction(inner => tellWhole(inner, { until, secrets: up.secrets }))
      const progress = (told: number, of: number) =>
        console.error(`热线的一年：已讲述 ${told} / ${of} 件诉求`)
      await tellYear(up.work, { until, secrets: up.secrets, progress })
      console.log('演示城市云川市已装入。')
      return 0
    })
  },
}

async function largeCity({ work, url }: Up, dataDir: string): Promise<number> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} 秒`
  const progress = (demands: number) => console.error(`已装入 ${demands} 件诉求，${seconds()}`)
  const { demands, events } = await tellLargeCity(work, {
    ...{ url, until: today(), sealing: { dataDir }, progress },
  })
  console.log(`大城市的热线已装入：${demands} 件诉求，${events} 条经过，用时 ${seconds()}。`)
  return 0
}
