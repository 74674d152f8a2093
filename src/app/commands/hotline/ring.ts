import { randomUUID } from 'node:crypto'
import { tellCall } from '../../../hotline/act/doors/calls.ts'
import type { CallEvent } from '../../../hotline/doors/call.ts'
import { agencyTree } from '../../../office/agencies.ts'
import { momentToday } from '../../../platform/clock.ts'
import { isRefusal } from '../../../statute/refusal.ts'
import { argumentsOf, CannotDo, type Command, printJson } from '../command.ts'
import { withData } from '../serve.ts'

const help = `用法：gongkai hotline ring 号码 --agency 热线机构代码 [--agent 话务员登录名] [--call 通话编号 --event answered|ended|recorded] [--recording 网址] [--json] [--data 目录]
模拟一个来电：话务员的页面上立即振铃。模拟来电不计入接通率。
再次运行并给出 --call 和 --event，可以模拟接听、挂断和录音。`

/** `gongkai hotline ring NUMBER`: the simulator of the exchange. */
export const hotlineRing: Command = {
  help,
  async run(args) {
    const options = {
      ...({ agency: { type: 'string' }, agent: { type: 'string', default: '' } } as const),
      ...({ call: { type: 'string' }, event: { type: 'string', default: 'ringing' } } as const),
      ...({ recording: { type: 'string', default: '' }, json: { type: 'boolean' } } as const),
      data: { type: 'string' },
    } as const
    const { values, positionals } = argumentsOf(args, options, help)
    const [number, ...more] = positionals
    if (number === undefined || more.length > 0) throw new CannotDo(`请给出一个号码。\n${help}`)
    const { agency, agent, recording, call = `simulated ${randomUUID()}` } = values
    if (agency === undefined) throw new CannotDo(`请用 --agency 给出热线的机构代码。\n${help}`)
    const event = eventOf(values.event)
    return await withData(
      values.data === undefined ? [] : ['--data', values.data],
      async ({ work, secrets }) => {
        const tree = await agencyTree(work)
        if (!tree.some(({ code }) => code === agency)) throw new CannotDo(`没有代码为“${agency}”的机构。`)
        const telling = { agency, call, event, number, agent, recording, simulated: true }
        const told = await tellCall(work, telling, { moment: momentToday(), secrets })
        if (isRefusal(told)) throw new CannotDo(told.message)
        if (values.json === true) printJson({ ...told, call })
        else console.log(`已模拟，通话编号 ${call}。`)
        return 0
      },
    )
  },
}

function eventOf(said: string): CallEvent {
  if (said === 'ringing' || said === 'answered' || said === 'ended' || said === 'recorded') return said
  throw new CannotDo(`--event 只能是 ringing、answered、ended、recorded。\n${help}`)
}
