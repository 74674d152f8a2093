import type { Urgency } from '../demand.ts'

/** One kind of danger: the words that tell of it, and the phrases in which the same characters tell of none. */
export interface DangerKind {
  readonly label: string
  /** What the demand becomes: danger to life is handled the same day, by day or night. */
  readonly urgency: Exclude<Urgency, 'ordinary'>
  readonly words: readonly string[]
  /** 燃气费, 灭火器: everyday phrases around a word of danger. */
  readonly harmless: readonly string[]
}

/** The words of danger that a city begins with; a city changes them at the desk (docs/decisions/0031). */
export const usualDangerKinds: readonly DangerKind[] = [
  {
    ...{ label: '火情', urgency: 'danger' },
    words: ['着火', '起火', '失火', '火灾', '冒浓烟', '爆炸'],
    harmless: ['火灾保险', '火灾隐患', '消防演练', '信息爆炸', '防止爆炸', '着火点'],
  },
  {
    ...{ label: '燃气', urgency: 'danger' },
    words: ['燃气泄漏', '漏气', '煤气味', '燃气味', '天然气味', '煤气中毒', '一氧化碳', '燃气管'],
    harmless: ['轮胎漏气', '车胎漏气', '燃气管理', '燃气管家', '燃气管道改造', '燃气管道安装'],
  },
  {
    ...{ label: '轻生', urgency: 'danger' },
    words: ['自杀', '轻生', '跳楼', '不想活', '活不下去', '寻短见', '割腕'],
    harmless: ['跳楼价', '自杀式'],
  },
  {
    ...{ label: '人身危险', urgency: 'danger' },
    words: ['触电', '坍塌', '溺水', '落水', '坠落', '被困', '绑架', '持刀', '砍人'],
    harmless: ['防触电', '触电保护'],
  },
  {
    ...{ label: '欠薪和聚集', urgency: 'urgent' },
    words: ['讨薪', '拖欠工资', '欠薪', '聚集', '堵门', '堵路', '集体上访', '拉横幅'],
    harmless: ['人员聚集区', '聚集地', '聚集区'],
  },
]

/** A word of danger in a text, and the kind that it tells of. */
export interface DangerFound {
  readonly label: string
  readonly urgency: DangerKind['urgency']
  readonly word: string
}

// "有没有漏气" asks, and is no denial.
const denied = /(?<!有)(?:没有|并未|未曾|没|未|不会|不是|防止|预防|避免|以防)$/u

/** The words of danger that a text says of now: neither denied nor part of an everyday phrase; each once, in the order of the kinds. */
export function dangersIn(text: string, kinds: readonly DangerKind[]): DangerFound[] {
  const said = text.normalize('NFKC')
  return kinds.flatMap(({ label, urgency, words, harmless }) =>
    words.filter(word => isSaid(said, word, harmless)).map(word => ({ label, urgency, word })),
  )
}

function isSaid(text: string, word: string, harmless: readonly string[]): boolean {
  if (word === '') return false
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 4), at)
    if (!denied.test(before) && !harmless.some(phrase => liesWithin(text, { at, word, phrase }))) return true
  }
  return false
}

/** Does the word at this place lie within the phrase? */
function liesWithin(
  text: string,
  { at, word, phrase }: { readonly at: number; readonly word: string; readonly phrase: string },
): boolean {
  for (let inner = phrase.indexOf(word); inner >= 0; inner = phrase.indexOf(word, inner + 1))
    if (text.startsWith(phrase, at - inner)) return true
  return false
}

const order: readonly Urgency[] = ['ordinary', 'urgent', 'danger']

/** The urgency after what was found: raised, never lowered. */
export function urgencyRaised(urgency: Urgency, found: readonly DangerFound[]): Urgency {
  return order[Math.max(order.indexOf(urgency), ...found.map(each => order.indexOf(each.urgency)))] ?? urgency
}
