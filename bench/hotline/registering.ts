import type { Up } from '../../src/app/platform-up.ts'
import { listen } from '../../src/app/server.ts'
import { Desk } from './desk.ts'

const connections = 16
const seconds = 8

/** How many demands a second are registered over HTTP from sixteen connections, with everything that is kept of each. */
export async function registeringLines({ work, secrets }: Up) {
  const server = await listen(work, 0, '127.0.0.1', { secrets })
  const desks = Array.from({ length: connections }, () => new Desk(server.port))
  for (const desk of desks) await desk.signIn('agent')
  const taken: number[] = []
  const until = performance.now() + seconds * 1000
  await Promise.all(
    desks.map(async (desk, own) => {
      for (let at = 0; performance.now() < until; at++) {
        const { status, text, milliseconds } = await desk.ask('POST', '/demands', aDemand(own * 100_000 + at))
        if (status !== 201) throw new Error(`not registered: ${status} ${text}`)
        taken.push(milliseconds)
      }
    }),
  )
  for (const desk of desks) desk.close()
  await server.stop()
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)
  const each = taken.length / seconds
  return [
    {
      what: `registering over HTTP, ${connections} connections`,
      figure: `${each.toFixed(0)} a second`,
      ratio: `${(each / 200).toFixed(2)}, at least 1 (200 a second); p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
    },
  ]
}

/** A demand as an agent types it in. */
export function aDemand(at: number, once?: string) {
  return {
    ...{ agency: 'yunchuan', type: 'help', channel: 'phone', urgency: 'ordinary', confidential: false },
    ...{ subject: `演示路${at}号路灯不亮`, place: `演示路${at}号` },
    body: `演示路${at}号门前路灯不亮，已经持续三天，夜里看不清路，请尽快修复。`,
    caller: { name: '演来电', phone: `000-${String(at).padStart(8, '0')}` },
    ...(once === undefined ? {} : { once }),
  }
}
