import { agencyTree } from '../../../office/agencies.ts'
import type { Actor } from '../../../office/roles.ts'
import { audit } from '../../../platform/audit.ts'
import { now } from '../../../platform/clock.ts'
import type { Work } from '../../../platform/work.ts'
import { isRefusal, type Refusal, refuse } from '../../../statute/refusal.ts'
import { changesWords } from '../../checks/words/who.ts'
import type { WatchedWord, WhitePhrase } from '../../checks/words/word.ts'
import {
  changeWord,
  deletePhrase,
  deleteWords,
  insertWords,
  keepPhrase,
  keptWords,
  nextVersion,
} from '../../store/checks/words.ts'
import { standingList } from './list.ts'

/** What a change of the lists answers. */
export type WordsDone = { readonly kind: 'changed'; readonly count: number } | Refusal

/** A change of the lists in one transaction: who may, what is done, its next version, the trail. */
async function changing(
  work: Work,
  by: Actor,
  told: { readonly act: string; readonly subject: string },
  change: (inner: Work, at: string) => Promise<number | Refusal>,
): Promise<WordsDone> {
  const tree = await agencyTree(work)
  if (!changesWords(by, tree)) {
    return refuse('错敏词表用于全部机关，由最上级机关的公开专员或者系统管理员修改。')
  }
  await standingList(work)
  return await work.transaction(async inner => {
    const at = now()
    const count = await change(inner, at)
    if (isRefusal(count)) return count
    await nextVersion(inner, at)
    const who = { by: by.id, byName: by.name, agency: null }
    await audit(inner, { ...who, act: told.act, subject: told.subject, detail: { count } })
    return { kind: 'changed', count } as const
  })
}

/** Adds a watched word. */
export function addWord(work: Work, by: Actor, word: WatchedWord): Promise<WordsDone> {
  return changing(work, by, { act: 'words.add', subject: word.word }, async (inner, at) => {
    const wrong = refusalOf(word) ?? (await refusalOfTwice(inner, word))
    if (wrong !== undefined) return wrong
    await insertWords(inner, [word], { at, by: by.name })
    return 1
  })
}

/** Changes a watched word. */
export function editWord(work: Work, by: Actor, id: string, word: WatchedWord): Promise<WordsDone> {
  return changing(work, by, { act: 'words.change', subject: word.word }, async (inner, at) => {
    const wrong = refusalOf(word) ?? (await refusalOfTwice(inner, word, id))
    if (wrong !== undefined) return wrong
    const found = await changeWord(inner, id, word, { at, by: by.name })
    return found ? 1 : refuse('这个词已被他人删除，请刷新后再试。')
  })
}

/** Takes words off the list. */
export function removeWords(work: Work, by: Actor, ids: readonly string[]): Promise<WordsDone> {
  return changing(work, by, { act: 'words.remove', subject: `${ids.length}` }, async inner => {
    const gone = await deleteWords(inner, ids)
    return gone.length > 0 ? gone.length : refuse('这些词已被他人删除，请刷新后再试。')
  })
}

/** Adds many at once, as from a file: those that are there from the same day take the new right form. */
export function importWords(work: Work, by: Actor, words: readonly WatchedWord[]): Promise<WordsDone> {
  return changing(work, by, { act: 'words.import', subject: `${words.length}` }, async (inner, at) => {
    if (words.length === 0) return refuse('文件中没有错敏词。第一行应是列名，其中有“错误用语”一列。')
    const wrong = words.map(refusalOf).find(one => one !== undefined)
    if (wrong !== undefined) return wrong
    const unique = [...new Map(words.map(word => [`${word.word} ${word.from}`, word])).values()]
    await insertWords(inner, unique, { at, by: by.name })
    return unique.length
  })
}

/** Puts a phrase on the white list. */
export function addPhrase(work: Work, by: Actor, white: WhitePhrase): Promise<WordsDone> {
  return changing(work, by, { act: 'words.spare', subject: white.phrase }, async (inner, at) => {
    if (white.phrase.replace(/\s/g, '').length < 2)
      return refuse('白名单的短语至少两个字，否则会放过真正的错误。')
    await keepPhrase(inner, white, { at, by: by.name })
    return 1
  })
}

/** Takes a phrase off the white list. */
export function removePhrase(work: Work, by: Actor, phrase: string): Promise<WordsDone> {
  return changing(work, by, { act: 'words.unspare', subject: phrase }, async inner =>
    (await deletePhrase(inner, phrase)) ? 1 : refuse('白名单中没有这个短语，可能已被他人删除。'),
  )
}

function refusalOf({ word, right, from, to }: WatchedWord): Refusal | undefined {
  if (word.replace(/[\s#]/g, '').length < 2)
    return refuse(`“${word}”太短：至少两个字，否则会把无关的文字都报出来。`)
  if (word === right) return refuse(`“${word}”的正确用语与错误用语相同。`)
  if (to !== null && to <= from) return refuse(`“${word}”的停用日期须在起始日期之后。`)
  return undefined
}

async function refusalOfTwice(
  work: Work,
  { word, from }: WatchedWord,
  self?: string,
): Promise<Refusal | undefined> {
  const same = (await keptWords(work)).find(
    each => each.word === word && each.from === from && each.id !== self,
  )
  return same === undefined ? undefined : refuse(`“${word}”自 ${from} 起已在词表中，请修改原有的一条。`)
}
