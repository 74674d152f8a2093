import { roleLabel } from '../office/roles.ts'
import { firstLink } from '../office/setup.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { today } from '../platform/clock.ts'
import type { RunningJobs } from '../platform/jobs.ts'
import { setting } from '../platform/settings.ts'
import type { Work } from '../platform/work.ts'
import { buildDesk } from './desk-build.ts'
import { type Options, optionsOf } from './options.ts'
import { bringUp, type Up } from './platform-up.ts'
import { type Stopping, stopping } from './stopping.ts'

/** Starts everything in one process and says where it is. @throws CannotStart with what to do */
export async function start(args: readonly string[]): Promise<void> {
  const began = performance.now()
  const say = (what: string) =>
    console.log(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} 秒  ${what}`)
  const options = optionsOf(args)
  console.log('gongkai 公开 正在启动')
  const end = stopping(say)
  try {
    const [up] = await Promise.all([opened(options, say, end), buildDesk(say)])
    end.signal.throwIfAborted()
    // What hinders the start is said before the rest of the program is read.
    const { listen } = await import('./server.ts')
    const anew = !options.empty && (await isEmpty(up.work))
    if (anew) {
      const { tellWhole } = await import('../demo/whole.ts')
      say('正在讲述演示城市云川市自 2021 年以来的年份')
      await up.work.transaction(work => tellWhole(work, { until: today(), secrets: up.secrets }))
    }
    const work = options.worker ? await jobsOn(up) : undefined
    if (work !== undefined) end.atEnd(work.stop)
    const footing = { secrets: up.secrets, jobsRun: work?.isRunning }
    const server = await listen(up.work, options.port, options.host, footing)
    end.atEnd(server.stop)
    // By it jobs find the site while no domain is set.
    process.env.GONGKAI_SELF ??= `http://127.0.0.1:${server.port}`
    end.signal.throwIfAborted()
    end.started()
    await announce(up.work, server.port)
    say('已启动。按 Ctrl-C 停止')
    await tellYearOn(up, say, end)
  } catch (cause) {
    await end.close()
    if (!end.signal.aborted) throw cause
    say('已停止')
    process.exit(0)
  }
}

/** The year of the demo's hotline is told while the platform is used already; one that was cut off goes on where it stopped. */
async function tellYearOn(
  { work, secrets }: Up,
  say: (what: string) => void,
  { signal, atEnd }: Stopping,
): Promise<void> {
  const { unfinishedYear } = await import('../demo/hotline/told.ts')
  const until = await unfinishedYear(work)
  if (until === undefined) return
  const { tellYear } = await import('../demo/hotline/year.ts')
  const progress = (told: number, of: number) => say(`演示城市热线的一年：已讲述 ${told} / ${of} 件诉求`)
  const telling = tellYear(work, { until, secrets, progress, signal }).then(
    told => say(`演示城市热线的一年${signal.aborted ? '没有讲完' : '已讲完'}：${told} 件诉求`),
    (cause: unknown) => console.error(cause),
  )
  // What waits for the demand that is being told.
  atEnd(() => telling)
}

async function jobsOn({ url, work, secrets }: Up): Promise<RunningJobs> {
  const [{ startJobs }, { jobsWith }] = await Promise.all([
    import('../platform/jobs.ts'),
    import('./jobs.ts'),
  ])
  return startJobs(url, work, jobsWith(secrets))
}

async function opened(options: Options, say: (what: string) => void, end: Stopping): Promise<Up> {
  const up = await bringUp(options, say, end.signal)
  end.atEnd(up.stop)
  return up
}

async function isEmpty(work: Work): Promise<boolean> {
  return (await work.db.selectFrom('agencies').select('code').limit(1).executeTakeFirst()) === undefined
}

async function announce(work: Work, port: number): Promise<void> {
  const address = `http://localhost:${port}`
  console.log(`\n  公开平台  ${address}/\n  工作台    ${address}/desk/\n  接口      ${address}/api/v1\n`)
  if ((await setting(work.db, 'site')).demo) {
    const { demoSignIns } = await import('../demo/staff.ts')
    console.log('  演示账户（仅演示数据中有）：')
    for (const { signIn, password, name, role } of demoSignIns) {
      console.log(`    ${signIn.padEnd(17)}${password}   ${roleLabel[role]}（${name}）`)
    }
    console.log('')
  } else {
    const link = await firstLink(work)
    if (link !== undefined) console.log(`  建立第一位系统管理员（一次有效，24 小时内）：${address}${link}\n`)
  }
}

if (import.meta.main) {
  start(process.argv.slice(2)).catch((cause: unknown) => {
    console.error(cause instanceof CannotStart ? `不能启动：${cause.message}` : cause)
    process.exit(2)
  })
}
