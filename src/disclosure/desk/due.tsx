import { inChinese } from '../../statute/day.ts'
import type { ItemLine } from '../view.ts'

/** What a due day needs to be said. */
export type ItemDue = Pick<
  ItemLine,
  'due' | 'workdaysLeft' | 'madeOn' | 'shelf' | 'firstPublishedOn' | 'draft'
>

/** By when an item must be public, in words, Art. 26: 20 working days from its making. */
export function itemDueWords(line: ItemDue): { readonly text: string; readonly tone: 'late' | 'near' | '' } {
  const { due, workdaysLeft, madeOn, firstPublishedOn, draft } = line
  if (firstPublishedOn !== null) return { text: `${inChinese(firstPublishedOn)}公开`, tone: '' }
  if (draft === 'withheld' || draft === 'abandoned') return { text: '—', tone: '' }
  if (madeOn === null) return { text: '未填成文日期', tone: '' }
  if (due === null || workdaysLeft === null) return { text: '放假安排未载入，无法计算', tone: '' }
  const on = inChinese(due)
  if (workdaysLeft < 0) return { text: `${on}，逾期 ${-workdaysLeft} 个工作日`, tone: 'late' }
  if (workdaysLeft === 0) return { text: `${on}，今天到期`, tone: 'near' }
  return { text: `${on}，还剩 ${workdaysLeft} 个工作日`, tone: workdaysLeft <= 3 ? 'near' : '' }
}

/** The same on the page; never by colour alone, the words say it. */
export function ItemDueText({ line }: { line: ItemDue }) {
  const { text, tone } = itemDueWords(line)
  return <span className={tone === '' ? undefined : tone}>{text}</span>
}
