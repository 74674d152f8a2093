import { paths } from '../../../web/paths.ts'
import { type Moved, movedLabel } from '../../subscription.ts'

/** The site as its letters speak of it. */
export interface Speaker {
  readonly site: string
  /** What stands before a path of the site. */
  readonly base: string
}

/** A letter without its address. */
export interface Words {
  readonly subject: string
  readonly text: string
}

/** Where a subscription is confirmed and ended. */
export interface Doors {
  readonly confirm: string
  readonly out: string
}

/** Asks whether somebody wants to be told. */
export function askingLetter({ site }: Speaker, words: string, { confirm }: Doors): Words {
  return {
    subject: `请确认订阅 - ${site}`,
    text: `您好：

有人用这个邮箱在“${site}”订阅：${words}。
如果是您本人，请打开下面的网址确认，确认后才会发送：

${confirm}

如果不是您，请不必理会，不会再收到来信。
`,
  }
}

/** Tells what moved, newest last; at most so many lines, and how many more there are. */
export function tellingLetter(
  { site, base }: Speaker,
  { words, moved, more }: { readonly words: string; readonly moved: readonly Moved[]; readonly more: number },
  { out }: Doors,
): Words {
  const lines = moved.map(each => {
    const number = each.content.documentNumber === null ? '' : `（${each.content.documentNumber}）`
    const reason = each.reason === '' ? '' : `\n  ${reasonLabel[each.what]}：${each.reason}`
    const changed = each.what === 'revised' ? `\n  改了什么：${base}${changesOf(each)}` : ''
    return `[${movedLabel[each.what]}] ${each.content.title}${number}${reason}\n  ${base}${paths.item(each.item)}${changed}`
  })
  const rest = more === 0 ? '' : `\n\n另有 ${more} 条，请到网站查看：${base}${paths.catalogue()}`
  return {
    subject: `${lines.length + more} 条更新：${words} - ${site}`,
    text: `您订阅的${words}有 ${lines.length + more} 条更新：

${lines.join('\n\n')}${rest}

退订：${out}
`,
  }
}

const reasonLabel = {
  published: '说明',
  revised: '修改原因',
  withdrawn: '撤下原因',
  restored: '说明',
  ended: '依据',
  reviewed: '说明',
} as const satisfies Record<Moved['what'], string>

/** Where it is shown, sentence by sentence, what a new edition changed. */
export function changesOf({ item, edition }: Moved): string {
  return paths.itemDifference(item, edition - 1, edition)
}
