import { demoSignIns } from '../demo/staff.ts'
import { tellDemo } from '../demo/tell.ts'
import { roleLabel } from '../office/roles.ts'
import { firstLink } from '../office/setup.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { today } from '../platform/clock.ts'
import { setting } from '../platform/settings.ts'
import type { Work } from '../platform/work.ts'
import { buildDesk } from './desk-build.ts'
import { optionsOf } from './options.ts'
import { bringUp, type Up } from './platform-up.ts'
import { type Listening, listen } from './server.ts'

/** Starts everything in one process and says where it is; ends with code 2 and a sentence where it cannot. */
export async function start(args: readonly string[]): Promise<void> {
  const began = performance.now()
  const say = (what: string) =>
    console.log(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} 秒  ${what}`)
  const options = optionsOf(args)
  console.log('gongkai 公开 正在启动')
  const [up] = await Promise.all([bringUp(options, say), buildDesk(say)])
  try {
    if (!options.empty && (await isEmpty(up.work))) {
      say('正在讲述演示城市云川市自 2021 年以来的年份')
      await up.work.transaction(work => tellDemo(work, today()))
    }
    const server = await listen(up.work, options.port, options.host, up.secrets)
    stopOnSignal(server, up)
    await announce(up.work, server.port)
    say('已启动。按 Ctrl-C 停止')
  } catch (cause) {
    await up.stop()
    throw cause
  }
}

async function isEmpty(work: Work): Promise<boolean> {
  return (await work.db.selectFrom('agencies').select('code').limit(1).executeTakeFirst()) === undefined
}

async function announce(work: Work, port: number): Promise<void> {
  const address = `http://localhost:${port}`
  console.log(`\n  公开平台  ${address}/\n  工作台    ${address}/desk/\n  接口      ${address}/api/v1\n`)
  if ((await setting(work.db, 'site')).demo) {
    console.log('  演示账户（仅演示数据中有）：')
    for (const { signIn, password, name, role } of demoSignIns) {
      console.log(`    ${signIn.padEnd(17)}${password}   ${roleLabel[role]}(${name})`)
    }
    console.log('')
  } else {
    const link = await firstLink(work)
    if (link !== undefined) console.log(`  建立第一位系统管理员（一次有效，24 小时内）：${address}${link}\n`)
  }
}

/** The first signal finishes what runs; a second one ends at once. */
function stopOnSignal(server: Listening, up: Up): void {
  let stopping = false
  const stop = async () => {
    if (stopping) process.exit(1)
    stopping = true
    console.log('\n正在停止：完成已收到的请求，停止数据库')
    await server.stop()
    await up.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

if (import.meta.main) {
  start(process.argv.slice(2)).catch((cause: unknown) => {
    console.error(cause instanceof CannotStart ? `不能启动：${cause.message}` : cause)
    process.exit(2)
  })
}
