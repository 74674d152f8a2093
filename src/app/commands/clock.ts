import { clockOf } from '../../foi/clock.ts'
import { parseClockFile } from '../../foi/clock-events.ts'
import { theCalendar } from '../../statute/calendar.ts'
import { inChinese, weekdayInChinese } from '../../statute/day.ts'
import { isRefusal } from '../../statute/refusal.ts'
import { argumentsOf, bytesOf, CannotDo, type Command, printJson } from './command.ts'

const help = '用法：gongkai clock 文件.json [--json]\n计算政府信息公开申请的答复期限，并逐日列出理由。'
const stateLabel = {
  running: '运行中',
  suspended: '征求意见，暂不计算',
  awaitingCorrection: '等待补正',
  lapsed: '逾期不补正，视为放弃',
}

/** `gongkai clock FILE.json [--json]` */
export const clock: Command = {
  help,
  async run(args) {
    const { values, positionals } = argumentsOf(args, { json: { type: 'boolean' } }, help)
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new CannotDo(`请给出一个文件。\n${help}`)
    const told = parseClockFile(jsonOf(new TextDecoder().decode(await bytesOf(file)), file))
    if (isRefusal(told)) throw new CannotDo(`“${file}”：${told.message}`)
    const proof = clockOf(told.events, told.asOf, theCalendar)
    if (values.json) {
      printJson(proof)
      return 0
    }
    console.log(
      `截至 ${inChinese(told.asOf)}：${stateLabel[proof.state]}，已计 ${proof.counted} 个工作日，期限 ${proof.allowance} 个工作日。`,
    )
    if (proof.due !== null)
      console.log(`答复期限届满之日：${inChinese(proof.due)}（${weekdayInChinese(proof.due)}）`)
    for (const { event, law, message } of proof.refusals)
      console.log(`不予认可 events[${event}]（${law}）：${message}`)
    for (const day of proof.days) {
      const number = day.number === null ? '  –' : String(day.number).padStart(3)
      console.log(
        `  ${day.on} ${weekdayInChinese(day.on)} ${number}  ${day.reason}（${day.law}，${day.notice}）`,
      )
    }
    return 0
  },
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new CannotDo(`“${file}”不是完整的 JSON，无法读取。请检查括号和引号是否成对。`)
  }
}
