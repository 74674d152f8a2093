import { inChinese } from '../../statute/day.ts'
import type { RequestLine } from '../view.ts'

/** What a due day needs to be said. */
export type DueLine = Pick<
  RequestLine,
  'requestState' | 'due' | 'workdaysLeft' | 'waitsUntil' | 'waitIsOver' | 'outcomeOn'
>

/** When an answer is due, in words: what waits for others says for whom and until when. */
export function dueWords(line: DueLine): { readonly text: string; readonly tone: 'late' | 'near' | '' } {
  const { requestState, due, workdaysLeft, waitsUntil, outcomeOn } = line
  if (outcomeOn !== null) return { text: `${inChinese(outcomeOn)}办结`, tone: '' }
  if (requestState === 'arrived') return { text: '待确认收到，期限未起算', tone: 'near' }
  if (due === null || workdaysLeft === null) {
    if (waitsUntil === null) return { text: awaited(line), tone: '' }
    const until = `${awaited(line)}，至${inChinese(waitsUntil)}`
    return line.waitIsOver ? { text: `${until}，已届满`, tone: 'near' } : { text: until, tone: '' }
  }
  const on = inChinese(due)
  if (workdaysLeft < 0) return { text: `${on}，逾期 ${-workdaysLeft} 个工作日`, tone: 'late' }
  if (workdaysLeft === 0) return { text: `${on}，今天到期`, tone: 'near' }
  return { text: `${on}，还剩 ${workdaysLeft} 个工作日`, tone: workdaysLeft <= 3 ? 'near' : '' }
}

function awaited({ requestState, waitsUntil }: DueLine): string {
  if (requestState === 'awaitingCorrection') return '等待补正'
  if (requestState === 'awaitingPayment') return '等待缴费'
  return waitsUntil === null ? '放假安排未载入，无法计算' : '征求意见中'
}

/** The same on the page; never by colour alone, the words say it. */
export function DueText({ line }: { line: DueLine }) {
  const { text, tone } = dueWords(line)
  return <span className={tone === '' ? undefined : tone}>{text}</span>
}
